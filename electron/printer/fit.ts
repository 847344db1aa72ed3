import { graphemesOf } from '../core/text.ts';

/** A box for text in the template's units: letter sizes from `size` down to `floor`, at most `lines` lines. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly floor: number;
  readonly lines: number;
}

/** Text fitted to a box: `leading` is the distance of the lines in letter sizes, `em` each line's width in letter sizes. */
export interface Fitted {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly { readonly text: string; readonly em: number }[];
}

interface Word {
  readonly text: string;
  readonly em: number;
  readonly space: boolean;
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}\u30FC\u3005]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
// Scripts written without spaces between words, which the segmenter finds by dictionary.
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordsIn = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Fits a text: the largest size at which it wraps into the lines that the box has room for. Names stay whole where a little smaller
 * will do; at the floor what is left over becomes an ellipsis, and a word wider than the box is broken. `emOf` measures in letter sizes;
 * `leading` is what the text's lines need, in the same.
 */
export function fitText(text: string, box: TextBox, emOf: (text: string) => number, leading: number): Fitted {
  const largest = Math.min(box.size, box.height / leading);
  const whole = { text, em: emOf(text) };
  const alone = Math.min(largest, box.width / whole.em);
  // Measuring is what costs time: most texts are one line, and one measurement.
  if (alone === largest || (box.lines === 1 && alone >= box.floor)) return { size: alone, leading, lines: [whole] };
  // Letters so high, or a place so low, that not even the smallest fits: smaller still is better than outside.
  const floor = Math.min(box.floor, largest);

  const most = (size: number) => Math.max(1, Math.min(box.lines, Math.floor(box.height / (size * leading) + 1e-9)));
  const spaceEm = emOf(' ');
  const tryWith = (words: readonly Word[], smallest: number): Fitted | undefined => {
    const widest = Math.max(...words.map((word) => word.em));
    for (let size = Math.min(largest, box.width / widest); size >= smallest; size *= 0.97) {
      const lines = wrap(words, box.width / size, spaceEm);
      if (lines.length <= most(size)) return { size, leading, lines: lines.map((line) => joined(line, spaceEm)) };
    }
    return undefined;
  };
  const coarse = text.split(' ').map((word) => ({ text: word, em: emOf(word), space: true }));
  const fine = () => wordsOf(text, emOf);
  const fitted = tryWith(coarse, Math.max(floor, box.size * 0.6)) ?? tryWith(fine(), floor);
  if (fitted) return fitted;

  const limit = box.width / floor;
  const lines = wrap(
    fine().flatMap((word) => broken(word, limit, emOf)),
    limit,
    spaceEm,
  );
  const kept = lines.slice(0, most(floor)).map((line) => joined(line, spaceEm));
  const last = kept.at(-1);
  if (last && lines.length > kept.length) kept[kept.length - 1] = shortened(last.text, limit, emOf);
  return { size: floor, leading, lines: kept };
}

/** Where a line may end: at spaces, after hyphens, between ideographs, between the words of Thai and its like. A small part of UAX #14, enough for names and places. */
function wordsOf(text: string, emOf: (text: string) => number): Word[] {
  const words: { text: string; space: boolean }[] = [];
  for (const chunk of text.split(' ').filter(Boolean)) {
    let space = true;
    for (const part of partsOf(chunk)) {
      const last = words.at(-1);
      if (!space && last && (closing.test(part) || opening.test(last.text))) last.text += part;
      else words.push({ text: part, space });
      space = false;
    }
  }
  return words.map((word) => ({ ...word, em: emOf(word.text) }));
}

function partsOf(chunk: string): string[] {
  if (unspaced.test(chunk)) return Array.from(wordsIn.segment(chunk), ({ segment }) => segment);
  if (!ideograph.test(chunk)) return chunk.match(/[^-]+-*|-+/g) ?? [chunk];
  const parts: string[] = [];
  let before = false;
  for (const letter of graphemesOf(chunk)) {
    const now = ideograph.test(letter);
    if (now || before || parts.length === 0) parts.push(letter);
    else parts[parts.length - 1] += letter;
    before = now;
  }
  return parts;
}

function wrap(words: readonly Word[], limit: number, spaceEm: number): Word[][] {
  const lines: Word[][] = [];
  let em = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const next = em + (word.space ? spaceEm : 0) + word.em;
    if (next <= limit) {
      lines.at(-1)?.push(word);
      em = next;
    } else {
      lines.push([word]);
      em = word.em;
    }
  }
  return lines;
}

function joined(line: readonly Word[], spaceEm: number): { text: string; em: number } {
  const text = line.map((word, at) => (word.space && at > 0 ? ` ${word.text}` : word.text)).join('');
  return { text, em: line.reduce((em, word, at) => em + word.em + (word.space && at > 0 ? spaceEm : 0), 0) };
}

function broken(word: Word, limit: number, emOf: (text: string) => number): Word[] {
  if (word.em <= limit) return [word];
  const pieces: Word[] = [];
  let rest = graphemesOf(word.text);
  while (rest.length > 0) {
    const { text, em, count } = longestStart(rest, limit, emOf);
    pieces.push({ text, em, space: word.space && pieces.length === 0 });
    rest = rest.slice(count);
  }
  return pieces;
}

function shortened(text: string, limit: number, emOf: (text: string) => number): { text: string; em: number } {
  const dots = emOf('…');
  const start = longestStart(graphemesOf(text), limit - dots, emOf);
  return { text: `${start.text.trimEnd()}…`, em: Math.min(limit, start.em + dots) };
}

/** The most letters that fit, at least one; guesses by the average width so that few texts are measured. */
function longestStart(letters: readonly string[], limit: number, emOf: (text: string) => number) {
  const whole = emOf(letters.join(''));
  let count = Math.max(1, Math.min(letters.length, Math.ceil((letters.length * limit) / Math.max(whole, limit))));
  for (;;) {
    const text = letters.slice(0, count).join('');
    const em = emOf(text);
    if (em <= limit || count === 1) return { text, em, count };
    count--;
  }
}
