import { describe, expect, it } from 'vitest';
import { momentOf, movedTo } from '../../electron/contract/moment.ts';

describe('momentOf', () => {
  it.each([
    ['2026-11-22T09:30:00+08:00', '2026-11-22T09:30:00.000Z', 480],
    ['2026-11-22T09:30:00.250-03:30', '2026-11-22T09:30:00.250Z', -210],
    ['2026-11-22T09:30:00+0530', '2026-11-22T09:30:00.000Z', 330],
    ['2026-11-22T09:30:00Z', '2026-11-22T09:30:00.000Z', 0],
  ])('%s shows its own clock', (iso, clock, offset) => {
    const moment = momentOf(iso);
    expect(moment?.clock.toISOString()).toBe(clock);
    expect(moment?.offsetMinutes).toBe(offset);
    expect(moment?.epoch).toBe(Date.parse(iso));
  });

  it.each(['', 'now', '2026-11-22', '2026-11-22T09:30:00', '2026-13-40T09:30:00Z'])('%j is none', (iso) => {
    expect(momentOf(iso)).toBeUndefined();
  });
});

describe('movedTo', () => {
  it('is the same instant on another clock', () => {
    const moment = momentOf('2026-11-22T23:30:00+08:00');
    const moved = moment && movedTo(moment, 0);
    expect(moved?.epoch).toBe(moment?.epoch);
    expect(moved?.clock.toISOString()).toBe('2026-11-22T15:30:00.000Z');
  });
});
