import { randomInt } from 'node:crypto';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Picture } from '../picture.ts';
import type { Job } from '../protocol.ts';

/**
 * Whose printer an ESC/POS address is for. All that get here take `GS v 0` and answer `DLE EOT`; their cut and feed are node-thermal-printer's:
 *
 * - `epson`, `tanca`: `GS V 1`, and asked for the process id. Also for Star, Citizen, Bixolon and others that are set to Epson's commands.
 * - `custom`: `ESC i`; pictures of at most 2047 lines, no process id
 *   (https://manualshive.com/ru/manual/custom-audio-electronics/kpm300/2700654?page=64).
 * - `daruma`: `ESC m`, no process id. The library knows no picture of Daruma's own command set, and neither do its manuals (DR700: text, logos, bar
 *   codes): this is a Daruma that is set to Epson's commands. One that is not does not answer, so nothing is sent to it.
 * - `star`: a Star in its own mode. It knows neither `GS v 0` nor `DLE EOT` (it would take the EOT for a question of its own and answer with
 *   a byte that looks like Epson's), so it is spoken to as `star+tcp:`.
 * - `brother`: a label printer. The library's bands of 48 dots are joined by feeds of 1/180 inch, which are not whole dots at 300 dpi, and its
 *   cut leaves the label in; so it is spoken to in raster, as `brother-ql+tcp:`.
 */
export const families = ['epson', 'star', 'brother', 'custom', 'daruma', 'tanca'] as const;
export type Family = (typeof families)[number];

/** The families that are spoken to in ESC/POS. */
export type EscposFamily = Exclude<Family, 'star' | 'brother'>;

interface Dialect {
  readonly type: PrinterTypes;
  /** The most lines of dots in one picture. */
  readonly lines: number;
  readonly confirms: boolean;
}

const dialects: Readonly<Record<EscposFamily, Dialect>> = {
  epson: { type: PrinterTypes.EPSON, lines: 0xffff, confirms: true },
  custom: { type: PrinterTypes.CUSTOM, lines: 2047, confirms: false },
  daruma: { type: PrinterTypes.DARUMA, lines: 0xffff, confirms: false },
  tanca: { type: PrinterTypes.TANCA, lines: 0xffff, confirms: true },
};

/**
 * A picture as an ESC/POS job: initialise, one raster image, feed, cut, ask for the process id. Everything of the visitor is in the
 * raster, whose length stands before it: no letter of a name is ever a command (PRN-1).
 */
export function encodeJob(picture: Picture, family: EscposFamily = 'epson'): Job & { readonly bytes: Buffer } {
  const { type, lines, confirms } = dialects[family];
  // A new encoder for each job: its buffer is never cleared, and one visitor's badge would carry the one before. The interface is an
  // empty object, so that the library has nothing to send with; its types know only the string form.
  const encoder = new ThermalPrinter({ type, interface: {} as unknown as string });
  // First of all, so that what a stopped job or an unknown command left in the line buffer is not printed on this badge.
  encoder.append(Buffer.of(0x1b, 0x40));
  for (let top = 0; top < picture.height; top += lines) encoder.append(raster(part(picture, top, lines)));
  encoder.partialCut({ verticalTabAmount: 1 });
  if (!confirms) return { bytes: encoder.getBuffer() };
  const id = newProcessId();
  encoder.append(Buffer.concat([Buffer.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30), Buffer.from(id, 'latin1')]));
  return { bytes: encoder.getBuffer(), id };
}

/** The lines of a picture from `top`, at most `lines` of them. */
function part({ width, height, bits }: Picture, top: number, lines: number): Picture {
  const bottom = Math.min(height, top + lines);
  return { width, height: bottom - top, bits: bits.subarray((top * width) >> 3, (bottom * width) >> 3) };
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
