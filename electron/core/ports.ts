import type { Failure, Result } from '../contract/failure.ts';
import type { Basis, Decision, Difference, DifferenceKind, EventKind, ServerView } from './event.ts';
import type { PrintContent, PrintKind, PrintState, Service, Standing, Visit } from './visit.ts';

/** The Bookings ONE server, as the rest of Foyer needs it. */
export interface Bookings {
  /** Name, version, environment and client of the server. */
  systemInformation(): Promise<Result<{ name?: string; version?: string; environment?: string; clientName?: string }>>;
  /** The visit of a registration code, with host and place where the server tells them; undefined: nobody has this code. */
  findVisit(code: string): Promise<Result<Visit | undefined>>;
  /** The code that opens a room's door now, for this visit; undefined: there is none. It is never remembered. */
  doorCode(roomId: string, period: Visit['period']): Promise<Result<string | undefined>>;
  /** What of these service items the site offers now, in their order. */
  services(ids: readonly string[]): Promise<Result<readonly Service[]>>;
  /** Closes connections; running calls end as `bookings.unreachable`. */
  close(): Promise<void>;
}

/**
 * This kiosk's own durable record. Every write is committed (WAL, synchronous FULL) when it returns, and is a failure of the
 * `journal.` family when it could not be; nothing is then half there. All times: ISO 8601 with offset.
 */
export interface Journal {
  /** What is recorded of the newest visit under this code. */
  standing(code: string): Result<Standing>;
  /** The visit as it was recorded at check-in, for a check-out without the server. */
  visit(visitId: string): Result<Visit | undefined>;
  /** Records a check-in with what the visitor asks reception for and, where a badge is to be printed, its print as `queued`, in one transaction. */
  checkIn(entry: {
    visitId: string;
    visit: Visit;
    at: string;
    basis: Basis;
    printId?: string;
    wanted?: readonly Service[];
  }): Result<void>;
  /** Records a check-out; a visit that was never checked in here is recorded with it. */
  checkOut(entry: { visitId: string; visit: Visit; at: string; basis: Basis; printId?: string }): Result<void>;
  /** What visitors asked reception for since a moment (ISO 8601 with offset), oldest first, with the name of each. */
  wishes(since: string): Result<readonly { visitId: string; visitor: string; service: Service; at: string }[]>;
  /** Moves a print to another state, with the failure that explains it where there is one. */
  print(entry: { printId: string; state: PrintState; at: string; failure?: Failure }): Result<void>;
  /** The prints of a visit, oldest first. */
  prints(visitId: string): Result<readonly { printId: string; kind: PrintKind; state: PrintState; at: string }[]>;
  /** What a stopped run left: `sending` becomes `unknown`, `queued` becomes `failed`; how many of each. Never prints. */
  settle(at: string): Result<{ unknown: number; failed: number }>;
  /** Notes, as the first event of a new journal, that a damaged one was moved aside. */
  noteReplaced(at: string): Result<void>;
  close(): void;
}

/**
 * A visit that is in the journal with a name, as the desk's lists show it. Times: ISO 8601 with offset. `checkedInAt`: as corrected by a person;
 * of who was never checked in here, the server's, or else the check-out's. `checkedOutAt`: also when a person confirmed that the visitor left.
 */
export interface Recorded {
  readonly visitId: string;
  readonly visitor: string;
  readonly company?: string;
  readonly host?: string;
  readonly checkedInAt: string;
  readonly checkedOutAt?: string;
  /** When the kiosk closed the visit by itself; nobody has confirmed that the visitor has left. */
  readonly closedAt?: string;
}

/** What is compared with the server: a visit whose names are still kept; times as in `Recorded`. `given`: the differences that were noted of it, decided or not. */
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

/** What of the journal is looked after when no visitor is there: differences, forgotten check-outs, retention. Failures: `journal.`. */
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
  decide(entry: { differenceId: string; decision: Decision; note?: string; at: string }): Result<void>;
  /** Closes visits without a check-out as automatic; those that have left or are closed are passed over. Answers how many were closed. */
  closeAutomatically(entry: { visitIds: readonly string[]; at: string }): Result<number>;
  /** A person has seen that the visitor of an automatically closed visit has left. */
  confirmLeft(entry: { visitId: string; at: string }): Result<void>;
  /** Who is in, who has left, and who was closed automatically and is not confirmed, newest first; those whose names are still kept. */
  recorded(): Result<readonly Recorded[]>;
  /**
   * Takes the names out of every visit that ended (checked out, or closed and confirmed) before the moment and of which nothing waits to be
   * handed on (a dead letter waits for a person), nor waits for a decision; bytes included. Events keep their skeleton, so that the chain
   * stays whole. Takes at most a hundred at once, and answers how many: again until it is none. `journal.locked`: the names are out, but a reader keeps the -wal that still has them; call again.
   */
  purge(entry: { before: string }): Result<number>;
  /** Recomputes the chain of the events. */
  verify(): Result<Verified>;
  /** The same in steps of some milliseconds, for a kiosk that is in use: undefined until it is through. */
  verifying(): () => Result<Verified | undefined>;
}

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

/** Everything that one journal does. */
export type WholeJournal = Journal & Review & Outbox;

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

/** What is known of the roster. `at`: when its download began (ISO 8601 with offset); `ageMs`: how long ago that was. Neither: there is none. */
export interface RosterStatus {
  readonly badges: number;
  readonly at?: string;
  readonly ageMs?: number;
}

/** A roster in the making, which nobody sees before it is whole. Add from one caller at a time. */
export interface RosterDraft {
  add(visits: readonly Visit[]): Promise<Result<void>>;
  /** Takes the place of the roster that was there, all at once. `at`: when the download began. */
  finish(entry: { at: string }): Promise<Result<void>>;
  abandon(): void;
}

/** The visits of these days, each sealed under its own code. Failures: `journal.`. */
export interface Roster {
  /** The visits under a code; of a record that cannot be opened, nothing. */
  find(code: string): Promise<Result<readonly Visit[]>>;
  status(): RosterStatus;
  draft(): Result<RosterDraft>;
  close(): void;
}

/** What came of a print: its final state, why if it is not `confirmed` or `sent`, and the picture where the printer shows it (PNG data URL). */
export interface PrintOutcome {
  readonly state: Exclude<PrintState, 'queued' | 'sending'>;
  readonly failure?: Failure;
  readonly picture?: string;
}

/** One physical printer. One job at a time; a job never waits longer than its deadline. */
export interface Printer {
  /**
   * Draws and prints. `beforeFirstByte` is called exactly once, after the printer said that it is ready and before any byte of
   * the job leaves; when it answers a failure nothing is sent. Never rejects, always ends (deadline of the printer's own).
   */
  print(content: PrintContent, beforeFirstByte: () => Result<void>): Promise<PrintOutcome>;
  close(): Promise<void>;
}
