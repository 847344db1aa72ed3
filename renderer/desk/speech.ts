import type { FailureCode } from '../../electron/contract/failure.ts';
import type { Language } from '../../electron/contract/language.ts';
import { momentOf } from '../../electron/contract/moment.ts';
import { causeIn, type Told } from '../words/causes/words.ts';
import { type DeskWords, deskWordsIn } from '../words/desk/words.ts';
import { isToday } from '../words/times.ts';
import { wordsIn } from '../words/words.ts';

/** How the desk says things in one language. All moments are ISO 8601 with an offset; of what is not, it says nothing (''). */
export interface Speech {
  readonly words: DeskWords;
  /** How long ago, in the largest unit that has passed once, never finer than a minute; one that is still to come as `exact` says it. */
  readonly ago: (iso: string) => string;
  /** The time on the clock of its own place, with the day unless that is today. */
  readonly exact: (iso: string) => string;
  readonly number: (count: number) => string;
  /** A length of time (seconds), to the second below two minutes, else to the minute. */
  readonly lasting: (seconds: number) => string;
  /** A calendar day ("2026-11-28"). */
  readonly day: (date: string) => string;
  /** The BCP 47 tag that it formats with. */
  readonly dates: string;
  readonly cause: (code: FailureCode) => Told;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The speech of a language. `now`: milliseconds since 1970. */
export function speechIn(language: Language, now: number): Speech {
  const { dates } = wordsIn[language];
  const words = deskWordsIn[language];
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  const today = new Intl.DateTimeFormat(dates, time);
  const otherDay = new Intl.DateTimeFormat(dates, { weekday: 'short', day: 'numeric', month: 'short', ...time });
  const passed = new Intl.RelativeTimeFormat(dates, { numeric: 'always', style: 'short' });
  const numbers = new Intl.NumberFormat(dates);

  const exact = (iso: string) => {
    const moment = momentOf(iso);
    return moment ? (isToday(moment, now) ? today : otherDay).format(moment.clock) : '';
  };
  const ago = (iso: string) => {
    const moment = momentOf(iso);
    if (!moment) return '';
    const age = now - moment.epoch;
    if (age < -minute) return exact(iso);
    if (age < minute) return words.justNow;
    if (age < hour) return passed.format(-Math.floor(age / minute), 'minute');
    return age < day ? passed.format(-Math.floor(age / hour), 'hour') : passed.format(-Math.floor(age / day), 'day');
  };
  const amount = (count: number, unit: string) =>
    new Intl.NumberFormat(dates, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  const lasting = (seconds: number) => {
    if (seconds < 120) return amount(Math.round(seconds), 'second');
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return amount(minutes, 'minute');
    const rest = minutes % 60;
    return [amount(Math.floor(minutes / 60), 'hour'), ...(rest > 0 ? [amount(rest, 'minute')] : [])].join(' ');
  };
  const days = new Intl.DateTimeFormat(dates, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    ...{ words, ago, exact, dates, lasting },
    number: (count) => numbers.format(count),
    day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
    cause: (code) => causeIn(language, code),
  };
}
