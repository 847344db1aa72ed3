import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { artworkOf } from '../../electron/printer/artwork.ts';
import { createBadges } from '../../electron/printer/badge.ts';
import { paintGreys, stretched } from '../../electron/printer/dither.ts';
import { imageOf } from '../../electron/printer/image.ts';
import type { Picture } from '../../electron/printer/picture.ts';
import { assets, content } from './people.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foyer-artwork-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, bytes: Uint8Array | string) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
/** A PNG of which each pixel is told: grey and, where it matters, how opaque. */
const pngOf = (width: number, height: number, pixel: (x: number, y: number) => number, alpha = 255) => {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) png.data.set([pixel(x, y), pixel(x, y), pixel(x, y), alpha], 4 * (y * width + x));
  return PNG.sync.write(png);
};
const page = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">${inside}</svg>`;
const template = written(
  'site.svg',
  page('<rect id="logo" x="0" y="0" width="400" height="200"/><rect id="photo" x="100" y="200" width="200" height="200"/>'),
);
const media = { width: 400, dpi: 203 };
const draw = (logo?: string, photo?: Uint8Array) => {
  const drawn = createBadges({ assets, media, template, ...(logo === undefined ? {} : { logo }) }).draw(
    content(),
    photo ? { photo } : {},
  );
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.failure));
  return drawn.value;
};
/** The share of black dots in a box of a picture. */
const darkness = ({ width, bits }: Picture, left: number, top: number, right: number, bottom: number) => {
  let black = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) black += ((bits[(y * width + x) >> 3] ?? 0) >> (7 - ((y * width + x) & 7))) & 1;
  return black / ((right - left) * (bottom - top));
};
// A JPEG of 8 x 8 pixels, all of one middle grey, written by hand from ITU-T T.81: baseline, one component.
const jpeg = Buffer.from(
  `ffd8ffdb004300${'01'.repeat(64)}ffc0000b080008000801011100ffc4001400${'01'}${'00'.repeat(16)}ffc4001410${'01'}${'00'.repeat(16)}ffda0008010100003f003fffd9`,
  'hex',
);

describe('artwork', () => {
  it('a grey becomes as many black dots as it is dark', () => {
    for (const grey of [60, 90, 128, 200]) {
      const share = darkness(
        draw(
          written(
            'grey.png',
            pngOf(40, 20, () => grey),
          ),
        ),
        0,
        0,
        400,
        200,
      );
      expect(share, String(grey)).toBeCloseTo(1 - grey / 255, 1);
    }
  });

  it('a logo of one colour keeps its edges: no lone dots beside them', () => {
    const picture = draw(
      written(
        'half.png',
        pngOf(400, 200, (x) => (x < 201 ? 0 : 255)),
      ),
    );
    expect(darkness(picture, 0, 0, 201, 200)).toBe(1);
    expect(darkness(picture, 201, 0, 400, 200)).toBe(0);
    const svg = draw(written('ring.svg', page('<circle cx="200" cy="200" r="150" fill="none" stroke="#000" stroke-width="100"/>')));
    for (const [x, y] of [
      [200, 25],
      [275, 100],
    ] as const)
      expect(darkness(svg, x - 5, y - 5, x + 5, y + 5)).toBe(1);
    expect(darkness(svg, 190, 90, 210, 110)).toBe(0);
  });

  it('a logo is whole and in the middle of its place; behind one that is clear it is white', () => {
    const picture = draw(
      written(
        'tall.png',
        pngOf(50, 100, () => 0),
      ),
    );
    expect(darkness(picture, 150, 0, 250, 200)).toBe(1);
    expect(darkness(picture, 0, 0, 149, 200)).toBe(0);
    const veil = draw(
      written(
        'veil.png',
        pngOf(50, 100, () => 0, 51),
      ),
    ); // a fifth of black
    expect(darkness(veil, 151, 0, 249, 200)).toBeCloseTo(0.2, 1);
  });

  it('a large photo fills its place, with all of its range', () => {
    // Dull stripes, 900 pixels high: what the printer gets is black and white ones.
    const photo = pngOf(1200, 900, (_, y) => (y % 300 < 150 ? 100 : 150));
    const picture = draw(undefined, photo);
    expect(darkness(picture, 105, 205, 295, 228)).toBe(1);
    expect(darkness(picture, 105, 240, 295, 260)).toBe(0);
    expect(darkness(picture, 0, 200, 99, 400)).toBe(0);
  });

  it('a photo is the mean of its pixels, not some of them', () => {
    // Fine stripes, of which every fourth pixel would be black alone.
    const picture = draw(
      undefined,
      pngOf(800, 800, (x, y) => (y < 400 ? (x % 4 === 0 ? 0 : 255) : x % 2 ? 255 : 0)),
    );
    expect(darkness(picture, 110, 210, 290, 290)).toBeLessThan(0.5);
    expect(darkness(picture, 110, 310, 290, 390)).toBeGreaterThan(0.5);
  });

  it('a JPEG can be read', () => {
    expect(imageOf(jpeg)).toEqual({ type: 'jpeg', width: 8, height: 8 });
    expect(darkness(draw(written('grey.jpg', jpeg)), 110, 10, 290, 190)).toBeCloseTo(0.5, 1);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'logo'],
    ['nothing to be seen', pngOf(30, 30, () => 0, 0)],
    ['a broken PNG', pngOf(30, 30, () => 0).subarray(0, 40)],
    ['the head of a JPEG alone', jpeg.subarray(0, 100)],
    ['a PNG of too many pixels', hugePng()],
    ['an SVG that runs something', page('<script/>')],
  ])('says that the logo is unfit: %s', (_, bytes) => {
    const badges = createBadges({ assets, media, template, logo: written('unfit', bytes) });
    expect(badges.draw(content())).toEqual({ ok: false, failure: { code: 'printer.badge', operation: 'template', field: 'logo' } });
    const drawn = createBadges({ assets, media, template }).draw(content(), { photo: Buffer.from(bytes) });
    expect(drawn).toMatchObject({ ok: false, failure: { field: 'photo' } });
  });

  it('a logo may have letters, in any bundled script', () => {
    const words = (text: string) => page(`<text x="20" y="220" font-size="60">${text}</text>`);
    for (const text of ['Happy', '快樂'])
      expect(darkness(draw(written('words.svg', words(text))), 100, 0, 300, 200), text).toBeGreaterThan(0.01);
  });

  it('says that the logo is not there', () => {
    const badges = createBadges({ assets, media, template, logo: path.join(folder, 'absent.png') });
    expect(badges.draw(content())).toMatchObject({ ok: false, failure: { field: 'logo' } });
  });

  it('a logo takes the place of the name of the site in the included templates', () => {
    const logo = written(
      'black.png',
      pngOf(60, 10, () => 0),
    );
    for (const width of [576, 696]) {
      const badges = (one?: string) =>
        createBadges({ assets, media: { width, dpi: 203 }, ...(one === undefined ? {} : { logo: one }) });
      const [plain, with_] = [badges().draw(content()), badges(logo).draw(content())];
      if (!plain.ok || !with_.ok) throw new Error('not drawn');
      const row = Math.round((42 / 576) * width);
      expect(darkness(with_.value, Math.round(width * 0.06), row - 5, Math.round(width * 0.4), row + 5)).toBe(1);
      expect(darkness(plain.value, Math.round(width * 0.06), row - 5, Math.round(width * 0.4), row + 5)).toBeLessThan(0.6);
    }
  });

  it('reads no size from what is cut off, whatever the bytes', () => {
    for (let length = 0; length < jpeg.length; length++) expect(() => imageOf(jpeg.subarray(0, length))).not.toThrow();
    expect(imageOf(Buffer.from('ffd8ffffffffffffffff', 'hex'))).toBeUndefined();
    expect(imageOf(Buffer.from('ffd8ffe00000ffe00000ffe0', 'hex'))).toBeUndefined();
    expect(artworkOf(new Uint8Array(9 * 1024 * 1024), assets)).toBeUndefined();
  });

  it('spreads no error over the edge of the greys, and stretches a range', () => {
    const picture: Picture = { width: 16, height: 4, bits: new Uint8Array(8) };
    paintGreys(picture, { width: 8, height: 2, light: new Uint8Array(16).fill(127) }, 4, 1);
    expect(darkness(picture, 0, 0, 4, 4) + darkness(picture, 12, 0, 16, 4) + darkness(picture, 0, 0, 16, 1)).toBe(0);
    expect(darkness(picture, 4, 1, 12, 3)).toBeCloseTo(0.5, 0);
    const { light } = stretched({ width: 200, height: 1, light: Uint8Array.from({ length: 200 }, (_, at) => 100 + at / 4) });
    expect([light[0], light[199]]).toEqual([0, 255]);
  });
});

function hugePng(): Buffer {
  const head = Buffer.from(pngOf(1, 1, () => 0));
  head.writeUInt32BE(50_000, 16);
  head.writeUInt32BE(50_000, 20);
  return head;
}
