import { relationToDays } from './day.ts';
import type { Comparable } from './ports.ts';
import { isBelieved, isSteady, type WallLook, type WallWatch } from './steady.ts';

/**
 * The ids of the visits that nobody ended and whose badge's days are over by the site's calendar: the kiosk closes them. Closing is an
 * event that stays, and there is no hurry, for a closed visit stays on the muster list as an open one does. So it waits until the wall clock has
 * been seen to go steadily for half an hour: a clock that jumps a day ahead and is set right, or starts at 1970, closes nobody.
 */
export function overdue(visits: readonly Comparable[], watch: WallWatch, look: WallLook): string[] {
  if (!isSteady(watch, look) || !isBelieved(watch, look)) return [];
  return visits
    .filter(({ checkedOutAt, closedAt, period }) => !checkedOutAt && !closedAt && relationToDays(period, look.wall) === 'after')
    .map(({ visitId }) => visitId);
}
