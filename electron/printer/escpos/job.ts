import { randomInt } from 'node:crypto';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Picture } from '../picture.ts';
import type { Job } from '../protocol.ts';

/** Whose dialect of ESC/POS: they cut and feed by commands of their own. */
export const families = ['epson', 'star', 'brother', 'custom', 'daruma', 'tanca'] as const;
export type Family = (typeof families)[number];

const types: Readonly<Record<Family, PrinterTypes>> = {
  epson: PrinterTypes.EPSON,
  star: PrinterTypes.STAR,
  brother: PrinterTypes.BROTHER,
  custom: PrinterTypes.CUSTOM,
  daruma: PrinterTypes.DARUMA,
  tanca: PrinterTypes.TANCA,
};

/**
 * A picture as an ESC/POS job: initialise, one raster image, feed, partial cut, ask for the process id. Everything of the visitor is in
 * the raster, whose length stands before it: no letter of a name is ever a command (PRN-1).
 */
export function encodeJob(picture: Picture, family: Family = 'epson'): Job & { readonly bytes: Buffer; readonly id: string } {
  const id = newProcessId();
  // A new encoder for each job: its buffer is never cleared, and one visitor's badge would carry the one before. The interface is an
  // empty object, so that the library has nothing to send with; its types know only the string form.
  const encoder = new ThermalPrinter({ type: types[family], interface: {} as unknown as string });
  // First of all, so that what a stopped job or an unknown command left in the line buffer is not printed on this badge.
  encoder.append(Buffer.of(0x1b, 0x40));
  encoder.append(raster(picture));
  encoder.partialCut({ verticalTabAmount: 1 });
  encoder.append(Buffer.concat([Buffer.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30), Buffer.from(id, 'latin1')]));
  return { bytes: encoder.getBuffer(), id };
}

/**
 * `GS v 0`. The library's own printImageBuffer takes a PNG and 110-150 ms for a badge (one object and one parseInt a dot); our dots are
 * packed already.
 */
function raster({ width, height, bits }: Picture): Buffer {
  const columns = width / 8;
  // A height of 1040 or 1296 dots would be one of the commands below: such a picture gets one more white row.
  const rows = (height & 0xff) === 0x10 ? height + 1 : height;
  const header = Buffer.of(0x1d, 0x76, 0x30, 0, columns & 0xff, columns >> 8, rows & 0xff, rows >> 8);
  return Buffer.concat([header, withoutRealTimeCommands(bits), Buffer.alloc(columns * (rows - height))]);
}

/**
 * Epson's firmware looks for its real-time commands everywhere, also within an image: DLE EOT (status), DLE ENQ (recover), DLE DC4
 * (drawer pulse, power off, clear buffers). A picture that happens to contain one gets one more black dot there.
 * https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/dle_dc4.html
 */
export function withoutRealTimeCommands(bits: Uint8Array): Buffer {
  const bytes = Buffer.from(bits);
  for (let at = bytes.indexOf(0x10); at !== -1; at = bytes.indexOf(0x10, at + 1)) {
    const next = bytes[at + 1];
    if (next === 0x04 || next === 0x05 || next === 0x14) bytes[at + 1] = next | 0x08;
  }
  return bytes;
}

/** Four letters or digits by chance: an answer left over from another job does not carry them. */
function newProcessId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}
