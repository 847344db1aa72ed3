import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../electron/bookings/call.ts';
import { createFindings } from '../../electron/bookings/findings.ts';
import { noteOddities } from '../../electron/bookings/oddities.ts';
import type { OperationKey } from '../../electron/bookings/operations.ts';

const none = { datesWithoutOffset: 0, statesAgainstDates: 0, filtersIgnored: 0, rowsTwice: 0, namesUnknown: 0, rowsSkipped: 0 };

function oddities(key: OperationKey, raw: unknown) {
  const findings = createFindings();
  const answer = readAnswer(key, raw);
  if (!answer.ok) throw new Error(answer.failure.field);
  noteOddities(key, raw, answer.value, findings.note);
  return findings.counts();
}

const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' };

describe('what is odd in an answer', () => {
  it.each<[string, OperationKey, unknown, object]>([
    ['nothing', 'visitorManagement.search', { data: [{ id: 1, period, state: 0, registrationCode: 'FJUEIW' }] }, {}],
    ['an empty page', 'visitorManagement.search', { data: null }, {}],
    ['a bare null', 'bookableResourcePlayerContent.search', null, {}],
    [
      'dates without offset, wherever they stand',
      'visitorManagement.search',
      [{ id: 1, period: { start: '2026-11-22T09:00:00', end: '2026-11-22 10:00' }, checkInDate: '2026-11-22T09:05:00.123' }],
      { datesWithoutOffset: 3 },
    ],
    [
      'but no date in UTC, no date that means none, and no text that happens to be one',
      'visitorManagement.get',
      {
        id: 1,
        checkInDate: '2026-11-22T01:00:00Z',
        checkOutDate: '0001-01-01T00:00:00',
        visitor: { name: '2026-11-22 09:00', company: '2026-11-22T09:00:00' },
      },
      {},
    ],
    [
      'a state that contradicts the dates',
      'visitorManagement.search',
      {
        data: [
          { id: 1, state: 0, checkInDate: period.from },
          { id: 2, state: 'visiting', checkInDate: period.from, checkOutDate: period.to },
          { id: 3, state: 2, checkInDate: period.from },
          { id: 4, checkInDate: period.from },
        ],
      },
      { statesAgainstDates: 2 },
    ],
    [
      'names on no list',
      'bookableResourceAccessKey.search',
      [{ type: 'weekly' }, { type: 7 }, { keyType: 'DAILY' }, { type: null }],
      { namesUnknown: 2 },
    ],
    ['a name on no list, alone', 'serviceItem.get', { id: 1, type: 'duringBooking' }, { namesUnknown: 1 }],
    ['rows left out', 'serviceItem.search', { data: [{ id: 1 }, 'tea', { id: {} }, null] }, { rowsSkipped: 3 }],
    [
      'rows left out inside of rows',
      'ePaperController.search',
      [{ id: 1, tags: [{ id: 1 }, 'x'] }, { id: 2, tags: [7] }, {}],
      { rowsSkipped: 3 },
    ],
  ])('%s', (_name, key, raw, counts) => {
    expect(oddities(key, raw)).toEqual({ ...none, ...counts });
  });

  it('is looked for in a bounded part of an answer', () => {
    const data = Array.from({ length: 10_000 }, (_, id) => ({
      id: id + 1,
      more: Array.from({ length: 40 }, () => ({ date: '2026-11-22T09:00' })),
    }));
    expect(oddities('visitorManagement.search', { data }).datesWithoutOffset).toBeLessThan(400_000);
  });
});

describe('the counter', () => {
  it('adds up, and gives numbers that do not change afterwards', () => {
    const findings = createFindings();
    findings.note('rowsTwice');
    findings.note('rowsTwice', 4);
    const then = findings.counts();
    findings.note('rowsSkipped');
    expect(then).toEqual({ ...none, rowsTwice: 5 });
    expect(findings.counts()).toEqual({ ...none, rowsTwice: 5, rowsSkipped: 1 });
    expect(createFindings().counts()).toEqual(none);
  });
});
