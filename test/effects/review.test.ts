import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failure, type Result } from '../../electron/contract/failure.ts';
import type { ServerView } from '../../electron/core/event.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Recorded, Review } from '../../electron/core/review.ts';
import type { Noticed } from '../../electron/effects/answers.ts';
import { startReview } from '../../electron/effects/review.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleVisit } from '../core/example.ts';
import { realJournal } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const window = { from: '2026-11-21T00:00:00+08:00', to: '2026-11-23T23:59:59+08:00' };
const ten = '2026-11-22T10:00:00+08:00';
const gone = new Map<string, ServerView>();
const said = (badgeId: string, view: Omit<Extract<ServerView, { kind: 'badge' }>, 'kind'>) =>
  new Map<string, ServerView>([[badgeId, { kind: 'badge', ...view }]]);

/** A real journal being looked after, from the noon of 22 November on. */
function reviewed(
  change: { journal?: WholeJournal; broken?: Partial<Review>; begin?: string; skew?: () => number; retentionHours?: number } = {},
) {
  const journal = change.journal ?? realJournal();
  const review: Review = { ...journal, ...change.broken };
  const time = passingClock(change.begin ?? '2026-11-22T12:00:00+08:00');
  const logged: string[] = [];
  const told: Noticed['notices'][] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const { retentionHours = 24, skew } = change;
  const tell = ({ notices }: Noticed) => told.push(notices);
  const runner = startReview({ review, clock: time.clock, log, retentionHours, tell, ...(skew && { skew }) });
  /** Checks a visitor of that badge in, and out where `until` says when. */
  const visited = (badgeId: string, until?: string) => {
    const entry = { visitId: `v${badgeId}`, visit: { ...exampleVisit, badgeId, code: `CODE${badgeId}` } };
    value(journal.checkIn({ ...entry, at: ten, basis: { from: 'server' } }));
    if (until) value(journal.checkOut({ ...entry, at: until, basis: { from: 'server' } }));
  };
  /** A refresh of the roster, as its download begins and ends. */
  const refresh = (views: ReadonlyMap<string, ServerView>, change: Partial<typeof window> = {}) => {
    runner.watched();
    runner.refreshed({ views, ...window, ...change });
  };
  const differences = () => value(journal.differences()).map(({ kind, visitId }) => `${kind} ${visitId}`);
  const kept = () => value(journal.recorded()).map(stateOf);
  const noted = (event: string) => logged.filter((line) => line.startsWith(`{"event":"${event}"`));
  return { ...time, journal, runner, logged, told, visited, refresh, differences, kept, noted };
}

const stateOf = ({ visitId, checkedOutAt, closedAt }: Recorded) =>
  `${visitId} ${checkedOutAt ? 'out' : closedAt ? 'closed' : 'in'}`;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('a refresh of the roster', () => {
  it('notes what the server says differently, once for each word', () => {
    const { visited, refresh, differences, noted } = reviewed();
    visited('1');
    const left = said('1', { state: 'visited', checkedInAt: ten, checkedOutAt: '2026-11-22T11:00:00+08:00' });
    refresh(left);
    refresh(left);
    expect(differences()).toEqual(['leftThere v1']);
    refresh(said('1', { state: 'visited', checkedInAt: ten, checkedOutAt: '2026-11-22T11:30:00+08:00' }));
    expect(differences()).toEqual(['leftThere v1', 'leftThere v1']);
    expect(noted('differed')).toEqual(Array(2).fill('{"event":"differed","kind":"leftThere"}'));
  });

  it('that says the same, or nothing, notes nothing', () => {
    const { visited, refresh, differences, logged } = reviewed();
    visited('1');
    refresh(said('1', { state: 'visiting', checkedInAt: ten }));
    refresh(said('1', { state: 'initial' }));
    refresh(said('99', { state: 'visited' }));
    expect([differences(), logged]).toEqual([[], []]);
  });

  it('a badge is gone when it was missing twice: a row may slip from one page to another', () => {
    const { visited, refresh, differences } = reviewed();
    visited('1');
    refresh(gone);
    expect(differences()).toEqual([]);
    refresh(said('1', { state: 'initial' }));
    refresh(gone);
    expect(differences()).toEqual([]);
    refresh(gone);
    expect(differences()).toEqual(['goneThere v1']);
  });

  it.each([
    ['the window begins during its period', { from: '2026-11-22T12:00:00+08:00' }],
    ['the window ends during its period', { to: '2026-11-22T17:59:59+08:00' }],
    ['the window is of another week', { from: '2026-11-10T00:00:00+08:00', to: '2026-11-12T23:59:59+08:00' }],
    ['nobody can tell where the window begins', { from: 'yesterday' }],
  ])('a badge is not gone when %s', (_name, change) => {
    const { visited, refresh, differences } = reviewed();
    visited('1');
    refresh(gone, change);
    refresh(gone, change);
    expect(differences()).toEqual([]);
  });

  it('whoever came while it was being downloaded cannot be missing from it', () => {
    const { visited, runner, differences } = reviewed();
    for (let n = 0; n < 3; n += 1) {
      expect([...runner.watched()]).toEqual(n === 0 ? [] : Array.from({ length: n }, (_, each) => String(each)));
      visited(String(n));
      runner.refreshed({ views: new Map([...said('0', { state: 'initial' }), ...said('1', { state: 'initial' })]), ...window });
    }
    expect(differences()).toEqual([]);
  });

  it('a journal that could not be read when the download began makes nobody gone', () => {
    let isBroken = true;
    const journal = realJournal();
    const comparable = () => (isBroken ? failure('journal.locked', { operation: 'journal.comparable' }) : journal.comparable());
    const { visited, runner, differences, noted } = reviewed({ journal, broken: { comparable } });
    visited('1');
    for (const _ of [1, 2, 3]) {
      isBroken = true;
      expect(runner.watched().size).toBe(0);
      isBroken = false;
      runner.refreshed({ views: gone, ...window });
    }
    expect(differences()).toEqual([]);
    expect(noted('notKept')).toHaveLength(1);
  });

  it('hundreds of differences are written in pieces, and all of them', () => {
    const { visited, refresh, differences, pass } = reviewed();
    for (let n = 0; n < 60; n += 1) visited(String(n));
    refresh(gone);
    refresh(gone);
    expect(differences()).toHaveLength(25);
    pass(second);
    expect(differences()).toHaveLength(60);
    pass(minute);
    expect(differences()).toHaveLength(60);
  });

  it('what cannot be written is found again, and staff are told meanwhile', () => {
    let isFull = true;
    const journal = realJournal();
    const differ: Review['differ'] = (entry) =>
      isFull ? failure('journal.full', { operation: 'journal.differ' }) : journal.differ(entry);
    const { visited, refresh, differences, told, noted } = reviewed({ journal, broken: { differ } });
    for (const badge of ['1', '2', '3']) visited(badge);
    for (const _ of [1, 2, 3]) refresh(gone);
    expect([differences(), told, noted('notKept').length]).toEqual([[], [{ notKept: true }], 1]);
    isFull = false;
    refresh(gone);
    expect([differences().length, told]).toEqual([3, [{ notKept: true }, { notKept: false }]]);
  });

  it('a server whose clock is known to be an hour behind has nobody in "before"', () => {
    const early = said('1', { state: 'visiting', checkedInAt: '2026-11-22T09:00:00+08:00' });
    const skewed = reviewed({ skew: () => -hour });
    skewed.visited('1');
    skewed.refresh(early);
    expect(skewed.differences()).toEqual([]);
    const exact = reviewed({ skew: () => 0 });
    exact.visited('1');
    exact.refresh(early);
    expect(exact.differences()).toEqual(['earlierThere v1']);
  });

  it('a decided difference is not noted again, whatever was decided', () => {
    for (const decision of ['ours', 'theirs', 'note'] as const) {
      const { journal, visited, refresh, differences } = reviewed();
      visited('1');
      for (const _ of [1, 2]) refresh(gone);
      const [difference] = value(journal.differences());
      value(journal.decide({ differenceId: difference?.id ?? '', decision, at: ten }));
      for (const _ of [1, 2]) refresh(gone);
      expect(differences()).toEqual([]);
    }
  });

  it('a bug in it ends neither the next nor the rest', () => {
    const broken: Partial<Review> = {
      comparable: () => {
        throw new Error('Amélie Lambert');
      },
    };
    const { runner, pass, logged } = reviewed({ broken });
    runner.refreshed({ views: gone, ...window });
    pass(2 * hour);
    expect(logged.join()).toContain('{"event":"bug","effect":"review"}');
    expect(logged.join()).not.toContain('Amélie');
  });
});

describe('forgotten check-outs', () => {
  it('are closed after midnight, as automatic, and stay for a person to confirm', () => {
    const { visited, kept, pass, noted } = reviewed();
    visited('1');
    visited('2', '2026-11-22T11:00:00+08:00');
    pass(11 * hour + 59 * minute);
    expect(kept()).toEqual(['v2 out', 'v1 in']);
    pass(12 * minute);
    expect(kept()).toEqual(['v2 out', 'v1 closed']);
    pass(3 * hour);
    expect(noted('closedAutomatically')).toEqual(['{"event":"closedAutomatically","visits":1}']);
  });

  it('CLK-1 a clock that jumps a day ahead and is set right closes nobody; one that stays there does', () => {
    const { visited, kept, pass, setWall } = reviewed();
    visited('1');
    pass(hour);
    setWall('2026-11-23T13:00:00+08:00');
    pass(25 * minute);
    setWall('2026-11-22T13:25:00+08:00');
    pass(8 * hour);
    expect(kept()).toEqual(['v1 in']);
    setWall('2026-11-23T21:25:00+08:00');
    pass(45 * minute);
    expect(kept()).toEqual(['v1 closed']);
  });

  it('CLK-1 a clock at 1970 closes nobody and takes no names, and once set right it does', () => {
    const { visited, kept, pass, setWall } = reviewed({ begin: '1970-01-01T00:01:00Z' });
    visited('1');
    visited('2', '2026-11-22T11:00:00+08:00');
    pass(24 * hour);
    expect(kept()).toEqual(['v2 out', 'v1 in']);
    setWall('2026-11-24T09:00:00+08:00');
    pass(25 * minute);
    expect(kept()).toEqual(['v2 out', 'v1 in']);
    pass(20 * minute);
    expect(kept()).toEqual(['v1 closed']);
  });

  it('CLK-4 a machine that slept over midnight waits before it closes', () => {
    const { visited, kept, pass, runner, setWall } = reviewed();
    visited('1');
    pass(hour);
    setWall('2026-11-23T07:00:00+08:00');
    runner.clockMoved();
    pass(20 * minute);
    expect(kept()).toEqual(['v1 in']);
    pass(25 * minute);
    expect(kept()).toEqual(['v1 closed']);
  });

  it('CLK-3 while the server says that it is another day, nobody is closed', () => {
    let skew = -24 * hour;
    const { visited, kept, pass } = reviewed({ begin: '2026-11-23T12:00:00+08:00', skew: () => skew });
    visited('1');
    pass(5 * hour);
    expect(kept()).toEqual(['v1 in']);
    skew = 1_000;
    pass(20 * minute);
    expect(kept()).toEqual(['v1 closed']);
  });

  it('hundreds are closed in pieces, minute by minute', () => {
    const { visited, kept, pass, noted } = reviewed({ begin: '2026-11-23T08:00:00+08:00' });
    for (let n = 0; n < 120; n += 1) visited(String(n));
    pass(31 * minute);
    expect(kept().filter((each) => each.endsWith('closed'))).toHaveLength(50);
    pass(3 * minute);
    expect(kept().filter((each) => each.endsWith('closed'))).toHaveLength(120);
    expect(noted('closedAutomatically')).toHaveLength(3);
  });
});

describe('DAT-2 the names of visits that are over', () => {
  const begin = '2026-11-23T10:00:00+08:00';

  it('DAT-2 are taken out at the start and every hour, once their time is over', () => {
    const { visited, kept, pass, noted } = reviewed({ begin });
    visited('1', '2026-11-22T09:59:00+08:00');
    visited('2', '2026-11-22T10:30:00+08:00');
    visited('3');
    pass(6 * second);
    expect(kept()).toEqual(['v3 in', 'v2 out']);
    pass(50 * minute);
    expect(kept()).toContain('v2 out');
    pass(20 * minute);
    expect(kept()).toEqual(['v3 closed']);
    expect(noted('purged')).toEqual(['{"event":"purged","visits":1}', '{"event":"purged","visits":1}']);
  });

  it('DAT-2 are kept for as many hours as the installer set', () => {
    const { visited, kept, pass } = reviewed({ begin, retentionHours: 48 });
    visited('1', '2026-11-22T11:00:00+08:00');
    pass(24 * hour);
    expect(kept()).toEqual(['v1 out']);
    pass(2 * hour);
    expect(kept()).toEqual([]);
  });

  it('DAT-2 are kept until midnight at least: the badge of who left this morning does not come in again', () => {
    vi.stubEnv('TZ', 'Asia/Hong_Kong');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { visited, kept, pass, journal } = reviewed({ begin: '2026-11-22T12:00:00+08:00', retentionHours: 1 });
    visited('1', '2026-11-22T10:30:00+08:00');
    pass(11 * hour);
    expect(value(journal.standing('CODE1'))).toMatchObject({ kind: 'out' });
    pass(2 * hour);
    expect(kept()).toEqual([]);
  });

  it.each([
    ['before 2026 at the start', '2025-12-31T23:00:00Z', undefined],
    ['a day ahead since the last look', '2026-11-22T12:00:00+08:00', '2026-11-23T13:00:00+08:00'],
    ['years ahead since the last look', '2026-11-22T12:00:00+08:00', '2036-11-22T12:00:00+08:00'],
  ])('DAT-2 CLK-1 are not taken out by a clock that is %s', (_name, began, moved) => {
    const { visited, kept, pass, setWall } = reviewed({ begin: began });
    visited('1', '2026-11-22T11:00:00+08:00');
    pass(59 * minute);
    if (moved) setWall(moved);
    pass(25 * minute);
    expect(kept()).toEqual(['v1 out']);
  });

  it('DAT-2 what fails is tried at the next look, not an hour later', () => {
    let isLocked = true;
    const journal = realJournal();
    const purge: Review['purge'] = (entry) =>
      isLocked ? failure('journal.locked', { operation: 'journal.purge' }) : journal.purge(entry);
    const { visited, kept, pass, told, noted } = reviewed({ begin, journal, broken: { purge } });
    visited('1', '2026-11-22T09:00:00+08:00');
    pass(5 * minute);
    isLocked = false;
    pass(minute);
    expect(kept()).toEqual([]);
    expect(told).toEqual([{ notKept: true }, { notKept: false }]);
    expect(noted('notKept')).toEqual(['{"event":"notKept","failure":"journal.locked","operation":"journal.purge"}']);
  });
});

describe('the chain', () => {
  it('is checked once, after the first screen', () => {
    const { pass, noted, told, visited } = reviewed();
    visited('1');
    expect(noted('chainChecked')).toEqual([]);
    // In steps, between which visitors are served.
    pass(5 * second);
    expect(noted('chainChecked')).toEqual([]);
    pass(second);
    expect(noted('chainChecked')).toEqual(['{"event":"chainChecked","ok":true,"events":1}']);
    pass(5 * hour);
    expect([noted('chainChecked').length, told]).toEqual([1, []]);
  });

  it('that is broken is told to staff', () => {
    const { pass, noted, told } = reviewed({
      broken: { verifying: () => () => ({ ok: true, value: { events: 6, brokenAt: 7 } }) },
    });
    pass(5 * second);
    expect(noted('chainChecked')).toEqual(['{"event":"chainChecked","ok":false,"events":6,"brokenAt":7}']);
    expect(told).toEqual([{ chainBroken: true }]);
  });
});

it('once stopped, nothing is looked at any more', () => {
  const { runner, waiting, visited, refresh } = reviewed();
  for (let n = 0; n < 60; n += 1) visited(String(n));
  refresh(gone);
  refresh(gone);
  runner.stop();
  expect(waiting()).toBe(0);
});
