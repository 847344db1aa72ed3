import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DownloadRoster } from '../../electron/bookings/roster.ts';
import type { FailureCode } from '../../electron/contract/failure.ts';
import { failure, success } from '../../electron/contract/failure.ts';
import type { ServerView } from '../../electron/core/event.ts';
import type { Roster } from '../../electron/core/ports.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { openRoster } from '../../electron/roster/open.ts';
import { type DownloadNews, startRosterRefresh } from '../../electron/sync/roster.ts';
import { appointmentOf, badgeOf, type RosterSite, rosterSite } from '../bookings/roster-site.ts';
import { clientOf } from '../bookings/web.ts';
import { temporaryFolder, visitOf } from '../journal/visit-of.ts';
import { canariesUnder } from '../roster/canaries.ts';
import { filesIn, found } from '../roster/rosters.ts';
import { createWorld, until } from './world.ts';

const minute = 60_000;

interface Refreshed {
  readonly views: ReadonlyMap<string, ServerView>;
  readonly from: string;
  readonly to: string;
}

/** A real roster that is refreshed by a download, on a clock that the test moves. */
function refreshing(download: DownloadRoster, { watched = new Set<string>(), chance = 0.5, days = 1 } = {}) {
  const expected = expectedList(() => refresh.now());
  const world = createWorld(() => '');
  const folder = temporaryFolder();
  const roster = openRoster({ folder, key: Buffer.alloc(32, 3), clock: world.clock, log: world.log, retentionHours: 24 });
  const heard: DownloadNews[] = [];
  const refreshed: Refreshed[] = [];
  let downloads = 0;
  const refresh = startRosterRefresh({
    download: (wish) => {
      downloads += 1;
      return download(wish);
    },
    roster,
    clock: world.clock,
    log: world.log,
    days,
    watched: () => watched,
    onRefreshed: (one) => refreshed.push(one),
    expected: expected.sink,
    tell: (news) => heard.push(news),
    chance: () => chance,
  });
  onTestFinished(async () => {
    await refresh.stop();
    roster.close();
  });
  return { ...world, folder, roster, refresh, expected, heard, refreshed, downloads: () => downloads };
}

/** Waits until a roster was downloaded at a moment of the test's clock (milliseconds). */
const stored = (roster: Roster, clock: { now(): number }, at: number) => until(() => roster.status().ageMs === clock.now() - at);

describe('the roster of a real server', () => {
  let site: RosterSite;
  beforeEach(async () => {
    site = await rosterSite();
    site.badges = [badgeOf(1), badgeOf(2)];
    site.appointments = [appointmentOf(1), appointmentOf(2)];
  });

  function ofSite(options: Parameters<typeof refreshing>[1] = {}) {
    const client = clientOf(site.url, { deadlines: { total: 800 } });
    onTestFinished(() => client.close());
    return refreshing(client.downloadRoster, options);
  }

  it('is there after the first download and told of once', async () => {
    const { roster, heard, noted, clock } = ofSite();
    await stored(roster, clock, 0);
    expect(await found(roster, 'B10001')).toEqual(['1']);
    expect(roster.status()).toEqual({ badges: 2, at: clock.wall(), ageMs: 0 });
    expect(heard).toEqual([]);
    expect(noted('roster')).toEqual([{ ok: true, badges: 2, milliseconds: 0 }]);
  });

  it('notices what was deleted and what is new, within the minute', async () => {
    const { roster, clock, move } = ofSite();
    await stored(roster, clock, 0);
    site.badges = [badgeOf(2, { visitor: { id: 50_002, name: 'Another Name' } }), badgeOf(3)];
    await move(minute);
    await stored(roster, clock, minute);
    expect(await found(roster, 'B10001')).toEqual([]);
    expect(await found(roster, 'B10003')).toEqual(['3']);
    expect(await roster.find('B10002')).toMatchObject({ value: [{ visitor: { name: 'Another Name' } }] });
  });

  it('stays where a page in the middle fails, and each failure is noted once, and its end', async () => {
    const { roster, clock, move, heard, noted, refreshed } = ofSite();
    await stored(roster, clock, 0);
    site.badges = [];
    site.mishap = (path) => (path === 'visitingAppointment/v1' ? 500 : undefined);
    await move(minute);
    await until(() => heard.length === 1);
    await move(5_000);
    await until(() => site.seen.filter((target) => target.startsWith('visitingAppointment')).length > 2);
    expect(await found(roster, 'B10001')).toEqual(['1']);
    expect(roster.status()).toMatchObject({ badges: 2 });
    expect(roster.status().ageMs).toBeGreaterThan(minute);
    site.mishap = () => undefined;
    await until(() => site.seen.length > 4);
    await wait(1_000);
    await move(2 * minute);
    await until(() => roster.status().badges === 0);
    expect(heard).toEqual([{ failure: 'bookings.broken' }, {}]);
    expect(noted('roster').map(({ ok, failure: code }) => [ok, code])).toEqual([
      [true, undefined],
      [false, 'bookings.broken'],
      [true, undefined],
    ]);
    expect(refreshed.length).toBeGreaterThanOrEqual(2);
  });

  it('tells what the server says of the badges that are watched, and of which days', async () => {
    site.badges[0] = badgeOf(1, { checkInDate: '2026-11-22T09:05:00+08:00' });
    const { roster, clock, refreshed } = ofSite({ watched: new Set(['1', '77']) });
    await stored(roster, clock, 0);
    const [first] = refreshed;
    expect(Object.fromEntries(first?.views ?? [])).toEqual({
      1: { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:05:00+08:00' },
      77: { kind: 'gone' },
    });
    expect(Date.parse(first?.to ?? '') - Date.parse(first?.from ?? '')).toBe(3 * 24 * 60 * minute - 1_000);
    expect(Date.parse(first?.from ?? '')).toBeLessThan(Date.parse(clock.wall()));
  });

  it('DAT-1 a download puts no name, company, host, room or code into any file', async () => {
    const names = [
      'Žofie Kanári',
      'Kanari & Söhne',
      'Gastgeberin Ottilie',
      'Kanarienzimmer',
      'Kanarienturm',
      'KQXWZV',
      'badge-4711-canary',
    ];
    site.badges = [
      badgeOf(1, {
        id: 'badge-4711-canary' as unknown as number,
        registrationCode: 'kqxwzv',
        visitor: { id: 50_001, name: names[0], company: names[1] },
      }),
    ];
    site.users = { 7: { id: 7, displayName: names[2] } };
    site.rooms = { 101: { id: 101, name: names[3] } };
    site.buildings = { 4: { id: 4, name: names[4] } };
    const { folder, roster, clock, entries } = ofSite();
    await stored(roster, clock, 0);
    expect(await roster.find('KQXWZV')).toMatchObject({ value: [{ visitor: { name: names[0] }, host: names[2] }] });
    expect(filesIn(folder)).toHaveLength(1);
    expect(canariesUnder(folder, names)).toEqual([]);
    expect(JSON.stringify(entries)).not.toMatch(/kan|kqx|4711/i);
  });
});

/** A download whose end the test decides; stopped, it ends as one of a closed client does. */
function decided() {
  const wishes: Parameters<DownloadRoster>[0][] = [];
  let settle: (value: Awaited<ReturnType<DownloadRoster>>) => void = () => {};
  const download: DownloadRoster = (wish) => {
    wishes.push(wish);
    return new Promise((resolve) => {
      settle = resolve;
      const looking = setInterval(() => {
        if (!wish.isStopped()) return;
        clearInterval(looking);
        resolve(failure('bookings.unreachable'));
      }, 5);
    });
  };
  const end = (code?: FailureCode) => settle(code ? failure(code) : success({ badges: 0, views: new Map() }));
  return { download, wishes, end };
}

const good: DownloadRoster = async () => success({ badges: 0, views: new Map() });

describe('it is refreshed', () => {
  it('at once and every minute, a little apart from other kiosks', async () => {
    for (const [chance, expected] of [
      [0, 10],
      [0.5, 9],
      [0.999, 8],
    ] as const) {
      const { roster, clock, move, downloads } = refreshing(good, { chance });
      await stored(roster, clock, 0);
      for (let passed = 0; passed < 8 * 60; passed += 1) {
        const before = downloads();
        await move(1_000);
        // One that was begun within this second.
        if (downloads() > before) await until(() => (roster.status().ageMs ?? minute) < 1_000);
      }
      expect(downloads(), String(chance)).toBeGreaterThanOrEqual(expected - 1);
      expect(downloads(), String(chance)).toBeLessThanOrEqual(expected);
    }
  });

  it('less often by a server that is slow', async () => {
    const { download, end } = decided();
    const { move, downloads, roster, clock } = refreshing(download);
    await move(10_000);
    end();
    await stored(roster, clock, 0);
    await move(100_000);
    expect(downloads()).toBe(1);
    await move(100_000);
    expect(downloads()).toBe(2);
  });

  it('sooner after a failure, then no more often than always', async () => {
    const { move, downloads } = refreshing(async () => failure('bookings.unreachable'), { chance: 1 });
    await move(5_000);
    expect(downloads()).toBe(2);
    await move(10_000);
    expect(downloads()).toBe(3);
    await move(10 * minute);
    expect(downloads()).toBeLessThan(14);
    expect(downloads()).toBeGreaterThan(9);
  });

  it('at once when the server is back, and told many times not more often than once a second', async () => {
    const { move, downloads, refresh, roster, clock } = refreshing(good);
    await stored(roster, clock, 0);
    await move(20_000);
    for (let calls = 0; calls < 50; calls += 1) refresh.now();
    await move(0);
    expect(downloads()).toBe(2);
    await stored(roster, clock, clock.now());
    for (let calls = 0; calls < 50; calls += 1) refresh.now();
    await move(999);
    expect(downloads()).toBe(2);
    await move(1);
    expect(downloads()).toBe(3);
  });

  it('with fewer rows a page by a server that takes too long over them', async () => {
    const wishes: number[] = [];
    const codes: FailureCode[] = ['bookings.timeout', 'bookings.broken', 'bookings.tooLarge'];
    const { move } = refreshing(
      async ({ rows }) => {
        wishes.push(rows);
        return failure(codes[wishes.length - 1] ?? 'bookings.timeout');
      },
      { chance: 1 },
    );
    await move(10 * minute);
    expect(wishes.slice(0, 7)).toEqual([200, 100, 100, 50, 25, 25, 25]);
  });
});

describe('of a download', () => {
  it('that takes longer than a second it is told how far it is, once a second, and of its end', async () => {
    const { download, wishes, end } = decided();
    const { move, heard, roster, clock } = refreshing(download);
    await move(0);
    wishes[0]?.onRead(200);
    await move(999);
    wishes[0]?.onRead(400);
    expect(heard).toEqual([]);
    await move(1);
    wishes[0]?.onRead(600);
    wishes[0]?.onRead(800);
    await move(999);
    wishes[0]?.onRead(1_000);
    await move(1);
    wishes[0]?.onRead(1_200);
    expect(heard).toEqual([{ badges: 600 }, { badges: 1_200 }]);
    end();
    await stored(roster, clock, 0);
    await until(() => heard.length === 3);
    expect(heard.at(-1)).toEqual({});
  });

  it('that follows a failure both are told', async () => {
    const { download, wishes, end } = decided();
    const { move, heard } = refreshing(download, { chance: 1 });
    await move(0);
    end('bookings.portal');
    await move(minute);
    await move(1_000);
    wishes[1]?.onRead(50);
    expect(heard).toEqual([{ failure: 'bookings.portal' }, { badges: 50, failure: 'bookings.portal' }]);
  });

  it('whose visits cannot be kept the failure is told, and the old roster stays', async () => {
    const { clock, log } = createWorld(() => '');
    const heard: DownloadNews[] = [];
    const draft = { add: async () => success(undefined), finish: async () => failure('journal.full'), abandon: () => {} };
    const refresh = startRosterRefresh({
      download: good,
      roster: { draft: () => success(draft) },
      clock,
      log,
      days: 1,
      watched: () => new Set(),
      onRefreshed: () => {},
      expected: expectedList(() => {}).sink,
      tell: (news) => heard.push(news),
    });
    await until(() => heard.length === 1);
    expect(heard).toEqual([{ failure: 'journal.full' }]);
    await refresh.stop();
  });

  it('with a bug in it, it is noted, and the next one runs', async () => {
    let downloads = 0;
    const { move, noted, roster, clock } = refreshing(async () => {
      downloads += 1;
      if (downloads === 1) throw new Error('a bug');
      return success({ badges: 0, views: new Map() });
    });
    await move(minute);
    await until(() => roster.status().at !== undefined);
    expect(noted('bug')).toEqual([{ effect: 'roster' }]);
    expect(roster.status().ageMs).toBeLessThanOrEqual(clock.now());
  });
});

describe('stopped', () => {
  it('in the middle of a download it keeps nothing of it and asks no more', async () => {
    const { download, wishes, end } = decided();
    const { move, refresh, roster, downloads, entries, heard, folder } = refreshing(download);
    await move(0);
    await wishes[0]?.take([visitOf('FJUEIW')]);
    const stopping = refresh.stop();
    expect(wishes[0]?.isStopped()).toBe(true);
    end('bookings.unreachable');
    await stopping;
    refresh.now();
    await move(10 * minute);
    expect(downloads()).toBe(1);
    expect(roster.status()).toEqual({ badges: 0 });
    expect([entries, heard, filesIn(folder)]).toEqual([[], [], []]);
  });

  it('while a roster is written it leaves no half of it', async () => {
    const { refresh, roster, folder, refreshed } = refreshing(async ({ take }) => {
      await take(Array.from({ length: 200 }, (_, place) => visitOf(`D${10_000 + place}`)));
      return success({ badges: 200, views: new Map() });
    });
    await until(() => refreshed.length === 1);
    await refresh.stop();
    expect(roster.status()).toEqual({ badges: 0 });
    expect(filesIn(folder)).toEqual([]);
  });
});
