import { describe, expect, it } from 'vitest';
import {
  circuitSteps,
  longestRetryAfter,
  repeatSteps,
  retryAfterOf,
  signInSteps,
  spreadOut,
} from '../../electron/bookings/backoff.ts';
import { type Steps, waitAfter } from '../../electron/core/backoff.ts';

/** Chance that is the same in every run (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('the wait before the next try', () => {
  it('doubles up to its most, and half of it is by chance', () => {
    const steps = { first: 400, most: 2_000 };
    expect([1, 2, 3, 4, 50, 5_000].map((failed) => waitAfter(failed, steps, 0))).toEqual([200, 400, 800, 1_000, 1_000, 1_000]);
    expect([1, 2, 3, 4].map((failed) => waitAfter(failed, steps, 0.999_999)).map(Math.round)).toEqual([400, 800, 1_600, 2_000]);
    expect(waitAfter(0, steps, 0)).toBe(200);
  });

  it('TOK-2 of a token that is not taken grows from 15 s to 5 minutes', () => {
    expect(waitAfter(1, signInSteps, 0)).toBe(15_000);
    expect(waitAfter(99, signInSteps, 1)).toBe(300_000);
  });
});

describe('API-9 after an outage 200 kiosks do not come back as one', () => {
  /** The moments at which kiosks that failed together try, until the server is back at `backAt`; then each is done. */
  function triesOf(steps: Steps, kiosks: number, backAt: number): number[] {
    const tries: number[] = [];
    for (let kiosk = 0; kiosk < kiosks; kiosk += 1) {
      const chance = chanceFrom(kiosk + 1);
      for (let now = 0, failed = 1; now < backAt; failed += 1) {
        now += waitAfter(failed, steps, chance());
        tries.push(now);
      }
    }
    return tries;
  }

  /** The most tries within any span of so many milliseconds that begins with one. */
  const mostWithin = (tries: readonly number[], span: number) =>
    Math.max(...tries.map((begin) => tries.filter((at) => at >= begin && at < begin + span).length));

  it.each<[string, Steps, number, number]>([
    ['an open circuit after a short outage', circuitSteps, 1_000, 50],
    ['an open circuit after an hour', circuitSteps, 60 * 60_000, 20],
    ['a token that is not taken for an hour', signInSteps, 60 * 60_000, 10],
  ])('API-9 %s', (_name, steps, backAt, mostInFirstTenth) => {
    const tries = triesOf(steps, 200, backAt);
    const after = tries.filter((at) => at >= backAt);
    expect(after).toHaveLength(200);
    // A tenth of a second holds at most a quarter of them, and after a long outage far fewer.
    expect(mostWithin(after, 100)).toBeLessThanOrEqual(mostInFirstTenth);
  });

  it('API-9 without chance all 200 would come in the same millisecond', () => {
    const same = Array.from({ length: 200 }, () => waitAfter(3, circuitSteps, 0.5));
    expect(mostWithin(same, 1)).toBe(200);
  });

  it('API-9 who was told to come back in 30 s comes later than that, and not all at once', () => {
    const chance = chanceFrom(7);
    const waits = Array.from({ length: 200 }, () => spreadOut(30_000, chance()));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(37_500);
    expect(mostWithin(waits, 100)).toBeLessThanOrEqual(20);
  });

  it('API-9 no kiosk gives up: the wait never grows beyond its most', () => {
    for (const steps of [repeatSteps, circuitSteps, signInSteps]) {
      for (const failed of [1, 10, 1_000, 100_000]) expect(waitAfter(failed, steps, 1)).toBeLessThanOrEqual(steps.most);
    }
  });
});

describe('API-4 Retry-After', () => {
  const wall = Date.parse('2026-11-22T10:00:00Z');
  const now = 'Sun, 22 Nov 2026 10:00:00 GMT';
  it.each<[string | undefined, string | undefined, number | undefined]>([
    ['0', undefined, 0],
    ['7', undefined, 7_000],
    [' 7 ', undefined, 7_000],
    ['86400', undefined, longestRetryAfter],
    ['Sun, 22 Nov 2026 10:00:09 GMT', now, 9_000],
    ['Sun, 22 Nov 2026 10:00:09 GMT', undefined, 9_000],
    // The server's clock is ten minutes ahead: its own date tells.
    ['Sun, 22 Nov 2026 10:10:09 GMT', 'Sun, 22 Nov 2026 10:10:00 GMT', 9_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', now, 0],
    ['Mon, 23 Nov 2026 10:00:00 GMT', now, longestRetryAfter],
    ['-1', undefined, undefined],
    ['1.5', undefined, undefined],
    ['1e9', undefined, undefined],
    ['9999999999', undefined, undefined],
    ['soon', undefined, undefined],
    ['2026-11-22', undefined, undefined],
    ['', undefined, undefined],
    [undefined, now, undefined],
  ])('API-4 %j with the date %j asks for %j ms', (value, date, wait) => {
    expect(retryAfterOf(value, date, wall)).toBe(wait);
  });
});
