import { isAbsolute, relative } from 'node:path';
import type { BookingsSheet } from '../bookings/staff/export-bookings.ts';
import type { ExportKind, ExportShown } from '../contract/desk-figures.ts';
import type { Intent } from '../contract/intent.ts';
import type { Language } from '../contract/language.ts';
import type { NoteOperation } from '../core/operation.ts';
import type { Review } from '../core/review.ts';
import { csvOf } from '../exporting/csv.ts';
import { entriesWithin, visitsTable } from '../exporting/visits.ts';
import { workbookOf } from '../exporting/workbook.ts';
import type { Log } from '../log/log.ts';
import type { Exports } from '../settings/exports.ts';
import type { Answers } from './answers.ts';
import type { Clock } from './clock.ts';

/** Where what is taken out goes, and the server's own export. `home`: the folder whose path nobody needs to read. */
export interface Exporting {
  readonly home: string;
  readonly exports: Exports;
  /** Never rejects, and ends by the client's own deadlines. */
  readonly bookingsSheet: (period: { readonly from: Date; readonly to: Date }) => Promise<BookingsSheet>;
}

/** What is taken out at a desk, one thing at a time. */
export interface Exporter {
  /** Begins, unless another is running. */
  begin(wish: Extract<Intent, { kind: 'export' }>, language: Language): void;
  /** How the last one stands; undefined: there was none. */
  shown(): ExportShown | undefined;
  /** Nothing more is written. */
  stop(): void;
}

type Failed = Extract<ExportShown, { state: 'failed' }>;
type Outcome =
  | { readonly rows?: number; readonly place: string }
  | { readonly why: Failed['why']; readonly failure?: Extract<BookingsSheet, { ok: false }>['failure'] };
type Made = { readonly bytes: Uint8Array; readonly rows?: number; readonly name: string } | Extract<Outcome, { why: string }>;
interface Days {
  readonly from: string;
  readonly to: string;
}

/** Takes visits out in slices between which visitors are served. `tell`: how it stands has changed. */
export function runExports(parts: {
  readonly journal: Pick<Review, 'entries'>;
  readonly exporting: Exporting;
  readonly answers: Answers;
  readonly by: () => string | undefined;
  readonly note: NoteOperation;
  readonly clock: Pick<Clock, 'wall'>;
  readonly log: Log;
  readonly tell: () => void;
}): Exporter {
  const { journal, answers, by, note, clock, log, tell } = parts;
  const { home, exports, bookingsSheet } = parts.exporting;
  let shown: ExportShown | undefined;
  let stopped = false;

  const pause = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(!stopped)));

  async function make(what: ExportKind, days: Days, language: Language): Promise<Made> {
    const name = days.from === days.to ? days.from : `${days.from}-to-${days.to}`;
    if (what === 'vendor') {
      const sheet = await bookingsSheet({ from: midnightOf(days.from), to: midnightOf(days.to, 1) });
      return sheet.ok ? { bytes: sheet.bytes, name: `bookings-one-${name}.xlsx` } : { why: sheet.outcome, failure: sheet.failure };
    }
    const all = answers.read(journal.entries());
    if (!all) return { why: 'notRead' };
    const entries = entriesWithin(all, days);
    if (entries.length === 0) return { why: 'nothing' };
    await pause();
    const bytes = await (what === 'csv' ? csvOf : workbookOf)(visitsTable(entries, language), pause);
    return { bytes, rows: entries.length, name: `foyer-visits-${name}.${what}` };
  }

  async function takeOut(what: ExportKind, days: Days, language: Language): Promise<Outcome> {
    const made = await make(what, days, language);
    if ('why' in made) return made;
    if (stopped) return { why: 'failed' };
    const written = exports.write(made.name, made.bytes);
    if (!written.ok) return { why: written.why };
    return { place: placeOf(written.path, home), ...(made.rows !== undefined && { rows: made.rows }) };
  }

  function ended(what: ExportKind, outcome: Outcome): void {
    const at = clock.wall();
    if ('place' in outcome) {
      shown = { state: 'done', what, at, ...outcome };
      log.log('exported', { what, outcome: 'done', ...(outcome.rows !== undefined && { rows: outcome.rows }) });
    } else {
      const { why, failure } = outcome;
      shown = { state: 'failed', what, at, why, ...(failure && { cause: failure.code }) };
      const { code, ...where } = failure ?? {};
      log.log('exported', { what, outcome: why, ...where, ...(code && { failure: code }) });
    }
    tell();
  }

  return {
    begin: ({ what, from, to }, language) => {
      if (shown?.state === 'running' || stopped) return;
      shown = { state: 'running', what, since: clock.wall() };
      tell();
      const days = from <= to ? { from, to } : { from: to, to: from };
      const who = by();
      takeOut(what, days, language).then(
        (outcome) => {
          if ('place' in outcome) note({ what: 'exported', as: what, ...days }, who);
          if (!stopped) ended(what, outcome);
        },
        () => {
          log.log('bug', { effect: 'export' });
          if (!stopped) ended(what, { why: 'failed' });
        },
      );
    },
    shown: () => shown,
    stop: () => {
      stopped = true;
    },
  };
}

/** Midnight of a calendar day on this machine's clock, or of one so many days later. */
function midnightOf(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later);
}

/** The path of a file as people say it: from the home folder on. */
function placeOf(path: string, home: string): string {
  const from = relative(home, path);
  return from.startsWith('..') || isAbsolute(from) ? path : from;
}
