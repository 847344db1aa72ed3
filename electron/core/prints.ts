import type { FailureCode, Result } from '../contract/failure.ts';
import type { PrintKind, PrintState, Visit } from './visit.ts';

/** So many of the last prints are listed, whatever became of them. */
export const lastPrints = 30;

/** A print of a visit whose names are still kept. Times: ISO 8601 with offset; `at`: since when it is in its state. */
export interface Printed {
  readonly printId: string;
  readonly visitId: string;
  readonly visitor: string;
  readonly kind: PrintKind;
  readonly state: PrintState;
  readonly at: string;
  readonly failure?: FailureCode;
  /** The printer that it came out of, or would have. */
  readonly printer?: string;
  readonly isReprint: boolean;
  readonly handedOverAt?: string;
  /** Another was asked for in its place, whatever became of that one. */
  readonly isReplaced: boolean;
  readonly hasPicture: boolean;
}

/** What is to be printed anew: the visit, and when it was checked in. */
export interface Reprint {
  readonly visit: Visit;
  readonly checkedInAt: string;
}

/** How many labels came out of a printer since its roll was changed; `since`: when, where that was seen or said. */
export interface Roll {
  readonly printer: string;
  readonly labels: number;
  readonly since?: string;
}

/** What staff see and decide of badges, and of the rolls that they come from. Failures: `journal.`. */
export interface Prints {
  /** The last prints there were, and each badge that did not surely come out and that nobody has handed over; oldest first. */
  printed(): Result<readonly Printed[]>;
  /** How long each badge of a day took ("2026-11-28", of the kiosk's clock): seconds from the check-in until it was out, or sent where its printer cannot say more. Those that staff asked for are none. */
  badgeTimes(day: string): Result<readonly number[]>;
  /** What was printed, as PNG, without the code of a door; undefined: there is none, or it went with the names of its visit. */
  picture(printId: string): Result<Uint8Array | undefined>;
  /**
   * A person wants another badge in the place of one, for a visitor who is in: a new print, `queued`, and the one before is void, if it
   * ever came out. Undefined: it is replaced already, or is being printed, and nothing is written (rule PRN-10).
   */
  printAgain(entry: { printId: string; reprintId: string; by?: string; at: string }): Result<Reprint | undefined>;
  /** A person says that the visitor has a badge. Said again it changes nothing. */
  handedOver(entry: { printId: string; by?: string; at: string }): Result<void>;
  /** How many labels came out of each printer, by its name. */
  rolls(): Result<readonly Roll[]>;
  /** A printer was seen: `open`, which is without paper or with its cover open, or able to print. The second after the first: its roll was changed. */
  rollSeen(entry: { printer: string; isOpen: boolean; at: string }): Result<void>;
  /** A person has put in a new roll. */
  rollChanged(entry: { printer: string; at: string }): Result<void>;
}
