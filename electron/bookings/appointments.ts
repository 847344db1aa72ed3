import { failure, type Result, success } from '../contract/failure.ts';
import type { Call } from './call.ts';
import { chooseAppointment, type DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Appointment } from './schemas/appointment.ts';
import { findAppointment } from './surroundings.ts';

/** The appointments of some days, of some visitors. */
export interface Appointments {
  /** The appointment behind a badge; undefined: there is none. `notAsked`: nobody knows, for too many had to be asked for one by one. */
  of(badge: DatedBadge): Promise<Result<Appointment | undefined> | 'notAsked'>;
}

/** So many are asked for one by one in one download: where a server does not say who comes, and of badges that are valid beyond the span. */
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
      // The appointment of a badge of several days may lie on one that was not asked for.
      const isBeyond = Date.parse(badge.period.from) < Date.parse(from) || Date.parse(badge.period.to) > Date.parse(to);
      if (found || id === undefined || !(isSilent || isBeyond)) return success(found);
      if (left === 0) return 'notAsked';
      left -= 1;
      return findAppointment(call, badge, note);
    },
  });
}
