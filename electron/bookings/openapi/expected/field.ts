/** What our schemas read in a field: `id` and `text` as number or text, `row` as object or id, `any` in whatever shape. */
export type Reads = 'id' | 'text' | 'moment' | 'flag' | 'number' | 'list' | 'row' | 'any';

/**
 * A field that we read, under the name that is ours. `also`: names that our schemas take as they are; `like`: names that mean the same
 * and are brought to ours. `stated`: printed on the vendor's page; `needed`: something on a screen is missing without it, unless the
 * field `or` is there. `unless`: of no interest where that field is there. `names`: what its integers stand for, in our order.
 */
export interface Field {
  readonly reads: Reads;
  readonly also?: readonly string[];
  readonly like?: readonly string[];
  readonly stated?: true;
  readonly needed?: true;
  readonly or?: string;
  readonly unless?: string;
  readonly under?: Fields;
  readonly names?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

/** What an operation answers: an object, a page of rows, a bare list of rows, a text, or a file. */
export interface Expected {
  readonly kind: 'object' | 'page' | 'list' | 'text' | 'file';
  readonly fields: Fields;
}

/** A page of a search. */
export const pageOf = (row: Fields): Expected => ({
  kind: 'page',
  fields: {
    data: {
      reads: 'list',
      like: ['items', 'results', 'result', 'rows', 'records', 'list', 'entries', 'values', 'content'],
      stated: true,
      needed: true,
      under: row,
    },
  },
});

export const objectOf = (fields: Fields): Expected => ({ kind: 'object', fields });
export const listOf = (fields: Fields): Expected => ({ kind: 'list', fields });

const start = {
  reads: 'moment',
  also: ['start', 'startDate', 'startTime'],
  like: ['fromDate', 'fromTime', 'startAt', 'startsAt', 'startDateTime', 'begin', 'validFrom'],
} as const satisfies Field;
const end = {
  reads: 'moment',
  also: ['end', 'endDate', 'endTime'],
  like: ['toDate', 'toTime', 'endAt', 'endsAt', 'endDateTime', 'until', 'validTo', 'validUntil'],
} as const satisfies Field;

/** A period of its own, or its two ends in the row itself. */
export const periodFields = {
  period: {
    reads: 'row',
    like: ['timePeriod', 'dateRange', 'timeRange', 'validPeriod', 'validity'],
    or: 'from',
    under: { from: { ...start, needed: true }, to: { ...end, needed: true } },
  },
  from: { ...start, unless: 'period' },
  to: { ...end, unless: 'period' },
} as const satisfies Fields;

/** Something that is named by its id, or by an object with id and name. */
export const reference: Fields = {
  id: { reads: 'id', also: ['uid'] },
  name: { reads: 'any', also: ['displayName', 'fullName'] },
};

/** The id of a row. */
export const identifier = { reads: 'id', stated: true, needed: true } as const satisfies Field;
