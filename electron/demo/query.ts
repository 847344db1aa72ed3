/**
 * How a parameter of a search is written: numbers, texts or listed names with commas between them, one whole number, one yes or no,
 * one text, or a moment (ISO 8601 or `now`).
 */
export type Rule = 'integers' | 'texts' | 'integer' | 'flag' | 'text' | 'moment' | readonly string[];

/** The parameters that were given, each as a list of texts in one spelling; moments as milliseconds since 1970. */
export type Values = Readonly<Record<string, readonly string[] | undefined>>;

/** What was wrong with a query, by parameter. */
export type QueryFaults = Readonly<Record<string, readonly string[]>>;

/** Reads a query by its rules, as strictly as an ASP.NET server binds its parameters; others are ignored. Names in any case. */
export function readQuery(
  search: URLSearchParams,
  rules: Readonly<Record<string, Rule>>,
  now: Date,
): { values: Values; faults: QueryFaults } {
  const given = new Map(Array.from(search, ([name, value]) => [name.toLowerCase(), value]));
  const values = new Map<string, readonly string[]>();
  const faults = new Map<string, readonly string[]>();
  for (const [name, rule] of Object.entries(rules)) {
    const text = given.get(name.toLowerCase())?.trim();
    if (!text) continue;
    const read = readValue(text, rule, now);
    if (read) values.set(name, read);
    else faults.set(name, [`The value '${text.slice(0, 40)}' is not valid.`]);
  }
  return { values: Object.fromEntries(values), faults: Object.fromEntries(faults) };
}

function readValue(text: string, rule: Rule, now: Date): readonly string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  switch (rule) {
    case 'integers':
      return items.every(isInteger) ? items.map((item) => String(Number(item))) : undefined;
    case 'integer':
      return isInteger(text) ? [String(Number(text))] : undefined;
    case 'flag':
      return /^(true|false)$/i.test(text) ? [text.toLowerCase()] : undefined;
    case 'moment':
      return momentOf(text, now);
    case 'text':
      return [text.toLowerCase()];
    case 'texts':
      return items;
    default: {
      const names = items.map((item) => rule.find((name) => name.toLowerCase() === item.toLowerCase()));
      return names.every((name) => name !== undefined) ? names : undefined;
    }
  }
}

const isInteger = (text: string): boolean => /^-?\d{1,9}$/.test(text);

function momentOf(text: string, now: Date): readonly string[] | undefined {
  if (text.toLowerCase() === 'now') return [String(now.getTime())];
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
  const epoch = iso ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epoch) ? undefined : [String(epoch)];
}

/** Is the filter absent, or does it hold this value? */
export const admits = (filter: readonly string[] | undefined, value: string | number): boolean =>
  filter === undefined || filter.includes(String(value));

/** Is the searched text absent, or in one of these texts in any case? */
export const mentions = (filter: readonly string[] | undefined, texts: readonly string[]): boolean =>
  filter === undefined || texts.some((text) => text.toLowerCase().includes(filter[0] ?? ''));
