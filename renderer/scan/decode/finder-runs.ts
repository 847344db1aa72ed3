import { byte, type Luma } from './luma.ts';

/** Rows between two that are looked at: the middle of a code's corner is three modules high, and a module of under two pixels is not read anyway. */
const rowStep = 4;
/** The light is followed along a row, over about so many pixels (a power of two). */
const trail = 5;
const enough = 2;

/**
 * The size in pixels of a corner of a QR code that the picture seems to hold, 0 where it seems to hold none: there are at least two places where the runs of light and dark across and down are 1:1:3:1:1, as through the middle of a
 * code's corner, whichever way it is turned or inverted. A millisecond for 720p; it may be wrong both ways: it decides how soon a frame is looked at, not whether.
 */
export function cornerSizeIn({ width, height, data }: Luma): number {
  const runs = new Int32Array(5);
  let found = 0;
  let lastX = -1;
  let lastY = -1;
  for (let y = rowStep; y < height - rowStep; y += rowStep) {
    const start = y * width;
    runs.fill(0);
    let mean = byte(data, start) << trail;
    let dark = false;
    let length = 0;
    for (let x = 0; x < width; x += 1) {
      const value = byte(data, start + x);
      mean += value - (mean >> trail);
      const isDark = value << trail < mean - (3 << trail);
      const isLight = value << trail > mean + (3 << trail);
      const next: boolean = isDark || (!isLight && dark);
      if (next === dark) {
        length += 1;
        continue;
      }
      push(runs, length);
      dark = next;
      length = 1;
      const size = cornerSize(runs);
      if (size === 0) continue;
      const middle = x - (runs[4] as number) - (runs[3] as number) - ((runs[2] as number) >> 1);
      if (!holdsDown(data, width, height, middle, y, size)) continue;
      if (lastX >= 0 && Math.abs(middle - lastX) < size && y - lastY <= size) continue;
      lastX = middle;
      lastY = y;
      found += 1;
      if (found >= enough) return size;
    }
  }
  return 0;
}

function push(runs: Int32Array, length: number): void {
  runs.copyWithin(0, 1);
  runs[4] = length;
}

/** The size in pixels of a corner whose middle these five runs go through; 0 where they do not. */
function cornerSize(runs: Int32Array): number {
  const [a, b, c, d, e] = runs as unknown as [number, number, number, number, number];
  const total = a + b + c + d + e;
  if (total < 9) return 0;
  const module = total / 7;
  const off = module * 0.6 + 0.6;
  const fits =
    Math.abs(a - module) < off &&
    Math.abs(b - module) < off &&
    Math.abs(d - module) < off &&
    Math.abs(e - module) < off &&
    Math.abs(c - 3 * module) < 2 * off;
  return fits ? total : 0;
}

/** Whether the middle run is about as high as it is wide, with the other colour beyond it. */
function holdsDown(data: Uint8Array, width: number, height: number, x: number, y: number, size: number): boolean {
  const middle = byte(data, y * width + x);
  const module = size / 7;
  const tall = 3.6 * module + 2;
  const up = reach(data, width, height, x, y, -1, middle, tall);
  const down = reach(data, width, height, x, y, 1, middle, tall);
  return up > 0 && down > 0 && up + down > 1.6 * module && up + down < tall;
}

/** How many pixels up or down the value stays near the middle's; 0 where it does not end within the limit. */
function reach(
  data: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  step: 1 | -1,
  from: number,
  limit: number,
): number {
  for (let far = 1; far <= limit; far += 1) {
    const at = y + step * far;
    if (at < 0 || at >= height) return 0;
    if (Math.abs(byte(data, at * width + x) - from) > 24) return far;
  }
  return 0;
}
