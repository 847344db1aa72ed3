import { describe, expect, it } from 'vitest';
import { relationToDays } from '../../electron/core/day.ts';
import { daysEnd } from '../../electron/core/roster.ts';

const kiosk = '2026-11-22T10:00:00+08:00';
const from = '2026-11-22T09:00:00+08:00';

describe('the days of a visit are over', () => {
  it.each([
    ['2026-11-22T12:00:00+08:00', '2026-11-23T00:00:00+08:00'],
    ['2026-11-23T00:00:00+08:00', '2026-11-23T00:00:00+08:00'],
    ['2026-11-23T00:00:01+08:00', '2026-11-24T00:00:00+08:00'],
    ['2026-11-22T23:59:59+08:00', '2026-11-23T00:00:00+08:00'],
    ['2026-11-24T12:00:00+08:00', '2026-11-25T00:00:00+08:00'],
    ['2026-11-22T12:00:00-05:00', '2026-11-23T00:00:00-05:00'],
    // A server that answers in UTC: the kiosk's own day.
    ['2026-11-22T20:00:00Z', '2026-11-24T00:00:00+08:00'],
    ['1969-06-01T12:00:00+08:00', '1969-06-02T00:00:00+08:00'],
  ])('of one that ends at %s at %s', (to, end) => {
    expect(new Date(daysEnd({ from, to }, kiosk)).toISOString()).toBe(new Date(end).toISOString());
  });

  it('at the moment at which it may no longer be used', () => {
    for (const to of ['2026-11-22T12:00:00+08:00', '2026-11-23T00:00:00+08:00', '2026-11-24T07:30:00+08:00']) {
      const end = daysEnd({ from, to }, kiosk);
      const local = (epoch: number) => `${new Date(epoch + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`;
      expect(relationToDays({ from, to }, local(end - 1))).toBe('within');
      expect(relationToDays({ from, to }, local(end))).toBe('after');
    }
  });

  it('at once where it cannot be read', () => {
    expect(daysEnd({ from, to: 'sometime' }, kiosk)).toBe(0);
    expect(daysEnd({ from, to: from }, 'whenever')).toBe(0);
  });
});
