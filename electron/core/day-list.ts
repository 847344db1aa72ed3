import type { DayCounts, DayFilter, DayRow, DayState } from '../contract/desk-today.ts';
import { onClockOf } from '../contract/moment.ts';
import { relationToDays } from './day.ts';
import type { Recorded } from './review.ts';
import type { Visit } from './visit.ts';

/** What the server says of today's visits, as far as it is known. `at`: when its list was whole last (ISO 8601 with offset). */
export interface Expected {
  readonly visits: readonly Visit[];
  readonly state: 'whole' | 'coming' | 'none';
  readonly at?: string;
}

/** One person of the day: the row that is shown, what it is searched by, and where it comes from. */
export interface DayPerson {
  readonly row: DayRow;
  /** When the visit begins (milliseconds since 1970), which orders them. */
  readonly begin: number;
  readonly searched: string;
  readonly visit?: Visit;
  readonly recorded?: Recorded;
}

/**
 * Everybody of today: whom the server expects, and whoever this kiosk has recorded, by the begin of the visit and then by name. What is recorded here wins over the
 * server's word. A badge that was recorded twice (somebody came back) is where its newest record says. `now`: ISO 8601 with the kiosk's offset.
 */
export function dayListOf(expected: readonly Visit[], recorded: readonly Recorded[], now: string): DayPerson[] {
  const newest = new Map<string, Recorded>();
  // The newest first: the first of a badge counts.
  for (const record of recorded) if (!newest.has(record.badgeId)) newest.set(record.badgeId, record);
  const persons: DayPerson[] = [];
  const moment = Date.parse(now);
  const quarter = `${Math.floor(moment / quarterMs)} ${now.slice(-6)}`;
  for (const visit of expected) {
    const times = timesOf(visit, quarter, now);
    if (!times.isToday) continue;
    const record = newest.get(visit.badgeId);
    newest.delete(visit.badgeId);
    persons.push(personOf(visit, times, isOfToday(record, now) ? record : undefined, { now, moment }));
  }
  for (const record of newest.values()) if (isOfToday(record, now)) persons.push(recordedOnly(record, now));
  return persons.sort(byBegin);
}

/** Somebody who is in, whenever they came; else what happened today. */
const isOfToday = (record: Recorded | undefined, now: string): record is Recorded =>
  record !== undefined &&
  ((!record.checkedOutAt && !record.closedAt) ||
    onClockOf(record.checkedOutAt ?? record.checkedInAt, now).slice(0, 10) === now.slice(0, 10));

const byBegin = (one: DayPerson, other: DayPerson): number => one.begin - other.begin || (one.row.name < other.row.name ? -1 : 1);

/** When a visit is, on this kiosk's clock, and whether that is today. */
interface Times {
  /** What was known of the time when this was found. */
  readonly at: string;
  readonly isToday: boolean;
  readonly from: string;
  readonly begin: number;
  readonly end: number;
}

// A visit is the same object for as long as the server's list is: of ten thousand it is not read each time anew when they are.
const knownTimes = new WeakMap<Visit, Times>();

/** No clock of any place begins a day but at a quarter of an hour. */
const quarterMs = 15 * 60_000;

function timesOf(visit: Visit, at: string, now: string): Times {
  const known = knownTimes.get(visit);
  if (known?.at === at) return known;
  const { period } = visit;
  const from = onClockOf(period.from, now);
  const isToday = relationToDays(period, now) === 'within';
  const times = { at, isToday, from, begin: Date.parse(from), end: Date.parse(period.to) };
  knownTimes.set(visit, times);
  return times;
}

function personOf(
  visit: Visit,
  { from, begin, end }: Times,
  record: Recorded | undefined,
  { now, moment }: { now: string; moment: number },
): DayPerson {
  const { visitor, host, blocked } = visit;
  const standing = record ? standingOf(record, now) : standingThere(visit, end < moment, now);
  const row: DayRow = {
    ...{ badge: visit.badgeId, name: visitor.name, from, isBlocked: blocked, isWalkIn: false, ...standing },
    ...(visitor.company && { company: visitor.company }),
    ...(host && { host }),
    ...(record && { visit: record.visitId }),
    isLate: standing.state === 'expected' && begin < moment,
  };
  return { row, begin, searched: searchedOf(visit, visit), visit, ...(record && { recorded: record }) };
}

function recordedOnly(record: Recorded, now: string): DayPerson {
  const { badgeId: badge, visitor: name, company, host, period, walkIn: isWalkIn } = record;
  const row: DayRow = {
    ...{
      badge,
      visit: record.visitId,
      name,
      from: onClockOf(period.from, now),
      isLate: false,
      isBlocked: false,
      isWalkIn,
      ...standingOf(record, now),
    },
    ...(company && { company }),
    ...(host && { host }),
  };
  return {
    row,
    begin: Date.parse(row.from),
    searched: searchedOf(record, { visitor: { name, company }, host, code: record.code }),
    recorded: record,
  };
}

const standingOf = ({ checkedInAt, checkedOutAt }: Recorded, now: string): { state: DayState; at: string } =>
  checkedOutAt ? { state: 'left', at: onClockOf(checkedOutAt, now) } : { state: 'inside', at: onClockOf(checkedInAt, now) };

/** By the server's word alone. Whoever did not come is a no-show once the visit's time is over. */
function standingThere(
  { state, checkedInAt, checkedOutAt }: Visit,
  isOver: boolean,
  now: string,
): { state: DayState; at?: string } {
  if (state === 'visiting') return { state: 'inside', ...(checkedInAt && { at: onClockOf(checkedInAt, now) }) };
  if (state === 'visited') return { state: 'left', ...(checkedOutAt && { at: onClockOf(checkedOutAt, now) }) };
  return { state: state === 'noShow' || isOver ? 'noShow' : 'expected' };
}

// A visit is the same object for as long as the server's list is: its text is made once.
const searchedTexts = new WeakMap<object, string>();

interface Searched {
  readonly visitor: { readonly name: string; readonly company?: string | undefined };
  readonly host?: string | undefined;
  readonly code: string;
}

function searchedOf(key: object, { visitor, host, code }: Searched): string {
  const known = searchedTexts.get(key);
  if (known !== undefined) return known;
  const text = folded([visitor.name, visitor.company, host, code].filter(Boolean).join('\n'));
  searchedTexts.set(key, text);
  return text;
}

/** A text without case, accents and width: "Müller" is found by "muller", and "ＡＢ" by "ab". */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Those whose name, company, host or code holds every word of the search, and who stand as the filter says. */
export function foundIn(
  list: readonly DayPerson[],
  { search, filter }: { search: string; filter: DayFilter },
): readonly DayPerson[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0 && filter === 'all') return list;
  return list.filter(
    ({ row, searched }) => (filter === 'all' || row.state === filter) && words.every((word) => searched.includes(word)),
  );
}

/** How many stand where. */
export function dayCountsOf(list: readonly DayPerson[]): DayCounts {
  const counts = { expected: 0, inside: 0, left: 0, noShow: 0 };
  for (const { row } of list) counts[row.state] += 1;
  return counts;
}
