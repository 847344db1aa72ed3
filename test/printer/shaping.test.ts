import { describe, expect, it } from 'vitest';
import { openFonts } from '../../electron/printer/fonts.ts';
import { createShape, startsFromTheRight } from '../../electron/printer/shaping.ts';
import { assets, people } from './people.ts';

const fonts = openFonts(assets);
const shape = createShape(fonts);
const line = (text: string, weight = 400) => shape(text, weight, startsFromTheRight(text));
const glyphs = (text: string) => line(text).glyphs.map(({ font, id }) => `${font.file} ${id}`);
const fontsOf = (text: string, weight = 400) => [...new Set(line(text, weight).glyphs.map(({ font }) => font.file))];

describe('shaping', () => {
  it('tells how far the next text starts, not where the ink ends', () => {
    expect(line('Hn').em).toBeCloseTo(line('H').em + line('n').em, 2);
    expect(line('').em).toBe(0);
    expect(line(' ').em).toBeCloseTo(0.26, 2);
  });

  it('sees the weight', () => {
    expect(line('Anna', 700).em).toBeGreaterThan(line('Anna', 400).em);
    expect(fontsOf('Anna', 700)).toEqual(['NotoSans-Bold.ttf']);
  });

  it('tells how high and how deep the ink of a text reaches', () => {
    expect(line('nn').above).toBeLessThan(0.6);
    expect(line('Ậ').above).toBeGreaterThan(line('A').above);
    expect(line('ก็').above).toBeGreaterThan(line('ก').above);
    expect(line('g').below).toBeGreaterThan(0.2);
    expect(line('a\u0301\u0301\u0301\u0301').above).toBeGreaterThan(line('a\u0301').above + 0.2);
  });

  it('parts a text by font and keeps its order', () => {
    expect(line('Ag 陈大文 3 김민준').glyphs.map(({ font }) => font.file)).toEqual([
      ...Array(2).fill('NotoSans-Regular.ttf'),
      'NotoSansSC-Medium.ttf',
      ...Array(2).fill('NotoSansTC-Medium.ttf'),
      'NotoSans-Regular.ttf',
      ...Array(3).fill('NotoSansKR-Medium.ttf'),
    ]);
  });

  it('joins, stacks and reorders as each script does', () => {
    // Joined letters are other glyphs than the same letters alone.
    expect(glyphs('محمد')).not.toEqual([...glyphs('د'), ...glyphs('م'), ...glyphs('ح'), ...glyphs('م')]);
    // The vowel sign I stands before its consonant; KSSA is one glyph.
    expect(glyphs('कि')[1]).toBe(glyphs('क')[0]);
    expect(glyphs('क्ष')).toHaveLength(1);
    // A mark above a letter takes no room of its own.
    expect(line('ที่').em).toBeCloseTo(line('ท').em, 2);
    expect(line('e\u0323\u0302').em).toBeCloseTo(line('e').em, 2);
  });

  it('sets right-to-left letters from the right, with numbers and Latin the other way round (UAX #9)', () => {
    const latin = (text: string) =>
      line(text)
        .glyphs.filter(({ font }) => font.file === 'NotoSans-Regular.ttf')
        .map(({ id }) => id);
    const order = line('דוד Dan').glyphs.map(({ font }) => font.file);
    expect(order.slice(0, 3)).toEqual(Array(3).fill('NotoSans-Regular.ttf'));
    expect(latin('דוד Dan')).toEqual(line('Dan').glyphs.map(({ id }) => id));
    // 12 stays 12, on the left of the letters that come before it.
    const [one, two] = [glyphs('א1')[0], glyphs('א2')[0]];
    expect(glyphs('א 12').slice(0, 2)).toEqual([one, two]);
    // Brackets are mirrored: seen from the left, the one that closes stands first and looks as one that opens.
    const [, left, , right] = line('א(א)א').glyphs;
    expect(left?.id).toBe(left?.font.shaper.nominalGlyph(0x28));
    expect(right?.id).toBe(right?.font.shaper.nominalGlyph(0x29));
    expect(startsFromTheRight('12 דוד')).toBe(true);
    expect(startsFromTheRight('Dan דוד')).toBe(false);
  });

  it('PRN-2 an emoji of several characters is one sign, and digits in a name are not', () => {
    for (const emoji of ['👩‍💻', '🇹🇼', '👍🏽', '🌸', '❤️', '3️⃣']) expect(glyphs(emoji), emoji).toHaveLength(1);
    expect(line('🌸 🌸').em - 2 * line('🌸').em).toBeCloseTo(line(' ').em, 2);
    expect(fontsOf('3 #*')).toEqual(['NotoSans-Regular.ttf']);
    expect(fontsOf('©™')).toEqual(['NotoSans-Regular.ttf']);
  });

  it.each(people)('PRN-2 finds glyphs for every letter: $script', ({ visitor, company }) => {
    for (const weight of [400, 700])
      for (const text of [visitor, company]) for (const { id } of line(text, weight).glyphs) expect(id, text).not.toBe(0);
  });

  it('PRN-2 finds glyphs for Latin with every diacritic, and for the ideographs of names that are rare', () => {
    let letters = '';
    for (let code = 0xa1; code <= 0x24f; code++) letters += String.fromCodePoint(code);
    for (let code = 0x1e00; code <= 0x1eff; code++) letters += String.fromCodePoint(code);
    for (const { id } of line(letters.replace('\u00AD', '')).glyphs) expect(id).not.toBe(0);
    for (const letter of '髙﨑邉濵邊齋亜張堃喆鋕') expect(line(letter).glyphs[0]?.id, letter).not.toBe(0);
  });

  it('PRN-2 a letter that no bundled font has is written in simpler ones, or seen as an empty box, never dropped', () => {
    expect(fonts.spelt('𝔄𝓷na ① ﬁ')).toMatch(/^Anna [1①] (fi|ﬁ)$/u);
    expect(fonts.spelt('Łukasz 陳 👩‍💻')).toBe('Łukasz 陳 👩‍💻');
    // Cherokee, Tifinagh, cuneiform: not bundled.
    for (const letter of ['Ꭰ', 'ⴰ', '𒀀']) {
      expect(fonts.spelt(letter)).toBe(letter);
      expect(line(letter).glyphs, letter).toMatchObject([{ id: 0 }]);
      expect(line(letter).em).toBeGreaterThan(0.3);
    }
  });
});
