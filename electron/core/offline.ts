import type { Offline } from '../contract/screen.ts';
import type { RosterStatus } from './ports.ts';

/** A roster holds yesterday to tomorrow at least: for so long after its download it covers today (milliseconds). */
const coversMs = 24 * 60 * 60_000;

/** What the kiosk can do for visitors while it works without the server; undefined: it works with it. */
export function offlineFor(isOnline: boolean, { badges, ageMs }: RosterStatus): Offline | undefined {
  if (isOnline) return undefined;
  return badges > 0 && ageMs !== undefined && ageMs < coversMs ? 'canCheckIn' : 'askReception';
}
