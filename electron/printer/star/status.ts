import type { FailureCode } from '../../contract/failure.ts';
import type { PrinterWarning } from '../../core/ports.ts';
import type { ReplyReader } from '../replies.ts';

/**
 * Asks for the status: `ESC RS a 1` turns the automatic status on (by USB; a network has it on always) and sends it once, `ESC ACK SOH` has
 * it sent at once, also when the printer is offline. So one or two answers come, and the newest counts.
 */
export const statusQuestion = Uint8Array.of(0x1b, 0x1e, 0x61, 1, 0x1b, 0x06, 0x01);

/** One automatic status (ASB). `count`: of the ETB that have been carried out, 0 to 31; older firmware has none. */
export interface StarStatus {
  readonly bytes: readonly number[];
  readonly count?: number;
}
export type StarReply = StarStatus | 'stray';

// Up to printer status 5 in the oldest version; the header can name 31 at most.
const shortest = 7;

/**
 * Cuts what is heard into statuses, however the packets fall: the first byte (0xx0xxx1) holds the length, in all others bits 7, 4 and 0 are
 * off, but for bit 7 of the second: then two zero bytes follow (networks). A byte that cannot be where it stands makes the one before it
 * stray. https://manualsdump.com/en/manuals/star_micronics-line_thermal_printer/119076/152 and
 * https://manualsdump.com/en/manuals/star_micronics-dot_impact_printer/119140/97
 */
export function createStatusReader(): ReplyReader<StarReply> {
  let pending: number[] = [];
  return {
    push(bytes) {
      pending.push(...bytes);
      const replies: StarReply[] = [];
      for (;;) {
        const [first, second] = pending;
        if (first === undefined) return replies;
        const size = fiveBits(first);
        const extended = ((second ?? 0) & 0x80) !== 0;
        const length = size + (extended ? 2 : 0);
        const frame = pending.slice(0, length);
        const fits = (first & 0x91) === 0x01 && size >= shortest && frame.every((byte, at) => at === 0 || fitsAt(byte, at, size));
        if (fits && (second === undefined || frame.length < length)) return replies;
        pending = pending.slice(fits ? length : 1);
        replies.push(fits ? statusOf(frame.slice(0, size)) : 'stray');
      }
    },
  };
}

function fitsAt(byte: number, at: number, size: number): boolean {
  if (at >= size) return byte === 0; // the length of what else is said, which is nothing
  return (byte & (at === 1 ? 0x11 : 0x91)) === 0;
}

/** Bits 6, 5, 3, 2, 1 of a byte: lengths, versions and counters stand so. */
const fiveBits = (byte: number): number => ((byte >> 1) & 0x07) | ((byte >> 2) & 0x18);

function statusOf(bytes: readonly number[]): StarStatus {
  const counter = bytes[7];
  return { bytes, ...(counter !== undefined && { count: fiveBits(counter) }) };
}

type Reason = Extract<FailureCode, `printer.${'coverOpen' | 'paperOut' | 'offline' | 'fault'}`>;

// Byte (from 1, as the reference counts), bits, what it means. What staff can mend comes first: an open cover also makes it offline.
const reasons: readonly (readonly [byte: number, bits: number, Reason])[] = [
  [3, 0x20, 'printer.coverOpen'],
  [6, 0x08, 'printer.paperOut'],
  [4, 0x6e, 'printer.fault'], // stopped by heat, not recoverable, cutter, mechanics, thermistor
  [5, 0x4e, 'printer.fault'], // buffer overflow, black mark, presenter jam, head up
  [3, 0x48, 'printer.offline'],
];

/** Why this printer cannot print, by its own word. */
export const troubleOf = ({ bytes }: StarStatus): Reason | undefined =>
  reasons.find(([byte, bits]) => ((bytes[byte - 1] ?? 0) & bits) !== 0)?.[2];

/** The roll is near its end: of the sensor that is nearer to it, or the other. */
export const warningsOf = ({ bytes }: StarStatus): PrinterWarning[] => (((bytes[5] ?? 0) & 0x06) !== 0 ? ['paperLow'] : []);
