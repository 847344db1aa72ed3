import { describe, expect, it } from 'vitest';
import { chooseByDay } from '../../electron/core/choice.ts';

const now = '2026-11-22T10:30:00+08:00';
const span = (day: string, from: number, to: number) => {
  const at = (hour: number) => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;
  return { from: at(from), to: at(to) };
};

describe('which of several badges with one code is meant', () => {
  const cases: [string, Record<string, ReturnType<typeof span>>, string | undefined][] = [
    ['none', {}, undefined],
    ['the only one, even of another day', { past: span('01', 9, 10) }, 'past'],
    ['the one that runs now', { early: span('22', 8, 9), running: span('22', 10, 11), late: span('22', 14, 15) }, 'running'],
    ['the next one of today', { early: span('22', 8, 9), late: span('22', 14, 15), later: span('22', 16, 17) }, 'late'],
    ['the last one of today', { earliest: span('22', 6, 7), early: span('22', 8, 9), tomorrow: span('23', 8, 9) }, 'early'],
    [
      'one of today before any other day',
      { yesterday: span('21', 10, 11), today: span('22', 16, 17), tomorrow: span('23', 8, 9) },
      'today',
    ],
    ['the next of the days to come', { last: span('21', 10, 11), next: span('24', 8, 9), after: span('25', 8, 9) }, 'next'],
    ['the latest of the days gone', { older: span('10', 10, 11), old: span('20', 10, 11) }, 'old'],
    [
      'one over several days',
      { week: { from: '2026-11-20T09:00:00+08:00', to: '2026-11-24T18:00:00+08:00' }, next: span('23', 8, 9) },
      'week',
    ],
  ];

  it.each(cases)('%s', (_name, periods, chosen) => {
    const badges = Object.entries(periods).map(([id, period]) => ({ id, period }));
    expect(chooseByDay(badges, now)?.id).toBe(chosen);
    expect(chooseByDay(badges.toReversed(), now)?.id).toBe(chosen);
  });
});
