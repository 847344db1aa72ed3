import { describe, expect, it } from 'vitest';
import type { DayFilter } from '../../electron/contract/desk-today.ts';
import { type DayPerson, dayCountsOf, dayListOf, foundIn } from '../../electron/core/day-list.ts';
import type { Recorded } from '../../electron/core/review.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { createRandom } from '../crash/random.ts';
import { exampleRecorded, exampleVisit } from './example.ts';

const now = '2026-11-22T12:00:00.000+08:00';
const noon = (time: string) => `2026-11-22T${time}:00.000+08:00`;

const visitOf = (badgeId: string, change: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  badgeId,
  code: `CODE${badgeId}`,
  ...change,
});
const recordOf = (badgeId: string, change: Partial<Recorded> = {}): Recorded =>
  exampleRecorded({ visitId: `v${badgeId}`, badgeId, code: `CODE${badgeId}`, ...change });
const only = (expected: readonly Visit[], recorded: readonly Recorded[], at = now) => {
  const list = dayListOf(expected, recorded, at);
  expect(list).toHaveLength(1);
  return list[0]?.row;
};

describe('where somebody stands today', () => {
  it.each([
    ['expected, by the server', {}, undefined, { state: 'expected', isLate: true }],
    ['not yet late', { period: { from: noon('13:00'), to: noon('14:00') } }, undefined, { state: 'expected', isLate: false }],
    ['did not come: the time is over', { period: { from: noon('09:00'), to: noon('11:59') } }, undefined, { state: 'noShow' }],
    ['did not come, says the server', { state: 'noShow' }, undefined, { state: 'noShow', isLate: false }],
    [
      'in, by the server alone, on this clock',
      { state: 'visiting', checkedInAt: '2026-11-22T02:30:00Z' },
      undefined,
      { state: 'inside', at: noon('10:30'), isLate: false },
    ],
    ['in, by the server, which says not when', { state: 'visiting' }, undefined, { state: 'inside' }],
    [
      'gone, by the server alone',
      { state: 'visited', checkedInAt: noon('09:30'), checkedOutAt: '2026-11-22T03:00:00Z' },
      undefined,
      { state: 'left', at: noon('11:00') },
    ],
    ['in, by this kiosk', {}, {}, { state: 'inside', at: noon('10:00'), visit: 'v1', isLate: false }],
    ['gone, by this kiosk', {}, { checkedOutAt: noon('11:00') }, { state: 'left', at: noon('11:00'), visit: 'v1' }],
    [
      'this kiosk wins over the server',
      { state: 'visited', checkedOutAt: noon('11:30') },
      {},
      { state: 'inside', at: noon('10:00') },
    ],
    [
      'whoever was recorded came, however late it is',
      { period: { from: noon('09:00'), to: noon('09:30') } },
      {},
      { state: 'inside' },
    ],
    ['not to be let in', { blocked: true }, undefined, { state: 'expected', isBlocked: true }],
    ['closed by the kiosk today, and nobody has seen them leave', {}, { closedAt: noon('11:00') }, { state: 'inside' }],
    [
      'came to an earlier day of a long visit, and left',
      { period: { from: '2026-11-20T09:00:00+08:00', to: '2026-11-24T18:00:00+08:00' } },
      { checkedInAt: '2026-11-21T10:00:00.000+08:00', checkedOutAt: '2026-11-21T17:00:00.000+08:00' },
      { state: 'expected' },
    ],
    [
      'has been in since yesterday',
      { period: { from: '2026-11-20T09:00:00+08:00', to: '2026-11-24T18:00:00+08:00' } },
      { checkedInAt: '2026-11-21T10:00:00.000+08:00' },
      { state: 'inside', at: '2026-11-21T10:00:00.000+08:00' },
    ],
  ] as const)('%s', (_, visit, record, row) => {
    const shown = only([visitOf('1', visit)], record ? [recordOf('1', record)] : []);
    expect(shown).toMatchObject({ badge: '1', name: 'Amélie Lambert', company: 'Lambert & Fils', host: 'Wong Siu Ming', ...row });
    if (!record) expect(shown).not.toHaveProperty('visit');
  });

  it('somebody without a visit there is here by the record alone, until the day is over', () => {
    const walkIn = recordOf('w', { walkIn: true, company: 'Walk & Co' });
    expect(only([], [walkIn])).toEqual({
      ...{ badge: 'w', visit: 'vw', name: 'Amélie Lambert', company: 'Walk & Co', from: exampleVisit.period.from },
      ...{ state: 'inside', at: noon('10:00'), isLate: false, isBlocked: false, isWalkIn: true },
    });
    const gone = { ...walkIn, checkedOutAt: noon('11:00') };
    expect(dayListOf([], [gone], now)).toHaveLength(1);
    expect(dayListOf([], [gone], '2026-11-23T00:00:01.000+08:00')).toEqual([]);
    expect(dayListOf([], [walkIn], '2026-11-23T00:00:01.000+08:00')).toHaveLength(1);
  });

  it('who comes back is once in the list, as the newest record says', () => {
    const first = recordOf('1', { visitId: 'first', checkedOutAt: noon('10:30') });
    const again = recordOf('1', { visitId: 'again', checkedInAt: noon('11:00') });
    expect(only([visitOf('1')], [again, first])).toMatchObject({ visit: 'again', state: 'inside', at: noon('11:00') });
    expect(only([], [{ ...again, checkedOutAt: noon('11:30') }, first])).toMatchObject({ visit: 'again', at: noon('11:30') });
  });

  it('a check-out that the server says in UTC is of the day that it is here', () => {
    // 07:30 here.
    const record = recordOf('1', { checkedInAt: '2026-11-21T20:00:00.000+08:00', checkedOutAt: '2026-11-21T23:30:00Z' });
    expect(only([], [record])).toMatchObject({ state: 'left', at: noon('07:30') });
  });
});

describe('of which day', () => {
  it.each([
    ['yesterday’s', '2026-11-21T09:00:00+08:00', '2026-11-21T18:00:00+08:00', false],
    ['up to this midnight', '2026-11-21T09:00:00+08:00', '2026-11-22T00:00:00+08:00', false],
    ['tomorrow’s', '2026-11-23T00:00:00+08:00', '2026-11-23T18:00:00+08:00', false],
    ['today’s', '2026-11-22T00:00:00+08:00', '2026-11-23T00:00:00+08:00', true],
    ['of several days', '2026-11-21T09:00:00+08:00', '2026-11-23T18:00:00+08:00', true],
    ['today’s, by a server in UTC', '2026-11-21T16:30:00Z', '2026-11-22T10:00:00Z', true],
    ['yesterday’s, by a server in UTC', '2026-11-21T01:00:00Z', '2026-11-21T15:59:00Z', false],
    ['tomorrow’s, by a server in UTC', '2026-11-22T16:00:00Z', '2026-11-23T10:00:00Z', false],
  ])('a visit is %s', (_, from, to, isToday) => {
    expect(dayListOf([visitOf('1', { period: { from, to } })], [], now)).toHaveLength(isToday ? 1 : 0);
  });

  it('the same list is another when midnight has passed, and times of UTC are on this clock', () => {
    const visits = [
      visitOf('1', { period: { from: '2026-11-22T01:00:00Z', to: '2026-11-22T10:00:00Z' } }),
      visitOf('2', { period: { from: '2026-11-22T16:00:00Z', to: '2026-11-23T10:00:00Z' } }),
    ];
    const badges = (at: string) => dayListOf(visits, [], at).map(({ row }) => [row.badge, row.from]);
    expect(badges('2026-11-22T23:59:59.999+08:00')).toEqual([['1', noon('09:00')]]);
    expect(badges('2026-11-23T00:00:00.000+08:00')).toEqual([['2', '2026-11-23T00:00:00.000+08:00']]);
    expect(badges('2026-11-22T23:59:59.999+08:00')).toEqual([['1', noon('09:00')]]);
  });
});

it('the list is in the order of the day, and of the names where people come at one time', () => {
  const at = (time: string, name: string, badgeId: string) =>
    visitOf(badgeId, { visitor: { name }, period: { from: noon(time), to: noon('23:00') } });
  const list = dayListOf([at('10:00', 'Zoe', '1'), at('09:00', 'Bo', '2'), at('10:00', 'Ana', '3')], [], now);
  expect(list.map(({ row }) => row.badge)).toEqual(['2', '3', '1']);
});

describe('a search', () => {
  const people = [
    visitOf('1', { visitor: { name: 'Jürgen Müller', company: 'Öl & Söhne' }, host: 'Ottilie Beispiel', code: 'AB12CD' }),
    visitOf('2', { visitor: { name: '林怡君', company: '晨光設計有限公司' }, host: 'Hsu Mei-Ling', code: 'FJUEIW' }),
    visitOf('3', { visitor: { name: 'Mueller, Ana' }, host: 'Ottilie Beispiel', code: 'QQQQQQ' }),
  ];
  const list = dayListOf(people, [recordOf('3', { visitor: 'Mueller, Ana' })], now);
  const badges = (search: string, filter: DayFilter = 'all') =>
    foundIn(list, { search, filter })
      .map(({ row }) => row.badge)
      .sort();
  it.each([
    ['nothing', '', ['1', '2', '3']],
    ['only spaces', ' \u3000 ', ['1', '2', '3']],
    ['another case', 'JÜRGEN', ['1']],
    ['no accents', 'muller', ['1']],
    ['accents where there are none', 'mùeller', ['3']],
    ['marks of their own', 'mu\u0308ller', ['1']],
    ['full width', 'ＦＪＵ', ['2']],
    ['a code in any case', 'fjuEIW', ['2']],
    ['several words in any order, of any field', 'beispiel  ol jur', ['1']],
    ['words of which one does not fit', 'muller hsu', []],
    ['Han', '晨光', ['2']],
    ['Han of a name', '怡君', ['2']],
    ['the host', 'ottilie', ['1', '3']],
    ['no two fields as one word', 'müllerö', []],
    ['signs of a pattern', '.*', []],
  ])('by %s', (_, search, expected) => expect(badges(search)).toEqual(expected));

  it('and a filter', () => {
    expect(badges('ottilie', 'inside')).toEqual(['3']);
    expect(badges('', 'expected')).toEqual(['1', '2']);
    expect(badges('', 'noShow')).toEqual([]);
  });
});

it('any day is as a small model says', () => {
  const { below: int } = createRandom(2026);
  for (let round = 0; round < 200; round += 1) {
    const visits: Visit[] = [];
    const recorded: Recorded[] = [];
    const stands = new Map<string, DayPerson['row']['state']>();
    for (let n = 0; n < 12; n += 1) {
      const badge = String(n);
      const day = 21 + int(3);
      const begin = 9 + int(8);
      const end = begin + 1 + int(4);
      const time = (hour: number) => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;
      const state = (['initial', 'visiting', 'visited', 'noShow'] as const)[int(4)] ?? 'initial';
      const isThere = int(4) > 0;
      if (isThere) visits.push(visitOf(badge, { state, period: { from: time(begin), to: time(end) } }));
      const what = int(4);
      if (what > 0) {
        const left = what === 1 ? {} : { checkedOutAt: noon('11:00') };
        recorded.push(recordOf(badge, { period: { from: time(begin), to: time(end) }, ...left }));
        // Whoever is in, or was here today, is in the list whatever day the server has them on.
        stands.set(badge, what === 1 ? 'inside' : 'left');
      } else if (isThere && day === 22) {
        const unseen = state === 'noShow' || end < 12 ? 'noShow' : 'expected';
        stands.set(badge, state === 'visiting' ? 'inside' : state === 'visited' ? 'left' : unseen);
      }
    }
    const list = dayListOf(visits, recorded, now);
    expect(new Map(list.map(({ row }) => [row.badge, row.state]))).toEqual(stands);
    expect(list).toHaveLength(stands.size);
    const counts = { expected: 0, inside: 0, left: 0, noShow: 0 };
    for (const state of stands.values()) counts[state] += 1;
    expect(dayCountsOf(list)).toEqual(counts);
    expect(list.map(({ begin }) => begin)).toEqual(list.map(({ begin }) => begin).sort((a, b) => a - b));
  }
});
