import type { Changes } from './changes.ts';
import { type BadgeIds, type DemoVisit, dayAround } from './day.ts';
import { resources, rooms } from './places.ts';

/** The day as it is at a moment: built anew with every hour. */
export interface Days {
  at(moment: Date): readonly DemoVisit[];
}

/** Builds the day now, and again in each hour that it is asked for: then the bookings have changed, and on a new day the rooms' codes. */
export function createDays(begun: Date, idOf: BadgeIds | undefined, changes: Changes): Days {
  const hourOf = (moment: Date) => `${moment.toDateString()} ${moment.getHours()}`;
  let built = { at: begun, day: dayAround(begun, idOf) };
  return {
    at(moment) {
      if (hourOf(moment) === hourOf(built.at)) return built.day;
      const isNewDay = moment.toDateString() !== built.at.toDateString();
      built = { at: moment, day: dayAround(moment, idOf) };
      void changes.tell('booking', idsOf(resources), moment);
      if (isNewDay) void changes.tell('accessKey', idsOf(rooms), moment);
      return built.day;
    },
  };
}

const idsOf = (list: readonly { readonly id: number }[]): number[] => list.map(({ id }) => id);
