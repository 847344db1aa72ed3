import * as z from 'zod';
import { isoWithOffset } from '../../contract/moment.ts';
import { firstOf, type Row, tolerantRow } from './row.ts';

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?)?(?:\s*(Z|[+-]\d{2}(?::?\d{2})?))?$/i;

/** An instant as ISO 8601 with the offset of this machine's zone at that instant, in whole seconds as the server's own dates are. */
export const localIso = (date: Date): string => isoWithOffset(date).replace(/\.\d{3}/, '');

/**
 * A date of the server as `YYYY-MM-DDTHH:mm:ss±hh:mm`, or undefined when it is none. Its own offset is kept. Without one, the wall
 * time is taken in this machine's zone: the kiosk stands in the building. `Z` says that the local offset is unknown
 * (https://www.rfc-editor.org/rfc/rfc9557#section-2.2), so the instant is told in this machine's zone too.
 */
export function readMoment(text: string): string | undefined {
  const [, date = '', time = '00:00', seconds = ':00', zone] = shape.exec(text.trim()) ?? [];
  const wall = `${date}T${time}${seconds}`;
  if (!isWall(date, wall)) return undefined;
  if (!zone) return localIso(new Date(wall));
  if (zone.toUpperCase() === 'Z') return localIso(new Date(`${wall}Z`));
  const offset = `${zone.slice(0, 3)}:${zone.length > 3 ? zone.slice(-2) : '00'}`;
  return Number.isNaN(Date.parse(`${wall}${offset}`)) ? undefined : `${wall}${offset}`;
}

function isWall(date: string, wall: string): boolean {
  const day = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(Date.parse(`${wall}Z`)) && new Date(day).toISOString().startsWith(date);
}

const momentSchema = z.string().transform((text, context) => {
  const moment = readMoment(text);
  if (moment !== undefined) return moment;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** A date that may be absent, null, empty, or .NET's `DateTime.MinValue` (year 1), which means the same. */
export const optionalMomentSchema = z.preprocess(
  (value) => (value === null || (typeof value === 'string' && /^(?:\s*$|0001-01-01)/.test(value)) ? undefined : value),
  momentSchema.optional(),
);

/** A period as `{from, to}`, `{start, end}` or `{startDate, endDate}`. */
export const periodSchema = tolerantRow(
  (row) => ({
    from: firstOf(row, 'from', 'start', 'startDate', 'startTime'),
    to: firstOf(row, 'to', 'end', 'endDate', 'endTime'),
  }),
  z.object({ from: momentSchema, to: momentSchema }).refine(({ from, to }) => Date.parse(from) <= Date.parse(to), { path: ['to'] }),
);

/** The period of a row: under `period`, or spread over the row itself; undefined where the row has neither. */
export function periodOf(row: Row): unknown {
  const own = firstOf(row, 'period');
  if (own !== undefined) return own;
  return firstOf(row, 'from', 'start', 'startDate', 'startTime') === undefined ? undefined : row;
}
