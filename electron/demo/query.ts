import type { Operation, Parameter } from '../bookings/operations/operation.ts';
import type { Span } from './day.ts';

/**
 * The parameters that were given, each as a list of texts in one spelling. A moment is its milliseconds since 1970, and then the text
 * as it came, which holds the offset.
 */
export type Values = Readonly<Record<string, readonly string[] | undefined>>;

/** What was wrong with a request, by parameter or field. */
export type Faults = Readonly<Record<string, readonly string[]>>;

// The page's lists hold ids, which are whole numbers, and these, which are words.
const worded: readonly string[] = ['uid', 'accessId', 'registrationCode'];

/**
 * Reads a query by an operation's own table of parameters, as strictly as an ASP.NET server binds its parameters; others are ignored.
 * Names in any case.
 */
export function readQuery(
  search: URLSearchParams,
  { query, required }: Pick<Operation, 'query' | 'required'>,
  now: Date,
): { values: Values; faults: Faults } {
  const given = new Map(Array.from(search, ([name, value]) => [name.toLowerCase(), value]));
  const values = new Map<string, readonly string[]>();
  const faults = new Map<string, readonly string[]>();
  for (const [name, kind] of Object.entries(query)) {
    const text = given.get(name.toLowerCase())?.trim();
    if (!text) {
      if (required?.includes(name)) faults.set(name, [`The ${name} field is required.`]);
      continue;
    }
    const read = readValue(name, text, kind, now);
    if (read) values.set(name, read);
    else faults.set(name, [`The value '${text.slice(0, 40)}' is not valid.`]);
  }
  return { values: Object.fromEntries(values), faults: Object.fromEntries(faults) };
}

function readValue(name: string, text: string, kind: Parameter, now: Date): readonly string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  switch (kind) {
    case 'ids':
    case 'idsOrNull': {
      if (worded.includes(name)) return items;
      const isFit = (item: string) => isInteger(item) || (kind === 'idsOrNull' && item === 'null');
      return items.every(isFit) ? items.map((item) => (item === 'null' ? item : String(Number(item)))) : undefined;
    }
    case 'integer':
      return isInteger(text) ? [String(Number(text))] : undefined;
    case 'flag':
      return /^(true|false)$/i.test(text) ? [text.toLowerCase()] : undefined;
    case 'moment':
      return momentOf(text, now);
    case 'text':
      return [text];
    default: {
      const names = items.map((item) => kind.find((one) => one.toLowerCase() === item.toLowerCase()));
      return names.every((one) => one !== undefined) ? names : undefined;
    }
  }
}

/** Is a text a whole number that fits .NET's Int32, near enough? */
export const isInteger = (text: string): boolean => /^-?\d{1,9}$/.test(text);

function momentOf(text: string, now: Date): readonly string[] | undefined {
  const epoch = text.toLowerCase() === 'now' ? now.getTime() : epochOf(text);
  return epoch === undefined ? undefined : [String(epoch), text];
}

/** Milliseconds since 1970 of a date as ISO 8601 has it; undefined for what is none, such as one whose `+` came as a space. */
export function epochOf(text: string): number | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
  const epoch = iso ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epoch) ? undefined : epoch;
}

/** Is the filter absent, or does it hold this value? `null` is what has none. */
export const admits = (filter: readonly string[] | undefined, value: string | number | boolean | null): boolean =>
  filter === undefined || filter.includes(String(value));

/** Is the searched text absent, or in one of these texts in any case? */
export const mentions = (filter: readonly string[] | undefined, texts: readonly string[]): boolean =>
  filter === undefined || texts.some((text) => text.toLowerCase().includes(filter[0]?.toLowerCase() ?? ''));

/** Does a period reach into what was searched with `from` and `to`? */
export const overlaps = ({ from, to }: Span, values: Values): boolean =>
  to.getTime() >= Number(values['from']?.[0] ?? Number.NEGATIVE_INFINITY) &&
  from.getTime() <= Number(values['to']?.[0] ?? Number.POSITIVE_INFINITY);
