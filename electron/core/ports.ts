import type { Failure, FailureCode, Result } from '../contract/failure.ts';
import type { Drills } from './drill.ts';
import type { Basis } from './event.ts';
import type { Histories } from './history.ts';
import type { Operation } from './operation.ts';
import type { Outbox } from './outbox.ts';
import type { Prints } from './prints.ts';
import type { Review } from './review.ts';
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
  /** Those who may be visited and whose name holds this text. `mail`: where they are told of their visitors. */
  hostsNamed(text: string): Promise<Result<readonly { id: string; name: string; mail?: string }[]>>;
  /** How many are expected, in, left and never came on the day of this moment, by the server's dashboard. */
  dayCounts(day: Date): Promise<Result<{ expected: number; inside: number; left: number; noShow: number }>>;
  /** Closes connections; running calls end as `bookings.unreachable`. */
  close(): Promise<void>;
}

/**
 * This kiosk's own durable record. Every write is committed (WAL, synchronous FULL) when it returns, and is a failure of the
 * `journal.` family when it could not be; nothing is then half there. All times: ISO 8601 with offset. `actor`: who does it, the visitor where
 * nothing is said; `by`: the name of the person of staff, where a PIN said so.
 */
export interface Journal {
  /** What is recorded of the newest visit under this code; one whose check-in was a mistake is none. Times as corrected. */
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
    actor?: 'visitor' | 'staff';
    by?: string;
  }): Result<void>;
  /** Records a check-out; a visit that was never checked in here is recorded with it. */
  checkOut(entry: {
    visitId: string;
    visit: Visit;
    at: string;
    basis: Basis;
    printId?: string;
    actor?: 'visitor' | 'staff';
    by?: string;
  }): Result<void>;
  /** What visitors asked reception for since a moment (ISO 8601 with offset), oldest first, with the name of each. */
  wishes(since: string): Result<readonly { visitId: string; visitor: string; service: Service; at: string }[]>;
  /**
   * Moves a print to another state, with the failure that explains it where there is one. `printer`: the one that it goes to, once known;
   * `kept`: its picture (PNG, without the code of a door), kept where anything of it may be on paper.
   */
  print(entry: {
    printId: string;
    state: PrintState;
    at: string;
    failure?: Failure;
    printer?: string;
    kept?: Uint8Array;
  }): Result<void>;
  /** The prints of a visit, oldest first. */
  prints(visitId: string): Result<readonly { printId: string; kind: PrintKind; state: PrintState; at: string }[]>;
  /** What a stopped run left: `sending` becomes `unknown`, `queued` becomes `failed`; how many of each. Never prints. */
  settle(at: string): Result<{ unknown: number; failed: number }>;
  /** Notes, as the first event of a new journal, that a damaged one was moved aside. */
  noteReplaced(at: string): Result<void>;
  /** Notes what staff have done that is of no visit. */
  noteOperation(entry: { operation: Operation; by?: string; at: string }): Result<void>;
  close(): void;
}

/** What came of a PIN: whose it is, and whether that is an administrator, or that it is nobody's; or that none is looked at yet. `waitMs`: until the next one is. */
export type Knock =
  | { readonly kind: 'open'; readonly name: string; readonly isAdmin: boolean }
  | { readonly kind: 'wrong'; readonly waitMs: number }
  | { readonly kind: 'wait'; readonly waitMs: number };

/** The way to the desk. */
export interface Door {
  /** Whether anybody has a PIN. */
  exists(): boolean;
  /** Whether it is known that nobody has one, of whatever role: not where the list of them cannot be read. */
  isMissing(): boolean;
  /** Whether somebody of this name has one still. */
  knows(name: string): boolean;
  /** Looks at a PIN, one at a time. Never rejects. */
  knock(pin: string): Promise<Knock>;
}

/** Everything that one journal does. */
export type WholeJournal = Journal & Review & Histories & Drills & Outbox & Prints;

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

/**
 * What came of a print: its final state, why if it is not `confirmed` or `sent`, and the picture where the printer shows it (PNG data URL).
 * `printer`: the name of the one that it came out of, or would have. `kept`: what was printed, as PNG, for the history of whatever is not
 * `failed`; without the code of a door, which is never kept.
 */
export interface PrintOutcome {
  readonly state: Exclude<PrintState, 'queued' | 'sending'>;
  readonly failure?: Failure;
  readonly picture?: string;
  readonly printer?: string;
  readonly kept?: Uint8Array;
}

/** What staff should see to before a printer stops: the roll is near its end, the head is worn or too hot. */
export type PrinterWarning = 'paperLow' | 'headWorn' | 'headHot';

/** How one physical printer is. No failure: it can print. `media`: what is loaded, in its own words, where it tells. */
export interface PrinterReport {
  readonly name: string;
  readonly failure?: FailureCode;
  readonly warnings: readonly PrinterWarning[];
  readonly media?: string;
}

/** A printer, or several of which one stands in for another. One job at a time for each; a job never waits longer than its deadline. */
export interface Printer {
  /**
   * Draws and prints. `beforeFirstByte` is called after a printer said that it is ready and before any byte of the job leaves; when it
   * answers a failure nothing is sent. It is called again only where nothing had left and a spare takes over; it is told the
   * printer's name. Never rejects, always ends (deadline of the printer's own).
   */
  print(content: PrintContent, beforeFirstByte: (printer?: string) => Result<void>): Promise<PrintOutcome>;
  /** Asks each printer how it is, between jobs; one that is busy for long is left out. Never rejects. */
  report(): Promise<readonly PrinterReport[]>;
  close(): Promise<void>;
}
