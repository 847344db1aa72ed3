import { graphemesOf } from './text.ts';

/** Names in Han, Kana or Hangul: written without a space, the family first. By script extensions, for the long-vowel mark is common to both Kana. */
export const idiographicName = /^[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]+$/u;

/**
 * A visitor's name as the lobby shows it, so that others in the queue do not read it whole: given name and initial ("Amélie L.").
 * From a single name the last word gives the initial. Names written without spaces in Han, Kana or Hangul keep the first and
 * the last character, as is usual there ("陳○文", "王○").
 */
export function shownName(visitor: { name: string; givenName?: string; familyName?: string }): string {
  const { givenName, familyName } = visitor;
  if (idiographicName.test(visitor.name)) return maskedName(graphemesOf(visitor.name));
  if (givenName && familyName) return `${givenName} ${initialOf(familyName)}`;
  const words = visitor.name.split(' ').filter(Boolean);
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return last ? `${first} ${initialOf(last)}` : first;
}

function initialOf(word: string): string {
  const letter = graphemesOf(word).find((grapheme) => /\p{L}/u.test(grapheme));
  return letter ? `${letter.toLocaleUpperCase('und')}.` : '';
}

function maskedName(characters: string[]): string {
  const [first = '', ...rest] = characters;
  if (rest.length < 2) return rest.length === 0 ? first : `${first}○`;
  return `${first}${'○'.repeat(Math.min(rest.length - 1, 3))}${rest.at(-1)}`;
}
