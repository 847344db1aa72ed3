import { byte, type Luma } from './luma.ts';

/** What a frame is beside the one before. */
export interface Frame {
  /** The mean of its light, 0 to 255, and how far its lightest sample is from its darkest. */
  readonly light: number;
  readonly span: number;
  /** The share of the samples that changed for the eye, 0 to 1. */
  readonly moved: number;
  /** Not one sample is other than before: no real camera does that twice, for its pixels are never without noise. */
  readonly same: boolean;
}

const step = 16;
const visible = 14;

/** Compares each frame with the one before by samples, one of 256 pixels. */
export function movement(): (frame: Luma) => Frame {
  let before = new Uint8Array(0);
  return ({ width, height, data }) => {
    const across = Math.ceil(width / step);
    const size = across * Math.ceil(height / step);
    const isFirst = before.length !== size;
    if (isFirst) before = new Uint8Array(size);
    let sum = 0;
    let least = 255;
    let most = 0;
    let moved = 0;
    let other = 0;
    let index = 0;
    for (let y = 0; y < height; y += step) {
      for (let x = 0; x < width; x += step, index += 1) {
        const value = byte(data, y * width + x);
        const difference = Math.abs(value - byte(before, index));
        before[index] = value;
        sum += value;
        if (value < least) least = value;
        if (value > most) most = value;
        if (difference > 0) other += 1;
        if (difference > visible) moved += 1;
      }
    }
    return { light: sum / size, span: most - least, moved: isFirst ? 1 : moved / size, same: !isFirst && other === 0 };
  };
}
