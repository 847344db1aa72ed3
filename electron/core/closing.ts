import { relationToDays } from './day.ts';
import type { Recorded } from './review.ts';
import { isBelieved, isSteady, type WallLook, type WallWatch } from './steady.ts';

/**
 * May the kiosk close forgotten visits by this clock? Closing is an event that stays, and there is no hurry, for a closed visit stays on the
 * muster list as an open one does. So it waits until the wall clock has been seen to go steadily for half an hour: a clock that jumps a day
 * ahead and is set right, or starts at 1970, closes nobody.
 */
export const mayClose = (watch: WallWatch, look: WallLook): boolean => isSteady(watch, look) && isBelieved(watch, look);

/** The ids of the visits that nobody ended and whose badge's days are over by the site's calendar. `wall`: ISO 8601 with offset. */
export const overdue = (
  visits: readonly Pick<Recorded, 'visitId' | 'period' | 'checkedOutAt' | 'closedAt'>[],
  wall: string,
): string[] =>
  visits
    .filter(({ checkedOutAt, closedAt, period }) => !checkedOutAt && !closedAt && relationToDays(period, wall) === 'after')
    .map(({ visitId }) => visitId);
