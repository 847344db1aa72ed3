const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

// Bidirectional controls and marks, zero-width space, word joiner, byte order mark, soft hyphen: they change how a text reads
// without being seen. The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
const unseen = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

const plain = /^[\x20-\x7e]*$/;

/**
 * A text from outside made fit for a screen, a badge and a log-free life: NFC, one line, no control or unseen characters, no lone
 * surrogates, at most four combining marks on a character, at most `limit` graphemes (the rest becomes an ellipsis). Idempotent.
 */
export function cleanText(raw: string, limit = 120): string {
  // Most texts are short and plain: nothing of what follows but the spaces concerns them, and a server sends them by the thousand.
  if (raw.length <= limit && plain.test(raw)) return raw.replace(/ {2,}/g, ' ').trim();
  const flat = raw
    .slice(0, limit * 64)
    .toWellFormed()
    .replace(unseen, '')
    .replace(/[\p{Co}\p{Cn}\uFFFD]/gu, '')
    .normalize('NFC')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const graphemes: string[] = [];
  for (const { segment } of segments.segment(flat)) {
    if (graphemes.length === limit)
      return `${graphemes
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
    graphemes.push(segment);
  }
  return flat;
}

/** The user-perceived characters of a text. */
export const graphemesOf = (text: string): string[] => Array.from(segments.segment(text), ({ segment }) => segment);

/** How many letters a text has, for a rule that is told to people: with its marks a letter is one, a Chinese one and its like two. */
export const widthOf = (text: string): number => graphemesOf(text).reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0);
