import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScan, type KeyRun, noRun, runPause, withKey } from '../../../renderer/scan/wedge.ts';

/** The run after these keys, each so many ms after the one before. */
const typed = (text: string, gaps: number | readonly number[]): KeyRun => {
  let at = 1_000;
  return Array.from(text).reduce((run, key, index) => {
    at += typeof gaps === 'number' ? gaps : (gaps[index] ?? 0);
    return withKey(run, key, at);
  }, noRun);
};

describe('a USB scanner told from hands', () => {
  it.each([1, 5, 12, 20, 35])('takes keys %i ms apart for a scanner', (gap) => {
    const run = typed('FJUEIW', gap);
    expect(run.text).toBe('FJUEIW');
    expect(isScan(run)).toBe(true);
  });

  it.each([60, 80, 100, 140])('takes keys %i ms apart for a person', (gap) => {
    expect(isScan(typed('FJUEIW', gap))).toBe(false);
  });

  it('forgives single late keys, as a busy machine makes them', () => {
    expect(isScan(typed('FJUEIW', [0, 4, 120, 4, 4, 4]))).toBe(true);
  });

  it('takes two keys that a hand presses together for typing', () => {
    expect(isScan(typed('FJ', 8))).toBe(false);
    expect(isScan(typed('FJU', 8))).toBe(false);
  });

  it('begins a new run after a pause, so that what was typed before is not part of the scan', () => {
    const before = typed('AB', 90);
    const scan = Array.from('FJUEIW').reduce(
      (run, key, index) => withKey(run, key, before.newest + runPause + 1 + index * 5),
      before,
    );
    expect(scan.text).toBe('FJUEIW');
    expect(isScan(scan)).toBe(true);
  });

  it('keeps a whole URL, with its punctuation', () => {
    const url = 'https://visit.example/badge?code=FJUEIW';
    expect(typed(url, 6)).toMatchObject({ text: url });
    expect(isScan(typed(url, 6))).toBe(true);
  });

  it('does not grow without end', () => {
    expect(typed('A'.repeat(5_000), 1).text.length).toBe(2_048);
  });

  it('is no scan while nothing was typed', () => {
    expect(isScan(noRun)).toBe(false);
  });

  it('never takes a run for a scan whose every gap is one of hands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 30, unit: 'grapheme-ascii' }),
        fc.integer({ min: 41, max: 1_000 }),
        (text, gap) => {
          expect(isScan(typed(text, gap))).toBe(false);
        },
      ),
    );
  });

  it('always takes a run for a scan whose every gap is a scanner’s', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme-ascii' }),
        fc.integer({ min: 0, max: 40 }),
        (text, gap) => {
          expect(isScan(typed(text, gap))).toBe(true);
        },
      ),
    );
  });
});
