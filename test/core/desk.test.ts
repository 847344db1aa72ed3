import { describe, expect, it } from 'vitest';
import { deskScreenSchema } from '../../electron/contract/desk.ts';
import { mostRows } from '../../electron/contract/desk-limits.ts';
import { type DeskNews, deskScreenOf, type Filed, newsWith, nothingFiled } from '../../electron/core/desk.ts';
import type { Difference } from '../../electron/core/event.ts';
import { musterOf } from '../../electron/core/muster.ts';
import type { Receiver } from '../../electron/core/outbox.ts';
import { exampleRecorded } from './example.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const difference = (n: number): Difference => ({
  id: `d${n}`,
  visitId: `v${n}`,
  kind: 'leftThere',
  at,
  visitor: 'Amélie Lambert',
  company: 'Lambert & Fils',
  here: { checkedInAt: at },
  there: { kind: 'badge', state: 'visited', checkedOutAt: at },
});

const page = { kind: 'prints' as const, prints: [] };
const screen = (
  filed: Partial<Filed> = {},
  news: DeskNews = {},
  more: { receivers?: readonly Receiver[]; ageMs?: number } = {},
) => {
  const { receivers = ['webhook'], ageMs } = more;
  const roster = ageMs === undefined ? { badges: 0 } : { badges: 12, at, ageMs };
  const shown = deskScreenOf({ filed: { ...nothingFiled, ...filed }, news, roster, receivers, requests: [], page });
  expect(deskScreenSchema.safeParse(shown).error).toBeUndefined();
  return shown;
};

describe('deskScreenOf', () => {
  it('of a kiosk that has just begun', () => {
    expect(screen({}, {}, { receivers: [] })).toEqual({
      kind: 'desk',
      requests: [],
      server: { state: 'online' },
      roster: { freshness: 'none', badges: 0 },
      handOver: { to: [], sent: 0, waiting: 0, dead: 0 },
      counts: { inside: 0, left: 0, unconfirmed: 0, differences: 0, badges: 0 },
      unconfirmed: [],
      differences: [],
      dead: [],
      badges: [],
      printers: [],
      notices: [],
      page,
    });
  });

  it('how many are in, and what waits for a person, with whole names', () => {
    const muster = musterOf([
      exampleRecorded({ visitId: 'v1', checkedInAt: at }),
      exampleRecorded({ visitId: 'v2', visitor: 'Wong Siu Ming', checkedInAt: at, closedAt: at }),
    ]);
    const shown = screen({ muster, differences: [difference(1)] });
    expect(shown.counts).toEqual({ inside: 1, left: 0, unconfirmed: 1, differences: 1, badges: 0 });
    // Who is in is a page of its own (musterOf); here nobody but who waits.
    expect(shown.page).toBe(page);
    expect(shown.unconfirmed).toEqual([{ visitId: 'v2', name: 'Wong Siu Ming', checkedInAt: at, closedAt: at }]);
    const { visitor, visitId: _, ...rest } = difference(1);
    expect(shown.differences).toEqual([{ ...rest, name: visitor }]);
  });

  it('a letter that will not be taken, with why and of whom', () => {
    const dead = [
      {
        eventId: 'e1',
        receiver: 'webhook',
        kind: 'checkedIn',
        at,
        visitor: 'Amélie Lambert',
        failure: { code: 'handOver.refused' },
        status: 422,
      },
      { eventId: 'e2', receiver: 'bookings', kind: 'journalReplaced', at, failure: { code: 'handOver.refused', operation: 'x' } },
    ] as const;
    expect(screen({ dead, letters: { sent: 7, waiting: 0, dead: 2 } }).dead).toEqual([
      { id: 'e1', receiver: 'webhook', kind: 'checkedIn', at, name: 'Amélie Lambert', failure: 'handOver.refused', status: 422 },
      { id: 'e2', receiver: 'bookings', kind: 'journalReplaced', at, failure: 'handOver.refused' },
    ]);
  });

  it('counts all and shows so many, the oldest first', () => {
    const many = Array.from({ length: mostRows + 50 }, (_, n) => difference(n));
    const shown = screen({ differences: many });
    expect(shown.counts.differences).toBe(mostRows + 50);
    expect([shown.differences.length, shown.differences[0]?.id]).toEqual([mostRows, 'd0']);
  });

  it.each([
    ['nothing known', {}, undefined, { freshness: 'none', badges: 0 }],
    ['fresh', {}, 60_000, { freshness: 'fresh', badges: 12, at }],
    ['a long download', { badges: 4_000 }, 6 * 60_000, { freshness: 'amber', badges: 12, at, downloading: 4_000 }],
    ['a download that has just begun to count', { badges: 0 }, undefined, { freshness: 'none', badges: 0, downloading: 0 }],
    [
      'a download that failed',
      { failure: 'bookings.tls' },
      31 * 60_000,
      { freshness: 'red', badges: 12, at, failure: 'bookings.tls' },
    ],
  ] as const)('the roster: %s', (_name, download, ageMs, expected) => {
    expect(screen({}, { download }, ageMs === undefined ? {} : { ageMs }).roster).toEqual(expected);
  });

  it.each([
    ['why letters wait', 3, { webhook: 'handOver.timeout' }, 'handOver.timeout'],
    ['nothing where none waits', 0, { webhook: 'handOver.timeout' }, undefined],
    ['nothing where the last try went well', 3, { webhook: undefined }, undefined],
    ['nothing of a receiver that there is not', 3, { bookings: 'handOver.tls' }, undefined],
  ] as const)('handing on: %s', (_name, waiting, handOver, expected) => {
    expect(screen({ letters: { sent: 0, waiting, dead: 0 } }, { handOver }).handOver.failure).toBe(expected);
  });

  it('notices in the order of the contract, for as long as they hold', () => {
    const first = newsWith({}, { notices: { notKept: true, journalReplaced: true } });
    expect(screen({}, first).notices).toEqual(['journalReplaced', 'notKept']);
    const then = newsWith(first, {
      notices: { notKept: false },
      server: { state: 'offline', since: at, cause: 'bookings.timeout' },
    });
    expect(screen({}, then)).toMatchObject({ notices: ['journalReplaced'], server: { cause: 'bookings.timeout' } });
    expect(screen({}, newsWith(then, { server: { state: 'online' } })).server).toEqual({ state: 'online' });
  });
});
