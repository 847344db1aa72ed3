import { createHash } from 'node:crypto';
import type { accessKeyTypes } from '../bookings/schemas/access-key.ts';
import type { DemoBooking, Revision } from './bookings.ts';
import type { Span } from './day.ts';
import { type DemoResource, rooms } from './places.ts';

/** A code for the door of a room; a one-time one belongs to a booking. */
export interface DemoKey {
  readonly id: number;
  readonly resource: DemoResource;
  readonly bookingId: number | null;
  readonly type: (typeof accessKeyTypes)[number];
  readonly key: string;
  readonly period: Span | null;
}

/** The codes of a day: one for each room, one for each booking of a room, and one that never changes, for the board room. A change of a room's keys makes its daily code another. */
export function keysOf(bookings: readonly DemoBooking[], now: Date, revision: Revision): readonly DemoKey[] {
  const start = (later: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  const today = { from: start(0), to: new Date(start(1).getTime() - 1000) };
  const daily = rooms.map((resource): DemoKey => {
    const key = digits('daily', resource.id, today.from.toDateString(), revision(resource.id));
    return { id: resource.id, resource, bookingId: null, type: 'daily', key, period: today };
  });
  const once = bookings
    .filter(({ resource, isPreparation }) => rooms.includes(resource) && !isPreparation)
    .map(({ id, resource, period }): DemoKey => {
      const key = digits('oneTime', id, period.from.toDateString());
      return { id, resource, bookingId: id, type: 'oneTime', key, period };
    });
  const boardRoom = rooms.filter(({ id }) => id === 105);
  const fixed = boardRoom.map((resource): DemoKey => {
    return { id: 1, resource, bookingId: null, type: 'static', key: digits('static', resource.id), period: null };
  });
  return [...daily, ...once, ...fixed];
}

/** Six digits that are the same whenever they are asked for. */
function digits(...of: readonly (string | number)[]): string {
  const number = createHash('sha256').update(of.join(' ')).digest().readUInt32BE();
  return String(number % 1_000_000).padStart(6, '0');
}
