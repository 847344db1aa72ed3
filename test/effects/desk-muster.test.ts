import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mostMustered } from '../../electron/contract/desk-muster.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import { onClockOf } from '../../electron/contract/moment.ts';
import { snapshotSchema } from '../../electron/contract/snapshot.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Recorded } from '../../electron/core/review.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { type Desk, runDesk } from '../../electron/effects/desk.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { openJournal } from '../../electron/journal/open.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleRecorded, exampleVisit } from '../core/example.ts';
import { quietParts } from './desk-parts.ts';
import { passingClock } from './passing-clock.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const basis = { from: 'server' } as const;
const of = (badgeId: string, name: string, change: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  ...{ badgeId, code: `CODE${badgeId}`, visitor: { name } },
  ...change,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** A journal in a folder that outlives it, so that it can be opened again. */
function journalIn(folder: string): WholeJournal {
  const journal = value(
    openJournal({ file: join(folder, 'journal.db'), key: Buffer.alloc(32, 7), kiosk: 'foyer-test00', receivers: [] }),
  );
  onTestFinished(() => journal.close());
  return journal;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-muster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One or more desks on one journal, all at the page of those in the building, as the kiosk wires them. */
function desksOn(folder = temporaryFolder(), broken: (journal: WholeJournal) => Partial<WholeJournal> = () => ({})) {
  const journal = journalIn(folder);
  const time = passingClock('2026-11-22T12:00:00+08:00');
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const asked: string[] = [];
  const expected = expectedList(() => asked.push('list'));
  const desks: Desk[] = [];
  const used = { ...journal, ...broken(journal) };
  const openDesk = (staff?: string) => {
    const desk = runDesk({
      ...{ ...quietParts(), journal: used, expected, clock: time.clock, log },
      roster: { status: () => ({ badges: 12, at, ageMs: 0 }) },
      recorded: () => {
        for (const other of desks) if (other !== desk) other.look();
      },
    });
    desks.push(desk);
    if (staff) desk.hear({ staff });
    const wish = (intent: Intent) => desk.send({ type: 'intent', intent });
    let latest = desk.snapshot();
    desk.onSnapshot((snapshot) => {
      latest = snapshot;
    });
    wish({ kind: 'page', page: 'inside' });
    /** The page as it was pushed last. */
    const page = () => {
      expect(snapshotSchema.safeParse(latest).error).toBeUndefined();
      if (latest.screen.kind !== 'desk' || latest.screen.page.kind !== 'inside') throw new Error('another page is shown');
      return latest.screen.page;
    };
    return { desk, wish, page, text: () => JSON.stringify(latest), stop: desk.stop };
  };
  const comeIn = (badgeId: string, name: string, when = at) =>
    value(journal.checkIn({ visitId: `v${badgeId}`, visit: of(badgeId, name), at: when, basis }));
  const leave = (badgeId: string, name: string) =>
    value(journal.checkOut({ visitId: `v${badgeId}`, visit: of(badgeId, name), at: time.clock.wall(), basis }));
  return { ...time, journal, openDesk, comeIn, leave, expected, asked, logged };
}

describe('who is in the building', () => {
  it('lists everybody who is in, by name, and marks whom the kiosk closed by itself', () => {
    const { comeIn, leave, journal, openDesk } = desksOn();
    comeIn('1', 'Zoë Zeta');
    comeIn('2', 'Émile Alpha');
    comeIn('3', 'Eva Beta');
    comeIn('4', 'Gone Already');
    leave('4', 'Gone Already');
    value(journal.closeAutomatically({ visitIds: ['v3'], at }));
    const { page } = openDesk();
    expect(page()).toMatchObject({
      rows: [
        { visit: 'v2', name: 'Émile Alpha', host: 'Wong Siu Ming', since: at },
        { visit: 'v3', name: 'Eva Beta', closedAt: at },
        { visit: 'v1', name: 'Zoë Zeta' },
      ],
      ...{ hidden: 0, isReport: false, list: { state: 'none' } },
    });
    expect(page()).not.toHaveProperty('running');
    expect(page()).not.toHaveProperty('last');
  });

  it('orders names as the language does', () => {
    const { comeIn, openDesk } = desksOn();
    for (const [badge, name] of ['王小明', '林怡君', '丁一'].entries()) comeIn(`${badge}`, name);
    const { page, wish } = openDesk();
    wish({ kind: 'language', language: 'zh-Hans' });
    expect(page().rows.map(({ name }) => name)).toEqual(['丁一', '林怡君', '王小明']);
    wish({ kind: 'language', language: 'zh-Hant' });
    expect(page().rows.map(({ name }) => name)).toEqual(['丁一', '王小明', '林怡君']);
  });

  it('lists 2,000 and says how many more there are; while a muster is taken those who are found give way', () => {
    const many: Recorded[] = Array.from({ length: 2_300 }, (_, n) =>
      exampleRecorded({ visitId: `v${n}`, visitor: `Visitor ${n}` }),
    );
    const listed = many.map(({ visitId, visitor }, n) => ({ visitId, visitor, ...(n < 300 && { foundAt: at }) }));
    const report = { musterId: 'm1', begunAt: at, listed, counts: { found: 300, missing: 2_000 } };
    let isRunning = false;
    const { openDesk } = desksOn(temporaryFolder(), () => ({
      recorded: () => success(many),
      muster: () => success(isRunning ? { musterId: 'm1', begunAt: at, ticks: new Map() } : undefined),
      musterReport: () => success(report),
    }));
    const { page } = openDesk();
    expect([page().rows.length, page().hidden]).toEqual([mostMustered, 300]);
    isRunning = true;
    const other = openDesk();
    expect([other.page().rows.length, other.page().hidden]).toEqual([mostMustered, 300]);
    expect(other.page().rows.filter(({ foundAt }) => foundAt !== undefined)).toEqual([]);
  });

  it('names apart whom only Bookings ONE says to be in, and forgets its list when nobody looks', async () => {
    const { comeIn, leave, openDesk, expected, asked, pass, clock } = desksOn();
    const here = (iso: string) => onClockOf(iso, clock.wall());
    comeIn('1', 'Known Here');
    comeIn('2', 'Left Here');
    comeIn('3', 'Back Elsewhere');
    leave('2', 'Left Here');
    leave('3', 'Back Elsewhere');
    const { page, wish, text, stop } = openDesk();
    expect(asked.length).toBeGreaterThan(0);
    const visiting = { state: 'visiting', checkedInAt: '2026-11-22T02:30:00Z' } as const;
    expected.sink.begin(at);
    expected.sink.take([
      of('1', 'Known Here', visiting),
      of('2', 'Left Here', visiting),
      of('3', 'Back Elsewhere', { ...visiting, checkedInAt: '2026-11-22T05:00:00Z' }),
      of('4', 'Only There', visiting),
      of('5', 'Still Expected'),
    ]);
    pass(1_000);
    expect(page()).toMatchObject({ list: { state: 'coming' } });
    expected.sink.end(success(undefined));
    pass(1_000);
    expect(page().list).toEqual({ state: 'whole', at });
    expect(page().elsewhere).toEqual([
      { badge: '3', name: 'Back Elsewhere', host: 'Wong Siu Ming', since: here('2026-11-22T05:00:00Z') },
      { badge: '4', name: 'Only There', host: 'Wong Siu Ming', since: here('2026-11-22T02:30:00Z') },
    ]);
    expect(text()).not.toContain('Still Expected');
    wish({ kind: 'page', page: 'prints' });
    expect(text()).not.toMatch(/Only There|Known Here/);
    // It is kept for whoever turns back, and no longer than somebody looks.
    expect(expected.current().visits).toHaveLength(5);
    await stop();
    expect(expected.current().visits).toEqual([]);
  });
});

describe('a muster', () => {
  it('is begun, ticked, taken back and ended; each act is an event with the name of whoever did it', () => {
    const { comeIn, openDesk, journal, pass, clock } = desksOn();
    comeIn('1', 'Ada One');
    comeIn('2', 'Ben Two');
    const { page, wish } = openDesk('Ruth Example');
    const begunAt = clock.wall();
    wish({ kind: 'musterBegin' });
    expect(page().running).toMatchObject({ begunAt, by: 'Ruth Example', counts: { found: 0, missing: 2, left: 0 } });
    wish({ kind: 'musterBegin' });
    pass(60_000);
    const foundAt = clock.wall();
    wish({ kind: 'musterTick', visit: 'v2', found: true });
    expect(page()).toMatchObject({
      rows: [{ visit: 'v1' }, { visit: 'v2', foundAt }],
      running: { counts: { found: 1, missing: 1 } },
    });
    wish({ kind: 'musterTick', visit: 'v2', found: false });
    expect(page().running?.counts).toEqual({ found: 0, missing: 2, left: 0 });
    wish({ kind: 'musterTick', visit: 'v1', found: true });
    const events = (id: string) => value(journal.history(id))?.events.map(({ kind, by }) => [kind, by]);
    expect(events('v1')).toEqual([
      ['checkedIn', undefined],
      ['musterTicked', 'Ruth Example'],
    ]);
    expect(events('v2')?.filter(([kind]) => kind === 'musterTicked')).toHaveLength(2);
    const told = value(journal.history('v2'))?.events.flatMap((event) => (event.kind === 'musterTicked' ? [event.told] : []));
    expect(told).toEqual([{ isFound: true }, { isFound: false }]);
    pass(60_000);
    wish({ kind: 'musterEnd' });
    expect(page()).toMatchObject({
      isReport: true,
      last: { begunAt, by: 'Ruth Example', endedAt: clock.wall(), endedBy: 'Ruth Example', counts: { found: 1, missing: 1 } },
      rows: [{ visit: 'v1', foundAt }, { visit: 'v2' }],
    });
    expect(page()).not.toHaveProperty('running');
  });

  it('whoever checks out meanwhile is not missing any more, and whoever comes in is', () => {
    const { comeIn, leave, openDesk, pass, clock } = desksOn();
    comeIn('1', 'Ada One');
    comeIn('2', 'Ben Two');
    const { page, wish } = openDesk();
    wish({ kind: 'musterBegin' });
    leave('1', 'Ada One');
    const leftAt = clock.wall();
    comeIn('3', 'Cem Three', clock.wall());
    pass(3_000);
    expect(page()).toMatchObject({
      rows: [{ visit: 'v1', leftAt }, { visit: 'v2' }, { visit: 'v3' }],
      running: { counts: { found: 0, missing: 2, left: 1 } },
    });
  });

  it('is the same at both desks at once, and its end shows the report at both', () => {
    const { comeIn, openDesk, pass } = desksOn();
    comeIn('1', 'Ada One');
    const one = openDesk('Ruth Example');
    const other = openDesk();
    one.wish({ kind: 'musterBegin' });
    pass(100);
    expect(other.page().running?.by).toBe('Ruth Example');
    other.wish({ kind: 'musterTick', visit: 'v1', found: true });
    pass(100);
    expect(one.page().running?.counts).toEqual({ found: 1, missing: 0, left: 0 });
    one.wish({ kind: 'musterEnd' });
    pass(100);
    expect([one.page().isReport, other.page().isReport]).toEqual([true, true]);
    // Pressed at the same moment, it is ended already.
    other.wish({ kind: 'musterEnd' });
    other.wish({ kind: 'musterTick', visit: 'v1', found: false });
    expect(other.page().last?.counts).toEqual({ found: 1, missing: 0, left: 0 });
  });

  it('goes on after a restart', () => {
    const folder = temporaryFolder();
    const before = desksOn(folder);
    before.comeIn('1', 'Ada One');
    before.comeIn('2', 'Ben Two');
    const { wish, page } = before.openDesk('Ruth Example');
    wish({ kind: 'musterBegin' });
    wish({ kind: 'musterTick', visit: 'v2', found: true });
    const was = page();
    before.journal.close();
    const after = desksOn(folder);
    expect(after.openDesk().page()).toMatchObject({ running: was.running, rows: was.rows });
  });

  it('the last one is shown when asked for, until another begins', () => {
    const folder = temporaryFolder();
    const { comeIn, openDesk, journal } = desksOn(folder);
    comeIn('1', 'Ada One');
    const { page, wish } = openDesk();
    wish({ kind: 'musterReport', isOpen: true });
    expect(page().isReport).toBe(false);
    wish({ kind: 'musterBegin' });
    wish({ kind: 'musterEnd' });
    wish({ kind: 'musterReport', isOpen: false });
    expect(page()).toMatchObject({ isReport: false, last: { counts: { missing: 1 } }, rows: [{ visit: 'v1', since: at }] });
    journal.close();
    const again = desksOn(folder);
    again.comeIn('2', 'Ben Two');
    const later = again.openDesk();
    expect(later.page()).toMatchObject({ isReport: false, last: { counts: { missing: 1 } }, rows: { length: 2 } });
    later.wish({ kind: 'musterReport', isOpen: true });
    expect(later.page()).toMatchObject({ isReport: true, rows: [{ visit: 'v1' }], elsewhere: [] });
    later.wish({ kind: 'musterBegin' });
    expect(later.page()).toMatchObject({ isReport: false, running: { counts: { missing: 2 } } });
    expect(later.page()).not.toHaveProperty('last');
  });

  it('a visit that is closed after a muster is not marked in its report', () => {
    const { comeIn, openDesk, journal, pass, clock } = desksOn();
    comeIn('1', 'Ada One');
    const { page, wish } = openDesk();
    wish({ kind: 'musterBegin' });
    wish({ kind: 'musterEnd' });
    pass(60_000);
    value(journal.closeAutomatically({ visitIds: ['v1'], at: clock.wall() }));
    pass(3_000);
    expect(page()).toMatchObject({ isReport: true, rows: [{ visit: 'v1' }] });
    expect(page().rows[0]).not.toHaveProperty('closedAt');
    wish({ kind: 'musterReport', isOpen: false });
    expect(page().rows[0]).toHaveProperty('closedAt');
  });
});

describe('when something is wrong', () => {
  it('what cannot be read stays as it was, and a tick that cannot be kept is not shown', () => {
    let isLocked = false;
    const locked = (operation: string) => failure('journal.locked', { operation });
    const { comeIn, openDesk, pass, logged } = desksOn(temporaryFolder(), (journal) => ({
      muster: () => (isLocked ? locked('journal.muster') : journal.muster()),
      musterReport: (id) => (isLocked ? locked('journal.musterReport') : journal.musterReport(id)),
      lastMuster: () => (isLocked ? locked('journal.lastMuster') : journal.lastMuster()),
    }));
    comeIn('1', 'Ada Canary');
    const { page, wish } = openDesk();
    wish({ kind: 'musterBegin' });
    const was = page();
    isLocked = true;
    wish({ kind: 'musterTick', visit: 'v1', found: true });
    pass(10_000);
    expect(page()).toEqual(was);
    isLocked = false;
    wish({ kind: 'musterTick', visit: 'v1', found: true });
    expect(page().running?.counts.found).toBe(1);
    expect(logged.join()).toContain('journal.locked');
    expect(logged.join()).not.toContain('Canary');
  });

  it('whom nobody knows cannot be ticked', () => {
    const { comeIn, openDesk } = desksOn();
    comeIn('1', 'Ada One');
    const { page, wish } = openDesk();
    wish({ kind: 'musterTick', visit: 'v1', found: true });
    wish({ kind: 'musterBegin' });
    wish({ kind: 'musterTick', visit: 'nobody', found: true });
    expect(page().running?.counts).toEqual({ found: 0, missing: 1, left: 0 });
  });
});

it('IPC-5 nothing of this page crosses with another, and nothing of another with this one', () => {
  const { comeIn, leave, openDesk } = desksOn();
  comeIn('1', 'Canary Inside');
  comeIn('2', 'Canary Left');
  leave('2', 'Canary Left');
  const { wish, text } = openDesk();
  wish({ kind: 'musterBegin' });
  expect(text()).toContain('Canary Inside');
  // Who has left belongs to the day's list, and codes to a visit that is open there.
  expect(text()).not.toMatch(/Canary Left|CODE[12]/);
  for (const page of ['prints', 'figures'] as const) {
    wish({ kind: 'page', page });
    expect(text()).not.toContain('Canary');
    expect(text()).not.toContain('muster');
  }
  wish({ kind: 'page', page: 'today' });
  expect(text()).not.toContain('begunAt');
});
