import { describe, expect, it } from 'vitest';
import { mostRows } from '../../electron/contract/desk.ts';
import { failure, type Result } from '../../electron/contract/failure.ts';
import { type Intent, type Snapshot, snapshotSchema } from '../../electron/contract/screen.ts';
import type { Receiver } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Recorded } from '../../electron/core/review.ts';
import { runDesk } from '../../electron/effects/desk.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleVisit } from '../core/example.ts';
import { realJournal } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const closedAt = '2026-11-23T00:00:10.000+08:00';

/** A desk on a real journal, with everything that it pushes and logs kept in order. */
function openDesk(
  change: {
    receivers?: readonly Receiver[];
    set?: readonly Receiver[];
    broken?: (journal: WholeJournal) => Partial<WholeJournal>;
  } = {},
) {
  const { receivers = ['webhook'], set = receivers, broken } = change;
  const journal = realJournal(receivers);
  const time = passingClock('2026-11-22T12:00:00+08:00');
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const used = { ...journal, ...broken?.(journal) };
  const status = { badges: 12, at, ageMs: 0 };
  const again: string[] = [];
  const desk = runDesk({
    review: used,
    outbox: used,
    receivers: set,
    roster: { status: () => status },
    clock: time.clock,
    log,
    sentAgain: () => again.push('again'),
  });
  const shown: Snapshot[] = [];
  const visited = (badgeId: string, until?: string) => {
    const entry = { visitId: `v${badgeId}`, visit: { ...exampleVisit, badgeId, code: `CODE${badgeId}` } };
    value(journal.checkIn({ ...entry, at, basis: { from: 'server' } }));
    if (until) value(journal.checkOut({ ...entry, at: until, basis: { from: 'server' } }));
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
  return { ...time, journal, desk, logged, shown, status, again, visited, differed, look, wish, screen };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('the desk’s first screen', () => {
  it('shows who is in, by the whole name, and what waits', () => {
    const { visited, differed, journal, screen } = openDesk();
    visited('1');
    visited('2', at);
    visited('3');
    value(journal.closeAutomatically({ visitIds: ['v3'], at: closedAt }));
    differed('v1');
    expect(screen()).toMatchObject({
      counts: { inside: 1, left: 1, unconfirmed: 1, differences: 1 },
      inside: [{ visitId: 'v1', name: 'Amélie Lambert', company: 'Lambert & Fils', host: 'Wong Siu Ming' }],
      unconfirmed: [{ visitId: 'v3', closedAt }],
      differences: [{ kind: 'goneThere', name: 'Amélie Lambert', there: { kind: 'gone' } }],
      handOver: { to: ['webhook'], sent: 0, waiting: 6, dead: 0 },
      roster: { freshness: 'fresh', badges: 12 },
    });
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
    expect(again).toEqual([]);
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
    expect(screen().handOver).toMatchObject({ dead: 3, waiting: 1 });
    expect(value(journal.outboxCounts('webhook'))).toMatchObject({ dead: 1, waiting: 1 });
    wish({ kind: 'sendAgain' });
    expect(screen()).toMatchObject({ handOver: { dead: 0, waiting: 4 }, dead: [] });
    expect(again).toEqual(['again', 'again']);
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

  it('ten thousand visits: all are counted and the newest are shown', () => {
    const many: Recorded[] = Array.from({ length: 10_000 }, (_, n) => ({ visitId: `v${n}`, visitor: 'A', checkedInAt: at }));
    const { screen } = openDesk({ broken: () => ({ recorded: () => ({ ok: true, value: many }) }) });
    expect(screen().counts.inside).toBe(10_000);
    expect([screen().inside.length, screen().inside[0]?.visitId]).toEqual([mostRows, 'v0']);
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
