import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Receiver } from '../../electron/core/outbox.ts';
import type { Bookings, Printer, PrintOutcome, Roster, WholeJournal } from '../../electron/core/ports.ts';
import type { PrintContent, Visit } from '../../electron/core/visit.ts';
import type { Clock } from '../../electron/effects/clock.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';

/** A real journal in a folder of its own, gone after the test. */
export function realJournal(receivers: readonly Receiver[] = []): WholeJournal {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-effects-'));
  const journal = openJournal({ file: join(folder, 'journal.db'), key: Buffer.alloc(32, 7), kiosk: 'foyer-test00', receivers });
  if (!journal.ok) throw new Error(journal.failure.code);
  onTestFinished(() => {
    journal.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return journal.value;
}

/** A clock that stands still until it is moved; what waits is called as its time comes. The wall clock stands where it is set. */
export function drivenClock() {
  let now = 0;
  let wall = exampleNow;
  let waiting: { at: number; callback: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => wall,
    after(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  const move = async (milliseconds: number) => {
    now += milliseconds;
    const due = waiting.filter(({ at }) => at <= now);
    waiting = waiting.filter(({ at }) => at > now);
    for (const { callback } of due) callback();
    await settled();
  };
  const setWall = (iso: string) => {
    wall = iso;
  };
  return { clock, move, setWall, waiting: () => waiting.length };
}

/** Lets everything that is ready to run, run. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A server that knows the example visit, or fails as told; counts its calls. */
export function scriptedBookings(answer: () => Result<Visit | undefined> = () => success(exampleVisit)) {
  const asked: string[] = [];
  const bookings: Bookings = {
    systemInformation: async () => failure('bookings.unreachable'),
    findVisit: async (code) => {
      asked.push(code);
      return answer();
    },
    doorCode: async () => success(undefined),
    services: async () => success([]),
    hostsNamed: async () => success([]),
    dayCounts: async () => failure('bookings.unreachable'),
    close: async () => {},
  };
  return { bookings, asked };
}

/** A roster of these visits, so many milliseconds old; counts its calls. */
export function scriptedRoster(visits: readonly Visit[] = [exampleVisit], ageMs = 60_000) {
  const asked: string[] = [];
  const roster: Pick<Roster, 'find' | 'status'> = {
    find: async (code) => {
      asked.push(code);
      return success(visits.filter((visit) => visit.code === code));
    },
    status: () => ({ badges: visits.length, at: exampleNow, ageMs }),
  };
  return { roster, asked };
}

/** How the kiosk stands with its server, as the test says; `told` counts slow look-ups. */
export function scriptedConnection(isOnline = true) {
  const told = { slow: 0 };
  const slow = () => {
    told.slow += 1;
  };
  return { told, connection: { isOnline: () => isOnline, slow } };
}

/** A printer whose outcome the test decides; `printed` holds what it was given. */
export function scriptedPrinter(outcome: PrintOutcome = { state: 'confirmed' }) {
  const printed: PrintContent[] = [];
  const printer: Printer = {
    report: async () => [],
    print: async (content, beforeFirstByte) => {
      const ready = beforeFirstByte();
      if (!ready.ok) return { state: 'failed', failure: ready.failure };
      printed.push(content);
      return outcome;
    },
    close: async () => {},
  };
  return { printer, printed };
}
