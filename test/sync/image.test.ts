import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageOf } from '../../electron/sync/image.ts';
import { bytesOf, pictures } from './pictures.ts';

const kinds = Object.keys(pictures) as (keyof typeof pictures)[];

/** A picture with other bytes at a place. */
function changed(name: keyof typeof pictures, at: number, ...bytes: number[]): Buffer {
  const copy = bytesOf(name);
  copy.set(bytes, at);
  return copy;
}

it.each([
  ['png', 'image/png', 'png'],
  ['jpg', 'image/jpeg', 'jpg'],
  ['progressiveJpg', 'image/jpeg', 'jpg'],
  ['gif', 'image/gif', 'gif'],
  ['lossyWebp', 'image/webp', 'webp'],
  ['losslessWebp', 'image/webp', 'webp'],
  ['alphaWebp', 'image/webp', 'webp'],
] as const)('%s is %s by its own bytes', (name, type, extension) => {
  expect(imageOf(bytesOf(name))).toEqual({ type, extension });
});

describe('is no picture', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>x</title>'],
    ['a drawing that may hold a program', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a bitmap', 'BM\x36\0\0\0\0\0\0\0'],
    ['a film', '\0\0\0\x20ftypisom'],
    ['a sound', 'RIFF\x24\0\0\0WAVEfmt '],
  ])('%s', (_, text) => {
    expect(imageOf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });

  it.each(kinds)('%s cut off before its size', (name) => {
    const whole = bytesOf(name);
    const shortest = Array.from({ length: whole.length }, (_, length) => length).find((length) =>
      imageOf(whole.subarray(0, length)),
    );
    expect(shortest).toBeGreaterThan(9);
    for (let length = 0; length < (shortest ?? 0); length += 1) expect(imageOf(whole.subarray(0, length))).toBeUndefined();
  });
});

describe('what would unfold into more than a page can hold is refused', () => {
  const startOfFrame = bytesOf('jpg').indexOf(Buffer.from([0xff, 0xc0]));
  it.each([
    ['png', changed('png', 16, 0, 0, 0x40, 0, 0, 0, 0x40, 0)],
    ['png of the largest size there is', changed('png', 16, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
    ['png of no size', changed('png', 16, 0, 0, 0, 0)],
    ['jpg', changed('jpg', startOfFrame + 5, 0x40, 0, 0x40, 0)],
    ['gif', changed('gif', 6, 0xff, 0xff, 0xff, 0xff)],
    ['lossyWebp', changed('lossyWebp', 26, 0xff, 0x3f, 0xff, 0x3f)],
    ['losslessWebp', changed('losslessWebp', 21, 0xff, 0xff, 0xff, 0x0f)],
    ['alphaWebp', changed('alphaWebp', 24, 0xff, 0xff, 0, 0xff, 0xff, 0)],
  ])('%s', (_, bytes) => {
    expect(imageOf(bytes)).toBeUndefined();
  });

  it('and a large photograph is not', () => {
    expect(imageOf(changed('png', 16, 0, 0, 0x17, 0x70, 0, 0, 0x0f, 0xa0))).toBeDefined();
    expect(imageOf(changed('jpg', startOfFrame + 5, 0x0f, 0xa0, 0x17, 0x70))).toBeDefined();
  });
});

it('API-3 never throws, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.nat(), fc.uint8Array({ maxLength: 40 }), (name, at, noise) => {
      const bytes = bytesOf(name);
      const place = at % bytes.length;
      imageOf(Buffer.concat([bytes.subarray(0, place), noise, bytes.subarray(place + noise.length)]));
      imageOf(Buffer.concat([bytes.subarray(0, 12), noise]));
    }),
  );
});
