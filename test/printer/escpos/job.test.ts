import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBadges } from '../../../electron/printer/badge.ts';
import { encodeJob, withoutRealTimeCommands } from '../../../electron/printer/escpos/job.ts';
import type { Picture } from '../../../electron/printer/picture.ts';
import { readCommands, realTimeCommands } from '../../fakes/escpos.ts';
import { anyText } from '../any-text.ts';
import { assets, content, people } from '../people.ts';

const badges = createBadges({ assets, media: { width: 576, dpi: 203 } });
const jobOf = (visitor: string, company = visitor) => {
  const drawn = badges.draw(content({ visitor, company }));
  if (!drawn.ok) throw new Error(drawn.failure.code);
  return encodeJob(drawn.value);
};
/** The commands without what is in the picture and without the process id, which differ from job to job. */
const shapeOf = (bytes: Buffer) =>
  readCommands(bytes).map((command) => {
    if (command.name === 'raster') return { ...command, dots: command.dots.length };
    return command.name === 'process id' ? { name: command.name } : command;
  });
const plain = shapeOf(jobOf('Anna Lind').bytes);

describe('ESC/POS job', () => {
  it('is initialise, one picture, feed, cut, initialise, process id, and nothing else', () => {
    expect(plain).toEqual([
      { name: 'initialise' },
      { name: 'raster', mode: 0, width: 576, height: 672, dots: 72 * 672 },
      { name: 'feed lines', lines: 4 },
      { name: 'cut', mode: 1 },
      { name: 'initialise' },
      { name: 'process id' },
    ]);
  });

  it('PRN-1 no visitor can change a command: all of Unicode', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyText, anyText, (visitor, company) => {
        const { bytes } = jobOf(visitor, company);
        expect(shapeOf(bytes)).toEqual(plain);
        expect(realTimeCommands(bytes)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ...people.map(({ visitor }) => visitor),
    'ě ĝ Đ Ą č',
    '\u001b@\u001dV\u0000',
    '\u0010\u0004\u0001\u0010\u0014\u0001',
    Array.from({ length: 32 }, (_, at) => String.fromCharCode(0x80 + at)).join(''),
    '\uD800\uDC00\uDFFF\uD83D',
  ])('PRN-1 the commands for %j are those for a plain name', (visitor) => {
    expect(shapeOf(jobOf(visitor).bytes)).toEqual(plain);
  });

  it('PRN-1 a picture is never a real-time command, and differs by a dot at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x00, 0xff), { maxLength: 60 }), (values) => {
        const bits = Uint8Array.from(values);
        const safe = withoutRealTimeCommands(bits);
        expect(realTimeCommands(safe)).toEqual([]);
        expect(safe).toHaveLength(bits.length);
        safe.forEach((byte, at) => {
          const added = byte ^ (bits[at] ?? 0);
          expect([0, 0x08]).toContain(added);
        });
      }),
    );
  });

  it.each([1039, 1040, 1041, 1296, 3088])('PRN-1 a picture %i dots high is none either', (height) => {
    const picture: Picture = { width: 576, height, bits: new Uint8Array(72 * height).fill(0x01) };
    const { bytes } = encodeJob(picture);
    expect(realTimeCommands(bytes)).toEqual([]);
    const raster = readCommands(bytes).find((command) => command.name === 'raster');
    expect(raster?.height).toBeGreaterThanOrEqual(height);
    expect(raster?.height).toBeLessThanOrEqual(height + 1);
  });

  it.each([
    // What each family's printers are sent around the picture, byte by byte, and the process id only where it is known.
    ['epson', '1b40', '1b6404 1d5601 1b40 1d2848060030 30'],
    ['tanca', '1b40', '1b6404 1d5601 1b40 1d2848060030 30'],
    ['custom', '1b40', '1b6404 1b69 1b40'],
    ['daruma', '1b40', '0b 1b6d 1b40'],
  ] as const)('%s: golden stream', (family, before, after) => {
    const picture: Picture = { width: 16, height: 3, bits: Uint8Array.of(0x80, 0x01, 0xaa, 0x55, 0xff, 0x00) };
    const { bytes, id } = encodeJob(picture, family);
    const hex = `${before} 1d763000 0200 0300 8001 aa55 ff00 ${after}`.replaceAll(' ', '');
    expect(bytes.toString('hex')).toBe(hex + Buffer.from(id ?? '').toString('hex'));
    expect(id === undefined).toBe(family === 'custom' || family === 'daruma');
    expect(readCommands(bytes).filter(({ name }) => name === 'text')).toEqual([]);
  });

  it('custom: a picture higher than its firmware takes is several, one below the other', () => {
    const bits = Uint8Array.from({ length: 3000 * 2 }, (_, at) => (at * 7) & 0xff & ~0x10);
    const rasters = readCommands(encodeJob({ width: 16, height: 3000, bits }, 'custom').bytes).filter(
      ({ name }) => name === 'raster',
    );
    expect(rasters.map((raster) => (raster.name === 'raster' ? raster.height : 0))).toEqual([2047, 953]);
    const dots = Buffer.concat(rasters.map((raster) => (raster.name === 'raster' ? raster.dots : Buffer.alloc(0))));
    expect(dots.equals(bits)).toBe(true);
  });

  it('carries nothing of the job before it', () => {
    const picture = (fill: number): Picture => ({ width: 8, height: 4, bits: new Uint8Array(4).fill(fill) });
    encodeJob(picture(0xaa));
    const rasters = readCommands(encodeJob(picture(0x55)).bytes).filter((command) => command.name === 'raster');
    expect(rasters).toHaveLength(1);
    expect([...(rasters[0]?.dots ?? [])]).toEqual([0x55, 0x55, 0x55, 0x55]);
  });

  it('asks for an id of its own each time', () => {
    const picture: Picture = { width: 8, height: 1, bits: new Uint8Array(1) };
    const jobs = Array.from({ length: 50 }, () => encodeJob(picture));
    expect(new Set(jobs.map(({ id }) => id)).size).toBeGreaterThan(45);
    for (const { bytes, id } of jobs) {
      expect(readCommands(bytes).at(-1)).toEqual({ name: 'process id', id });
      expect(id).toMatch(/^[A-Z0-9]{4}$/);
    }
  });
});
