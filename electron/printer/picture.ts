import { PNG } from 'pngjs';

/** A picture of black and white dots: rows of `width / 8` bytes from the top, most significant bit leftmost, 1 is black. `width` is a multiple of 8. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** The highest picture that is ever printed, in dots: at 203 dpi a little over 40 cm, at 300 dpi 27 cm. */
export const heightLimit = 3276;

/** Black where the colour (RGBA, opaque) is darker than the middle: letters come out without grey edges. */
export function pictureOf(rgba: Uint8Array, width: number, height: number): Picture {
  const bits = new Uint8Array((width * height) / 8);
  for (let dot = 0, at = 0; dot < width * height; dot++, at += 4) {
    const green = rgba[at + 1] ?? 0;
    // Most of a badge is white.
    if (green === 255 && rgba[at] === 255 && rgba[at + 2] === 255) continue;
    const light = 299 * (rgba[at] ?? 0) + 587 * green + 114 * (rgba[at + 2] ?? 0);
    if (light < 127_500) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { width, height, bits };
}

/** Sets one dot; outside of the picture nothing happens. */
export function setDot(picture: Picture, x: number, y: number, black: boolean): void {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return;
  const dot = y * picture.width + x;
  const byte = picture.bits[dot >> 3] ?? 0;
  const mask = 0x80 >> (dot & 7);
  picture.bits[dot >> 3] = black ? byte | mask : byte & ~mask;
}

/** The picture as a grey PNG, dot for dot. */
export function pngOf(picture: Picture): Buffer {
  const png = new PNG({ width: picture.width, height: picture.height });
  png.data = Buffer.alloc(picture.width * picture.height);
  for (let dot = 0; dot < png.data.length; dot++) png.data[dot] = ((picture.bits[dot >> 3] ?? 0) << (dot & 7)) & 0x80 ? 0 : 255;
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
}
