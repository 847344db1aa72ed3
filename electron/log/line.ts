import { scrub } from './scrub.ts';

/** The largest whole number that a count or a time in the log reaches; beyond it stands something else, such as a phone number. */
const largest = 9_999_999;

/**
 * One event as one line of JSON (rule LOG-3): `head` as it is, for the log makes it itself; every text and number of `fields` through
 * the second net (rule LOG-2).
 */
export function lineOf(head: Readonly<Record<string, string | number>>, fields: Readonly<Record<string, unknown>>): string {
  const scrubbed = JSON.stringify(fields, (_name, value: unknown) => {
    if (typeof value === 'string') return scrub(value);
    return typeof value === 'number' && Math.abs(value) > largest ? '[number]' : value;
  });
  return escaped(JSON.stringify({ ...head, ...(JSON.parse(scrubbed) as object), ...head }));
}

// JSON escapes C0 controls itself; C1 controls and the two Unicode line ends would reach a terminal as they are.
const escaped = (line: string): string =>
  line.replace(/[\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
