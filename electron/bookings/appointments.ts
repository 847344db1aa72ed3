import { failure, type Result, success } from '../contract/failure.ts';
import type { Call } from './call.ts';
import { chooseAppointment, type DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Appointment } from './schemas/appointment.ts';
import { findAppointment } from './surroundings.ts';

/** The appointments of some days, of some visitors. */
export interface Appointments {
  /** The appointment behind a badge; undefined: none is known. */
  of(badge: DatedBadge): Promise<Result<Appointment | undefined>>;
}

/** A server that does not say who comes is asked of so many badges one by one in one download; the others go without a host. */
const mostAsked = 500;

/**
 * Reads the appointments of a span in pages and keeps those of these visitors (ids). A row that does not say who comes is nobody's here, for
 * it was not asked for by visitor as a look-up does. Not by building: whoever is expected elsewhere is known by the appointment alone.
 */
export async function readAppointments(
  call: Call,
  visitors: ReadonlySet<string>,
  asked: {
    readonly from: string;
    readonly to: string;
    readonly rows: number;
    readonly most: number;
    readonly note?: Note | undefined;
  },
  isStopped: () => boolean,
): Promise<Result<Appointments>> {
  const { from, to, rows, most, note } = asked;
  const byVisitor = new Map<string, Appointment[]>();
  let isSilent = false;
  let left = mostAsked;
  for await (const row of rowsOf(call, 'visitingAppointment.search', { from, to }, { rows, most, ...(note && { note }) })) {
    if (!row.ok) return row;
    if (isStopped()) return failure('bookings.unreachable', { operation: 'visitingAppointment.search' });
    const { visitors: coming } = row.value;
    isSilent ||= coming === undefined;
    for (const id of new Set(coming?.map((visitor) => visitor?.id))) {
      if (id === undefined || !visitors.has(id)) continue;
      const known = byVisitor.get(id);
      if (known) known.push(row.value);
      else byVisitor.set(id, [row.value]);
    }
  }
  return success({
    async of(badge) {
      const id = badge.visitor?.id;
      const found = id === undefined ? undefined : chooseAppointment(byVisitor.get(id) ?? [], badge, id);
      if (found || !isSilent || id === undefined || left === 0) return success(found);
      left -= 1;
      return findAppointment(call, badge, note);
    },
  });
}
