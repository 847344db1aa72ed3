import { describe, expect, it } from 'vitest';
import { attention } from '../../../../renderer/scan/decode/attention.ts';
import { cornerSizeIn } from '../../../../renderer/scan/decode/finder-runs.ts';
import type { Looking } from '../../../../renderer/scan/decode/looking.ts';
import { halved } from '../../../../renderer/scan/decode/luma.ts';
import { movement } from '../../../../renderer/scan/decode/movement.ts';
import { localThreshold } from '../../../../renderer/scan/decode/threshold.ts';
import { draw, greyOf, seeded } from './drawn.ts';

describe('the corners of a code', () => {
  it.each([
    { module: 3 },
    { module: 8 },
    { module: 6, turned: 45 },
    { module: 6, turned: 100 },
    { dark: 225, light: 30 },
    { noise: 30 },
  ])('are seen in %j', (drawing) => {
    expect(cornerSizeIn(draw(greyOf(), 'FJUEIW', drawing))).toBeGreaterThan(0);
  });

  it('are not seen in grey, in stripes, in text-like noise', () => {
    const random = seeded(11);
    expect(cornerSizeIn(greyOf())).toBe(0);
    expect(cornerSizeIn({ ...greyOf(), data: greyOf().data.map((_, index) => (index % 12 < 6 ? 20 : 230)) })).toBe(0);
    expect(cornerSizeIn({ ...greyOf(), data: greyOf().data.map(() => 100 + 20 * random()) })).toBe(0);
  });
});

describe('attention', () => {
  /** Sixty seconds of frames, 33 ms apart; how many were looked at, and the time that they were given. */
  const minute = (frameAt: (index: number) => ReturnType<typeof greyOf>) => {
    let clock = 0;
    const given: number[] = [];
    const looks: Looking = {
      afresh: () => undefined,
      look: (_, milliseconds) => {
        given.push(milliseconds);
        return { sightings: [] };
      },
    };
    const attend = attention(looks, () => clock);
    for (let index = 0; index < 1_800; index += 1, clock += 33) attend(frameAt(index));
    return given;
  };

  it('looks at an empty lobby a few times a second, and in all ways only once', () => {
    const empty = greyOf(320, 180);
    const given = minute(() => empty);
    expect(given.length).toBeLessThan(170);
    expect(given.filter((time) => time > 0).length).toBeLessThan(12);
  });

  it('begins with the first way, wherever the last one before the camera left off', () => {
    let begun = 0;
    const looks: Looking = {
      afresh: () => {
        begun += 1;
      },
      look: () => ({ sightings: [] }),
    };
    const attend = attention(looks, () => 0);
    for (let index = 0; index < 5; index += 1) attend(greyOf(320, 180));
    expect(begun).toBe(1);
    attention(looks);
    expect(begun).toBe(2);
  });

  it('looks at every frame that seems to hold a code, at once', () => {
    const empty = greyOf(320, 180);
    const held = draw(greyOf(320, 180), 'FJUEIW', { module: 4 });
    const given = minute((index) => (index < 1_700 ? empty : held));
    expect(given.filter((time) => time >= 20)).toHaveLength(100);
  });

  it('looks more often while people walk by', () => {
    const random = seeded(5);
    const walking = () => draw(greyOf(320, 180), '', { at: [320 * random(), 180 * random()], dark: 60, light: 60 });
    const given = minute(walking);
    expect(given.length).toBeGreaterThan(300);
    expect(given.length).toBeLessThan(700);
  });
});

describe('what is measured of a frame', () => {
  it('is its light, what moved in it, and whether it is the very same', () => {
    const compare = movement();
    const frame = greyOf(320, 180);
    expect(compare(frame)).toMatchObject({ light: 110, span: 0, moved: 1, same: false });
    expect(compare(frame)).toMatchObject({ moved: 0, same: true });
    frame.data.fill(111);
    expect(compare(frame)).toMatchObject({ moved: 0, same: false });
    frame.data.fill(220, 0, (320 * 180) / 2);
    const { moved } = compare(frame);
    expect(moved).toBeGreaterThan(0.4);
    expect(moved).toBeLessThan(0.6);
  });

  it('a threshold that follows the light keeps a code apart from its shadow', () => {
    const picture = draw(greyOf(), 'FJUEIW', { module: 6 });
    const before = picture.data.slice();
    picture.data.forEach((value, index) => {
      picture.data[index] = value * (0.2 + (0.8 * (index % 640)) / 640);
    });
    const clear = localThreshold()(picture, 25, 0);
    let other = 0;
    for (let y = 120; y < 240; y += 1)
      for (let x = 260; x < 380; x += 1) if (clear.data[y * 640 + x] !== ((before[y * 640 + x] ?? 0) < 128 ? 0 : 255)) other += 1;
    expect(other / (120 * 120)).toBeLessThan(0.02);
  });

  it('half a picture is the mean of its pixels, odd edges left out', () => {
    const small = halved({ width: 5, height: 3, data: Uint8Array.from([0, 10, 20, 30, 9, 0, 10, 20, 30, 9, 9, 9, 9, 9, 9]) });
    expect([small.width, small.height, ...small.data]).toEqual([2, 1, 5, 25]);
  });
});
