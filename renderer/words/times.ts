import { type Moment, momentOf, movedTo } from '../../electron/contract/moment.ts';
import type { Words } from './words.ts';

const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

/**
 * A moment as it stands inside a sentence of the screen's language, on the clock of the place it belongs to (its own offset, never
 * the kiosk's zone). The day is named unless it is that of `now` (milliseconds since 1970) there. Undefined when `iso` is not
 * ISO 8601 with an offset.
 */
export function momentIn(words: Words, iso: string | undefined, now: number): string | undefined {
  const moment = iso === undefined ? undefined : momentOf(iso);
  if (!moment) return undefined;
  return isToday(moment, now)
    ? words.when.today(formatter(words, time).format(moment.clock))
    : words.when.otherDay(formatter(words, { ...day, ...time }).format(moment.clock));
}

/** From when to when a visit is, as one range; the day is named when it is not today there. Undefined when either is unreadable. */
export function periodIn(words: Words, from: string, to: string, now: number): string | undefined {
  const begin = momentOf(from);
  const end = momentOf(to);
  if (!begin || !end || end.epoch < begin.epoch) return begin && momentIn(words, from, now);
  const shown = isToday(begin, now) && isSameDay(begin, end) ? time : { ...day, ...time };
  return formatter(words, shown).formatRange(begin.clock, movedTo(end, begin.offsetMinutes).clock);
}

/** Whether a moment is on the day that it is `now` (milliseconds since 1970) at its own place. */
export const isToday = (moment: Moment, now: number): boolean =>
  isSameDay(moment, movedTo({ epoch: now, offsetMinutes: 0, clock: new Date(now) }, moment.offsetMinutes));
const isSameDay = (a: Moment, b: Moment): boolean => a.clock.toISOString().slice(0, 10) === b.clock.toISOString().slice(0, 10);
const formatter = (words: Words, shown: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(words.dates, { ...shown, timeZone: 'UTC' });
