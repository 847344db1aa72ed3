import { type Result, success } from '../contract/failure.ts';
import type { Call } from './call.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Booking } from './schemas/booking.ts';
import { localIso } from './schemas/moment.ts';

type Dated = Booking & { readonly period: NonNullable<Booking['period']> };

/** What is on in a room now, and what comes next today. Absent: nothing. */
export interface RoomNow {
  readonly current?: Dated;
  readonly next?: Dated;
}

/**
 * What is on in a bookable resource at `now`, and next on the same day of this machine's zone. The whole day is asked for, because the
 * page does not tell whether `from` means bookings that start, or that still run, after it. A row that names another resource, that
 * does not say when it is, or that is cancelled does not count, whatever the server's filter let through.
 */
export async function whatIsOn(call: Call, resourceId: string, now: Date, note?: Note): Promise<Result<RoomNow>> {
  const day = localIso(now).slice(0, 10);
  const span = { from: localIso(new Date(`${day}T00:00:00`)), to: localIso(new Date(`${day}T23:59:59`)) };
  const keep = ({ resource }: Booking) => resource?.id === undefined || resource.id === resourceId;
  const given = { bookableResourceId: resourceId, excludePreparation: true, ...span };
  const rows: Dated[] = [];
  for await (const row of rowsOf(call, 'booking.search', given, { keep, most: 1_000, ...(note && { note }) })) {
    if (!row.ok) return row;
    if (isDated(row.value) && !row.value.isCancelled) rows.push(row.value);
  }
  return success(roomAt(rows, span.to, now.getTime()));
}

const isDated = (row: Booking): row is Dated => row.period !== undefined;

/** A booking ends where the next begins: its last instant is the other's. */
function roomAt(rows: readonly Dated[], dayEnd: string, at: number): RoomNow {
  const byStart = rows.toSorted((a, b) => Date.parse(a.period.from) - Date.parse(b.period.from));
  const current = byStart.findLast(({ period }) => Date.parse(period.from) <= at && at < Date.parse(period.to));
  const next = byStart.find(({ period }) => at < Date.parse(period.from) && Date.parse(period.from) <= Date.parse(dayEnd));
  return { ...(current && { current }), ...(next && { next }) };
}
