import { readdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import type { Roster } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import type { Clock } from '../../electron/effects/clock.ts';
import { type EventName, events } from '../../electron/log/events.ts';
import { openRoster } from '../../electron/roster/open.ts';
import { theValue } from '../journal/visit-of.ts';

export const rosterKey = Buffer.alloc(32, 0x5e);

/** A wall clock and a monotonic one, each of which is moved by itself; what waits is called as its time comes. */
export function twoClocks(begins = '2026-11-22T09:30:00+08:00') {
  const at = { now: 0, wall: Date.parse(begins) };
  let waiting: { at: number; callback: () => void }[] = [];
  const clock: Clock = {
    now: () => at.now,
    wall: () => isoWithOffset(new Date(at.wall)),
    after(milliseconds, callback) {
      const entry = { at: at.now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  /** Lets so many milliseconds go by on both. */
  const move = async (milliseconds: number) => {
    for (const end = at.now + milliseconds; ; ) {
      const next = waiting.toSorted((a, b) => a.at - b.at)[0];
      const until = next && next.at <= end ? next.at : end;
      at.wall += until - at.now;
      at.now = until;
      if (!next || next.at > end) return;
      waiting = waiting.filter((each) => each !== next);
      next.callback();
      for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { at, clock, move, waiting: () => waiting.length };
}

type Options = Partial<Parameters<typeof openRoster>[0]>;

/** A roster in `folder`, closed after the test; `logged` holds what it noted. */
export function rosterIn(folder: string, options: Options = {}) {
  const logged: [EventName, unknown][] = [];
  const log = { log: (event: EventName, fields: unknown) => logged.push([event, events[event].parse(fields)]), close: () => {} };
  const { clock } = twoClocks();
  const roster = openRoster({ folder, key: rosterKey, clock, log, retentionHours: 24, ...options });
  onTestFinished(() => roster.close());
  return { roster, logged };
}

export const at = '2026-11-22T09:30:00+08:00';

/** Puts these visits in the place of what the roster has. */
export async function fill(roster: Roster, visits: readonly Visit[], when = at) {
  const draft = theValue(roster.draft());
  theValue(await draft.add(visits));
  return draft.finish({ at: when });
}

/** The badge ids under a code. */
export const found = async (roster: Roster, code: string): Promise<string[]> =>
  theValue(await roster.find(code)).map(({ badgeId }) => badgeId);

/** What a roster has put into a folder. */
export const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^roster-\d+\.db$/.test(name));

/** Codes that nobody was given, in a row. */
export const codeAt = (place: number): string => `C${String(10_000 + place)}`;
