import { type FailureCode, failure, type Result, success } from '../../contract/failure.ts';
import type { ReplyReader } from '../replies.ts';
import type { QlRoll } from './media.ts';

/** `ESC i S`: asks for one status. Not answered while it prints. */
export const statusQuestion = Uint8Array.of(0x1b, 0x69, 0x53);

const kinds = {
  0: 'reply',
  1: 'completed',
  2: 'error',
  4: 'turnedOff',
  5: 'notification',
  6: 'phase',
} as const;

/** One status of 32 bytes: the answer to the question, or what the printer says by itself in the course of a job. */
export interface QlStatus {
  readonly kind: (typeof kinds)[keyof typeof kinds];
  /** The model's code: 0x35 is a QL-700, 0x38 a QL-800, 0x39 a QL-810W, 0x41 a QL-820NWB. */
  readonly model: number;
  readonly errors: readonly [number, number];
  readonly media: { readonly type: 'none' | 'continuous' | 'dieCut'; readonly width: number; readonly length: number };
  readonly isPrinting: boolean;
  /** Of a notification: 3 is the begin of cooling, 4 its end. */
  readonly notice: number;
}

export type QlReply = QlStatus | 'stray';

const length = 32;
const mediaTypes: Readonly<Record<number, QlStatus['media']['type']>> = {
  0: 'none',
  10: 'continuous',
  74: 'continuous',
  11: 'dieCut',
  75: 'dieCut',
};
/** What the reference calls fixed, by its place. A frame that is wrong in one of them is none. */
const fixed = new Map([
  [0, 0x80],
  [1, 0x20],
  [2, 0x42],
  [3, 0x34],
  [5, 0x30],
  [7, 0],
  [12, 0],
  [13, 0],
  [16, 0],
]);

/**
 * Cuts what is heard into statuses, strictly: a byte that cannot be where it stands makes the one before it stray, and reading begins anew
 * after it. Tables of the raster command reference, 4. ESC i S (https://download.brother.com/welcome/docp100278/cv_ql800_eng_raster_101.pdf).
 */
export function createStatusReader(): ReplyReader<QlReply> {
  let pending: number[] = [];
  return {
    push(bytes) {
      pending.push(...bytes);
      const replies: QlReply[] = [];
      for (;;) {
        const frame = pending.slice(0, length);
        const fits = frame.every((byte, at) => (fixed.get(at) ?? byte) === byte);
        if (fits && frame.length < length) return replies;
        const status = fits ? statusOf(frame) : undefined;
        replies.push(status ?? 'stray');
        pending = pending.slice(status ? length : 1);
      }
    },
  };
}

function statusOf(frame: readonly number[]): QlStatus | undefined {
  const at = (place: number) => frame[place] ?? 0;
  const kind = kinds[at(18) as keyof typeof kinds];
  const type = mediaTypes[at(11)];
  if (!kind || !type || at(19) > 1) return undefined;
  const media = { type, width: at(10), length: at(17) };
  return { kind, model: at(4), errors: [at(8), at(9)], media, isPrinting: at(19) === 1, notice: at(22) };
}

type Reason = Extract<FailureCode, `printer.${'coverOpen' | 'paperOut' | 'media' | 'offline' | 'fault'}`>;

const reasons: readonly (readonly [which: 0 | 1, bits: number, Reason])[] = [
  [1, 0x10, 'printer.coverOpen'],
  [0, 0x03, 'printer.paperOut'], // no media; the end of a roll of labels
  [1, 0x40, 'printer.paperOut'], // cannot be fed, also at its end
  [1, 0x01, 'printer.media'],
  [0, 0x30, 'printer.offline'], // in use; turned off
  [0, 0xff, 'printer.fault'], // cutter, fan
  [1, 0xff, 'printer.fault'], // transmission, buffers, system
];

/** Why this printer cannot print, by its own word; what staff can mend comes first. */
export function troubleOf({ errors, kind }: QlStatus): Reason | undefined {
  if (kind === 'turnedOff') return 'printer.offline';
  const found = reasons.find(([which, bits]) => (errors[which] & bits) !== 0);
  return found?.[2] ?? (kind === 'error' ? 'printer.fault' : undefined);
}

/** What is loaded, as staff would say it: `62 × 29 mm`, or `62 mm` for a roll that is cut. */
export const mediaText = ({ media }: QlStatus): string =>
  media.type === 'dieCut' ? `${media.width} × ${media.length} mm` : `${media.width} mm`;

/** Whether the roll that is loaded is the one that the badges are drawn for, where they are drawn for one. A millimetre is how sizes are rounded. */
export function fitsRoll({ media }: QlStatus, roll: QlRoll | undefined): Result<void> {
  if (!roll) return success(undefined);
  if (media.type === 'none') return failure('printer.paperOut');
  const near = (one: number, other: number) => Math.abs(one - other) <= 1;
  const isKind = media.type === (roll.height === undefined ? 'continuous' : 'dieCut');
  const isSize = near(media.width, roll.tape.width) && (roll.height === undefined || near(media.length, roll.tape.length));
  return isKind && isSize ? success(undefined) : failure('printer.media');
}
