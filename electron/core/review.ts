import type { Result } from '../contract/failure.ts';
import type { Basis, Decision, Difference, DifferenceKind, ServerView } from './event.ts';
import type { Visit } from './visit.ts';

/**
 * A visit that is in the journal with a name, as the desk's lists show it. Times: ISO 8601 with offset. `checkedInAt`: as corrected by a person;
 * of who was never checked in here, the server's, or else the check-out's. `checkedOutAt`: also when a person confirmed that the visitor left. A
 * visit whose check-in was a mistake is none.
 */
export interface Recorded {
  readonly visitId: string;
  readonly badgeId: string;
  readonly code: string;
  readonly period: Visit['period'];
  /** The server's id of the visiting appointment. */
  readonly appointmentId?: string;
  /** Not in Bookings ONE. */
  readonly walkIn: boolean;
  readonly checkedInBy: 'visitor' | 'staff';
  readonly visitor: string;
  readonly company?: string;
  readonly host?: string;
  readonly checkedInAt: string;
  readonly checkedOutAt?: string;
  /** When the kiosk closed the visit by itself; nobody has confirmed that the visitor has left. */
  readonly closedAt?: string;
}

/** The same for whoever takes the visits out. `isAutomatic`: the kiosk closed it by itself, whatever is known by now; `isCorrected`: what was recorded was changed since. */
export interface Entry extends Recorded {
  readonly isAutomatic: boolean;
  readonly isCorrected: boolean;
}

/** What is compared with the server: a visit whose names are still kept, and no walk-in; times as in `Recorded`. `given`: the differences that were noted of it, decided or not. */
export interface Comparable {
  readonly visitId: string;
  readonly badgeId: string;
  readonly code: string;
  readonly period: Visit['period'];
  readonly checkedInAt: string;
  readonly checkedOutAt?: string;
  readonly closedAt?: string;
  readonly basis: Basis;
  readonly given: readonly { readonly kind: DifferenceKind; readonly there: ServerView }[];
}

/** How many events of the chain fit, from the first; `brokenAt`: the sequence of the first that does not, or is missing. */
export interface Verified {
  readonly events: number;
  readonly brokenAt?: number;
}

/**
 * What of the journal is looked after when no visitor is there: differences, forgotten check-outs, retention. `by`: the name of the person of staff,
 * where a PIN said so. Failures: `journal.`.
 */
export interface Review {
  /** The visits that are compared with the server, oldest first. */
  comparable(): Result<readonly Comparable[]>;
  /** Notes a difference, once for the same kind and the same word of the server. */
  differ(entry: { visitId: string; kind: DifferenceKind; there: ServerView; at: string }): Result<void>;
  /** The differences that nobody has decided, oldest first. */
  differences(): Result<readonly Difference[]>;
  /**
   * A person's decision, and what follows from it in the same commit: `theirs` records the check-out that the server (or the missing badge)
   * means, or corrects the time of the check-in. A difference that is decided already: success, and nothing is written.
   */
  decide(entry: { differenceId: string; decision: Decision; note?: string; by?: string; at: string }): Result<void>;
  /** Closes visits without a check-out as automatic; those that have left or are closed are passed over. Answers how many were closed. */
  closeAutomatically(entry: { visitIds: readonly string[]; at: string }): Result<number>;
  /** A person has seen that the visitor of an automatically closed visit has left. */
  confirmLeft(entry: { visitId: string; by?: string; at: string }): Result<void>;
  /** Who is in, who has left, and who was closed automatically and is not confirmed, newest first; those whose names are still kept. */
  recorded(): Result<readonly Recorded[]>;
  /** The same, oldest first, with what a table of them says besides. */
  entries(): Result<readonly Entry[]>;
  /**
   * Takes the names out of every visit that ended (checked out, closed and confirmed, or void) before the moment and of which nothing waits to be
   * handed on (a dead letter waits for a person), nor waits for a decision; bytes included. Events keep their skeleton, so that the chain
   * stays whole. Takes at most a hundred at once, and answers how many: again until it is none. `journal.locked`: the names are out, but a reader keeps the -wal that still has them; call again.
   */
  purge(entry: { before: string }): Result<number>;
  /** Recomputes the chain of the events. */
  verify(): Result<Verified>;
  /** The same in steps of some milliseconds, for a kiosk that is in use: undefined until it is through. */
  verifying(): () => Result<Verified | undefined>;
}
