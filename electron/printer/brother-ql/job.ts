import type { Picture } from '../picture.ts';
import type { Job } from '../protocol.ts';
import type { QlRoll } from './media.ts';

/** What a job needs to know of the printer. No roll: whatever is loaded is printed on, the picture 12 pins from the right as on 62 mm. */
export interface QlSetup {
  readonly roll?: QlRoll;
  /** Whether the job itself switches to raster: the models with a network have other modes besides, a QL-700 would take it for an error. */
  readonly switches: boolean;
}

/** Ends whatever an earlier job that was cut off left unfinished: more of these bytes than a raster line has, then the printer is reset. */
export const invalidate = Buffer.concat([Buffer.alloc(400), Buffer.of(0x1b, 0x40)]);
/** `ESC i a 1`: raster, whatever mode the printer is set to. */
export const rasterMode = Buffer.of(0x1b, 0x69, 0x61, 1);

const continuous = 0x0a;
const dieCut = 0x0b;
// 12.7 mm is the shortest piece that the cutter lets go of: the reference, 2.3.4.
const shortest = 150;
const margin = 35; // 3 mm, the reference's for rolls that are cut

/**
 * A picture as one page of Brother's raster language: print information (which media it must be), cut at the end, one colour, no compression
 * (a QL-700 and a QL-800 have none), one `g` for each line of dots, print with feed. Everything of the visitor is in the lines, each of
 * which carries its length (PRN-5). What is higher than a die-cut label ends where the label ends.
 */
export function encodeJob(picture: Picture, { roll, switches }: QlSetup): Job {
  const lines = roll?.height ?? Math.max(picture.height, shortest);
  const isDieCut = roll?.height !== undefined;
  // Media type and width (and length) are given as binding: with another roll the printer says so and prints nothing.
  const binding = roll ? (isDieCut ? 0xce : 0xc6) : 0xc0;
  const information = Buffer.alloc(13);
  information.set([
    0x1b,
    0x69,
    0x7a,
    binding,
    roll ? (isDieCut ? dieCut : continuous) : 0,
    roll?.tape.width ?? 0,
    roll?.tape.length ?? 0,
  ]);
  information.writeUInt32LE(lines, 7);
  return {
    bytes: Buffer.concat([
      invalidate,
      ...(switches ? [rasterMode] : []),
      information,
      Buffer.of(0x1b, 0x69, 0x4d, 0x40), // cut by itself
      Buffer.of(0x1b, 0x69, 0x41, 1), // after each label
      Buffer.of(0x1b, 0x69, 0x4b, 0x08), // and at the end; neither two colours nor 600 dpi
      Buffer.of(0x1b, 0x69, 0x64, isDieCut ? 0 : margin, 0),
      rasterLines(picture, lines, roll),
      Buffer.of(0x1a),
    ]),
  };
}

/** The head's first pin is on the right of the paper as it comes out, so each line is mirrored. */
function rasterLines({ width, height, bits }: Picture, lines: number, roll: QlRoll | undefined): Buffer {
  const lineBytes = roll?.wide ? 162 : 90;
  const columns = width >> 3;
  const spare = roll ? (roll.width - width) >> 1 : 0;
  const first = Math.max(0, (roll?.offset ?? 12) + (roll?.wide ? 44 : 0) + spare);
  const at = first >> 3;
  const shift = first & 7;
  const out = Buffer.alloc(lines * (3 + lineBytes));
  for (let line = 0; line < lines; line++) {
    const start = line * (3 + lineBytes);
    out.set([0x67, 0, lineBytes], start);
    if (line >= height) continue;
    for (let column = 0; column < columns && at + column < lineBytes; column++) {
      const byte = mirrored[bits[line * columns + columns - 1 - column] ?? 0] ?? 0;
      if (byte === 0) continue;
      const target = start + 3 + at + column;
      out[target] = (out[target] ?? 0) | (byte >> shift);
      if (shift > 0 && at + column + 1 < lineBytes) out[target + 1] = (byte << (8 - shift)) & 0xff;
    }
  }
  return out;
}

const mirrored = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);
