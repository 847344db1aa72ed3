import type { BadgeState } from '../core/visit.ts';
import { type DemoVisitor, others, special, users } from './people.ts';
import { buildingOfFloor, type DemoResource, rooms } from './places.ts';

/** A span of time. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** One visit of the demo: a visitor's badge and the appointment that it belongs to. Ids are the same every day. */
export interface DemoVisit {
  readonly id: number;
  readonly appointmentId: number;
  readonly visitor: DemoVisitor;
  readonly blocked: boolean;
  readonly period: Span;
  readonly state: BadgeState;
  readonly checkIn?: Date;
  readonly checkOut?: Date;
  readonly userId: number;
  readonly resource: DemoResource;
  readonly buildingId: number;
}

/** The id of a visitor's badge on a day, where it is not the usual one. */
export type BadgeIds = (code: string, day: Date) => number | undefined;

const minute = 60_000;
const hour = 60 * minute;

/**
 * The day at Happy Ltd. around a moment, by this machine's calendar: the same people every time, their times moved with the moment.
 * No visit crosses midnight, so at any hour the visits meant for today are today's.
 */
export function dayAround(now: Date, idOf: BadgeIds = () => undefined): readonly DemoVisit[] {
  const today = daySpan(now, 0);
  const mark = quarterOf(now);
  const running = within(today, mark - hour / 2, mark + 2 * hour);
  const between = (share: number) => new Date(running.from.getTime() + (now.getTime() - running.from.getTime()) * share);
  const at = (days: number, clock: number): Span => {
    const start = daySpan(now, days).from.getTime() + clock * hour;
    return { from: new Date(start), to: new Date(start + 1.5 * hour) };
  };
  const cases: VisitSeed[] = [
    { visitor: special.main, period: running, room: 102 },
    { visitor: special.early, period: at(1, 10), room: 105 },
    { visitor: special.expired, period: at(-1, 14), room: 103, state: 'noShow' },
    { visitor: special.elsewhere, period: running, room: 108 },
    { visitor: special.inside, period: running, room: 106, checkIn: between(0.5) },
    { visitor: special.left, period: running, room: 101, checkIn: between(0.2), checkOut: between(0.8) },
    { visitor: special.blocked, period: running, room: 103, blocked: true },
    { visitor: special.traditional, period: running, room: 106 },
    { visitor: special.simplified, period: running, room: 102 },
    { visitor: special.arabic, period: running, room: 105 },
    { visitor: special.long, period: running, room: 101 },
    { visitor: special.unruly, period: running, room: 103 },
  ];
  return [...cases, ...others.map((visitor, place) => ordinary(visitor, place, now))].map((seed, place) =>
    visitOf(seed, place, idOf),
  );
}

interface VisitSeed {
  readonly visitor: DemoVisitor;
  readonly period: Span;
  readonly room: number;
  readonly blocked?: boolean;
  readonly state?: BadgeState;
  readonly checkIn?: Date;
  readonly checkOut?: Date;
}

/** Spread from five hours ago to five hours ahead; of the earlier ones most came, some have left, one in seven never came. */
function ordinary(visitor: DemoVisitor, place: number, now: Date): VisitSeed {
  const start = quarterOf(now) + (((place * 7) % 41) - 20) * 15 * minute;
  const period = within(daySpan(new Date(start), 0), start, start + (1 + (place % 3)) * hour);
  const room = rooms[place % rooms.length]?.id ?? 101;
  const late = Math.min(period.to.getTime(), period.from.getTime() + (place % 5) * 3 * minute);
  if (late > now.getTime() - minute) return { visitor, period, room };
  if (place % 7 === 3) return { visitor, period, room, ...(period.to < now && { state: 'noShow' as const }) };
  const checkIn = new Date(late);
  return { visitor, period, room, checkIn, ...(period.to < now && { checkOut: period.to }) };
}

function visitOf({ room, blocked = false, state, ...seed }: VisitSeed, place: number, idOf: BadgeIds): DemoVisit {
  const resource = rooms.find(({ id }) => id === room);
  const building = resource && buildingOfFloor(resource.floorId);
  if (!resource || !building) throw new Error(`the demo has no room ${room}`);
  return {
    ...seed,
    id: idOf(seed.visitor.code, seed.period.from) ?? badgeId(seed.period.from, place),
    appointmentId: 9001 + place,
    blocked,
    state: state ?? (seed.checkOut ? 'visited' : seed.checkIn ? 'visiting' : 'initial'),
    userId: users[place % users.length]?.id ?? 1,
    resource,
    buildingId: building.id,
  };
}

/** The same visitor's badge of another day is another badge, as the product has it: an id for each day and place in the list. */
const badgeId = (from: Date, place: number): number =>
  Math.floor((from.getTime() - from.getTimezoneOffset() * minute) / (24 * hour)) * 100 + place;

/** A calendar day of this machine's zone, `days` from the one of `now`, from its first to its last second. */
function daySpan(now: Date, days: number): Span {
  const start = (later: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  return { from: start(days), to: new Date(start(days + 1).getTime() - 1000) };
}

/** The quarter of an hour that has begun: people meet at round times. */
const quarterOf = (date: Date): number => Math.floor(date.getTime() / (15 * minute)) * 15 * minute;

const within = (day: Span, from: number, to: number): Span => ({
  from: new Date(Math.max(day.from.getTime(), from)),
  to: new Date(Math.min(day.to.getTime(), to)),
});
