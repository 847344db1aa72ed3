import type { Failure, Result } from '../contract/failure.ts';
import type { EventKind } from './event.ts';

/** Whom events are handed on to: the customer's webhook, Bookings ONE by a path that the customer gave, or the hosts of visitors by e-mail. */
export const receivers = ['webhook', 'bookings', 'hosts'] as const;
export type Receiver = (typeof receivers)[number];

/** One event on its way out. `body`: the very bytes of every try. `sequence` orders; `visitId` absent: it belongs to no visit. */
export interface Letter {
  readonly eventId: string;
  readonly sequence: number;
  readonly kind: EventKind;
  readonly visitId?: string;
  /** The server's id of the badge, for a call that is made about it. */
  readonly badgeId?: string;
  readonly at: string;
  readonly body: string;
  readonly tries: number;
  /** A try of it began that may have done all there is to do, and how it ended is not known (see `begun`). */
  readonly isBegun?: boolean;
}

/** A letter that its receiver will not take; it stays until a person sends it again. */
export interface DeadLetter {
  readonly eventId: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly visitor?: string;
  readonly failure: Failure;
  readonly status?: number;
}

/**
 * What waits to be handed on. Every event is put here in its own transaction, for each receiver that the journal was opened with. Nothing
 * leaves it because a receiver said no: in = sent + waiting + dead, and of what goes out of date + expired + unsure (rule API-5).
 * Failures: `journal.`.
 */
export interface Outbox {
  /** The first waiting letter of each visit, in order, except those in `besides` (event ids); at most so many. */
  waiting(entry: { receiver: Receiver; most: number; besides?: readonly string[] }): Result<readonly Letter[]>;
  /** What came of a try. `later` counts it and keeps the letter waiting. A letter that is not waiting: success, and nothing is written. */
  tried(entry: {
    receiver: Receiver;
    eventId: string;
    outcome: Handed['outcome'];
    at: string;
    failure?: Failure;
    status?: number;
  }): Result<void>;
  /**
   * Notes that a try is about to do what cannot be done twice and cannot be asked about afterwards. Until `tried` says how it ended, the letter is
   * `isBegun`, also for the next run.
   */
  begun(entry: { receiver: Receiver; eventId: string }): Result<void>;
  /** Since when a visitor is here, a correction heeded; undefined: has left, or the visit was closed. Time: ISO 8601 with offset. */
  hereSince(visitId: string): Result<string | undefined>;
  /** Settles as expired what waits or is dead since before a moment (ISO 8601 with offset); answers how many. */
  expire(entry: { receiver: Receiver; before: string; at: string }): Result<number>;
  deadLetters(receiver: Receiver): Result<readonly DeadLetter[]>;
  /** Lets dead letters wait once more, one or all; answers how many. */
  sendAgain(entry: { receiver: Receiver; eventId?: string }): Result<number>;
  /** How many letters there are in each state, of all that were ever put in. */
  outboxCounts(receiver: Receiver): Result<LetterCounts>;
}

/**
 * Letters by what became of them. `expired`: settled without being sent, because it was too late for them; `unsure`: sent, perhaps. Absent:
 * none.
 */
export interface LetterCounts {
  readonly sent: number;
  readonly waiting: number;
  readonly dead: number;
  readonly expired?: number;
  readonly unsure?: number;
}

/**
 * What came of handing one letter on. `retryAfterMs`: what the receiver asks for. `expired`: it is too late for it, and nothing was tried; `unsure`: it
 * may have been taken, and another try might do it twice. Neither is tried again.
 */
export type Handed =
  | { readonly outcome: 'sent' }
  | {
      readonly outcome: 'dead' | 'later' | 'expired' | 'unsure';
      readonly failure: Failure;
      readonly status?: number;
      readonly retryAfterMs?: number;
    };

/** The way to a receiver of events. Never rejects. */
export interface HandOver {
  readonly receiver: Receiver;
  hand(letter: Letter): Promise<Handed>;
  close(): Promise<void>;
}
