import { Resvg } from '@resvg/resvg-js';
import { graphemesOf } from '../core/text.ts';
import { familyOf, fontsFor } from './fonts.ts';
import { escapeXml } from './template.ts';

/** A stretch of text in one font family, and how far the next one starts from it, in letter sizes (em). */
interface Run {
  readonly text: string;
  readonly family: string;
  readonly em: number;
}

/** The runs of a text in a weight, from left to right; a text with right-to-left letters is one run. */
export type Measure = (text: string, weight: number) => readonly Run[];

/** Letters of scripts that are written from right to left. */
export const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// Known without measuring: Noto's ideographs fill one em, its Hangul syllables 0.92, the space of Noto Sans 0.26.
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3003\u3008-\u3011\uFF01-\uFF60]$/u;
const hangul = /^[\uAC00-\uD7A3]$/u;
const fixedEm = (letter: string) => (wide.test(letter) ? 1 : hangul.test(letter) ? 0.92 : letter === ' ' ? 0.26 : undefined);

// A syllable of several glyphs side by side. The drawing library (usvg in resvg-js 2.6.2) moves on by the widest glyph only, so that
// what follows is drawn over it; drawn as a run of its own, with the next run placed by us, it is right.
const syllable = /^(?:\p{Script=Devanagari}[\s\S]+|[\s\S]*[\u0E33\u0EB3][\s\S]*)$/u;

/**
 * Measures with the drawing library itself, so that what is measured is what is drawn. Remembers what it has measured until it is
 * dropped: make one for each picture, so that no visitor's text outlives theirs. `bars` keeps what is the same for every picture.
 */
export function createMeasure(assets: string, bars: Map<string, number>): Measure {
  const known = new Map<string, number>();

  const remembered = (map: Map<string, number>, key: string, measure: () => number): number => {
    const em = map.get(key) ?? measure();
    map.set(key, em);
    return em;
  };

  const inkRight = (text: string, family: string, weight: number, fontsOf = text): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text y="50" font-family="${family}" font-size="100" font-weight="${weight}">${escapeXml(text)}</text></svg>`;
    const box = new Resvg(svg, { font: fontsFor(fontsOf, assets) }).getBBox();
    return box ? (box.x + box.width) / 100 : 0;
  };

  // The library tells where the ink is, not how far it moves on: that is where a bar after the text is.
  const advance = (text: string, family: string, weight: number) =>
    remembered(known, `${weight} ${text}`, () => {
      const bar = remembered(bars, `${weight} ${family}`, () => inkRight('|', family, weight, text));
      return inkRight(`${text}|`, family, weight) - bar;
    });

  return (text, weight) => {
    if (rightToLeft.test(text)) {
      const family = familyOf(text);
      return [{ text, family, em: advance(text, family, weight) }];
    }
    return stretches(text).map(({ text: run, family, kind }) => {
      if (kind === 'fixed')
        return { text: run, family, em: graphemesOf(run).reduce((em, letter) => em + (fixedEm(letter) ?? 0), 0) };
      if (kind === 'measured') return { text: run, family, em: advance(run, family, weight) };
      return { text: run, family, em: remembered(known, `${weight} ${run}`, () => inkRight(run, family, weight)) };
    });
  };
}

interface Stretch {
  text: string;
  readonly family: string;
  readonly kind: 'fixed' | 'measured' | 'syllable';
}

function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const letter of syllablesOf(text)) {
    const last = found.at(-1);
    const inWords = letter === ' ' && last?.kind === 'measured';
    const kind = inWords ? last.kind : fixedEm(letter) !== undefined ? 'fixed' : syllable.test(letter) ? 'syllable' : 'measured';
    const family = letter === ' ' && last ? last.family : familyOf(letter);
    if (last && kind !== 'syllable' && last.kind === kind && last.family === family) last.text += letter;
    else found.push({ text: letter, family, kind });
  }
  return found;
}

/** Graphemes, with a consonant cluster that an older Unicode splits after its virama kept together. */
function syllablesOf(text: string): string[] {
  const whole: string[] = [];
  for (const letter of graphemesOf(text)) {
    const before = whole.at(-1);
    if (before && /\u094D\u200D?$/u.test(before) && /^\p{Script=Devanagari}/u.test(letter))
      whole[whole.length - 1] = before + letter;
    else whole.push(letter);
  }
  return whole;
}
