import { describe, expect, it } from 'vitest';
import { freshnessOf } from '../../electron/core/freshness.ts';

const minute = 60_000;

describe('freshnessOf', () => {
  it.each([
    ['there is none', undefined, 'none'],
    ['just begun', 0, 'fresh'],
    ['by a clock that was set back since', -minute, 'fresh'],
    ['five minutes', 5 * minute, 'fresh'],
    ['a moment more', 5 * minute + 1, 'amber'],
    ['half an hour', 30 * minute, 'amber'],
    ['a moment more than that', 30 * minute + 1, 'red'],
    ['a moment less than a day', 24 * 60 * minute - 1, 'red'],
    ['a day: the one that it was downloaded on was yesterday', 24 * 60 * minute, 'none'],
    ['seven days', 7 * 24 * 60 * minute, 'none'],
  ] as const)('%s', (_name, ageMs, expected) => {
    expect(freshnessOf(ageMs)).toBe(expected);
  });
});
