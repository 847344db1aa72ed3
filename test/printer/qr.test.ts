import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCode } from '../../electron/contract/code.ts';
import type { Picture } from '../../electron/printer/picture.ts';
import { paintQr } from '../../electron/printer/qr.ts';
import { readQr } from './qr-reader.ts';

const box = { x: 3.4, y: 2.7, width: 190, height: 180 };
const blank = (): Picture => ({ width: 200, height: 190, bits: new Uint8Array((200 * 190) / 8) });
const read = async ({ width, height, bits }: Picture) => {
  const dots = Uint8Array.from({ length: width * height }, (_, dot) => ((bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1);
  return (await readQr({ width, height, bits: dots })).map(({ text, version, ecLevel }) => ({ text, version, ecLevel }));
};

describe('QR code', () => {
  it('PRN-4 holds six letters and digits, or nothing is painted, whatever it is given', async () => {
    const code = fc.stringMatching(/^[A-Z0-9]{6}$/);
    const anything = fc.oneof(
      code,
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ minLength: 200, maxLength: 4000 }),
      code.map((one) => `${one}\u0000`),
      code.map((one) => `https://visit.example/${one}`),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const picture = blank();
        const painted = paintQr(picture, text, box, 203);
        const held = normaliseCode(text);
        expect(painted.ok).toBe(held !== undefined);
        if (held === undefined) {
          expect(picture.bits.every((byte) => byte === 0)).toBe(true);
          return;
        }
        expect(Buffer.byteLength(held)).toBe(6);
        expect(held).toMatch(/^[A-Z0-9]{6}$/);
        expect(await read(picture)).toEqual([{ text: held, version: '1', ecLevel: 'H' }]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [203, 29 * 4, 29 * 4 - 1],
    [300, 29 * 6, 29 * 6 - 1],
    [600, 29 * 12, 29 * 12 - 1],
  ])('has modules of at least half a millimetre at %i dpi, or is refused', (dpi, enough, little) => {
    const picture: Picture = { width: 400, height: 400, bits: new Uint8Array(20_000) };
    expect(paintQr(picture, 'FJUEIW', { x: 0, y: 0, width: enough, height: enough }, dpi).ok).toBe(true);
    expect(paintQr(picture, 'FJUEIW', { x: 0, y: 0, width: enough, height: little }, dpi)).toEqual({
      ok: false,
      failure: { code: 'printer.badge', operation: 'qr', field: 'width' },
    });
  });
});
