import { encode } from 'uqr';
import type { Luma } from '../../../../renderer/scan/decode/luma.ts';

/** How a code is drawn: pixels a module, turned by so many degrees, its two tones, where its middle is, what noise lies over it. */
export interface Drawing {
  readonly module?: number;
  readonly turned?: number;
  readonly dark?: number;
  readonly light?: number;
  readonly at?: readonly [x: number, y: number];
  readonly noise?: number;
}

/** A grey picture with nothing in it. */
export const greyOf = (width = 640, height = 360, value = 110): Luma => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
});

/** Draws the QR code of a text into a picture, on a card of its own. */
export function draw(picture: Luma, text: string, drawing: Drawing = {}): Luma {
  const { module = 5, turned = 0, dark = 30, light = 225, noise = 0 } = drawing;
  const [x0, y0] = drawing.at ?? [picture.width / 2, picture.height / 2];
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const turn = (turned * Math.PI) / 180;
  const random = seeded(7);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const column = ((x - x0) * Math.cos(turn) + (y - y0) * Math.sin(turn)) / module + size / 2;
      const row = ((y - y0) * Math.cos(turn) - (x - x0) * Math.sin(turn)) / module + size / 2;
      const index = y * picture.width + x;
      if (column >= 0 && row >= 0 && column < size && row < size)
        picture.data[index] = data[Math.floor(row)]?.[Math.floor(column)] ? dark : light;
      const value = (picture.data[index] ?? 0) + noise * (random() - 0.5);
      picture.data[index] = Math.max(0, Math.min(255, value));
    }
  }
  return picture;
}

/** Numbers between 0 and 1, the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
