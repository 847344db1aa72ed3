import type { LabelSize } from '../address.ts';
import type { Media } from '../media.ts';

/**
 * A roll as a Brother QL knows it: `tape`: its size in whole millimetres as the printer reports it (a roll that is cut has no length);
 * `width` and `height`: what of it is printed, in dots at 300 dpi; `offset`: the pins of the head that are left free on the right.
 */
export interface QlRoll {
  readonly tape: { readonly width: number; readonly length: number };
  readonly width: number;
  readonly height?: number;
  readonly offset: number;
  /** Whether only the wide models (QL-1050 to QL-1115NWB, 1296 pins) take it; the others have 720 pins. */
  readonly wide: boolean;
}

type Row = readonly [width: number, height: number, offset: number, tapeWidth?: number, tapeLength?: number];

/**
 * The rolls by the names under which they are sold; where the printer reports another size than that, it is there. Brother's raster command
 * reference for QL-800/810W/820NWB, 2.3.2 (https://download.brother.com/welcome/docp100278/cv_ql800_eng_raster_101.pdf), as measured by
 * https://github.com/pklaus/brother_ql/blob/master/brother_ql/labels.py and, for 54x29, 60x86 and 103, by its successors.
 */
const rows: Readonly<Record<string, Row>> = {
  '12': [106, 0, 29],
  '29': [306, 0, 6],
  '38': [413, 0, 12],
  '50': [554, 0, 12],
  '54': [590, 0, 0],
  '62': [696, 0, 12],
  '102': [1164, 0, 12],
  '103': [1200, 0, 12, 104],
  '17x54': [165, 566, 0],
  '17x87': [165, 956, 0],
  '23x23': [202, 202, 42],
  '29x42': [306, 425, 6],
  '29x90': [306, 991, 6],
  '38x90': [413, 991, 12],
  '39x90': [413, 991, 12, 38],
  '39x48': [425, 495, 6],
  '52x29': [578, 271, 0],
  '54x29': [598, 271, 60],
  '60x86': [672, 954, 18, 60, 87],
  '62x29': [696, 271, 12],
  '62x100': [696, 1109, 12],
  '102x51': [1164, 526, 12],
  '102x152': [1164, 1660, 12, 102, 153],
  '103x164': [1200, 1822, 12, 104],
};

/** The roll that is sold as this size; undefined: there is none. */
export function qlRoll({ width, height }: LabelSize): QlRoll | undefined {
  const row = rows[height === undefined ? `${width}` : `${width}x${height}`];
  if (!row) return undefined;
  const [dots, rowsOfDots, offset, tapeWidth = width, tapeLength = height ?? 0] = row;
  const tape = { width: tapeWidth, length: tapeLength };
  return { tape, width: dots, ...(rowsOfDots > 0 && { height: rowsOfDots }), offset, wide: width > 62 };
}

/** What a badge for this roll is drawn in: whole bytes across, so up to seven dots less than could be printed. */
export function qlMedia(size: LabelSize): Media | undefined {
  const roll = qlRoll(size);
  return roll && { width: roll.width & ~7, ...(roll.height !== undefined && { height: roll.height }), dpi: 300 };
}
