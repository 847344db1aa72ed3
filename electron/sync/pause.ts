import { type FailureCode, failures } from '../contract/failure.ts';
import { waitAfter } from '../core/backoff.ts';

const steps = { first: 5_000, most: 5 * 60_000 };
/** Where only a person can mend it, such as a token that is not taken: asking often would help nobody. */
const slowMs = 10 * 60_000;

/**
 * Milliseconds until the next try after so many failures in a row, `code` the last one's: doubling from 5 s to 5 minutes, or 10
 * minutes for what does not pass by itself. `chance` (0 to 1) spreads a site's kiosks over the second half of it, so that they do not come
 * back all at once.
 */
export function pauseAfter(count: number, code: FailureCode | undefined, chance: number): number {
  const isSlow = code !== undefined && !failures[code].retry;
  return waitAfter(count, isSlow ? { first: slowMs, most: slowMs } : steps, chance);
}
