import type { Words } from './words.ts';

/** A text from outside inside a sentence, with its direction kept to itself (Unicode's first strong isolate). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Several texts from outside as one list of the screen's language. */
export const namesIn = (words: Words, names: readonly string[]): string =>
  new Intl.ListFormat(words.dates, { type: 'conjunction' }).format(names.map(isolated));
