import type { Failure, Result } from '../contract/failure.ts';
import type { EventKind } from './event.ts';

/** Whom events are handed on to: the customer's webhook, or Bookings ONE by a path that the customer gave. */
export type Receiver = 'webhook' | 'bookings';

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
 * leaves it because a receiver said no: in = sent + waiting + dead (rule API-5). Failures: `journal.`.
 */
export interface Outbox {
  /** The first waiting letter of each visit, in order, except those in `besides` (event ids); at most so many. */
  waiting(entry: { receiver: Receiver; most: number; besides?: readonly string[] }): Result<readonly Letter[]>;
  /** What came of a try. `later` counts it and keeps the letter waiting. A letter that is not waiting: success, and nothing is written. */
  tried(entry: {
    receiver: Receiver;
    eventId: string;
    outcome: 'sent' | 'dead' | 'later';
    at: string;
    failure?: Failure;
    status?: number;
  }): Result<void>;
  deadLetters(receiver: Receiver): Result<readonly DeadLetter[]>;
  /** Lets dead letters wait once more, one or all; answers how many. */
  sendAgain(entry: { receiver: Receiver; eventId?: string }): Result<number>;
  /** How many letters there are in each state, of all that were ever put in. */
  outboxCounts(receiver: Receiver): Result<{ readonly sent: number; readonly waiting: number; readonly dead: number }>;
}

/** What came of handing one letter on. `retryAfterMs`: what the receiver asks for. */
export type Handed =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'dead' | 'later'; readonly failure: Failure; readonly status?: number; readonly retryAfterMs?: number };

/** The way to a receiver of events. Never rejects. */
export interface HandOver {
  readonly receiver: Receiver;
  hand(letter: Letter): Promise<Handed>;
  close(): Promise<void>;
}
