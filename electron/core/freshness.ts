import type { Freshness } from '../contract/desk.ts';

const amberMs = 5 * 60_000;
const redMs = 30 * 60_000;
/** A roster holds yesterday to tomorrow at least: for so long after its download it covers today. */
const coversMs = 24 * 60 * 60_000;

/** How far a roster of this age (milliseconds) may be relied on; undefined: there is none. One that does not cover today is none. */
export function freshnessOf(ageMs: number | undefined): Freshness {
  if (ageMs === undefined || ageMs >= coversMs) return 'none';
  if (ageMs <= amberMs) return 'fresh';
  return ageMs <= redMs ? 'amber' : 'red';
}
