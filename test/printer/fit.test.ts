import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, type TextBox } from '../../electron/printer/fit.ts';

// Every letter is half an em wide: widths can be told by counting.
const emOf = (text: string) => Array.from(text).length * 0.5;
const leading = 1.1;
const box: TextBox = { width: 200, height: 110, size: 50, floor: 10, lines: 2 };
const texts = (text: string, over: Partial<TextBox> = {}) =>
  fitText(text, { ...box, ...over }, emOf, leading).lines.map((line) => line.text);

describe('fit', () => {
  it('leaves a text that fits as large as the place allows', () => {
    expect(fitText('Anna', box, emOf, leading)).toEqual({ size: 50, leading: 1.1, lines: [{ text: 'Anna', em: 2 }] });
  });

  it('shrinks a single line to exactly the width', () => {
    const { size, lines } = fitText('Annabelle', { ...box, lines: 1 }, emOf, leading);
    expect(size).toBeCloseTo(200 / 4.5);
    expect(lines).toHaveLength(1);
  });

  it('prefers two large lines to a small one', () => {
    const { size, lines } = fitText('Anna Lind', box, emOf, leading);
    expect(lines.map((line) => line.text)).toEqual(['Anna', 'Lind']);
    expect(size).toBe(50);
  });

  it('keeps a name of ideographs whole where a little smaller will do, and breaks it where it will not', () => {
    expect(texts('山田花子太郎一二三')).toEqual(['山田花子太郎一二三']);
    expect(texts('山田花子太郎一二三'.repeat(4)).length).toBe(2);
  });

  it('breaks after hyphens and between Thai words, never before closing signs', () => {
    expect(texts('aaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbb')).toEqual(['aaaaaaaaaaaaaaaaaaa-', 'bbbbbbbbbbbbbbbbbbb']);
    const lines = texts('山田花子太郎「一二三」四五六七八九十'.repeat(3), { lines: 4, height: 60 });
    for (const line of lines) expect(line).not.toMatch(/^[」、。]|「$/);
  });

  it('PRN-3 what is too much at the floor ends with an ellipsis', () => {
    const lines = texts('word '.repeat(60).trim());
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/word…$/);
  });

  it('PRN-3 a word wider than the place is broken, not cut off', () => {
    expect(texts('W'.repeat(60))).toEqual(['W'.repeat(40), 'W'.repeat(20)]);
    expect(texts('W'.repeat(500))).toEqual(['W'.repeat(40), `${'W'.repeat(39)}…`]);
  });

  it('gives lines the room that the text needs, and a place that is too low for the floor smaller letters', () => {
    const tall = fitText('Annabelle Lind', { ...box, width: 100 }, emOf, 1.8);
    expect(tall.lines).toHaveLength(2);
    expect(tall.size * 1.8 * 2).toBeLessThanOrEqual(110 + 1e-6);
    expect(tall.leading).toBe(1.8);
    expect(fitText('Anna', { ...box, height: 9, floor: 10 }, emOf, 1.8).size).toBeCloseTo(5);
  });

  it('breaks between the words of scripts that write none apart', () => {
    for (const text of ['น้ำใจไทยน้ำใจไทย', 'ຄວາມສຸກຄວາມສຸກ', 'សុភមង្គលសុភមង្គល', 'ပျော်ရွှင်မှုပျော်ရွှင်မှု']) {
      const wide = Array.from(text).length * 0.5;
      const lines = texts(text, { width: wide * 25, size: 50, floor: 40 });
      expect(lines.length, text).toBe(2);
      expect(lines.join('')).toBe(text);
    }
  });

  it('PRN-3 whatever the text: inside the width, the height, the lines, and between floor and size', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom('Anna', '陳大文', 'น้ำใจไทย', 'von-und-zu'),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 1.1, max: 3, noNaN: true }),
        (words, lines, leading) => {
          const text = words.join(' ').replace(/\s+/g, ' ').trim();
          fc.pre(text !== '');
          const fitted = fitText(text, { ...box, lines }, emOf, leading);
          expect(fitted.lines.length).toBeGreaterThan(0);
          expect(fitted.lines.length).toBeLessThanOrEqual(lines);
          expect(fitted.size).toBeLessThanOrEqual(box.size);
          expect(fitted.size).toBeGreaterThanOrEqual(box.floor);
          expect(fitted.lines.length * fitted.size * fitted.leading).toBeLessThanOrEqual(box.height + 1e-6);
          for (const line of fitted.lines) {
            // A single letter may be wider than the place; nothing else.
            if (Array.from(line.text).length > 4) expect(line.em * fitted.size).toBeLessThanOrEqual(box.width + 1e-6);
          }
        },
      ),
    );
  });
});
