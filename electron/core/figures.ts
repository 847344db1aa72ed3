import type { DayPeriod, FiguresPage, Spread } from '../contract/desk-figures.ts';
import { isoAt } from '../contract/moment.ts';
import { type DayPerson, dayCountsOf, dayListOf, type Expected } from './day-list.ts';
import type { Recorded } from './review.ts';

/** What the day's figures are made of. `now`: ISO 8601 with the kiosk's offset. */
export interface DayKnown {
  readonly expected: Expected;
  /** Who is in the journal, the newest first. */
  readonly recorded: readonly Recorded[];
  /** From check-in to the badge, for each badge of today (seconds). */
  readonly badges: readonly number[];
  readonly now: string;
  /** The offset of the site's clock at an instant (milliseconds since 1970), in minutes east of Greenwich. */
  readonly offsetAt: (epoch: number) => number;
}

type Figures = Omit<FiguresPage, 'kind' | 'dashboard' | 'kept' | 'export'>;

/** Somebody's time in the building: instants. */
interface Time {
  readonly came: number;
  readonly left?: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A day of more hours than this is told by the hour. */
const halfHours = 12;

/**
 * The day in numbers. Arrivals and times in the building are this kiosk's record, and the server's word for whom it has no record of. Periods are lengths of
 * real time that begin on the site's full or half hours, so a day of 23 or 25 hours has as many.
 */
export function figuresOf({ expected, recorded, badges, now, offsetAt }: DayKnown): Figures {
  const list = dayListOf(expected.visits, recorded, now);
  const nowMs = Date.parse(now);
  const clock = { offsetAt, midnight: midnightBefore(nowMs, offsetAt) };
  const times = timesOf(list, recorded);
  // Of a visit of several days, only the first has its begin.
  const begins = list.flatMap(({ visit, begin }) => (visit && begin >= clock.midnight ? [begin] : []));
  const arrivals = times.flatMap(({ came }) => (came >= clock.midnight && came <= nowMs ? [came] : []));
  const { starts, minutes } = startsOf([...begins, ...arrivals, nowMs], clock);
  const length = minutes * minuteMs;
  const inside = mostInside(times, starts, length, nowMs);
  const periods = starts.map((start, index): DayPeriod => {
    const isWithin = (instant: number) => instant >= start && instant < start + length;
    return {
      from: isoAt(start, offsetAt(start)),
      expected: begins.filter(isWithin).length,
      arrived: arrivals.filter(isWithin).length,
      inside: inside[index] ?? 0,
    };
  });
  const begun = starts.filter((start) => start <= nowMs).length;
  return {
    ...{ day: now.slice(0, 10), list: expected.state === 'none' ? 'recordedOnly' : expected.state },
    ...{ minutes, periods, begun, ...mostOf(periods) },
    inside: times.filter(({ came, left }) => came <= nowMs && (left === undefined || left > nowMs)).length,
    waiting: waitingOf(list),
    stay: spreadOf(staysOf(times, clock.midnight)),
    badge: spreadOf(badges),
    counts: dayCountsOf(list),
  };
}

/** Of lengths of time, the middle one and the one that nine of ten do not exceed, each a length that there was (nearest rank). */
export function spreadOf(lengths: readonly number[]): Spread {
  const sorted = lengths.map(Math.round).sort((one, other) => one - other);
  const rank = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  const [median, nineOfTen] = [rank(0.5), rank(0.9)];
  if (median === undefined || nineOfTen === undefined) return { count: 0 };
  return { count: sorted.length, median, nineOfTen };
}

/** What this kiosk has recorded; and, of those whom it has not, what the server says. A visit that the kiosk closed by itself ends there. */
function timesOf(list: readonly DayPerson[], recorded: readonly Recorded[]): Time[] {
  const here = recorded.map(({ checkedInAt, checkedOutAt, closedAt }) => timeOf(checkedInAt, checkedOutAt ?? closedAt));
  const there = list.flatMap(({ visit, recorded: record }) =>
    !record && visit?.checkedInAt ? [timeOf(visit.checkedInAt, visit.checkedOutAt)] : [],
  );
  return [...here, ...there];
}

const timeOf = (came: string, left: string | undefined): Time => ({
  came: Date.parse(came),
  ...(left !== undefined && { left: Date.parse(left) }),
});

/** The lengths (seconds) of the visits that ended since midnight. Of whom only the check-out is known, there is none. */
const staysOf = (times: readonly Time[], midnight: number): number[] =>
  times.flatMap(({ came, left }) => (left !== undefined && left >= midnight && left > came ? [(left - came) / 1000] : []));

function waitingOf(list: readonly DayPerson[]): FiguresPage['waiting'] {
  const rows = list.flatMap(({ row }) => (row.state === 'expected' ? [row] : []));
  // The list is by the begin of the visit.
  const late = rows.filter(({ isLate }) => isLate);
  return { expected: rows.length, late: late.length, ...(late[0] && { oldest: late[0].from }) };
}

/** The first of the periods in which the most were in at once; absent: nobody was. */
function mostOf(periods: readonly DayPeriod[]): Pick<Figures, 'most'> {
  const most = periods.reduce<DayPeriod | undefined>((best, each) => (each.inside > (best?.inside ?? 0) ? each : best), undefined);
  return most ? { most: { count: most.inside, from: most.from } } : {};
}

/** How many were in at once at most, in each period until now. Whoever leaves at the moment that another comes makes room first. */
function mostInside(times: readonly Time[], starts: readonly number[], length: number, now: number): number[] {
  const changes = times
    .flatMap(({ came, left }) => [{ at: came, by: 1 }, ...(left === undefined ? [] : [{ at: Math.max(left, came), by: -1 }])])
    .sort((one, other) => one.at - other.at || one.by - other.by);
  let count = 0;
  let next = 0;
  return starts.map((start) => {
    if (start > now) return 0;
    for (; (changes[next]?.at ?? Number.POSITIVE_INFINITY) <= start; next += 1) count += changes[next]?.by ?? 0;
    let most = count;
    const end = Math.min(start + length, now + 1);
    for (; (changes[next]?.at ?? Number.POSITIVE_INFINITY) < end; next += 1) {
      count += changes[next]?.by ?? 0;
      most = Math.max(most, count);
    }
    return most;
  });
}

interface SiteClock {
  readonly offsetAt: (epoch: number) => number;
  readonly midnight: number;
}

/** When the periods begin: from the first of these instants to the last, of this day alone. */
function startsOf(instants: readonly number[], { offsetAt, midnight }: SiteClock): { starts: number[]; minutes: 30 | 60 } {
  const end = midnightBefore(midnight + 30 * hourMs, offsetAt);
  // Not spread into Math.min: a day of many thousand people is more arguments than a call may have.
  const first = instants.reduce((least, each) => Math.min(least, each), end - 1);
  const last = instants.reduce((most, each) => Math.max(most, each), midnight);
  const from = onTheHour(Math.max(midnight, first), offsetAt);
  const to = Math.min(end - 1, last);
  const minutes = to - from < halfHours * hourMs ? 30 : 60;
  const starts: number[] = [];
  for (let start = from; start <= to; start += minutes * minuteMs) starts.push(start);
  return { starts, minutes };
}

/** The last full hour on the site's clock. */
const onTheHour = (epoch: number, offsetAt: SiteClock['offsetAt']): number => {
  const offset = offsetAt(epoch) * minuteMs;
  return Math.floor((epoch + offset) / hourMs) * hourMs - offset;
};

/** When the site's day began: the offset may have been another then. */
function midnightBefore(epoch: number, offsetAt: SiteClock['offsetAt']): number {
  const dayMs = 24 * hourMs;
  const guess = Math.floor((epoch + offsetAt(epoch) * minuteMs) / dayMs) * dayMs;
  return guess - offsetAt(guess - offsetAt(epoch) * minuteMs) * minuteMs;
}
