import { describe, expect, it } from 'vitest';
import { relationToDays } from '../../electron/core/day.ts';

const day = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' };

describe('relationToDays', () => {
  it.each([
    ['an hour early is the same day', day, '2026-11-22T08:00:00.000+08:00', 'within'],
    ['first moment of the day', day, '2026-11-22T00:00:00.000+08:00', 'within'],
    ['last moment of the day', day, '2026-11-22T23:59:59.999+08:00', 'within'],
    ['a moment before the day', day, '2026-11-21T23:59:59.999+08:00', 'before'],
    ['a moment after the day', day, '2026-11-23T00:00:00.000+08:00', 'after'],
    ['a kiosk whose own zone is wrong uses the calendar of the site', day, '2026-11-21T16:00:00.000+00:00', 'within'],
    ['and on the other side', day, '2026-11-22T16:00:00.000+00:00', 'after'],
    ['several days', { from: day.from, to: '2026-11-24T12:00:00+08:00' }, '2026-11-23T12:00:00.000+08:00', 'within'],
    [
      'ending at midnight ends with the day before',
      { from: day.from, to: '2026-11-23T00:00:00+08:00' },
      '2026-11-23T00:00:00.000+08:00',
      'after',
    ],
    [
      'a server that answers in UTC: the kiosk stands in the building',
      { from: '2026-11-22T22:00:00Z', to: '2026-11-23T06:00:00Z' },
      '2026-11-23T08:00:00.000+08:00',
      'within',
    ],
    [
      'the same, seen the evening before',
      { from: '2026-11-22T22:00:00Z', to: '2026-11-23T06:00:00Z' },
      '2026-11-22T23:00:00.000+08:00',
      'before',
    ],
    [
      'the day that summer time ends has 25 hours',
      { from: '2026-10-25T09:00:00+01:00', to: '2026-10-25T17:00:00+01:00' },
      '2026-10-25T00:30:00.000+02:00',
      'before',
    ],
    [
      'a day whose ends have different offsets is over when it is over',
      { from: '2026-10-25T00:00:00+02:00', to: '2026-10-25T23:59:59+01:00' },
      '2026-10-26T08:00:00.000+01:00',
      'after',
    ],
    [
      'and is not over before',
      { from: '2026-10-25T00:00:00+02:00', to: '2026-10-25T23:59:59+01:00' },
      '2026-10-25T23:30:00.000+01:00',
      'within',
    ],
    ['unreadable is never valid', { from: 'soon', to: 'later' }, '2026-11-22T10:00:00.000+08:00', 'after'],
  ] as const)('%s', (_name, period, now, relation) => {
    expect(relationToDays(period, now)).toBe(relation);
  });
});
