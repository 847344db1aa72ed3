import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../electron/bookings/outcome.ts';
import { failures } from '../../electron/contract/failure.ts';

const every = Array.from({ length: 500 }, (_, place) => 100 + place);
const withOutcome = (wanted: string) =>
  every.filter((status) => `${outcomeOf(status).code ?? 'good'} ${outcomeOf(status).next}` === wanted);
const hundred = (from: number, ...without: number[]) =>
  every.filter((status) => status >= from && status < from + 100 && !without.includes(status));

describe('API-4 one table from status to outcome', () => {
  it.each<[string, number[]]>([
    ['good done', hundred(200)],
    ['bookings.unreadable deadLetter', hundred(100)],
    ['bookings.portal later', [...hundred(300), 407, 511]],
    ['bookings.unauthorized signIn', [401]],
    ['bookings.forbidden stop', [403]],
    ['bookings.notFound deadLetter', [404]],
    ['bookings.notFound stop', [410]],
    ['bookings.timeout soon', [408]],
    ['bookings.refused doneIfSame', [409]],
    ['bookings.refused split', [413]],
    ['bookings.busy soon', [425, 429]],
    ['bookings.refused deadLetter', hundred(400, 401, 403, 404, 407, 408, 409, 410, 413, 425, 429)],
    ['bookings.broken soon', hundred(500, 511)],
  ])('API-4 %s', (outcome, statuses) => {
    expect(withOutcome(outcome)).toEqual(statuses);
  });

  it('API-4 the lines above leave no status out', () => {
    const outcomes = new Set(every.map((status) => JSON.stringify(outcomeOf(status))));
    expect(outcomes.size).toBe(13);
  });

  it('API-4 what may be tried again is what the failure’s code says', () => {
    for (const status of every) {
      const { code, next } = outcomeOf(status);
      if (code) expect([status, failures[code].retry]).toEqual([status, next === 'soon' || next === 'later']);
    }
  });

  it.each([0, 99, 600, 999, Number.NaN])('API-4 %d is no status and no good answer', (status) => {
    expect(outcomeOf(status)).toEqual({ code: 'bookings.unreadable', next: 'deadLetter' });
  });
});
