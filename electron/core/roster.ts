import { momentOf, movedTo } from '../contract/moment.ts';
import type { Visit } from './visit.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * When the last day of a visit is over (milliseconds since 1970), by the calendar that `relationToDays` goes by: the offset that the end
 * carries, or the kiosk's where the server answers in UTC. `now`: ISO 8601 with the kiosk's offset. What cannot be read is over.
 */
export function daysEnd({ to }: Visit['period'], now: string): number {
  const end = momentOf(to);
  const kiosk = momentOf(now);
  if (!end || !kiosk) return 0;
  const { clock } = movedTo(end, end.offsetMinutes === 0 ? kiosk.offsetMinutes : end.offsetMinutes);
  // A period that ends at midnight ends with the day before.
  const last = clock.getTime() - 1;
  return end.epoch - 1 + dayMs - (((last % dayMs) + dayMs) % dayMs);
}
