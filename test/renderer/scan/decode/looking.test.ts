import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Looking, looking } from '../../../../renderer/scan/decode/looking.ts';
import type { Luma } from '../../../../renderer/scan/decode/luma.ts';
import { secondFamily } from '../../../../renderer/scan/decode/second-family.ts';
import { meantOf } from '../../../../renderer/scan/decode/sighting.ts';
import { openZxing, type Zxing } from '../../../../renderer/scan/decode/zxing.ts';
import { type Drawing, draw, greyOf, seeded } from './drawn.ts';

const wasm = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';
const plenty = 10_000;
let zxing: Zxing;
let looks: Looking;
beforeAll(async () => {
  zxing = await openZxing(new Uint8Array(readFileSync(wasm)));
  looks = looking(zxing);
});

const textsIn = (picture: Luma): string[] => {
  looks.afresh();
  return looks.look(picture, plenty).sightings.map(({ text }) => text);
};

describe('a look at a picture', () => {
  it.each([
    ['clean', {}],
    ['small', { module: 2 }],
    ['turned by 30°', { turned: 30 }],
    ['upside down', { turned: 180 }],
    ['inverted, as phones in dark mode show it', { dark: 225, light: 30 }],
    ['of little contrast', { dark: 120, light: 150 }],
    ['in a dark lobby', { dark: 8, light: 34 }],
    ['under noise', { noise: 120 }],
  ] satisfies [string, Drawing][])('reads a code that is %s', (_, drawing) => {
    expect(textsIn(draw(greyOf(), 'FJUEIW', drawing))).toEqual(['FJUEIW']);
  });

  it('reads nothing in noise, in stripes and in an empty picture, in any of its ways', () => {
    const random = seeded(3);
    const noise = { ...greyOf(), data: greyOf().data.map(() => 255 * random()) };
    const stripes = { ...greyOf(), data: greyOf().data.map((_, index) => (index % 7 < 3 ? 20 : 230)) };
    for (const picture of [noise, stripes, greyOf()]) expect(textsIn(picture)).toEqual([]);
  });

  it('reads a code in the shadow of a hand, and one whose corners are torn', () => {
    const shaded = draw(greyOf(), 'FJUEIW', { module: 6 });
    shaded.data.forEach((value, index) => {
      if (index % 640 < 320) shaded.data[index] = value * 0.22;
    });
    expect(textsIn(shaded)).toEqual(['FJUEIW']);
    const torn = draw(greyOf(), 'FJUEIW', { module: 8 });
    // The edges of its three corner squares are gone where they meet: each square is 7 modules of 8 pixels, the code 21 around the middle.
    for (const [left, top] of [
      [236, 96],
      [348, 96],
      [236, 208],
    ] as const)
      for (const [x0, y0] of [
        [0, 0],
        [44, 0],
        [0, 44],
        [44, 44],
      ] as const)
        for (let y = 0; y < 12; y += 1) for (let x = 0; x < 12; x += 1) torn.data[(top + y0 + y) * 640 + left + x0 + x] = 225;
    expect(zxing(torn, { threshold: 'local', downscaled: true, denoised: false }, 1)).toEqual([]);
    expect(textsIn(torn)).toEqual(['FJUEIW']);
  });

  it('finds every code, and means the large one in the middle', () => {
    const picture = draw(draw(greyOf(), 'FJUEIW', { module: 5 }), 'https://example.org', { module: 2, at: [90, 80] });
    const { sightings } = looks.look(picture, plenty);
    expect(sightings.map(({ text }) => text).sort()).toEqual(['FJUEIW', 'https://example.org']);
    expect(meantOf(sightings, picture.width, picture.height)?.text).toBe('FJUEIW');
  });

  it('spends no more than its time, and goes on with the next picture where it stopped', () => {
    let clock = 0;
    const tried: string[] = [];
    const counting = looking(
      (_, { threshold }) => {
        clock += 10;
        tried.push(threshold);
        return [];
      },
      () => clock,
    );
    const picture = greyOf(64, 48);
    counting.look(picture, 15);
    expect(tried).toEqual(['local', 'global']);
    const ways = new Set<string>();
    for (let frame = 0; frame < 12; frame += 1) {
      tried.length = 0;
      const begun = clock;
      counting.look(picture, 35);
      expect(clock - begun).toBeLessThanOrEqual(40);
      for (const way of tried.slice(1)) ways.add(way);
    }
    expect([...ways].sort()).toEqual(['given', 'global', 'local']);
  });

  it('on a machine on which the first look alone takes all the time, one other way follows each; without any time none does', () => {
    let clock = 0;
    const tried: string[] = [];
    const slow = looking(
      (_, { threshold, denoised }) => {
        clock += 30;
        tried.push(`${threshold} ${denoised}`);
        return [];
      },
      () => clock,
    );
    const picture = greyOf(64, 48);
    slow.look(picture, 0);
    expect(tried).toEqual(['local false']);
    for (let frame = 0; frame < 6; frame += 1) slow.look(picture, 8);
    expect([...new Set(tried)].sort()).toEqual(['given true', 'global true', 'local false', 'local true']);
    expect(tried.length).toBeLessThanOrEqual(1 + 2 * 6);
  });

  it('sees where a code is that it cannot read', () => {
    const blotted = draw(greyOf(), 'FJUEIW', { module: 8 });
    // Its corners stay, its middle is gone.
    for (let y = 135; y < 225; y += 1) for (let x = 275; x < 365; x += 1) blotted.data[y * 640 + x] = 225;
    const { sighting, glimpse } = secondFamily()(blotted);
    expect(sighting).toBeUndefined();
    expect(glimpse?.moduleSize).toBeGreaterThan(5);
    expect(glimpse?.moduleSize).toBeLessThan(11);
  });
});
