import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, graphemesOf } from '../../electron/core/text.ts';

describe('cleanText', () => {
  it.each([
    ['line breaks and tabs become a space', 'Anna\r\n\tMaria', 'Anna Maria'],
    ['control characters', 'A\u0000n\u001b[31mn\u009ba', 'A n [31mn a'],
    ['bidi overrides and isolates', '\u202Eneb\u202C \u2066Ben\u2069', 'neb Ben'],
    ['zero-width', 'Be\u200Bn\uFEFF', 'Ben'],
    ['the joiner of emoji stays', '👩‍💻', '👩‍💻'],
    ['the non-joiner of Persian stays', 'می‌خواهم', 'می‌خواهم'],
    ['decomposed letters are composed', 'Ame\u0301lie', 'Amélie'],
    ['lone surrogates go', 'A\ud800B', 'AB'],
    ['spaces are folded and trimmed', '  Chan   Tai  Man ', 'Chan Tai Man'],
    ['separators of lines and paragraphs', 'A\u2028B\u2029C', 'A B C'],
  ])('%s', (_name, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('keeps at most four marks on a character', () => {
    const marks = '\u0316\u0317\u0318\u0319\u031C';
    expect(cleanText(`Z${marks.repeat(40)}o`)).toHaveLength(6);
  });

  it('shortens 500 characters to the limit, with an ellipsis, by whole characters', () => {
    const clean = cleanText('é👩‍💻'.repeat(250), 20);
    expect(graphemesOf(clean)).toHaveLength(20);
    expect(clean.endsWith('…')).toBe(true);
  });

  it('does the same with a plain text as with any other', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (raw, limit) => {
        // A letter that is none of ASCII's takes the long way, and the same room.
        expect(cleanText(`x${raw}`, limit).replace('x', 'é')).toBe(cleanText(`é${raw}`, limit));
      }),
    );
  });

  it('is idempotent, bounded and free of controls for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (raw, limit) => {
        const clean = cleanText(raw, limit);
        expect(cleanText(clean, limit)).toBe(clean);
        expect(graphemesOf(clean).length).toBeLessThanOrEqual(limit);
        expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
