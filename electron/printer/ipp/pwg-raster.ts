import type { Picture } from '../picture.ts';
import type { Page } from './pdf.ts';

/**
 * A picture as one page of PWG Raster in 8-bit grey, which every IPP Everywhere printer reads:
 * https://ftp.pwg.org/pub/pwg/candidates/cs-ippraster10-20120420-5102.4.pdf. Dots beyond the page are left out.
 */
export function pwgRasterOf(picture: Picture, dpi: number, page: Page): Buffer {
  const dotsOf = (hundredths: number) => Math.max(1, Math.round((hundredths / 2540) * dpi));
  const [width, height] = [dotsOf(page.width), dotsOf(page.height)];
  const lines: Buffer[] = [];
  let line = lineOf(picture, 0, width);
  let times = 1;
  for (let y = 1; y <= height; y++) {
    const next = y < height ? lineOf(picture, y, width) : undefined;
    if (next?.equals(line) && times < 256) {
      times += 1;
      continue;
    }
    lines.push(Buffer.of(times - 1), packed(line));
    if (next) line = next;
    times = 1;
  }
  return Buffer.concat([Buffer.from('RaS2'), header({ width, height, dpi, page }), ...lines]);
}

/** The fields of table 7 of the standard that are not zero, by their place. */
function header({ width, height, dpi, page }: { width: number; height: number; dpi: number; page: Page }): Buffer {
  const bytes = Buffer.alloc(1796);
  bytes.write('PwgRaster', 0);
  const points = (hundredths: number) => Math.round((hundredths / 2540) * 72);
  const fields: readonly (readonly [at: number, value: number])[] = [
    [276, dpi], // HWResolution
    [280, dpi],
    [340, 1], // NumCopies
    [352, points(page.width)], // PageSize
    [356, points(page.height)],
    [372, width],
    [376, height],
    [384, 8], // BitsPerColor, BitsPerPixel, BytesPerLine
    [388, 8],
    [392, width],
    [400, 18], // ColorSpace: sGray
    [420, 1], // NumColors
    [452, 1], // TotalPageCount
    [456, 1], // CrossFeedTransform, FeedTransform
    [460, 1],
    [472, width], // ImageBox
    [476, height],
  ];
  for (const [at, value] of fields) bytes.writeUInt32BE(value, at);
  return bytes;
}

/** One line of the page in grey: the picture in its middle, white around it. */
function lineOf({ width, height, bits }: Picture, y: number, pageWidth: number): Buffer {
  const line = Buffer.alloc(pageWidth, 255);
  if (y >= height) return line;
  const shift = (pageWidth - width) >> 1;
  for (let x = Math.max(0, -shift); x < width && x + shift < pageWidth; x++) {
    const dot = y * width + x;
    if (((bits[dot >> 3] ?? 0) << (dot & 7)) & 0x80) line[x + shift] = 0;
  }
  return line;
}

/** Runs of 1 to 128 equal dots. There are only black and white ones, so single dots are runs of one. */
function packed(line: Buffer): Buffer {
  const out: number[] = [];
  for (let at = 0; at < line.length; ) {
    const grey = line[at] ?? 255;
    let run = 1;
    while (run < 128 && line[at + run] === grey) run += 1;
    out.push(run - 1, grey);
    at += run;
  }
  return Buffer.from(out);
}
