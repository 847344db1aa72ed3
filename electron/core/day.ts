import { type Moment, momentOf, movedTo } from '../contract/moment.ts';

/** Where a moment lies against the days of a visit: a badge is valid on its own days only, whole days, by the site's calendar. */
export type DayRelation = 'before' | 'within' | 'after';

/**
 * Compares `now` (ISO 8601 with the kiosk's offset) with the days of a period. The site's calendar is the offset that the
 * period itself carries; where the server answers in UTC it is the kiosk's, which stands in the building.
 */
export function relationToDays(period: { from: string; to: string }, now: string): DayRelation {
  const from = momentOf(period.from);
  const to = momentOf(period.to);
  const current = momentOf(now);
  if (!from || !to || !current) return 'after';
  const offset = from.offsetMinutes === 0 ? current.offsetMinutes : from.offsetMinutes;
  const today = calendarDay(movedTo(current, offset));
  if (today < calendarDay(movedTo(from, offset))) return 'before';
  // A period that ends at midnight ends with the day before.
  return today > calendarDay(movedTo({ ...to, epoch: Math.max(from.epoch, to.epoch - 1) }, offset)) ? 'after' : 'within';
}

const calendarDay = (moment: Moment): string => moment.clock.toISOString().slice(0, 10);
