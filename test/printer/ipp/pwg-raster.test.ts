import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBadges } from '../../../electron/printer/badge.ts';
import { pwgRasterOf } from '../../../electron/printer/ipp/pwg-raster.ts';
import { assets, content } from '../people.ts';
import { readQr } from '../qr-reader.ts';
import { hasPoppler, pageOfPdf } from './documents.ts';

/** Dots of 8 bits behind the header, read after the standard and apart from the writer. */
function dotsOf(raster: Buffer, width: number): Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 4 + 1796; at < raster.length; ) {
    const repeats = (raster[at++] ?? 0) + 1;
    const line: number[] = [];
    while (line.length < width) {
      const code = raster[at++] ?? 128;
      if (code < 128) line.push(...Array.from({ length: code + 1 }, () => raster[at] ?? -1));
      else line.push(...raster.subarray(at, at + 257 - code));
      at += code < 128 ? 1 : 257 - code;
    }
    expect(line).toHaveLength(width);
    lines.push(...Array.from({ length: repeats }, () => Buffer.from(line)));
  }
  return lines;
}

describe('PWG Raster', () => {
  it('has every dot of the picture in the middle of the page, and white around it', () => {
    // Two lines of 16 dots on a page of 20 by 4 at 254 dpi, ten dots to the millimetre.
    const picture = { width: 16, height: 2, bits: Uint8Array.of(0b10000000, 0b00000001, 0xff, 0x00) };
    const raster = pwgRasterOf(picture, 254, { width: 200, height: 40 });
    expect(raster.toString('latin1', 0, 4)).toBe('RaS2');
    expect(raster.toString('latin1', 4, 13)).toBe('PwgRaster');
    expect([372, 376, 392].map((at) => raster.readUInt32BE(4 + at))).toEqual([20, 4, 20]);
    const white = Array.from({ length: 20 }, () => 255);
    const drawn = (black: (x: number) => boolean) => white.map((grey, x) => (black(x) ? 0 : grey));
    expect(dotsOf(raster, 20).map((line) => [...line])).toEqual([
      drawn((x) => x === 2 || x === 17),
      drawn((x) => x >= 2 && x < 10),
      white,
      white,
    ]);
  });

  const filter = '/usr/lib/cups/filter/rastertopdf';
  if (!existsSync(filter) || !hasPoppler) console.warn('SKIPPED: CUPS does not read our raster, for its filters are not here');
  it.skipIf(!existsSync(filter) || !hasPoppler)('is read by CUPS’s own filter, as large as it is, and its code reads', async () => {
    const drawn = createBadges({ assets, media: { width: 728, dpi: 300 } }).draw(content());
    if (!drawn.ok) throw new Error(drawn.failure.code);
    const raster = pwgRasterOf(drawn.value, 300, { width: 6200, height: 10000 });
    const pdf = execFileSync(filter, ['1', 'a', 'b', '1', ''], {
      input: raster,
      env: { PATH: '/usr/bin:/bin', CONTENT_TYPE: 'image/pwg-raster', FINAL_CONTENT_TYPE: 'application/pdf' },
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
    const page = pageOfPdf(pdf);
    expect(Math.abs(page.width - (62 / 25.4) * 72)).toBeLessThan(1);
    expect(Math.abs(page.height - (100 / 25.4) * 72)).toBeLessThan(1);
    expect((await readQr(page.picture)).map(({ text }) => text)).toEqual(['FJUEIW']);
  });
});
