import { byte, type Luma } from './luma.ts';

/** Writes a picture of black and white alone: a pixel is black where it is darker than the mean around it. */
export type Threshold = (from: Luma, radius: number, darker: number) => Luma;

/**
 * A threshold that follows the light (Bradley's: "Adaptive Thresholding Using the Integral Image", 2007), for codes in a shadow, beside a
 * reflection, or on a torn card, where the decoder's own, by blocks of 8 pixels, loses the edges. `radius` in pixels of the square that the mean is of; `darker`: the
 * share of the mean by which black must be below it. Keeps its scratch memory and its result: the picture it answers is written over by its next call.
 */
export function localThreshold(): Threshold {
  let columns = new Int32Array(0);
  let result = new Uint8Array(0);
  return ({ width, height, data }, radius, darker) => {
    if (columns.length < width) columns = new Int32Array(width);
    if (result.length < width * height) result = new Uint8Array(width * height);
    columns.fill(0, 0, width);
    const keep = 1 - darker;
    for (let y = 0; y < Math.min(radius, height); y += 1) addRow(columns, data, y * width, width, 1);
    for (let y = 0; y < height; y += 1) {
      if (y + radius < height) addRow(columns, data, (y + radius) * width, width, 1);
      if (y - radius > 0) addRow(columns, data, (y - radius - 1) * width, width, -1);
      const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
      let sum = 0;
      let count = 0;
      for (let x = 0; x < Math.min(radius, width); x += 1) {
        sum += columns[x] as number;
        count += rows;
      }
      const start = y * width;
      for (let x = 0; x < width; x += 1) {
        if (x + radius < width) {
          sum += columns[x + radius] as number;
          count += rows;
        }
        if (x - radius > 0) {
          sum -= columns[x - radius - 1] as number;
          count -= rows;
        }
        result[start + x] = byte(data, start + x) * count <= sum * keep ? 0 : 255;
      }
    }
    return { width, height, data: result };
  };
}

function addRow(columns: Int32Array, data: Uint8Array, start: number, width: number, sign: 1 | -1): void {
  for (let x = 0; x < width; x += 1) columns[x] = (columns[x] as number) + sign * byte(data, start + x);
}
