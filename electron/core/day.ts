import { type Moment, momentOf, movedTo } from '../contract/moment.ts';

/** Where a moment lies against the days of a visit: a badge is valid on its own days only, whole days, by the site's calendar. */
export type DayRelation = 'before' | 'within' | 'after';

/**
 * Compares `now` (ISO 8601 with the kiosk's offset) with the days of a period. Each end of the period is read on its own clock: the
 * offset that it carries, which another end on the other side of a change to summer time does not share; where the server answers in
 * UTC, the kiosk's, which stands in the building. What cannot be read is never valid.
 */
export function relationToDays(period: { from: string; to: string }, now: string): DayRelation {
  const from = momentOf(period.from);
  const to = momentOf(period.to);
  const current = momentOf(now);
  if (!from || !to || !current) return 'after';
  if (dayThere(current, from, current) < dayThere(from, from, current)) return 'before';
  // A period that ends at midnight ends with the day before.
  const last = { ...to, epoch: Math.max(from.epoch, to.epoch - 1) };
  return dayThere(current, to, current) > dayThere(last, to, current) ? 'after' : 'within';
}

/** The calendar day of a moment on the clock of `place`, or on the kiosk's where `place` says UTC. */
const dayThere = (moment: Moment, place: Moment, kiosk: Moment): string =>
  movedTo(moment, place.offsetMinutes === 0 ? kiosk.offsetMinutes : place.offsetMinutes)
    .clock.toISOString()
    .slice(0, 10);
