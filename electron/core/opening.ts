import { isoAt, momentOf } from '../contract/moment.ts';
import { relationToDays } from './day.ts';
import type { Visit } from './visit.ts';

/**
 * From when on a visitor may check in, on the clock of the visit's beginning; undefined: the whole of the visit's day, for nothing is set, or so many
 * minutes before is another day, on which the badge is not valid. `now` says the kiosk's offset (see `relationToDays`).
 */
export function openingOf(period: Visit['period'], earlyMinutes: number | undefined, now: string): string | undefined {
  const from = momentOf(period.from);
  const current = momentOf(now);
  if (earlyMinutes === undefined || !from || !current) return undefined;
  const epoch = from.epoch - earlyMinutes * 60_000;
  if (relationToDays(period, isoAt(epoch, current.offsetMinutes)) !== 'within') return undefined;
  return isoAt(epoch, from.offsetMinutes);
}
