import { describe, expect, it } from 'vitest';
import type { DeskPageKind } from '../../electron/contract/desk-limits.ts';
import type { TodayPage } from '../../electron/contract/desk-today.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import { type Snapshot, snapshotSchema } from '../../electron/contract/snapshot.ts';
import type { PrintOutcome } from '../../electron/core/ports.ts';
import type { PrintContent, Visit } from '../../electron/core/visit.ts';
import { watchDashboard } from '../../electron/effects/dashboard.ts';
import { runDesk } from '../../electron/effects/desk.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleVisit } from '../core/example.ts';
import { quietParts } from './desk-parts.ts';
import { realJournal, settled } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const downloadedAt = '2026-11-22T11:59:00.000+08:00';

const guest = (badgeId: string, change: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  badgeId,
  code: `CODE${badgeId}`,
  visitor: { name: `Guest ${badgeId}` },
  ...change,
});

/** A desk on a real journal; the server expects these. */
function openDesk(visits: readonly Visit[] = [guest('1'), guest('2')], { staff }: { staff?: string } = {}) {
  const journal = realJournal(['webhook']);
  const time = passingClock('2026-11-22T12:00:00+08:00');
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const printing: { content: PrintContent; end: (outcome: PrintOutcome) => void }[] = [];
  let asked = 0;
  const expected = expectedList(() => {
    asked += 1;
  });
  const bookings = {
    hostsNamed: async () => success([]),
    doorCode: async () => success(undefined),
    dayCounts: async () => failure('bookings.unreachable'),
  } as const;
  const desk = runDesk({
    ...quietParts(),
    ...{ journal, expected, log, receivers: ['webhook'], withinMs: 120_000, bookings },
    clock: time.clock,
    dashboard: watchDashboard({ bookings, clock: time.clock }),
    roster: { status: () => ({ badges: visits.length }) },
    printer: {
      report: async () => [],
      print: async (content, ready) => {
        const allowed = ready();
        if (!allowed.ok) return { state: 'failed', failure: allowed.failure };
        return new Promise((resolve) => printing.push({ content, end: resolve }));
      },
      close: async () => {},
    },
    recorded: () => {},
  });
  if (staff !== undefined) desk.hear({ staff });
  const shown: Snapshot[] = [];
  const stop = desk.onSnapshot((snapshot) => shown.push(snapshot));
  const download = (all: readonly Visit[] = visits) => {
    expected.sink.begin(downloadedAt);
    expected.sink.take(all);
    expected.sink.end(success(undefined));
    time.pass(1_000);
  };
  download();
  const wish = (intent: Intent) => desk.send({ type: 'intent', intent });
  const page = (): TodayPage => {
    const snapshot = desk.snapshot();
    expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined();
    if (snapshot.screen.kind !== 'desk' || snapshot.screen.page.kind !== 'today') throw new Error('not the day');
    return snapshot.screen.page;
  };
  const row = (badge: string) => page().rows.find((one) => one.badge === badge);
  const turn = (kind: DeskPageKind) => wish({ kind: 'page', page: kind });
  const events = (visitId: string) => value(journal.history(visitId))?.events ?? [];
  return {
    ...{ journal, desk, expected, shown, stop, download, wish, page, row, turn, events, printing, logged },
    ...time,
    asked: () => asked,
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const turns = async (times = 6) => {
  for (let turn = 0; turn < times; turn += 1) await settled();
};

describe('the day’s list', () => {
  it('is asked for when the desk opens, and shown when it has come, with how old it is', () => {
    const { asked, page, expected, stop } = openDesk();
    expect(asked()).toBe(1);
    expect(page()).toMatchObject({
      list: { state: 'whole', at: downloadedAt },
      counts: { expected: 2, inside: 0, left: 0, noShow: 0 },
      ...{ search: '', filter: 'all', found: 2, from: 0 },
      rows: [{ badge: '1', name: 'Guest 1', state: 'expected' }, { badge: '2' }],
    });
    stop();
    expect(expected.current()).toEqual({ visits: [], state: 'none' });
  });

  it('IPC-5 is not held for one who asks once and does not stay', () => {
    const { stop, desk, expected, wish, asked } = openDesk();
    stop();
    desk.snapshot();
    wish({ kind: 'list', search: 'Guest', filter: 'all', from: 0 });
    desk.snapshot();
    expected.sink.begin(downloadedAt);
    expected.sink.take([guest('1')]);
    expected.sink.end(success(undefined));
    expect([expected.sink.isWanted(), expected.current().visits]).toEqual([false, []]);
    expect(asked()).toBeGreaterThan(0);
  });

  it('shows so many rows of what fits, from where it is asked, and no further than there are', () => {
    const many = Array.from({ length: 500 }, (_, n) => guest(String(n).padStart(3, '0')));
    const { page, wish } = openDesk(many);
    expect([page().found, page().rows.length, page().from]).toEqual([500, 120, 0]);
    wish({ kind: 'list', search: '', filter: 'all', from: 450 });
    expect([page().from, page().rows.length, page().rows[0]?.badge]).toEqual([450, 50, '450']);
    wish({ kind: 'list', search: 'Guest CODE49', filter: 'expected', from: 450 });
    expect(page()).toMatchObject({ search: 'Guest CODE49', filter: 'expected', found: 10, from: 9, counts: { expected: 500 } });
    wish({ kind: 'list', search: 'Nemo', filter: 'all', from: 3 });
    expect(page()).toMatchObject({ found: 0, from: 0, rows: [] });
  });

  it('a thousand wishes in one tick end where the last one says', () => {
    const { page, wish, logged } = openDesk(Array.from({ length: 300 }, (_, n) => guest(String(n))));
    for (let n = 0; n < 1_000; n += 1) wish({ kind: 'list', search: `guest code${100 + (n % 200)}`, filter: 'all', from: n });
    expect(page()).toMatchObject({ search: 'guest code299', found: 1, rows: [{ badge: '299' }] });
    for (let n = 0; n < 1_000; n += 1) wish({ kind: 'visit', badge: String(n) });
    expect(page().open).toBeUndefined();
    expect(logged).toEqual([]);
  });
});

describe('somebody is checked in at the desk', () => {
  it('with their badge, once however often it is asked for, on the basis of the list', async () => {
    const { wish, row, page, printing, journal, events } = openDesk();
    wish({ kind: 'visit', badge: '1' });
    wish({ kind: 'visitIn', badge: '1' });
    wish({ kind: 'visitIn', badge: '1' });
    expect(row('1')?.state).toBe('inside');
    expect(Date.parse(row('1')?.at ?? '')).toBe(Date.parse('2026-11-22T12:00:01+08:00'));
    await turns();
    expect(printing.map(({ content }) => [content.kind, content.visitor])).toEqual([['badge', 'Guest 1']]);
    printing[0]?.end({ state: 'confirmed' });
    await turns();
    expect(page().open).toMatchObject({
      ...{ row: { state: 'inside' }, mayCheckIn: false, mayCheckOut: true, corrections: ['notIn', 'cameAt'] },
      badge: { state: 'confirmed', mayRepeat: true },
      history: [
        { kind: 'checkedIn', actor: 'staff' },
        { kind: 'badgePrinted', actor: 'kiosk', print: 'confirmed' },
      ],
    });
    const visitId = row('1')?.visit ?? '';
    expect(events(visitId)).toHaveLength(2);
    expect(value(journal.comparable())).toMatchObject([{ basis: { from: 'roster', ageMs: 61_000 } }]);
  });

  it('comes back, and is a visit of its own', async () => {
    const { wish, row, events } = openDesk();
    wish({ kind: 'visitIn', badge: '1' });
    const first = row('1')?.visit ?? '';
    wish({ kind: 'visitOut', badge: '1' });
    expect(row('1')).toMatchObject({ state: 'left', visit: first });
    wish({ kind: 'visitOut', badge: '1' });
    wish({ kind: 'visitIn', badge: '1' });
    const second = row('1')?.visit ?? '';
    expect([row('1')?.state, second === first]).toEqual(['inside', false]);
    expect([events(first), events(second)].map((all) => all.map(({ kind }) => kind))).toEqual([
      ['checkedIn', 'checkedOut'],
      ['checkedIn'],
    ]);
  });

  it('who is blocked never is, alone or with a group, nor who is not in the list', async () => {
    const visits = [guest('1', { blocked: true, appointmentId: '9' }), guest('2', { appointmentId: '9' })];
    const { wish, row, printing, journal } = openDesk(visits);
    wish({ kind: 'visitIn', badge: '1' });
    wish({ kind: 'visitIn', badge: 'nobody' });
    wish({ kind: 'groupIn', badge: '1' });
    await turns();
    expect([row('1')?.state, row('2')?.state]).toEqual(['expected', 'inside']);
    expect(printing.map(({ content }) => content.visitor)).toEqual(['Guest 2']);
    expect(value(journal.recorded()).map(({ badgeId }) => badgeId)).toEqual(['2']);
  });

  it('a group in the order of the list, its badges one after the other, whatever becomes of one', async () => {
    const group = ['1', '2', '3', '4'].map((id) => guest(id, { appointmentId: '9' }));
    const { wish, page, printing } = openDesk([...group, guest('5')]);
    wish({ kind: 'visitIn', badge: '2' });
    wish({ kind: 'visitOut', badge: '2' });
    await turns();
    printing[0]?.end({ state: 'confirmed' });
    wish({ kind: 'groupIn', badge: '3' });
    expect(page().rows.map(({ badge, state }) => [badge, state])).toEqual([
      ['1', 'inside'],
      ['2', 'left'],
      ['3', 'inside'],
      ['4', 'inside'],
      ['5', 'expected'],
    ]);
    for (let badge = 1; badge < 4; badge += 1) {
      await turns();
      expect(printing).toHaveLength(badge + 1);
      printing[badge]?.end(badge === 2 ? { state: 'failed', failure: { code: 'printer.paperOut' } } : { state: 'confirmed' });
    }
    await turns();
    expect(printing.slice(1).map(({ content }) => content.visitor)).toEqual(['Guest 1', 'Guest 3', 'Guest 4']);
  });

  it('a lobby that was quicker is not passed by: no second check-in, no second badge', async () => {
    const { wish, row, journal, printing, pass } = openDesk();
    const at = '2026-11-22T12:00:00.500+08:00';
    value(journal.checkIn({ visitId: 'lobby', visit: guest('1'), at, basis: { from: 'server' } }));
    expect(row('1')?.state).toBe('expected');
    wish({ kind: 'visitIn', badge: '1' });
    await turns();
    expect(row('1')).toMatchObject({ state: 'inside', visit: 'lobby' });
    expect([printing.length, value(journal.recorded()).length]).toEqual([0, 1]);
    value(journal.checkOut({ visitId: 'lobby', visit: guest('1'), at, basis: { from: 'server' } }));
    wish({ kind: 'visitOut', badge: '1' });
    pass(3_000);
    expect(value(journal.history('lobby'))?.events.map(({ kind }) => kind)).toEqual(['checkedIn', 'checkedOut']);
    expect(value(journal.recorded())).toHaveLength(1);
  });

  it('a check-out of one whom only the server has in is recorded', () => {
    const { wish, row, journal, events } = openDesk([guest('1', { state: 'visiting', checkedInAt: '2026-11-22T01:30:00Z' })]);
    expect(row('1')?.state).toBe('inside');
    expect(Date.parse(row('1')?.at ?? '')).toBe(Date.parse('2026-11-22T01:30:00Z'));
    wish({ kind: 'visitOut', badge: '1' });
    expect(row('1')).toMatchObject({ state: 'left', visit: expect.any(String) });
    expect(value(journal.recorded())).toMatchObject([{ badgeId: '1', checkedOutAt: expect.any(String) }]);
    expect(events(row('1')?.visit ?? '').map(({ kind, actor }) => [kind, actor])).toEqual([['checkedOut', 'staff']]);
  });

  it('what cannot be written is said, and prints nothing', async () => {
    const { journal, wish, row, printing, desk } = openDesk();
    const { checkIn } = journal;
    journal.checkIn = () => failure('journal.full', { operation: 'journal.checkIn' });
    wish({ kind: 'visitIn', badge: '1' });
    await turns();
    expect([row('1')?.state, printing.length]).toEqual(['expected', 0]);
    expect(desk.snapshot().screen).toMatchObject({ notices: ['notKept'] });
    journal.checkIn = checkIn;
    wish({ kind: 'visitIn', badge: '1' });
    expect(desk.snapshot().screen).toMatchObject({ notices: [], page: { counts: { inside: 1 } } });
  });
});

describe('what was recorded wrong', () => {
  it('is undone at once: expected again, and the other way round in the building again', () => {
    const { wish, row, page } = openDesk();
    wish({ kind: 'visit', badge: '1' });
    wish({ kind: 'visitIn', badge: '1' });
    const visit = row('1')?.visit ?? '';
    wish({ kind: 'visitOut', badge: '1' });
    wish({ kind: 'correct', visit, what: 'notOut', reason: 'Undone at the desk' });
    expect(row('1')).toMatchObject({ state: 'inside', visit });
    wish({ kind: 'correct', visit, what: 'notIn', reason: 'Undone at the desk' });
    expect(row('1')).toMatchObject({ state: 'expected' });
    expect(row('1')).not.toHaveProperty('visit');
    expect(page().open).toMatchObject({ mayCheckIn: true, corrections: [] });
  });

  it('of the time is corrected, and stands in the history with who did it and why', () => {
    const { wish, row, page, pass } = openDesk([guest('1')], { staff: 'Clara Mendes' });
    wish({ kind: 'visit', badge: '1' });
    wish({ kind: 'visitIn', badge: '1' });
    const visit = row('1')?.visit ?? '';
    const time = '2026-11-22T11:30:00+08:00';
    wish({ kind: 'correct', visit, what: 'cameAt', time, reason: 'Came \u202Eearlier\nby the gate' });
    pass(60_000);
    wish({ kind: 'note', visit, text: 'Waits in the café' });
    wish({ kind: 'note', visit, text: '\u200B' });
    expect(page().open).toMatchObject({
      history: [
        { kind: 'checkedIn', actor: 'staff', by: 'Clara Mendes' },
        { kind: 'corrected', by: 'Clara Mendes', correction: 'cameAt', time, text: 'Came earlier by the gate' },
        { kind: 'noted', by: 'Clara Mendes', text: 'Waits in the café' },
      ],
    });
    expect(page().open?.history).toHaveLength(3);
    expect(Date.parse(page().open?.row.at ?? '')).toBe(Date.parse(time));
  });

  it('makes no sense without a time, in the time to come, or of nobody: nothing is written, and nothing breaks', () => {
    const { wish, row, events } = openDesk();
    wish({ kind: 'visitIn', badge: '1' });
    const visit = row('1')?.visit ?? '';
    wish({ kind: 'correct', visit, what: 'cameAt', reason: 'no time' });
    wish({ kind: 'correct', visit, what: 'cameAt', time: 'noon', reason: 'no time' });
    wish({ kind: 'correct', visit, what: 'cameAt', time: '2026-11-22T23:00:00+08:00', reason: 'to come' });
    wish({ kind: 'correct', visit: 'nobody', what: 'notIn', reason: 'nobody' });
    wish({ kind: 'note', visit: 'nobody', text: 'nobody' });
    expect(events(visit).map(({ kind }) => kind)).toEqual(['checkedIn']);
  });

  it('has the name of whoever came by PIN with all else that they decide', () => {
    const { wish, row, journal, events } = openDesk([guest('1')], { staff: 'Clara Mendes' });
    wish({ kind: 'visitIn', badge: '1' });
    const visit = row('1')?.visit ?? '';
    value(journal.closeAutomatically({ visitIds: [visit], at: downloadedAt }));
    wish({ kind: 'confirmLeft', visit });
    expect(events(visit).map(({ kind, by }) => [kind, by])).toEqual([
      ['checkedIn', 'Clara Mendes'],
      ['closedAutomatically', undefined],
      ['leftConfirmed', 'Clara Mendes'],
    ]);
  });
});

describe('IPC-5 one page at a time', () => {
  const canary = guest('1', {
    ...{ visitor: { name: 'Kanari Gast', company: 'Kanari Söhne' }, host: 'Kanari Gastgeberin', code: 'KANARI' },
    place: { room: [{ language: 'en', text: 'Kanarienzimmer' }] },
  });

  it('nothing of the day is on another page, nor is it held longer than somebody looks', async () => {
    const { turn, desk, expected, shown } = openDesk([canary]);
    expect(JSON.stringify(desk.snapshot())).toContain('Kanari');
    for (const kind of ['inside', 'prints', 'figures'] as const) {
      const before = shown.length;
      turn(kind);
      expect(shown.length).toBe(before + 1);
      expect(JSON.stringify(desk.snapshot())).not.toMatch(/kanari/i);
    }
    expect(expected.current().visits).toHaveLength(1);
    await desk.stop();
    expect([expected.sink.isWanted(), expected.current().visits]).toEqual([false, []]);
  });

  it('what was looked for and looked at is forgotten with its page', () => {
    const { turn, wish, page, download } = openDesk([canary]);
    wish({ kind: 'list', search: 'kanari', filter: 'expected', from: 0 });
    wish({ kind: 'visit', badge: '1' });
    expect(page().open).toMatchObject({ code: 'KANARI', room: 'Kanarienzimmer' });
    turn('prints');
    turn('today');
    expect(page()).toMatchObject({ search: '', filter: 'all', list: { state: 'whole' } });
    download();
    expect(page().open).toBeUndefined();
  });

  it('wishes of the day do nothing on another page', async () => {
    const { turn, wish, journal, printing } = openDesk([canary]);
    turn('prints');
    wish({ kind: 'visitIn', badge: '1' });
    wish({ kind: 'groupIn', badge: '1' });
    wish({ kind: 'visitOut', badge: '1' });
    await turns();
    expect([value(journal.recorded()), printing]).toEqual([[], []]);
  });

  it('no code crosses but the one of the visit that is open', () => {
    const { desk, wish } = openDesk([canary, guest('2')]);
    expect(JSON.stringify(desk.snapshot())).not.toMatch(/KANARI|CODE2/);
    wish({ kind: 'visit', badge: '2' });
    expect(JSON.stringify(desk.snapshot())).not.toContain('KANARI');
    wish({ kind: 'visit' });
    expect(JSON.stringify(desk.snapshot())).not.toContain('CODE2');
  });

  it('a visit whose person is gone from the list is closed', () => {
    const { wish, page, download } = openDesk([canary, guest('2')]);
    wish({ kind: 'visit', badge: '1' });
    download([guest('2')]);
    expect(page().open).toBeUndefined();
    expect(page().rows.map(({ badge }) => badge)).toEqual(['2']);
  });
});

it('while the server cannot be asked the list is of those who were recorded here, and they can be checked out', async () => {
  const { expected, wish, row, page, stop, desk, journal, events } = openDesk([guest('2')]);
  const at = '2026-11-22T12:00:00.500+08:00';
  value(journal.checkIn({ visitId: 'lobby', visit: guest('1'), at, basis: { from: 'server' } }));
  stop();
  desk.onSnapshot(() => {});
  expected.sink.begin(downloadedAt);
  expected.sink.end(failure('bookings.unreachable'));
  expect(page()).toMatchObject({
    list: { state: 'recordedOnly' },
    found: 1,
    rows: [{ badge: '1', visit: 'lobby', state: 'inside' }],
  });
  wish({ kind: 'visit', badge: '1' });
  expect(page().open).toMatchObject({ code: 'CODE1', room: 'Peak Room', mayCheckOut: true });
  wish({ kind: 'visitOut', badge: '1' });
  expect(row('1')?.state).toBe('left');
  wish({ kind: 'visitIn', badge: '1' });
  expect(row('1')?.state).toBe('inside');
  expect(events('lobby').map(({ kind }) => kind)).toEqual(['checkedIn', 'checkedOut']);
});
