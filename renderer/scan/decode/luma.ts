/** A grey picture, one byte a pixel, row after row. `data` may be longer than the picture: what follows is not of it. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A grey picture of at most so many pixels, to be drawn into again and again: a scanner that runs for months leaves no garbage for each frame. */
export function canvasFor(width: number, height: number): Luma {
  return { width, height, data: new Uint8Array(width * height) };
}

/** The picture at half its size, each pixel the mean of four, written over `into` where that is large enough. */
export function halved(from: Luma, into?: Uint8Array): Luma {
  const width = from.width >> 1;
  const height = from.height >> 1;
  const data = into && into.length >= width * height ? into : new Uint8Array(width * height);
  const source = from.data;
  for (let y = 0, target = 0; y < height; y += 1) {
    let above = 2 * y * from.width;
    let below = above + from.width;
    for (let x = 0; x < width; x += 1, above += 2, below += 2, target += 1) {
      const sum = byte(source, above) + byte(source, above + 1) + byte(source, below) + byte(source, below + 1);
      data[target] = (sum + 2) >> 2;
    }
  }
  return { width, height, data };
}

/** A byte that is known to be there. */
export const byte = (data: Uint8Array, index: number): number => data[index] as number;
