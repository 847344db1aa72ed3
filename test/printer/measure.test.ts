import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontsFor } from '../../electron/printer/fonts.ts';
import { createMeasure } from '../../electron/printer/measure.ts';
import { assets, people } from './people.ts';

const measure = createMeasure(assets, new Map());
const emOf = (text: string, weight = 400) => measure(text, weight).reduce((em, run) => em + run.em, 0);
/** Right edge of the ink of a text in em, asked of the drawing library directly. */
const inkRight = (text: string, family: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="5" font-family="${family}" font-size="100">${text}</text></svg>`;
  const box = new Resvg(svg, { font: fontsFor(text, assets) }).getBBox();
  return box ? (box.x + box.width) / 100 : 0;
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
    // The box that stands for a missing glyph of Noto Sans is 0.6 em wide; a private-use letter shows it.
    const missing = inkRight('\uE000', 'Noto Sans');
    expect(missing).toBeGreaterThan(0.3);
    for (const letter of `${visitor}${company}`.replace(/[\s\p{M}]/gu, '')) {
      const [run] = measure(letter, 400);
      expect(Math.abs(inkRight(letter, run?.family ?? '') - missing), letter).toBeGreaterThan(1e-6);
    }
  });
});
