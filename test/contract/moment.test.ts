import { describe, expect, it } from 'vitest';
import { momentOf, movedTo, onClockOf } from '../../electron/contract/moment.ts';

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

describe('onClockOf', () => {
  it('is the same instant as the other clock shows it', () => {
    expect(onClockOf('2026-11-22T10:56:00+08:00', '2026-11-22T02:55:00.000+00:00')).toBe('2026-11-22T02:56:00.000+00:00');
    expect(onClockOf('2026-11-22T02:56:00Z', '2026-11-22T10:00:00-03:30')).toBe('2026-11-21T23:26:00.000-03:30');
  });

  it('leaves what is no such time as it is', () => {
    expect(onClockOf('whenever', '2026-11-22T02:55:00Z')).toBe('whenever');
    expect(onClockOf('2026-11-22T02:55:00Z', 'never')).toBe('2026-11-22T02:55:00Z');
  });
});
