import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { watchConnection } from '../../electron/effects/connection.ts';
import { runLobby } from '../../electron/effects/lobby.ts';
import { watchSite } from '../../electron/effects/site.ts';
import type { Log } from '../../electron/log/log.ts';
import { keepFresh } from '../../electron/sync/fresh.ts';
import { keepPresent } from '../../electron/sync/presence.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { realJournal, scriptedBookings, scriptedConnection, scriptedPrinter, scriptedRoster, settled } from './parts.ts';

const minute = 60_000;
/** Where the wall clock is set to in the midst of everything, from 10:15 on 22 November 2026 at UTC+8. */
const leaps: [string, string][] = [
  ['stays', exampleNow],
  ['is set a day on', '2026-11-23T10:15:00.000+08:00'],
  ['is set a day back', '2026-11-21T10:15:00.000+08:00'],
  ['falls to 1970', '1970-01-01T08:00:00.000+08:00'],
  ['goes over to summer time', '2026-11-22T11:15:00.000+09:00'],
  ['comes back from summer time', '2026-11-22T09:15:00.000+07:00'],
];

/** Time whose monotonic side goes by itself from one thing that is due to the next, and whose wall side is set by the test. */
function time() {
  let now = 0;
  let wall = exampleNow;
  let waiting: { at: number; callback: () => void }[] = [];
  const clock = {
    now: () => now,
    wall: () => wall,
    after: (milliseconds: number, callback: () => void) => {
      const entry = { at: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  const rest = async () => {
    for (let turn = 0; turn < 4; turn += 1) await settled();
  };
  const move = async (milliseconds: number) => {
    const end = now + milliseconds;
    await rest();
    for (;;) {
      const next = waiting.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      now = next.at;
      waiting = waiting.filter((each) => each !== next);
      next.callback();
      await rest();
    }
    now = end;
  };
  const leap = (to: string) => {
    wall = to;
  };
  return { clock, move, leap };
}

const log: Log = { log: () => {}, close: () => {} };

/** All that goes by timers, beside each other, for half an hour; the wall clock leaps after ten minutes. What each did, and when. */
async function course(to: string) {
  const { clock, move, leap } = time();
  const data = mkdtempSync(join(tmpdir(), 'foyer-clocks-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const done: string[] = [];
  const note = (what: string) => done.push(`${what} ${clock.now()}`);
  const server = { isThere: true };
  const chance = () => 0.5;
  const connection = watchConnection({
    probe: async () => {
      note('probe');
      connection.heard({ by: 'probe', ...(!server.isThere && { failure: 'bookings.unreachable' }) });
    },
    clock,
    log,
    chance,
    tell: ({ state }) => note(state),
  });
  const fresh = keepFresh({
    clock,
    chance,
    everyMs: () => minute,
    refresh: async () => {
      note('refresh');
      return server.isThere ? success(undefined) : failure('bookings.unreachable');
    },
  });
  const presence = keepPresent({
    call: (async (key: string) => {
      note(key);
      return server.isThere ? success(key.endsWith('search') ? { data: [] } : {}) : failure('bookings.unreachable');
    }) as unknown as Parameters<typeof keepPresent>[0]['call'],
    clock,
    log,
    chance,
    data,
    name: 'Lobby',
  });
  const stopSite = watchSite({
    bookings: {
      systemInformation: async () => {
        note('site');
        return server.isThere ? success({ clientName: 'Happy Ltd.' }) : failure('bookings.unreachable');
      },
      services: async () => success([]),
    },
    services: [],
    clock,
    log,
    chance,
    tell: () => {},
  });
  onTestFinished(() => {
    connection.stop();
    fresh.stop();
    stopSite();
    void presence.stop();
  });
  const lose = () => {
    server.isThere = false;
    for (const _ of [1, 2]) connection.heard({ by: 'visitor', failure: 'bookings.unreachable' });
  };
  await move(9 * minute);
  lose();
  await move(minute);
  leap(to);
  await move(5 * minute);
  server.isThere = true;
  await move(15 * minute);
  return done;
}

describe('CLK-1 delays go by the monotonic clock', () => {
  it.each(leaps)(
    'CLK-1 connection, heartbeat, roster and site do the same at the same moments when the wall clock %s',
    async (_name, to) => {
      const usual = await course(exampleNow);
      expect(await course(to)).toEqual(usual);
      // Neither a storm nor a stuck timer: about one a minute of each to the end, and the tries between.
      for (const what of ['refresh', 'iotSensorData.post']) {
        expect(usual.filter((line) => line.startsWith(what)).length).toBeGreaterThan(20);
      }
      expect(usual.length).toBeLessThan(200);
      expect(usual.some((line) => line.startsWith('refresh') && Number(line.slice(8)) > 29 * minute)).toBe(true);
    },
  );

  it.each(leaps)(
    'CLK-1 a screen ends when it would have ended, and a record carries the wall time, when the wall clock %s',
    async (_name, to) => {
      const { clock, move, leap } = time();
      const journal = realJournal();
      const { bookings } = scriptedBookings(() => success({ ...exampleVisit, period: { from: to, to } }));
      const { connection } = scriptedConnection();
      const { roster } = scriptedRoster([]);
      const lobby = runLobby({
        bookings,
        journal,
        printer: scriptedPrinter().printer,
        roster,
        connection,
        clock,
        log,
        slip: false,
        withinMs: 120_000,
      });
      onTestFinished(() => lobby.stop());
      const shown: Snapshot[] = [];
      lobby.onSnapshot((snapshot) => shown.push(snapshot));
      lobby.send({ type: 'intent', intent: { kind: 'begin', purpose: 'checkIn' } });
      await move(10_000);
      leap(to);
      await move(34_999);
      expect(lobby.snapshot().warning).toBeUndefined();
      await move(1);
      expect(lobby.snapshot().warning).toEqual({ seconds: 20 });
      await move(20_000);
      expect(lobby.snapshot().screen.kind).toBe('welcome');
      expect(shown).toHaveLength(3);

      lobby.send({ type: 'intent', intent: { kind: 'code', code: 'FJUEIW', by: 'scanner' } });
      await move(0);
      lobby.send({ type: 'intent', intent: { kind: 'confirm' } });
      await move(0);
      expect(lobby.snapshot().screen.kind).toBe('checkedIn');
      expect(journal.standing('FJUEIW')).toMatchObject({ value: { kind: 'in', at: to } });
    },
  );

  it('CLK-1 the leap of a day and back leaves nothing waiting for a day', async () => {
    const { clock, move, leap } = time();
    const connection = watchConnection({ probe: async () => {}, clock, log, chance: () => 0, tell: () => {} });
    onTestFinished(() => connection.stop());
    for (const _ of [1, 2]) connection.heard({ by: 'visitor', failure: 'bookings.timeout' });
    const tries = () => connection.heard({ by: 'probe' });
    leap('2026-11-23T10:15:00.000+08:00');
    await move(5_000);
    tries();
    leap(exampleNow);
    await move(5_000);
    tries();
    expect(connection.isOnline()).toBe(true);
  });
});
