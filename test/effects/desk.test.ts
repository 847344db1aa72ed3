import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { DeskPageKind } from '../../electron/contract/desk-limits.ts';
import { mostMustered } from '../../electron/contract/desk-muster.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import { type Snapshot, snapshotSchema } from '../../electron/contract/snapshot.ts';
import type { Receiver } from '../../electron/core/outbox.ts';
import type { PrintOutcome, WholeJournal } from '../../electron/core/ports.ts';
import type { Recorded } from '../../electron/core/review.ts';
import { watchDashboard } from '../../electron/effects/dashboard.ts';
import { runDesk } from '../../electron/effects/desk.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleRecorded, exampleVisit } from '../core/example.ts';
import { quietParts } from './desk-parts.ts';
import { realJournal, scriptedBookings, scriptedPrinter, settled } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const closedAt = '2026-11-23T00:00:10.000+08:00';

/** A desk on a real journal, with everything that it pushes and logs kept in order. */
function openDesk(
  change: {
    receivers?: readonly Receiver[];
    set?: readonly Receiver[];
    broken?: (journal: WholeJournal) => Partial<WholeJournal>;
    outcome?: PrintOutcome;
    doorCode?: string;
  } = {},
) {
  const { receivers = ['webhook'], set = receivers, broken, doorCode } = change;
  const scripted = scriptedPrinter(change.outcome);
  const journal = realJournal(receivers);
  const time = passingClock('2026-11-22T12:00:00+08:00');
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const used = { ...journal, ...broken?.(journal) };
  const status = { badges: 12, at, ageMs: 0 };
  const again: string[] = [];
  const desk = runDesk({
    ...quietParts(),
    receivers: set,
    roster: { status: () => status },
    ...{ journal: used, printer: scripted.printer, withinMs: 120_000 },
    ...{
      bookings: {
        ...scriptedBookings().bookings,
        doorCode: async () => (doorCode ? success(doorCode) : failure('bookings.timeout')),
      },
    },
    ...(doorCode && { doorCode: 'badge' as const }),
    clock: time.clock,
    log,
    ...{
      expected: expectedList(() => {}),
      dashboard: watchDashboard({ bookings: scriptedBookings().bookings, clock: time.clock }),
    },
    recorded: () => again.push('again'),
  });
  const shown: Snapshot[] = [];
  const visited = (badgeId: string, until?: string) => {
    const entry = { visitId: `v${badgeId}`, visit: { ...exampleVisit, badgeId, code: `CODE${badgeId}` } };
    value(journal.checkIn({ ...entry, at, basis: { from: 'server' } }));
    if (until) value(journal.checkOut({ ...entry, at: until, basis: { from: 'server' } }));
  };
  /** A visitor is in, whose badge has come to a state. */
  const badged = (badgeId: string, state: 'failed' | 'unknown' | 'confirmed') => {
    const entry = { visitId: `v${badgeId}`, visit: { ...exampleVisit, badgeId, code: `CODE${badgeId}` } };
    value(journal.checkIn({ ...entry, at, basis: { from: 'server' }, printId: `p${badgeId}` }));
    if (state !== 'failed') value(journal.print({ printId: `p${badgeId}`, state: 'sending', at, printer: 'front' }));
    value(journal.print({ printId: `p${badgeId}`, state, at, kept: Buffer.from('png') }));
  };
  const differed = (visitId: string) => value(journal.differ({ visitId, kind: 'goneThere', there: { kind: 'gone' }, at }));
  const look = () => desk.onSnapshot((snapshot) => shown.push(snapshot));
  const wish = (intent: Intent) => desk.send({ type: 'intent', intent });
  const screen = () => {
    const snapshot = desk.snapshot();
    expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined();
    if (snapshot.screen.kind !== 'desk') throw new Error('no desk');
    return snapshot.screen;
  };
  /** One of its pages, turned to. */
  const page = <K extends DeskPageKind>(kind: K): Extract<DeskScreen['page'], { kind: K }> => {
    wish({ kind: 'page', page: kind });
    const shownPage = screen().page;
    if (shownPage.kind !== kind) throw new Error(`the page is ${shownPage.kind}`);
    return shownPage as Extract<DeskScreen['page'], { kind: K }>;
  };
  return { ...time, ...scripted, page, badged, journal, desk, logged, shown, status, again, visited, differed, look, wish, screen };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('the desk’s first screen', () => {
  it('shows who is in, by the whole name, and what waits', () => {
    const { visited, differed, journal, screen, page } = openDesk();
    visited('1');
    visited('2', at);
    visited('3');
    value(journal.closeAutomatically({ visitIds: ['v3'], at: closedAt }));
    differed('v1');
    expect(screen()).toMatchObject({
      counts: { inside: 1, left: 1, unconfirmed: 1, differences: 1 },
      unconfirmed: [{ visitId: 'v3', closedAt }],
      differences: [{ kind: 'goneThere', name: 'Amélie Lambert', there: { kind: 'gone' } }],
      handOver: { to: ['webhook'], sent: 0, waiting: 6, dead: 0 },
      roster: { freshness: 'fresh', badges: 12 },
    });
    expect(page('inside').rows).toMatchObject([
      { visit: 'v3', closedAt },
      { visit: 'v1', name: 'Amélie Lambert', company: 'Lambert & Fils', host: 'Wong Siu Ming' },
    ]);
  });

  it('is read soon where something happened elsewhere, once for all that happened, and not where nobody looks', () => {
    const { visited, look, shown, pass, desk, waiting } = openDesk();
    desk.look();
    expect(waiting()).toBe(0);
    const stop = look();
    visited('1');
    for (let times = 0; times < 20; times += 1) desk.look();
    expect(waiting()).toBe(2);
    pass(49);
    expect(shown).toHaveLength(1);
    pass(1);
    expect(shown).toHaveLength(2);
    expect(waiting()).toBe(1);
    stop();
    desk.look();
    expect(waiting()).toBe(0);
  });

  it('is read again every few seconds while somebody looks, and pushed only when it has changed', () => {
    const { visited, look, shown, pass, waiting, status } = openDesk();
    const stop = look();
    expect(shown.map(({ number }) => number)).toEqual([1]);
    pass(60_000);
    expect(shown).toHaveLength(1);
    visited('1');
    pass(3_000);
    expect(shown.map(({ number }) => number)).toEqual([1, 2]);
    status.ageMs = 6 * 60_000;
    pass(3_000);
    expect(shown.at(-1)?.screen).toMatchObject({ roster: { freshness: 'amber' } });
    stop();
    expect(waiting()).toBe(0);
  });

  it('is fresh for whoever asks without being told of changes', () => {
    const { visited, screen } = openDesk();
    expect(screen().counts.inside).toBe(0);
    visited('1');
    expect(screen().counts.inside).toBe(1);
  });

  it('a journal that is slow to read is read less often', () => {
    let reads = 0;
    const { look, pass, clock } = openDesk({
      broken: (journal) => ({
        recorded: () => {
          reads += 1;
          slow();
          return journal.recorded();
        },
      }),
    });
    const { now } = clock;
    let lost = 0;
    clock.now = () => now() + lost;
    const slow = () => {
      lost += 200;
    };
    look();
    expect(reads).toBe(1);
    pass(9_000);
    expect(reads).toBe(1);
    pass(3_000);
    expect(reads).toBe(2);
  });

  it('hears of the server, the roster and the receivers at once', () => {
    const { desk, look, shown } = openDesk();
    look();
    desk.hear({ site: 'Happy Ltd.' });
    desk.hear({ server: { state: 'offline', since: at, cause: 'bookings.portal' } });
    desk.hear({ server: { state: 'offline', since: at, cause: 'bookings.portal' } });
    desk.hear({ download: { badges: 3_000 } });
    desk.hear({ notices: { keyInFile: true } });
    expect(shown).toHaveLength(5);
    expect(shown.at(-1)).toMatchObject({
      site: 'Happy Ltd.',
      screen: { server: { cause: 'bookings.portal' }, roster: { downloading: 3_000 }, notices: ['keyInFile'] },
    });
  });

  it('speaks the language that was chosen', () => {
    const { desk, wish, look, shown } = openDesk();
    expect(desk.snapshot().language).toBe('en');
    look();
    wish({ kind: 'language', language: 'zh-Hant' });
    expect(shown.at(-1)?.language).toBe('zh-Hant');
  });
});

describe('what a person at the desk wants', () => {
  it.each([
    ['ours', 'in'],
    ['theirs', 'out'],
    ['note', 'in'],
  ] as const)('a difference is decided: %s', (decision, becomes) => {
    const { visited, differed, wish, screen, look, shown, again } = openDesk();
    visited('1');
    differed('v1');
    look();
    wish({ kind: 'decide', difference: screen().differences[0]?.id ?? '', decision, note: 'seen \u202Eat\nthe door' });
    expect(screen().differences).toEqual([]);
    expect(screen().counts).toMatchObject({ inside: becomes === 'in' ? 1 : 0, left: becomes === 'out' ? 1 : 0 });
    expect(shown.map(({ number }) => number)).toEqual([1, 2]);
    expect(again).toEqual(['again']);
  });

  it('a note is kept as one line of plain text', () => {
    let note: string | undefined;
    const { visited, differed, wish, screen } = openDesk({
      broken: (journal) => ({
        decide: (entry) => {
          note = entry.note;
          return journal.decide(entry);
        },
      }),
    });
    visited('1');
    differed('v1');
    wish({ kind: 'decide', difference: screen().differences[0]?.id ?? '', decision: 'note', note: 'seen \u202Eat\nthe door' });
    expect(note).toBe('seen at the door');
  });

  it('somebody has seen that a visitor left', () => {
    const { visited, journal, wish, screen } = openDesk();
    visited('1');
    value(journal.closeAutomatically({ visitIds: ['v1'], at: closedAt }));
    expect(screen().unconfirmed).toHaveLength(1);
    wish({ kind: 'confirmLeft', visit: 'v1' });
    expect(screen()).toMatchObject({ unconfirmed: [], counts: { inside: 0, left: 1, unconfirmed: 0 } });
  });

  it('API-5 dead letters wait once more, one at its receiver or all at every one', () => {
    const { visited, journal, wish, screen, again } = openDesk({ receivers: ['webhook', 'bookings'] });
    visited('1');
    visited('2');
    for (const receiver of ['webhook', 'bookings'] as const) {
      for (const { eventId } of value(journal.waiting({ receiver, most: 10 }))) {
        value(journal.tried({ receiver, eventId, outcome: 'dead', at, failure: { code: 'handOver.refused' }, status: 400 }));
      }
    }
    const [first] = screen().dead;
    expect(screen()).toMatchObject({ handOver: { dead: 4, waiting: 0, sent: 0 }, dead: { length: 4 } });
    expect(first).toMatchObject({ name: 'Amélie Lambert', kind: 'checkedIn', failure: 'handOver.refused', status: 400 });
    wish({ kind: 'sendAgain', letter: { id: first?.id ?? '', receiver: 'webhook' } });
    // With the letter that tells the webhook of it.
    expect(screen().handOver).toMatchObject({ dead: 3, waiting: 2 });
    expect(value(journal.outboxCounts('webhook'))).toMatchObject({ dead: 1, waiting: 2 });
    wish({ kind: 'sendAgain' });
    expect(screen()).toMatchObject({ handOver: { dead: 0, waiting: 6 }, dead: [] });
    expect(again).toEqual(['again', 'again']);
  });

  it('nobody is said to have done what was not: letters that wait already, a roll that the journal does not take', () => {
    const unwritable = failure('journal.unwritable', { operation: 'journal.rollChanged' });
    const { visited, journal, wish } = openDesk({ broken: () => ({ rollChanged: () => unwritable }) });
    visited('1');
    const kinds = () => value(journal.waiting({ receiver: 'webhook', most: 10 })).map(({ kind }) => kind);
    const [letter] = value(journal.waiting({ receiver: 'webhook', most: 1 }));
    wish({ kind: 'sendAgain', letter: { id: letter?.eventId ?? '', receiver: 'webhook' } });
    wish({ kind: 'sendAgain' });
    wish({ kind: 'rollChanged', printer: 'front' });
    expect(kinds()).toEqual(['checkedIn']);
  });

  it('API-5 what waits for a receiver that was taken out of the settings is still counted, until it is settled', () => {
    const { visited, journal, screen } = openDesk({ set: [] });
    expect(screen().handOver.to).toEqual([]);
    visited('1');
    expect(screen().handOver).toEqual({ to: ['webhook'], waiting: 1, dead: 0, sent: 0 });
    const [letter] = value(journal.waiting({ receiver: 'webhook', most: 1 }));
    value(journal.tried({ receiver: 'webhook', eventId: letter?.eventId ?? '', outcome: 'sent', at }));
    expect(screen().handOver).toEqual({ to: [], waiting: 0, dead: 0, sent: 0 });
  });

  it('what cannot be written is said on the screen until something can', () => {
    let isFull = true;
    const { visited, differed, wish, screen, logged } = openDesk({
      broken: (journal) => ({
        decide: (entry) => (isFull ? failure('journal.full', { operation: 'journal.decide' }) : journal.decide(entry)),
      }),
    });
    visited('1');
    differed('v1');
    const intent: Intent = { kind: 'decide', difference: screen().differences[0]?.id ?? '', decision: 'ours' };
    wish(intent);
    expect(screen()).toMatchObject({ notices: ['notKept'], differences: { length: 1 } });
    isFull = false;
    wish(intent);
    expect(screen()).toMatchObject({ notices: [], differences: [] });
    expect(logged).toEqual(['{"event":"notKept","failure":"journal.full","operation":"journal.decide"}']);
  });

  it('what makes no sense is logged, and nothing on the screen', () => {
    const { wish, screen, logged } = openDesk();
    wish({ kind: 'confirmLeft', visit: 'nobody' });
    wish({ kind: 'decide', difference: 'nothing', decision: 'theirs' });
    expect(screen().notices).toEqual([]);
    expect(logged.join()).toContain('"failure":"bug"');
  });

  it('what belongs to the lobby does nothing', () => {
    const { wish, desk, look, shown } = openDesk();
    look();
    wish({ kind: 'begin', purpose: 'checkIn' });
    wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' });
    desk.send({ type: 'time' });
    expect(shown).toHaveLength(1);
  });
});

describe('PRN-10 badges that did not surely come out', () => {
  it('are shown with what is known of them, while their visitor is in', () => {
    const { badged, journal, screen, page } = openDesk();
    badged('1', 'unknown');
    badged('2', 'failed');
    badged('3', 'confirmed');
    expect(screen()).toMatchObject({
      counts: { badges: 2 },
      badges: [
        { id: 'p1', name: 'Amélie Lambert', state: 'unknown', printer: 'front', mayRepeat: true },
        { id: 'p2', state: 'failed' },
      ],
    });
    expect(page('prints').prints).toMatchObject([{ id: 'p3', mayRepeat: true, hasPicture: true }, { id: 'p2' }, { id: 'p1' }]);
    value(journal.checkOut({ visitId: 'v1', visit: exampleVisit, at, basis: { from: 'server' } }));
    expect(screen()).toMatchObject({ counts: { badges: 1 }, badges: [{ id: 'p2' }], page: { prints: { length: 3 } } });
  });

  it('are never printed by themselves, however long the desk runs', async () => {
    const { badged, look, pass, printed } = openDesk();
    badged('1', 'unknown');
    badged('2', 'failed');
    look();
    pass(60 * 60_000);
    await settled();
    expect(printed).toEqual([]);
  });

  it('one is printed again: its place says so until it is known how it went', async () => {
    const { badged, journal, look, shown, wish, screen, printed, again } = openDesk();
    badged('1', 'unknown');
    look();
    wish({ kind: 'page', page: 'prints' });
    wish({ kind: 'printAgain', print: 'p1' });
    wish({ kind: 'printAgain', print: 'p1' });
    expect(screen()).toMatchObject({ counts: { badges: 0 }, badges: [{ visitId: 'v1', isReprint: true, mayRepeat: false }] });
    for (let turn = 0; turn < 5; turn += 1) await settled();
    // At each wish, and once more when it is known how it went: then there is an event to hand on.
    expect(again).toHaveLength(3);
    expect(printed).toMatchObject([{ kind: 'badge', visitor: 'Amélie Lambert', date: 'Sun, 22 November 2026', time: '10:00' }]);
    expect(shown.at(-1)?.screen).toMatchObject({
      badges: [],
      page: { prints: [{ state: 'confirmed', isReprint: true }, { isReplaced: true }] },
    });
    expect(value(journal.prints('v1')).map(({ state }) => state)).toEqual(['unknown', 'confirmed']);
  });

  it('one that fails again stays, and may be printed once more', async () => {
    const { badged, wish, screen, printed } = openDesk({ outcome: { state: 'unknown', failure: { code: 'printer.cutOff' } } });
    badged('1', 'failed');
    wish({ kind: 'printAgain', print: 'p1' });
    for (let turn = 0; turn < 5; turn += 1) await settled();
    const [again] = screen().badges;
    expect(again).toMatchObject({ visitId: 'v1', state: 'unknown', failure: 'printer.cutOff', isReprint: true, mayRepeat: true });
    wish({ kind: 'printAgain', print: again?.id ?? '' });
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(printed).toHaveLength(2);
  });

  it('PRN-8 nothing is sent where it cannot be recorded, and nothing for one who has left', async () => {
    const { badged, visited, journal, wish, printed, screen } = openDesk({
      broken: (whole) => ({
        print: (entry) =>
          entry.state === 'sending' ? failure('journal.full', { operation: 'journal.print' }) : whole.print(entry),
      }),
    });
    badged('1', 'failed');
    wish({ kind: 'printAgain', print: 'p1' });
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(screen().badges).toMatchObject([{ state: 'failed', failure: 'journal.full' }]);
    badged('2', 'failed');
    value(journal.checkOut({ visitId: 'v2', visit: { ...exampleVisit, badgeId: '2' }, at, basis: { from: 'server' } }));
    wish({ kind: 'printAgain', print: 'p2' });
    visited('3');
    wish({ kind: 'printAgain', print: 'nothing' });
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(printed).toEqual([]);
  });

  it('the code of a door is on the new badge too, where the site prints it; without an answer there is a badge all the same', async () => {
    const roomy = { ...exampleVisit, place: { ...exampleVisit.place, roomId: '7' } };
    for (const doorCode of ['4815', undefined]) {
      const { journal, wish, printed } = openDesk(doorCode ? { doorCode } : {});
      value(journal.checkIn({ visitId: 'v1', visit: roomy, at, basis: { from: 'server' }, printId: 'p1' }));
      value(journal.print({ printId: 'p1', state: 'failed', at }));
      wish({ kind: 'printAgain', print: 'p1' });
      for (let turn = 0; turn < 8; turn += 1) await settled();
      expect(printed.map((content) => content.doorCode)).toEqual([doorCode]);
    }
  });

  it('one that somebody handed over needs nobody any more', () => {
    const { badged, wish, screen, page } = openDesk();
    badged('1', 'unknown');
    wish({ kind: 'handedOver', print: 'p1' });
    expect(screen()).toMatchObject({ counts: { badges: 0 }, badges: [] });
    expect(page('prints').prints).toMatchObject([{ id: 'p1', handedOverAt: expect.any(String) }]);
  });

  it('the picture is there while somebody looks at it, one at a time, and no longer', () => {
    const { badged, look, shown, wish, desk, page } = openDesk();
    badged('1', 'unknown');
    badged('2', 'failed');
    const stop = look();
    page('prints');
    wish({ kind: 'picture', print: 'p1' });
    const source = `data:image/png;base64,${Buffer.from('png').toString('base64')}`;
    expect(shown.at(-1)?.screen).toMatchObject({ page: { picture: { print: 'p1', source } } });
    wish({ kind: 'picture', print: 'p2' });
    expect(shown.at(-1)?.screen).toHaveProperty('page.prints');
    expect(shown.at(-1)?.screen).not.toHaveProperty('page.picture');
    wish({ kind: 'picture', print: 'p1' });
    wish({ kind: 'picture' });
    expect(shown.at(-1)?.screen).not.toHaveProperty('page.picture');
    wish({ kind: 'picture', print: 'p1' });
    stop();
    expect(page('prints')).not.toHaveProperty('picture');
    expect(JSON.stringify(desk.snapshot())).not.toContain('base64');
  });

  it('a stop waits for a badge that is being printed', async () => {
    const { badged, wish, desk, journal } = openDesk();
    badged('1', 'failed');
    wish({ kind: 'printAgain', print: 'p1' });
    await desk.stop();
    expect(value(journal.prints('v1')).map(({ state }) => state)).toEqual(['failed', 'confirmed']);
  });
});

describe('printers', () => {
  it('are shown as they were last heard of, each with the labels of its roll, which a person may set back', () => {
    const { badged, desk, wish, screen } = openDesk();
    badged('1', 'unknown');
    desk.hear({
      printers: [
        { name: 'front', warnings: ['paperLow'], media: '62 mm' },
        { name: 'spare', warnings: [], failure: 'printer.coverOpen' },
      ],
    });
    expect(screen().printers).toEqual([
      { name: 'front', warnings: ['paperLow'], media: '62 mm', labels: 1 },
      { name: 'spare', warnings: [], failure: 'printer.coverOpen', labels: 0 },
    ]);
    wish({ kind: 'rollChanged', printer: 'front' });
    expect(screen().printers[0]).toMatchObject({ labels: 0, since: expect.any(String) });
  });
});

describe('when something is wrong', () => {
  it('what cannot be read stays as it was, and is said once', () => {
    let isLocked = false;
    const { visited, screen, logged, look, pass } = openDesk({
      broken: (journal) => ({
        recorded: () => (isLocked ? failure('journal.locked', { operation: 'journal.recorded' }) : journal.recorded()),
        outboxCounts: (receiver) =>
          isLocked ? failure('journal.locked', { operation: 'journal.outboxCounts' }) : journal.outboxCounts(receiver),
      }),
    });
    visited('1');
    look();
    isLocked = true;
    visited('2');
    pass(60_000);
    expect(screen()).toMatchObject({ counts: { inside: 1 }, handOver: { waiting: 1 } });
    expect(logged).toHaveLength(2);
    isLocked = false;
    pass(3_000);
    expect(screen()).toMatchObject({ counts: { inside: 2 }, handOver: { waiting: 2 } });
  });

  it('LOG-1 a bug leaves the screen as it was, and no name in the log', () => {
    let isBroken = false;
    const { visited, screen, logged, wish, look, pass } = openDesk({
      broken: (journal) => ({
        recorded: () => {
          if (isBroken) throw new Error('Amélie Lambert');
          return journal.recorded();
        },
        confirmLeft: () => {
          throw new Error('Amélie Lambert');
        },
      }),
    });
    visited('1');
    look();
    isBroken = true;
    wish({ kind: 'confirmLeft', visit: 'v1' });
    pass(10_000);
    isBroken = false;
    visited('2');
    pass(10_000);
    expect(screen().counts.inside).toBe(2);
    expect(logged.join()).toContain('{"event":"bug","effect":"desk"}');
    expect(logged.join()).not.toContain('Amélie');
  });

  it('ten thousand visits: all are counted, and as many shown as cross', () => {
    const many: Recorded[] = Array.from({ length: 10_000 }, (_, n) => exampleRecorded({ visitId: `v${n}` }));
    const { screen, page } = openDesk({ broken: () => ({ recorded: () => ({ ok: true, value: many }) }) });
    expect(screen().counts.inside).toBe(10_000);
    const { rows, hidden } = page('inside');
    expect([rows.length, hidden]).toEqual([mostMustered, 10_000 - mostMustered]);
  });

  it('takes nothing more once it is stopped', async () => {
    const { desk, look, shown, wish, waiting } = openDesk();
    look();
    await desk.stop();
    wish({ kind: 'language', language: 'zh-Hans' });
    desk.hear({ site: 'Happy Ltd.' });
    expect([shown.length, waiting()]).toEqual([1, 0]);
  });
});
