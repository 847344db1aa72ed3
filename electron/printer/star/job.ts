import { randomInt } from 'node:crypto';
import type { Picture } from '../picture.ts';
import type { Job } from '../protocol.ts';

/** `ETB`: once all before it is on paper, the printer counts one up and says so. */
const etb = 0x17;

/**
 * A picture in Star's raster mode: enter, partial cut at the end, one page as long as it is, `b` with its length for each line of dots, execute, leave;
 * then some ETB, three to seven by chance. `id`: how many, which is what the printer's counter has to move by: other programs that print
 * on it count one or two, so that theirs is not taken for this job's. Everything of the visitor is in the lines (PRN-5).
 * Star Line Mode Command Specifications, 3.4 and ETB (https://manualsdump.com/en/manuals/star_micronics-line_thermal_printer/119076/82).
 */
export function encodeJob({ width, height, bits }: Picture): Job & { readonly id: string } {
  const steps = randomInt(3, 8);
  const columns = width >> 3;
  const safe = withoutRealTimeCommands(bits);
  const lines = Buffer.alloc(height * (3 + columns));
  for (let line = 0; line < height; line++) {
    const start = line * (3 + columns);
    lines.set([0x62, columns & 0xff, columns >> 8], start);
    safe.copy(lines, start + 3, line * columns, (line + 1) * columns);
  }
  return {
    bytes: Buffer.concat([
      Buffer.of(0x1b, 0x40), // first of all, so that what a stopped job left in the line buffer is not printed on this badge
      raster('A'),
      raster('P0\0'),
      raster('E13\0'), // at the end of the page: feed to the cutter and cut, but for a point
      lines,
      Buffer.of(0x1b, 0x0c, 0x04), // the end of the page
      raster('B'),
      Buffer.alloc(steps, etb),
    ]),
    id: String(steps),
  };
}

const raster = (command: string): Buffer => Buffer.from(`\x1b*r${command}`, 'latin1');

/**
 * Star's firmware acts on ESC ACK (status, reset) as soon as it is received: a picture that happens to contain one gets one more black dot
 * there. https://azmanual.top/manuals/142740/star-micronics-line-thermal_dot-printer.html?page=82
 */
export function withoutRealTimeCommands(bits: Uint8Array): Buffer {
  const bytes = Buffer.from(bits);
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x06) bytes[at + 1] = 0x07;
  }
  return bytes;
}
