import { describe, expect, it } from 'vitest';
import { mayClose, overdue } from '../../electron/core/closing.ts';
import type { Comparable } from '../../electron/core/review.ts';
import { lookAtWall, type WallLook, type WallWatch } from '../../electron/core/steady.ts';

const minute = 60_000;
const hour = 60 * minute;

const visit = (visitId: string, change: Partial<Comparable> = {}): Comparable => ({
  visitId,
  badgeId: visitId,
  code: 'FJUEIW',
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  checkedInAt: '2026-11-22T10:00:00+08:00',
  basis: { from: 'server' },
  given: [],
  ...change,
});

describe('forgotten check-outs', () => {
  it.each([
    ['on its day', visit('a'), '2026-11-22T23:59:59+08:00', []],
    ['once the day is over', visit('a'), '2026-11-23T00:00:00+08:00', ['a']],
    ['by a kiosk whose zone is wrong: the site’s calendar', visit('a'), '2026-11-22T15:59:00+00:00', []],
    ['the same, a minute later', visit('a'), '2026-11-22T16:00:00+00:00', ['a']],
    ['who has left', visit('a', { checkedOutAt: '2026-11-22T17:00:00+08:00' }), '2026-11-23T08:00:00+08:00', []],
    ['closed before', visit('a', { closedAt: '2026-11-23T00:00:10+08:00' }), '2026-11-23T08:00:00+08:00', []],
    [
      'a badge of several days',
      visit('a', { period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-24T18:00:00+08:00' } }),
      '2026-11-23T08:00:00+08:00',
      [],
    ],
    [
      'a server that answers in UTC, at midnight there',
      visit('a', { period: { from: '2026-11-22T01:00:00+00:00', to: '2026-11-22T10:00:00+00:00' } }),
      '2026-11-23T00:00:00+08:00',
      ['a'],
    ],
    [
      'the hour that comes twice when summer time ends is of its day',
      visit('a', { period: { from: '2026-10-24T09:00:00+02:00', to: '2026-10-25T12:00:00+01:00' } }),
      '2026-10-25T02:30:00+01:00',
      [],
    ],
    [
      'the short day when summer time begins',
      visit('a', { period: { from: '2027-03-28T09:00:00+02:00', to: '2027-03-28T17:00:00+02:00' } }),
      '2027-03-29T00:00:00+02:00',
      ['a'],
    ],
  ] as const)('%s', (_name, one, wall, expected) => {
    expect(overdue([one], wall)).toEqual(expected);
  });

  it('only those whose day is over', () => {
    const tomorrow = { from: '2026-11-23T09:00:00+08:00', to: '2026-11-23T18:00:00+08:00' };
    const all = [visit('a'), visit('b', { period: tomorrow }), visit('c')];
    expect(overdue(all, '2026-11-23T09:30:00+08:00')).toEqual(['a', 'c']);
  });
});

describe('a clock that cannot be relied on', () => {
  /** Looks every minute, with the wall clock as `movedAt` (minutes) has it moved; answers after how many minutes the visit was closed. */
  function closedAfter(begin: string, moves: readonly { at: number; by: number }[], minutes: number): number | undefined {
    let watch: WallWatch | undefined;
    for (let n = 0; n <= minutes; n += 1) {
      const moved = moves.filter(({ at }) => at <= n).reduce((sum, { by }) => sum + by, 0);
      const look: WallLook = { now: n * minute, wall: new Date(Date.parse(begin) + n * minute + moved).toISOString() };
      watch = lookAtWall(watch, look);
      if (mayClose(watch, look) && overdue([visit('a')], look.wall).length > 0) return n;
    }
    return undefined;
  }

  it.each([
    ['CLK-1 a steady clock closes at the first look of the next day', '2026-11-22T15:00:00Z', [], 60],
    ['CLK-1 a kiosk that starts on the next day waits half an hour', '2026-11-23T00:00:00Z', [], 30],
    [
      'CLK-1 a day ahead and set right in twenty minutes closes nobody',
      '2026-11-22T04:00:00Z',
      [
        { at: 60, by: 24 * hour },
        { at: 80, by: -24 * hour },
      ],
      undefined,
    ],
    ['CLK-1 a day ahead for good is believed after half an hour', '2026-11-22T04:00:00Z', [{ at: 60, by: 24 * hour }], 90],
    ['CLK-1 a day back closes a day later', '2026-11-22T15:30:00Z', [{ at: 10, by: -24 * hour }], undefined],
    ['CLK-1 at 1970 closes nobody', '1970-01-01T00:00:00Z', [], undefined],
    [
      'CLK-1 at 1970 and set right by the network closes half an hour after that',
      '1970-01-01T00:00:00Z',
      [{ at: 40, by: Date.parse('2026-11-23T00:00:00Z') }],
      70,
    ],
    [
      'CLK-1 a clock that is moved again and again closes nobody',
      '2026-11-23T00:00:00Z',
      Array.from({ length: 10 }, (_, n) => ({ at: n * 20 + 10, by: (n % 2 ? -1 : 1) * 24 * hour })),
      undefined,
    ],
  ] as const)('%s', (_name, begin, moves, expected) => {
    expect(closedAfter(begin, moves, 200)).toBe(expected);
  });
});
