import { describe, expect, it } from 'vitest';
import { figuresPageSchema } from '../../electron/contract/desk-figures.ts';
import type { Expected } from '../../electron/core/day-list.ts';
import { type DayKnown, figuresOf, spreadOf } from '../../electron/core/figures.ts';
import type { Recorded } from '../../electron/core/review.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { exampleNow, exampleRecorded, exampleVisit } from './example.ts';

const east = () => 8 * 60;
const at = (time: string) => `2026-11-22T${time}:00.000+08:00`;
const came = (id: string, checkedInAt: string, checkedOutAt?: string, more: Partial<Recorded> = {}): Recorded =>
  exampleRecorded({ visitId: `v${id}`, badgeId: id, checkedInAt, ...(checkedOutAt && { checkedOutAt }), ...more });
const due = (badgeId: string, from: string, more: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  ...{ badgeId, code: `CODE${badgeId}`, period: { from, to: at('18:00') } },
  ...more,
});
const whole = (...visits: Visit[]): Expected => ({ visits, state: 'whole', at: at('08:00') });
const figures = (known: Partial<DayKnown>) => {
  const day = figuresOf({ expected: whole(), recorded: [], badges: [], now: exampleNow, offsetAt: east, ...known });
  expect(figuresPageSchema.safeParse({ kind: 'figures', ...day, kept: { hours: 24, since: day.day } }).error).toBeUndefined();
  return day;
};
const clockOf = (periods: readonly { from: string }[]) => periods.map(({ from }) => from.slice(11, 16));

describe('the day in numbers', () => {
  it('of a day on which nobody is expected and nobody came', () => {
    expect(figures({})).toEqual({
      ...{ day: '2026-11-22', list: 'whole', minutes: 30, begun: 1, inside: 0, waiting: { expected: 0, late: 0 } },
      periods: [{ from: at('10:00'), expected: 0, arrived: 0, inside: 0 }],
      ...{ stay: { count: 0 }, badge: { count: 0 }, counts: { expected: 0, inside: 0, left: 0, noShow: 0 } },
    });
  });

  it('sets who came beside who was expected, by the half hour, until now or the last who is expected', () => {
    const { periods, begun, minutes } = figures({
      expected: whole(due('1', at('09:00')), due('2', at('09:29')), due('3', at('09:30')), due('4', at('12:10'))),
      recorded: [came('3', at('10:14')), came('1', at('08:59'))],
    });
    expect([minutes, begun]).toEqual([30, 5]);
    expect(clockOf(periods)).toEqual(['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00']);
    expect(periods.map(({ expected }) => expected)).toEqual([0, 0, 2, 1, 0, 0, 0, 0, 1]);
    expect(periods.map(({ arrived }) => arrived)).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0]);
    expect(periods.map(({ inside }) => inside)).toEqual([0, 1, 1, 1, 2, 0, 0, 0, 0]);
  });

  it('tells a long day by the hour', () => {
    const { periods, minutes } = figures({ expected: whole(due('1', at('06:30')), due('2', at('18:00'))) });
    expect(minutes).toBe(60);
    expect([periods.length, periods[0]?.from, periods.at(-1)?.from]).toEqual([13, at('06:00'), at('18:00')]);
  });

  it('counts the most who were in at once in each period, also those who have stayed overnight, and one who leaves makes room first', () => {
    const { periods, most, inside } = figures({
      recorded: [
        came('4', at('10:10')),
        came('3', at('09:20'), at('10:05')),
        came('2', at('09:05'), at('09:20')),
        came('1', '2026-11-21T17:00:00.000+08:00'),
      ],
    });
    expect(periods.map(({ inside: count }) => count)).toEqual([2, 2, 2]);
    expect(periods.map(({ arrived }) => arrived)).toEqual([2, 0, 1]);
    expect([most, inside]).toEqual([{ count: 2, from: at('09:00') }, 2]);
  });

  it('takes the server’s word for whom it has no record of, and its own record of whom it has', () => {
    const there = { state: 'visiting', checkedInAt: at('09:10') } as const;
    const { periods, inside, counts } = figures({
      expected: whole(due('1', at('09:00'), there), due('2', at('09:00'), there)),
      recorded: [came('2', at('09:40'), at('10:00'))],
    });
    expect(periods.map(({ arrived }) => arrived)).toEqual([1, 1, 0]);
    expect([inside, counts]).toEqual([1, { expected: 0, inside: 1, left: 1, noShow: 0 }]);
  });

  it('counts who is still expected, who of them is late, and since when the one who is longest', () => {
    const { waiting } = figures({
      expected: whole(due('1', at('09:45')), due('2', at('09:15')), due('3', at('10:15')), due('4', at('11:00'))),
    });
    expect(waiting).toEqual({ expected: 4, late: 2, oldest: at('09:15') });
  });

  it('measures the visits that ended today and whose begin is known, and none that the kiosk closed only because the day was over', () => {
    const { stay, inside } = figures({
      recorded: [
        came('1', at('09:00'), at('10:00')),
        came('2', '2026-11-21T23:00:00.000+08:00', at('00:30')),
        came('3', at('09:00'), at('09:00')),
        came('4', '2026-11-21T09:00:00.000+08:00', '2026-11-21T10:00:00.000+08:00'),
        came('5', '2026-11-21T09:00:00.000+08:00', undefined, { closedAt: '2026-11-21T23:59:00.000+08:00' }),
        came('6', at('10:00')),
      ],
    });
    expect(stay).toEqual({ count: 2, median: 3_600, nineOfTen: 5_400 });
    expect(inside).toBe(1);
  });

  it.each(['whole', 'coming', 'none'] as const)('says how much of the list is known: %s', (state) => {
    expect(figures({ expected: { visits: [], state } }).list).toBe(state === 'none' ? 'recordedOnly' : state);
  });

  it('reads times of any offset on the site’s clock', () => {
    const { periods } = figures({ expected: whole(due('1', '2026-11-22T01:30:00Z'), due('2', '2026-11-22T02:05:00+01:00')) });
    expect(periods.map(({ expected }) => expected)).toEqual([1, 1, 0]);
    expect(clockOf(periods)).toEqual(['09:00', '09:30', '10:00']);
  });

  it('leaves a visit of several days out of the begins of its later days', () => {
    const visit = due('1', '2026-11-21T09:00:00+08:00');
    const { periods, counts } = figures({ expected: whole(visit) });
    expect([periods.map(({ expected }) => expected), counts.expected]).toEqual([[0], 1]);
  });

  it('tells a day of ten thousand, and no name of them', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => n);
    const minute = (n: number) => `${String(6 + (n % 4)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const day = figures({
      expected: whole(...many.map((n) => due(`${n}`, at(minute(n))))),
      recorded: many.map((n) => came(`${n}`, at(minute(n)), n % 2 ? at('10:00') : undefined)),
      badges: many,
    });
    expect(day.periods.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(10_000);
    expect([day.inside, day.stay.count, day.most?.count]).toEqual([5_000, 5_000, 10_000]);
    expect(JSON.stringify(day)).not.toMatch(/Lambert|Wong|CODE/);
  });
});

/** Berlin: at 01:00 UTC on 29 March 2026 from +1 to +2 hours, and on 25 October back. */
const berlin = (epoch: number) =>
  epoch >= Date.parse('2026-03-29T01:00:00Z') && epoch < Date.parse('2026-10-25T01:00:00Z') ? 120 : 60;

describe('a day on which the clock changes', () => {
  const onDay = (now: string, first: string) =>
    figures({ expected: whole(), recorded: [came('1', first, now)], now, offsetAt: berlin });

  it('into summer time has 23 hours, and none is called 02:00', () => {
    const { periods, minutes, stay } = onDay('2026-03-29T23:30:00.000+02:00', '2026-03-29T00:10:00.000+01:00');
    expect(minutes).toBe(60);
    expect(clockOf(periods).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(periods).toHaveLength(23);
    expect(periods[2]?.from).toBe('2026-03-29T03:00:00.000+02:00');
    expect(stay.median).toBe(22 * 3_600 + 20 * 60);
  });

  it('out of it has 25, and two are called 02:00', () => {
    const { periods } = onDay('2026-10-25T23:30:00.000+01:00', '2026-10-25T00:10:00.000+02:00');
    expect(clockOf(periods).slice(1, 5)).toEqual(['01:00', '02:00', '02:00', '03:00']);
    expect(periods).toHaveLength(25);
  });

  it('counts who came before the change and who is expected after it each in their own hour', () => {
    const { periods } = figures({
      ...{ now: '2026-03-29T05:00:00.000+02:00', offsetAt: berlin, recorded: [came('1', '2026-03-29T01:50:00.000+01:00')] },
      expected: whole({
        ...due('2', '2026-03-29T03:10:00+02:00'),
        period: { from: '2026-03-29T03:10:00+02:00', to: '2026-03-29T09:00:00+02:00' },
      }),
    });
    expect(
      periods.flatMap(({ from, arrived, expected }) => (arrived + expected > 0 ? [[from.slice(11, 16), arrived, expected]] : [])),
    ).toEqual([
      ['01:30', 1, 0],
      ['03:00', 0, 1],
    ]);
  });
});

describe('the spread of lengths', () => {
  it.each([
    ['none', [], { count: 0 }],
    ['one', [7], { count: 1, median: 7, nineOfTen: 7 }],
    ['two', [9, 1], { count: 2, median: 1, nineOfTen: 9 }],
    ['ten', [10, 1, 2, 3, 4, 5, 6, 7, 8, 9], { count: 10, median: 5, nineOfTen: 9 }],
    ['eleven', [11, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9], { count: 11, median: 6, nineOfTen: 10 }],
    ['parts of a second', [1.4, 1.6], { count: 2, median: 1, nineOfTen: 2 }],
  ])('of %s', (_, lengths, spread) => expect(spreadOf(lengths)).toEqual(spread));
});
