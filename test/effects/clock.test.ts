import { describe, expect, it } from 'vitest';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import { machineClock } from '../../electron/effects/clock.ts';

describe('isoWithOffset', () => {
  it('is the same instant, with the offset of the machine at that date', () => {
    for (const date of [new Date(0), new Date('2026-01-15T12:00:00.250Z'), new Date('2026-07-15T23:59:59.999Z')]) {
      const iso = isoWithOffset(date);
      expect(Date.parse(iso)).toBe(date.getTime());
      expect(iso).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
      const minutes = -date.getTimezoneOffset();
      expect(iso.at(-6)).toBe(minutes < 0 ? '-' : '+');
      expect(Number(iso.slice(-5, -3)) * 60 + Number(iso.slice(-2))).toBe(Math.abs(minutes));
    }
  });
});

describe('machineClock', () => {
  it('never goes back, calls back later, and can be told not to', async () => {
    const before = machineClock.now();
    const called: string[] = [];
    const cancel = machineClock.after(0, () => called.push('cancelled'));
    cancel();
    await new Promise<void>((resolve) => {
      machineClock.after(1, () => {
        called.push('kept');
        resolve();
      });
    });
    expect(called).toEqual(['kept']);
    expect(machineClock.now()).toBeGreaterThanOrEqual(before);
  });
});
