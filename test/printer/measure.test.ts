import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontsFor } from '../../electron/printer/fonts.ts';
import { createMeasure } from '../../electron/printer/measure.ts';
import { assets, people } from './people.ts';

const measure = createMeasure(assets, new Map());
const emOf = (text: string, weight = 400) => measure(text, weight).reduce((em, run) => em + run.em, 0);
/** The box of the ink of a text in hundredths of an em, asked of the drawing library directly. */
const inkOf = (text: string, family: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="5" font-family="${family}" font-size="100">${text}</text></svg>`;
  return new Resvg(svg, { font: fontsFor(text, assets) }).getBBox() ?? { x: 0, y: 0, width: 0, height: 0 };
};
const inkRight = (text: string, family: string) => {
  const { x, width } = inkOf(text, family);
  return (x + width) / 100;
};

describe('measure', () => {
  it.each([
    ['文', 'Noto Sans TC'],
    ['ら', 'Noto Sans TC'],
    ['デ', 'Noto Sans TC'],
    ['김', 'Noto Sans KR'],
  ])('the width of %s that is taken as known is the one of the font', (letter, family) => {
    const drawn = (inkRight(letter.repeat(11), family) - inkRight(letter, family)) / 10;
    expect(emOf(letter)).toBeCloseTo(drawn, 3);
  });

  it('the width of a space is the one of the font', () => {
    expect(emOf(' ')).toBeCloseTo(emOf('a b') - emOf('a') - emOf('b'), 2);
  });

  it('tells how far the next text starts, not where the ink ends', () => {
    expect(emOf('Hn')).toBeCloseTo(emOf('H') + emOf('n'), 2);
    expect(emOf('H')).toBeGreaterThan(inkRight('H', 'Noto Sans'));
  });

  it('sees the weight', () => {
    expect(emOf('Anna', 700)).toBeGreaterThan(emOf('Anna', 400));
  });

  it('PRN-3 is zero for what is not seen', () => {
    expect(emOf('\u2067\u2069')).toBeCloseTo(0, 5);
    expect(measure('', 400)).toEqual([]);
  });

  it('parts a text by font family and keeps its order', () => {
    const runs = measure('Ag 陈大文 3 김민준', 700);
    expect(runs.map(({ text, family }) => [text, family])).toEqual([
      ['Ag ', 'Noto Sans'],
      ['陈大文 ', 'Noto Sans TC'],
      ['3 ', 'Noto Sans'],
      ['김민준', 'Noto Sans KR'],
    ]);
  });

  it('draws syllables of several glyphs alone', () => {
    expect(measure('न प्रिया', 400).map(({ text }) => text)).toEqual(['न ', 'प्रि', 'या']);
    expect(measure('น้ำใจ', 400).map(({ text }) => text)).toEqual(['น้ำ', 'ใจ']);
  });

  it('keeps a text with right-to-left letters in one run, for the bidi algorithm', () => {
    expect(measure('דוד Dan 1', 400)).toHaveLength(1);
  });

  it.each(people)('finds glyphs for every letter: $script', ({ visitor, company }) => {
    // What Noto Sans draws for a letter that it has not is an empty box; a private-use letter shows it.
    const boxOf = (letter: string, family: string) => {
      const { x, y, width, height } = inkOf(letter, family);
      return [x, y, width, height].map((value) => value.toFixed(2)).join(' ');
    };
    const missing = boxOf('\uE000', 'Noto Sans');
    for (const letter of `${visitor}${company}`.replace(/[\s\p{M}]/gu, '')) {
      const [run] = measure(letter, 400);
      expect(boxOf(letter, run?.family ?? ''), letter).not.toBe(missing);
    }
  });
});
