import type { Result } from '../contract/failure.ts';
import type { Correction } from './correction.ts';
import type { Actor, Decision, DifferenceKind, EventKind } from './event.ts';
import type { Printed } from './prints.ts';
import type { Stay } from './stay.ts';
import type { PrintState, Service, Visit } from './visit.ts';

/** What an event says besides, where its kind says anything: names of fields as in docs/hand-over.md. */
export interface Told {
  /** The text of a note, or of a decision. */
  readonly text?: string;
  readonly correction?: Correction;
  readonly reason?: string;
  /** The time of the check-in that the server has, taken over after a decision for it. */
  readonly checkedInAt?: string;
  readonly service?: Service;
  readonly difference?: DifferenceKind;
  readonly decision?: Decision;
  readonly print?: { readonly printId: string; readonly state: PrintState };
  /** At a muster: the visitor was found, or a person took that back. */
  readonly isFound?: boolean;
}

/** Something that happened to a visit. `by`: the person of staff, by the name at the PIN door. */
export interface HistoryEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly actor: Actor;
  readonly by?: string;
  readonly told: Told;
}

/** A visit whose names are still kept, with all that happened to it, oldest first. */
export interface History {
  readonly visitId: string;
  readonly visit: Visit;
  readonly stay: Stay;
  readonly events: readonly HistoryEvent[];
  readonly prints: readonly Printed[];
}

/**
 * What staff write of single visits, and read of one. `by`: the name of whoever does it, where a PIN said so. Failures: `journal.`; of a visit that is
 * unknown, or whose names are gone, `bug`.
 */
export interface Histories {
  /**
   * A person says that what is recorded was wrong, and why; the record stays, and this is appended. After `notIn` the visit counts as if it had never been,
   * and its badge is void. What makes no sense of the visit as it stands (see `correctionsOf`), or a check-out taken back of a badge
   * that has come again since, is `bug`. Said again, it changes nothing.
   */
  correct(entry: { visitId: string; correction: Correction; reason: string; by?: string; at: string }): Result<void>;
  /** A person's note. `text`: cleaned, at most 200 characters. */
  note(entry: { visitId: string; text: string; by?: string; at: string }): Result<void>;
  /** What happened to a visit; undefined: it is unknown, or its names are gone. */
  history(visitId: string): Result<History | undefined>;
}
