import type { DayRow, Happened, VisitOpen } from '../contract/desk-today.ts';
import type { Language } from '../contract/language.ts';
import { onClockOf } from '../contract/moment.ts';
import { isOnItsWay } from '../contract/printing.ts';
import type { DayPerson } from './day-list.ts';
import { textIn } from './localized.ts';
import type { Printed } from './prints.ts';
import type { Visit } from './visit.ts';

/** What is known of one visit besides its row. `picture`: what the last badge looked like, as a page can show it. */
export interface VisitCircumstances {
  readonly visit: Visit;
  readonly history: readonly Happened[];
  readonly print?: Printed;
  readonly picture?: string;
  readonly corrections: VisitOpen['corrections'];
}

/** A visit in full. `list`: everybody of today, for the others of its appointment. */
export function visitOpenOf(
  person: DayPerson,
  list: readonly DayPerson[],
  { visit, history, print, picture, corrections }: VisitCircumstances,
  language: Language,
): VisitOpen {
  const { row } = person;
  const { building, floor, room } = visit.place;
  const group = groupOf(person, list);
  const texts = { building: textIn(building, language), floor: textIn(floor, language), room: textIn(room, language) };
  const said = visit.walkIn?.purpose;
  return {
    row,
    code: visit.code,
    to: onClockOf(visit.period.to, row.from),
    ...present(texts),
    ...(said && { purpose: said }),
    history: [...history],
    ...(print && { badge: badgeOf(print, picture, row) }),
    ...(group.length > 1 && { group: groupShown(row, group) }),
    mayCheckIn: mayCheckIn(row),
    mayCheckOut: row.state === 'inside',
    corrections,
  };
}

/** Whoever is not in may be let in by a person, also one who comes back; not one who is blocked. */
export const mayCheckIn = ({ state, isBlocked }: DayRow): boolean => state !== 'inside' && !isBlocked;

/** Everybody of today who comes for the same appointment, this one included. */
export function groupOf({ visit }: DayPerson, list: readonly DayPerson[]): readonly DayPerson[] {
  const id = visit?.appointmentId;
  return id === undefined ? [] : list.filter((other) => other.visit?.appointmentId === id);
}

/** Those of a group who are checked in with one press: who has left does not come back with the others. */
export const arrivingOf = (group: readonly DayPerson[]): readonly DayPerson[] =>
  group.filter(({ row }) => mayCheckIn(row) && row.state !== 'left');

const groupShown = ({ badge }: DayRow, group: readonly DayPerson[]): NonNullable<VisitOpen['group']> => ({
  others: group.map(({ row }) => row).filter((row) => row.badge !== badge),
  mayCheckIn: arrivingOf(group).length,
});

function badgeOf(print: Printed, picture: string | undefined, { state }: DayRow): NonNullable<VisitOpen['badge']> {
  const mayRepeat = state === 'inside' && !isOnItsWay(print);
  return { print: print.printId, state: print.state, ...(picture && { picture }), mayRepeat };
}

function present<K extends string>(texts: Record<K, string | undefined>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as Partial<Record<K, string>>;
}
