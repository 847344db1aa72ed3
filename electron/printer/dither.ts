import { type Picture, setDot } from './picture.ts';

/** Greys, one byte a dot from the top left: 0 is black, 255 white. */
export interface Greys {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8Array;
}

const crisp = 0.9;
// Specks in what is nearly one colour are noise: dark blue is black, cream is white.
const black = 48;
const white = 236;

/**
 * Sets greys on a picture: a logo of one colour, whose greys are but the edges, by the nearest of black and white; anything else by
 * error diffusion (Floyd and Steinberg, "An adaptive algorithm for spatial greyscale", 1976), every second row backwards so that no
 * pattern leans to one side.
 */
export function paintGreys(picture: Picture, greys: Greys, left: number, top: number): void {
  const { width, height, light } = greys;
  const values = Float32Array.from(light, (value) => (value <= black ? 0 : value >= white ? 255 : value));
  const plain = values.reduce((count, value) => count + (value === 0 || value === 255 ? 1 : 0), 0) >= crisp * values.length;
  const spread = (x: number, y: number, error: number) => {
    if (x >= 0 && x < width && y < height) values[y * width + x] = (values[y * width + x] ?? 0) + error;
  };
  for (let y = 0; y < height; y++) {
    const step = y % 2 === 0 ? 1 : -1;
    for (let x = step === 1 ? 0 : width - 1; x >= 0 && x < width; x += step) {
      const value = values[y * width + x] ?? 255;
      const isBlack = value < 128;
      setDot(picture, left + x, top + y, isBlack);
      if (plain) continue;
      const error = value - (isBlack ? 0 : 255);
      spread(x + step, y, (error * 7) / 16);
      spread(x - step, y + 1, (error * 3) / 16);
      spread(x, y + 1, (error * 5) / 16);
      spread(x + step, y + 1, error / 16);
    }
  }
}

/** The greys of a box of a drawing (RGBA, opaque), each the mean of `by` times `by` of its dots. */
export function greysOf(
  rgba: Uint8Array,
  width: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  by = 1,
): Greys {
  const light = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      let sum = 0;
      for (let dot = 0; dot < by * by; dot++) {
        const at = 4 * (((box.y + y) * by + Math.floor(dot / by)) * width + (box.x + x) * by + (dot % by));
        sum += 299 * (rgba[at] ?? 0) + 587 * (rgba[at + 1] ?? 0) + 114 * (rgba[at + 2] ?? 0);
      }
      light[y * box.width + x] = Math.round(sum / (1000 * by * by));
    }
  }
  return { width: box.width, height: box.height, light };
}

/** A photo's greys stretched so that its darkest and its lightest hundredth become black and white: printers' dots run, and dull faces drown. */
export function stretched({ width, height, light }: Greys): Greys {
  const sorted = Uint8Array.from(light).sort();
  const low = sorted[Math.floor(sorted.length * 0.01)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.99)] ?? 255;
  const range = Math.max(1, high - low);
  return { width, height, light: light.map((value) => Math.max(0, Math.min(255, Math.round(((value - low) * 255) / range)))) };
}
