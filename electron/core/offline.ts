import type { Offline } from '../contract/snapshot.ts';
import { freshnessOf } from './freshness.ts';
import type { RosterStatus } from './ports.ts';

/** What the kiosk can do for visitors while it works without the server; undefined: it works with it. */
export function offlineFor(isOnline: boolean, { badges, ageMs }: RosterStatus): Offline | undefined {
  if (isOnline) return undefined;
  return badges > 0 && freshnessOf(ageMs) !== 'none' ? 'canCheckIn' : 'askReception';
}
