import type { Answered, Call } from '../call.ts';
import type { Counts } from '../schemas/counts.ts';
import { localIso } from '../schemas/moment.ts';

/**
 * The dashboard's four counts of the day that `date` is in: expected, in, left, and never came. The day is the one of this machine's
 * zone, for the kiosk stands in the building; only date and offset count for the server (stated).
 */
export function dayCounts(call: Call, date: Date): Promise<Answered<Counts>> {
  const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  // A day of a zone may begin later than at 0:00, where the clocks go forward at midnight: the date is told all the same.
  return call('dashboard.dailyVisitor', { date: localIso(midnight).replace(/T\d{2}:\d{2}:\d{2}/, 'T00:00:00') });
}
