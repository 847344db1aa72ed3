import { describe, expect, it } from 'vitest';
import { createSkew } from '../../electron/bookings/skew.ts';

const at = Date.parse('2026-11-22T10:00:00Z');
const http = (milliseconds: number) => new Date(milliseconds).toUTCString();

describe('the server’s clock', () => {
  it('is unknown before the first answer, and without a date that can be read', () => {
    const skew = createSkew();
    for (const date of [undefined, '', 'yesterday', '2026-11-22T10:00:00Z']) skew.note(date, at, at);
    expect(skew.milliseconds()).toBeUndefined();
  });

  it.each([
    ['in step', 0],
    ['ten minutes ahead', 600_000],
    ['an hour behind', -3_600_000],
  ])('%s is told to about a second', (_name, ahead) => {
    const skew = createSkew();
    skew.note(http(at + 300 + ahead), at + 200, at + 400);
    expect(Math.abs((skew.milliseconds() ?? Number.NaN) - ahead)).toBeLessThanOrEqual(1_000);
  });

  it('is the median of the last five, so that one odd answer counts for nothing', () => {
    const skew = createSkew();
    for (const ahead of [0, 0, 0, 0, 86_400_000]) skew.note(http(at + ahead), at + 500, at + 500);
    expect(skew.milliseconds()).toBe(0);
    for (let answer = 0; answer < 3; answer += 1) skew.note(http(at + 60_000), at + 500, at + 500);
    expect(skew.milliseconds()).toBe(60_000);
  });
});
