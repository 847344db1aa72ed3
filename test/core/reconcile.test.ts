import { describe, expect, it } from 'vitest';
import type { ServerView } from '../../electron/core/event.ts';
import { differenceOf } from '../../electron/core/reconcile.ts';
import type { Comparable } from '../../electron/core/review.ts';

const day = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' };
const at = (time: string) => `2026-11-22T${time}+08:00`;
const noon = at('12:00:00');
const nextMorning = '2026-11-23T08:00:00+08:00';

/** A visitor who was checked in here at ten, by the server's word. */
const inside: Comparable = {
  visitId: 'v1',
  badgeId: '17',
  code: 'FJUEIW',
  period: day,
  checkedInAt: at('10:00:00'),
  basis: { from: 'server' },
  given: [],
};
const left: Comparable = { ...inside, checkedOutAt: at('11:00:00') };
const closed: Comparable = { ...inside, closedAt: '2026-11-23T00:00:30+08:00' };
const byRoster: Comparable = { ...inside, basis: { from: 'roster', ageMs: 3_600_000 } };

const badge = (state: 'initial' | 'visiting' | 'visited' | 'noShow', checkedInAt?: string, checkedOutAt?: string): ServerView => ({
  kind: 'badge',
  state,
  ...(checkedInAt && { checkedInAt }),
  ...(checkedOutAt && { checkedOutAt }),
});
const gone: ServerView = { kind: 'gone' };

describe('a server that nobody writes check-ins to', () => {
  it.each([
    ['goes on saying "initial"', inside, badge('initial')],
    ['says "noShow" of who came', inside, badge('noShow')],
    ['says "initial" of who has left', left, badge('initial')],
    ['says "noShow" of who has left', left, badge('noShow')],
    ['knows of an arrival and not of the leaving', left, badge('visiting', at('10:00:00'))],
    ['still has somebody in whom the kiosk closed', closed, badge('visiting', at('10:00:00'))],
    ['knows of an earlier leaving than the one here', left, badge('visited', at('10:00:00'), at('10:30:00'))],
  ])('%s: that says nothing', (_name, here, there) => {
    expect(differenceOf(here, there, noon)).toBeUndefined();
  });
});

describe('the same on both sides', () => {
  it.each([
    ['in on both', inside, badge('visiting', at('10:00:00'))],
    ['in on both, the server tells no date', inside, badge('visiting')],
    ['a server clock two minutes behind', inside, badge('visiting', at('09:58:00'))],
    ['somebody wrote it there an hour later', inside, badge('visiting', at('11:00:00'))],
    ['the same instant in another zone', inside, badge('visiting', '2026-11-22T02:00:00+00:00')],
    ['the same instant in a zone of half hours', inside, badge('visiting', '2026-11-22T07:30:00+05:30')],
    ['out on both', left, badge('visited', at('10:00:00'), at('11:00:00'))],
    ['out on both, the server later', left, badge('visited', at('10:00:00'), at('11:40:00'))],
    ['out on both, no dates there', left, badge('visited')],
  ])('%s', (_name, here, there) => {
    expect(differenceOf(here, there, noon)).toBe('same');
  });
});

describe('the server says that the visitor has left', () => {
  it.each([
    ['with a date', inside, badge('visited', at('10:00:00'), at('11:30:00')), noon, 'leftThere'],
    ['without one', inside, badge('visited', at('10:00:00')), noon, 'leftThere'],
    ['without any', inside, badge('visited'), noon, 'leftThere'],
    ['and is out here too', left, badge('visited'), noon, 'same'],
    ['marked at midnight, without a date', inside, badge('visited', at('10:00:00')), nextMorning, undefined],
    [
      'marked at midnight, while the kiosk’s clock is a minute behind',
      inside,
      badge('visited', at('10:00:00')),
      at('23:59:10'),
      undefined,
    ],
    ['late in the evening, without a date', inside, badge('visited', at('10:00:00')), at('23:55:00'), 'leftThere'],
    ['marked at midnight, with the last minute', inside, badge('visited', at('10:00:00'), at('23:59:59')), nextMorning, undefined],
    [
      'marked at midnight, with the next day',
      inside,
      badge('visited', at('10:00:00'), '2026-11-23T00:00:00+08:00'),
      nextMorning,
      undefined,
    ],
    [
      'marked at midnight, told in UTC by a server far away',
      inside,
      badge('visited', at('10:00:00'), '2026-11-22T16:00:00+00:00'),
      nextMorning,
      undefined,
    ],
    [
      'with a date of the day, read the day after an outage',
      inside,
      badge('visited', at('10:00:00'), at('11:30:00')),
      nextMorning,
      'leftThere',
    ],
    ['and the kiosk has closed the visit', closed, badge('visited', at('10:00:00'), at('11:30:00')), nextMorning, 'leftThere'],
    ['of a stay before: left and came back', inside, badge('visited', at('08:30:00'), at('09:30:00')), noon, undefined],
    [
      'of the badge’s day before, marked at midnight',
      { ...inside, period: { ...day, from: '2026-11-21T09:00:00+08:00' } },
      badge('visited', '2026-11-21T10:00:00+08:00'),
      noon,
      undefined,
    ],
    ['at the minute of the check-in, by a clock behind', inside, badge('visited', undefined, at('09:59:00')), noon, 'leftThere'],
    ['with a date that cannot be read', inside, badge('visited', undefined, 'soon'), nextMorning, undefined],
    ['while the kiosk’s clock is at 1970', inside, badge('visited'), '1970-01-01T00:03:00+00:00', 'leftThere'],
  ] as const)('%s', (_name, here, there, now, expected) => {
    expect(differenceOf(here, there, now)).toBe(expected);
  });
});

describe('a server that answers in UTC, and a kiosk that does not', () => {
  const period = { from: '2026-11-22T01:00:00Z', to: '2026-11-22T10:00:00Z' };
  const here: Comparable = { ...inside, period };
  const cameIn = '2026-11-22T02:00:00Z';

  it.each([
    ['marked at the last second of the site’s day', here, badge('visited', cameIn, '2026-11-22T15:59:59Z'), nextMorning, undefined],
    ['marked at the first of the next', here, badge('visited', cameIn, '2026-11-22T16:00:00Z'), nextMorning, undefined],
    ['a leaving of the day', here, badge('visited', cameIn, '2026-11-22T03:30:00Z'), nextMorning, 'leftThere'],
    [
      'a leaving late in the day, west of Greenwich, where it is the next day in UTC',
      { ...here, period: { from: '2026-11-22T17:00:00Z', to: '2026-11-22T23:00:00Z' }, checkedInAt: '2026-11-22T10:00:00-08:00' },
      badge('visited', '2026-11-22T18:00:00Z', '2026-11-23T01:30:00Z'),
      '2026-11-22T18:00:00-08:00',
      'leftThere',
    ],
  ] as const)('%s', (_name, visit, there, now, expected) => {
    expect(differenceOf(visit, there, now)).toBe(expected);
  });
});

it('a kiosk whose clock is known to be ten minutes behind waits so much longer for midnight', () => {
  expect(differenceOf(inside, badge('visited'), at('23:51:00'), 600_000)).toBeUndefined();
  expect(differenceOf(inside, badge('visited'), at('23:40:00'), 600_000)).toBe('leftThere');
});

describe('the server has no such badge any more', () => {
  it.each([
    ['while the visitor is in', inside, noon, 'goneThere'],
    ['after the visitor has left, on the same day', left, noon, 'goneThere'],
    ['on the day after, let in by the server’s word: it has cleaned up', inside, nextMorning, undefined],
    ['on the day after, let in by the roster: nobody could ask that day', byRoster, nextMorning, 'goneThere'],
    ['of a badge whose day has not come, by a clock that went back', inside, '2026-11-20T08:00:00+08:00', undefined],
  ] as const)('%s', (_name, here, now, expected) => {
    expect(differenceOf(here, gone, now)).toBe(expected);
  });
});

describe('the server had checked the visitor in before', () => {
  it.each([
    ['three minutes before', inside, badge('visiting', at('09:57:00')), 'earlierThere'],
    ['just beyond two minutes', inside, badge('visiting', at('09:57:59')), 'earlierThere'],
    ['in another zone', inside, badge('visiting', '2026-11-22T01:30:00+00:00'), 'earlierThere'],
    ['and the visitor has left here', left, badge('visiting', at('09:30:00')), 'earlierThere'],
    ['and has left on both', left, badge('visited', at('09:30:00'), at('11:00:00')), 'earlierThere'],
    [
      'and only left here: in elsewhere, out here is no difference',
      { ...left, checkedInAt: at('11:00:00') },
      badge('visiting', at('09:30:00')),
      undefined,
    ],
    ['for a stay that was over', inside, badge('visited', at('09:00:00'), at('09:30:00')), undefined],
  ] as const)('%s', (_name, here, there, expected) => {
    expect(differenceOf(here, there, noon)).toBe(expected);
  });

  it('a server whose clock is known to be ten minutes behind is allowed that much more', () => {
    const there = badge('visiting', at('09:50:00'));
    expect(differenceOf(inside, there, noon)).toBe('earlierThere');
    expect(differenceOf(inside, there, noon, -600_000)).toBe('same');
    expect(differenceOf(inside, badge('visiting', at('09:30:00')), noon, -600_000)).toBe('earlierThere');
  });
});

describe('the night in which summer time ends', () => {
  const night = { from: '2026-10-25T00:00:00+02:00', to: '2026-10-25T23:59:59+01:00' };
  const here: Comparable = { ...inside, period: night, checkedInAt: '2026-10-25T02:30:00+02:00' };

  it('half past two comes twice, an hour apart', () => {
    expect(differenceOf(here, badge('visiting', '2026-10-25T02:30:00+01:00'), '2026-10-25T09:00:00+01:00')).toBe('same');
    const later = { ...here, checkedInAt: '2026-10-25T02:30:00+01:00' };
    expect(differenceOf(later, badge('visiting', '2026-10-25T02:30:00+02:00'), '2026-10-25T09:00:00+01:00')).toBe('earlierThere');
  });

  it('the day has 25 hours', () => {
    expect(differenceOf(here, badge('visited'), '2026-10-25T23:30:00+01:00')).toBe('leftThere');
    expect(differenceOf(here, badge('visited'), '2026-10-26T00:00:00+01:00')).toBeUndefined();
  });
});

describe('what was noted before', () => {
  const there = badge('visited', at('10:00:00'), at('11:30:00'));
  const given = (noted: ServerView): Comparable => ({ ...inside, given: [{ kind: 'leftThere', there: noted }] });

  it.each([
    ['the same word', there, undefined],
    ['the same instants in another zone', badge('visited', '2026-11-22T02:00:00Z', '2026-11-22T03:30:00Z'), undefined],
    ['a later leaving', badge('visited', at('10:00:00'), at('11:31:00')), 'leftThere'],
    ['no date before, one now', badge('visited', at('10:00:00')), 'leftThere'],
    ['the badge was gone then', gone, 'leftThere'],
  ] as const)('%s', (_name, noted, expected) => {
    expect(differenceOf(given(noted), there, noon)).toBe(expected);
  });

  it('of another kind does not hide this one, and one noted lets the next be seen', () => {
    const earlier = badge('visited', at('09:00:00'), at('11:30:00'));
    expect(differenceOf(inside, earlier, noon)).toBe('leftThere');
    const noted: Comparable = { ...inside, given: [{ kind: 'leftThere', there: earlier }] };
    expect(differenceOf(noted, earlier, noon)).toBe('earlierThere');
    const both: Comparable = { ...noted, given: [...noted.given, { kind: 'earlierThere', there: earlier }] };
    expect(differenceOf(both, earlier, noon)).toBeUndefined();
  });

  it('gone, back and gone again is noted once', () => {
    const noted: Comparable = { ...inside, given: [{ kind: 'goneThere', there: gone }] };
    expect(differenceOf(noted, gone, noon)).toBeUndefined();
    expect(differenceOf(noted, badge('visiting', at('10:00:00')), noon)).toBe('same');
  });
});
