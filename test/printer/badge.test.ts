import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { PrintContent } from '../../electron/core/visit.ts';
import { createBadges } from '../../electron/printer/badge.ts';
import { templateFor } from '../../electron/printer/included.ts';
import { heightLimit, type Picture, pngOf } from '../../electron/printer/picture.ts';
import { assets, content, people } from './people.ts';
import { readQr } from './qr-reader.ts';

const badges = createBadges({ assets, media: { width: 576, dpi: 203 } });
const roll = (width: number, dpi = 203) => createBadges({ assets, media: { width, dpi } });
const draw = (over: Partial<PrintContent> = {}, from = badges): Picture => {
  const drawn = from.draw(content(over));
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.failure));
  return drawn.value;
};
const dots = ({ width, height, bits }: Picture) => {
  const black = new Uint8Array(width * height);
  for (let dot = 0; dot < black.length; dot++) black[dot] = ((bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1;
  return { width, height, bits: black };
};
/** The smallest box around the black dots within a box, [left, top, right, bottom]; undefined where all is white. */
const ink = (picture: Picture, [left, top, right, bottom]: [number, number, number, number]) => {
  const { width, bits } = dots(picture);
  let box: [number, number, number, number] | undefined;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (!bits[y * width + x]) continue;
      box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
    }
  }
  return box;
};
const labels = [
  { name: '62 x 100 mm at 300 dpi', width: 696, height: 1109, dpi: 300 },
  { name: '62 x 100 mm at 203 dpi', width: 496, height: 799, dpi: 203 },
  { name: '62 x 29 mm at 300 dpi', width: 696, height: 271, dpi: 300 },
  { name: '62 x 29 mm at 203 dpi', width: 496, height: 232, dpi: 203 },
  { name: '104 x 54 mm at 203 dpi', width: 832, height: 432, dpi: 203 },
  { name: '104 x 54 mm at 300 dpi', width: 1224, height: 638, dpi: 300 },
  { name: '29 x 90 mm at 300 dpi', width: 304, height: 991, dpi: 300 },
];
const nameBox: [number, number, number, number] = [0, 84, 576, 344];
/** The dots of the lower right corner, where the included templates have their code: nothing else is there. */
const codeOf = (picture: Picture) => {
  const { width, height, bits } = dots(picture);
  const side = Math.floor(Math.min(width, height) * 0.3);
  const rows: number[] = [];
  for (let y = height - side; y < height; y++) rows.push(...bits.subarray(y * width + width - side, (y + 1) * width));
  return rows;
};
const hostile: [string, string][] = [
  ['bidi overrides', '\u202EAnna\u202D \u2066Lind\u2069\u200F'],
  ['zero width', 'An\u200Bna\u2060 \uFEFFLind'],
  ['200 combining marks', `Ann${'a\u0301'}${'\u0301'.repeat(200)} Lind`],
  ['newline and tab', 'Anna\r\n\tLind\u2028berg\u0085'],
  ['emoji', '👩‍💻 Anna 🇹🇼 Lind 👍🏽'],
  ['emoji alone', '🌸🌸🌸'],
  ['500 letters', 'W'.repeat(500)],
  ['500 words', 'Anna '.repeat(500)],
  ['500 ideographs', '陳'.repeat(500)],
  ['500 Arabic letters', 'محمد '.repeat(125)],
  ['500 Devanagari syllables', 'क्षि'.repeat(500)],
  ['XML', '</text></svg><script>&amp;"\'<!--'],
  ['controls', '\u0000\u001b@\u001dV\u0000\u0010\u0004\u0001\u009b'],
  ['lone surrogates', '\uD800An\uDC00na\uDBFF'],
  ['nothing', ''],
  ['unassigned and private', '\u{10FFFF}\uE000\uFDD0\u0378'],
];

describe('badge', () => {
  it('is as wide as the printer and keeps its proportions on a roll', () => {
    for (const width of [384, 576, 832]) {
      const picture = draw({}, roll(width));
      expect(picture.width).toBe(width);
      expect(picture.height / picture.width).toBeCloseTo(672 / 576, 2);
      expect(picture.bits).toHaveLength((picture.width * picture.height) / 8);
    }
  });

  it.each(labels)(
    'fills a label exactly, whole and in the middle, with modules of whole dots: $name',
    async ({ name: _, ...media }) => {
      for (const over of [{}, { kind: 'slip', time: '09:32 – 11:04' }] as const) {
        const picture = draw(over, createBadges({ assets, media }));
        expect([picture.width, picture.height]).toEqual([media.width, media.height]);
        // Nothing is cut: there is a white margin on every side, and above as much as below, left as much as right.
        const box = ink(picture, [0, 0, media.width, media.height]);
        if (!box) throw new Error('nothing drawn');
        expect(Math.min(box[0], box[1], media.width - 1 - box[2], media.height - 1 - box[3])).toBeGreaterThan(4);
        const found = await readQr(dots(picture));
        expect(found.map(({ text }) => text)).toEqual(['FJUEIW']);
        const { topLeft, topRight } = found[0]?.position ?? {};
        const module = ((topRight?.x ?? 0) - (topLeft?.x ?? 0)) / 21;
        expect(Math.abs(module - Math.round(module))).toBeLessThan(0.2);
        expect((Math.round(module) / media.dpi) * 25.4).toBeGreaterThanOrEqual(0.5);
      }
    },
  );

  it('chooses the template by the size and the shape of the label, and takes another by its name', () => {
    expect(labels.map(({ name: _, ...media }) => [templateFor(media, 'badge'), templateFor(media, 'slip')])).toEqual([
      ['label-62x100', 'slip'],
      ['label-62x100', 'slip'],
      ['label-62x29', 'slip-wide'],
      ['label-62x29', 'slip-wide'],
      ['card-104x54', 'slip-wide'],
      ['card-104x54', 'slip-wide'],
      ['narrow-29', 'narrow-29'],
    ]);
    expect(templateFor({ width: 696, dpi: 300 }, 'badge')).toBe('receipt-80');
    const named = createBadges({ assets, media: { width: 696, dpi: 300 }, template: 'label-62x100' });
    expect(draw({}, named).height).toBe(1109);
  });

  it('has the name first and large: readable at two metres', () => {
    const box = ink(draw({ visitor: 'HANNA LIND' }), nameBox);
    // Two lines of capitals, each at least 8 mm (64 dots at 203 dpi) high.
    expect((box?.[3] ?? 0) - (box?.[1] ?? 0)).toBeGreaterThan(128 + 10);
  });

  it.each(people)('carries a QR code that reads as the code: $script', async ({ visitor, company, code }) => {
    const picture = draw({ visitor, company, host: visitor, place: company, site: company, code });
    const found = await readQr(dots(picture));
    expect(found.map(({ text }) => text)).toEqual([code]);
    expect(found[0]).toMatchObject({ ecLevel: 'H', version: '1' });
  });

  it.each([384, 576, 832])('the modules of the QR code are whole dots, at least half a millimetre, at %i dots', async (width) => {
    const picture = draw({}, roll(width));
    const [{ position } = { position: undefined }] = await readQr(dots(picture));
    if (!position) throw new Error('no code');
    const { topLeft, topRight } = position;
    const all = dots(picture);
    // The top edge of the finder pattern is one run of 7 modules of solid black, and 7 divides it.
    const y = Math.round(topLeft.y) + 2;
    let start = Math.round(topLeft.x) - 3;
    while (!all.bits[y * width + start]) start++;
    let end = start;
    while (all.bits[y * width + end]) end++;
    const module = (end - start) / 7;
    expect(Number.isInteger(module)).toBe(true);
    expect(module).toBeGreaterThanOrEqual(4);
    expect(Math.abs((topRight.x - topLeft.x) / 21 - module)).toBeLessThan(0.2);
    // Four white modules around it.
    const quiet = module * 4;
    const size = module * 21;
    const top = Math.round(topLeft.y) - 3;
    expect(ink(picture, [start - quiet, top, start - 1, top + size])).toBeUndefined();
    expect(ink(picture, [start + size + 1, top, Math.min(width, start + size + quiet), top + size])).toBeUndefined();
  });

  it.each(hostile)('PRN-3 %s stays inside its box and its lines', async (_, text) => {
    const plain = draw();
    const picture = draw({ visitor: text, company: text, host: text, place: text, site: text, date: text, time: text });
    expect([picture.width, picture.height]).toEqual([plain.width, plain.height]);
    // Where no text may be: the margins, the rule's surroundings, the quiet zone of the code.
    expect(ink(picture, [0, 0, 10, picture.height])).toBeUndefined();
    expect(ink(picture, [566, 0, 576, picture.height])).toBeUndefined();
    expect(ink(picture, [362, 428, 396, 600])).toBeUndefined();
    expect((await readQr(dots(picture))).map((found) => found.text)).toEqual(['FJUEIW']);
  });

  it('PRN-3 whatever the text, all of Unicode: drawn, and inside its box', { timeout: 120_000 }, () => {
    const letters = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(...people.map(({ visitor }) => visitor), '\u0e47'.repeat(9), '﷽﷽﷽', '𒈙𒈙', 'ꦄ꧀', 'ཧཱུྂ', '꧁༺', '\u0301a'),
    );
    fc.assert(
      fc.property(letters, fc.constantFrom(...labels), (text, { name: _, ...media }) => {
        const badges = createBadges({ assets, media });
        const [full, empty] = [
          draw({ visitor: text, company: text, host: text, place: text, site: text, date: text, time: text }, badges),
          draw({ visitor: 'A', company: '', host: '', place: '', site: '', date: '', time: '' }, badges),
        ];
        expect([full.width, full.height]).toEqual([media.width, media.height]);
        // No text is where none may be: in the margins, and over the code, which is the same as on a badge without texts.
        const [right, bottom] = [media.width, media.height];
        const margin = Math.floor(right * 0.009);
        expect(ink(full, [0, 0, margin, bottom])).toBeUndefined();
        expect(ink(full, [right - margin, 0, right, bottom])).toBeUndefined();
        const code = codeOf(empty);
        expect(code.length).toBeGreaterThan(1000);
        expect(Buffer.from(codeOf(full)).equals(Buffer.from(code))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('PRN-3 nothing that is not seen changes the picture', () => {
    const same = (text: string) =>
      Buffer.from(draw({ visitor: text }).bits).equals(Buffer.from(draw({ visitor: 'Anna Lind' }).bits));
    for (const text of ['\u202EAnna\u200B \n\t Lind\u2069', '\uFEFFAnna\u0000 Lind\u001b'])
      expect(same(text), JSON.stringify(text)).toBe(true);
    expect(same('Anna Lindt')).toBe(false);
  });

  it('PRN-3 a name of which nothing can be seen is the code', () => {
    const code = Buffer.from(draw({ visitor: 'FJUEIW' }).bits);
    for (const unseen of ['', '\u200B\u2060', '\u3164', '\u200D\u200C', '\u115F\u1160'])
      expect(Buffer.from(draw({ visitor: unseen }).bits).equals(code), JSON.stringify(unseen)).toBe(true);
  });

  it('leaves out the sign of a place that has no text', () => {
    const { host: _host, place: _place, ...rest } = content();
    const drawn = badges.draw(rest);
    if (!drawn.ok) throw new Error(drawn.failure.code);
    expect(ink(drawn.value, [20, 440, 366, 552])).toBeUndefined();
    expect(ink(draw(), [20, 440, 66, 552])).toBeDefined();
  });

  it('sets right-to-left names from the right edge, in their own order', () => {
    const right = ink(draw({ visitor: 'דוד' }), nameBox);
    expect(right?.[2]).toBeGreaterThan(540);
    expect(right?.[0]).toBeGreaterThan(200);
    const left = ink(draw({ visitor: 'Dan' }), nameBox);
    expect(left?.[0]).toBeLessThan(40);
    // The digit is on the left of the Hebrew that comes before it, and on the right of the Latin.
    expect(ink(draw({ visitor: 'א 1' }), nameBox)?.[2]).toBe(ink(draw({ visitor: 'א' }), nameBox)?.[2]);
  });

  it('draws syllables of several glyphs side by side', () => {
    // Not on top of each other: the word is wider than its widest half by most of the other half.
    const width = (text: string) => {
      const box = ink(draw({ visitor: text }), nameBox);
      return box ? box[2] - box[0] : 0;
    };
    expect(width('प्रिया')).toBeGreaterThan(width('प्रि') + 0.7 * width('या'));
    expect(width('น้ำใจ')).toBeGreaterThan(width('น้ำ') + 0.7 * width('ใจ'));
  });

  it('is the same picture every time', () => {
    expect(Buffer.from(draw().bits).equals(Buffer.from(roll(576).draw(content()).ok ? draw().bits : []))).toBe(true);
  });

  it('PRN-4 a code that is none makes no badge', () => {
    for (const code of ['', 'ABC', 'ABCDEFG', 'A'.repeat(5000), 'AB\u0000DEF', 'ÄÖÜßéñ']) {
      expect(badges.draw(content({ code }))).toMatchObject({ ok: false, failure: { code: 'printer.badge', field: 'code' } });
    }
  });

  it('says what is wrong where no badge can be drawn', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'foyer-badge-'));
    const failureOf = (width = 576) => {
      const drawn = createBadges({ assets: folder, media: { width, dpi: 203 } }).draw(content());
      return drawn.ok ? undefined : drawn.failure;
    };
    try {
      expect(failureOf()).toEqual({ code: 'printer.badge', operation: 'template', field: 'receipt-80.svg' });
      mkdirSync(path.join(folder, 'badges'));
      const file = path.join(folder, 'badges', 'receipt-80.svg');
      writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 ${heightLimit}"/>`);
      expect(failureOf()).toMatchObject({ code: 'printer.badge', field: 'viewBox' });
      writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 100"><g></svg>');
      expect(failureOf()).toMatchObject({ code: 'printer.badge' });
      expect(roll(128).draw(content())).toMatchObject({ ok: false, failure: { field: 'width' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('the slip carries the same code', async () => {
    const picture = draw({ kind: 'slip', time: '09:32 – 11:04' });
    expect(picture.height).toBeLessThan(draw().height);
    expect((await readQr(dots(picture))).map(({ text }) => text)).toEqual(['FJUEIW']);
  });

  it('becomes a PNG dot for dot', () => {
    const picture = draw();
    const png = PNG.sync.read(pngOf(picture));
    const black = dots(picture).bits;
    expect([png.width, png.height]).toEqual([picture.width, picture.height]);
    expect(black.every((dot, at) => png.data[at * 4] === (dot ? 0 : 255))).toBe(true);
  });
});
