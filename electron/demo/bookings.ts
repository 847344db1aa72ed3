import type { DemoVisit, Span } from './day.ts';
import { users } from './people.ts';
import { type DemoResource, resources } from './places.ts';

/** A room or desk that is taken for a time; `preparation` is the quarter in which it is made ready. */
export interface DemoBooking {
  readonly id: number;
  readonly subject: string;
  readonly period: Span;
  readonly userId: number;
  readonly resource: DemoResource;
  readonly visits: readonly DemoVisit[];
  readonly isPreparation: boolean;
}

/** How often the bookings of a resource have changed since the server started. */
export type Revision = (resourceId: number) => number;

const quarter = 15 * 60_000;

/** The bookings behind the visits, and some of the house's own around now. Each change of a resource's makes its running one a quarter longer. */
export function bookingsOf(day: readonly DemoVisit[], now: Date, revision: Revision): readonly DemoBooking[] {
  const visited = meetings(day);
  const own = [...preparations(visited), ...ownBookings(now)].filter(({ resource, period }) => {
    return !visited.some((other) => other.resource === resource && period.from < other.period.to && other.period.from < period.to);
  });
  return [...visited, ...own].map((booking) => prolonged(booking, now, revision(booking.resource.id)));
}

/** The id of the booking that a visit belongs to. */
export const bookingIdOf = (visit: DemoVisit, bookings: readonly DemoBooking[]): number | undefined =>
  bookings.find(({ visits }) => visits.includes(visit))?.id;

/** Who is in a room at the same time is in one meeting there: a room is never booked twice. */
function meetings(day: readonly DemoVisit[]): readonly DemoBooking[] {
  const list: DemoBooking[] = [];
  for (const visit of day.toSorted((one, other) => one.period.from.getTime() - other.period.from.getTime())) {
    const last = list.findLastIndex(({ resource }) => resource === visit.resource);
    const meeting = list[last];
    if (meeting && meeting.period.to > visit.period.from) list[last] = joined(meeting, visit);
    else list.push(meetingOf([visit], visit.period));
  }
  return list;
}

function joined({ visits, period }: DemoBooking, visit: DemoVisit): DemoBooking {
  const to = new Date(Math.max(period.to.getTime(), visit.period.to.getTime()));
  // Who is named first in the day's list has called the meeting.
  const all = [...visits, visit].toSorted((one, other) => one.appointmentId - other.appointmentId);
  return meetingOf(all, { from: period.from, to });
}

function meetingOf(visits: readonly DemoVisit[], period: Span): DemoBooking {
  const [first] = visits;
  if (!first) throw new Error('a meeting without a visit');
  const { company } = first.visitor;
  const subject = company ? `Meeting with ${company}` : 'Meeting with a guest';
  return {
    id: first.appointmentId + 1000,
    subject,
    period,
    userId: first.userId,
    resource: first.resource,
    visits,
    isPreparation: false,
  };
}

/** The board room is made ready before each of its meetings. */
function preparations(visited: readonly DemoBooking[]): readonly DemoBooking[] {
  return visited
    .filter(({ resource }) => resource.id === 105)
    .map((meeting) => ({
      ...meeting,
      period: { from: new Date(meeting.period.from.getTime() - quarter), to: meeting.period.from },
    }))
    .filter(({ period }) => period.from.toDateString() === period.to.toDateString())
    .map((meeting) => ({ ...meeting, id: meeting.id + 20_000, subject: 'Preparation', visits: [], isPreparation: true }));
}

/** Quarters from the one that has begun, the resource, and what for; not over midnight. */
const plan: readonly (readonly [from: number, to: number, resourceId: number, subject: string])[] = [
  [-1, 2, 104, 'Call with a supplier'],
  [-6, 10, 110, 'Focus time'],
  [-2, 6, 111, 'Focus time'],
  [-3, 1, 107, 'Product planning'],
  [2, 4, 104, 'Interview'],
  [9, 13, 105, 'Quarterly numbers'],
  [9, 12, 102, 'Design review'],
  [10, 14, 106, 'Training: the new intranet'],
];

function ownBookings(now: Date): readonly DemoBooking[] {
  const mark = Math.floor(now.getTime() / quarter) * quarter;
  return plan.flatMap(([from, to, resourceId, subject], place) => {
    const period = { from: new Date(mark + from * quarter), to: new Date(mark + to * quarter) };
    const resource = resources.find(({ id }) => id === resourceId);
    if (!resource || [period.from, period.to].some((date) => date.toDateString() !== now.toDateString())) return [];
    const userId = users[(place * 3) % users.length]?.id ?? 1;
    return [{ id: 20_001 + place, subject, period, userId, resource, visits: [], isPreparation: false }];
  });
}

function prolonged(booking: DemoBooking, now: Date, times: number): DemoBooking {
  const { from, to } = booking.period;
  if (times === 0 || from > now || to < now) return booking;
  return { ...booking, period: { from, to: new Date(to.getTime() + times * quarter) } };
}
