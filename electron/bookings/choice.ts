import type { Appointment } from './schemas/appointment.ts';
import type { Badge } from './schemas/badge.ts';

/** A badge that says when it is valid. */
export type DatedBadge = Badge & { readonly period: NonNullable<Badge['period']> };

/**
 * The appointment behind a badge: of this visitor, overlapping the badge's period, nearest to its start. A server may ignore a filter:
 * rows that do not say who comes are trusted only when exactly one fits, so that nobody is sent to another visitor's host.
 */
export function chooseAppointment(rows: readonly Appointment[], badge: DatedBadge, visitorId: string): Appointment | undefined {
  const standing = rows.filter((row) => !row.withdrawn && overlaps(row, badge));
  const named = standing.filter((row) => row.visitors?.some((visitor) => visitor?.id === visitorId));
  if (named.length > 0) return named.toSorted((a, b) => distance(a, badge) - distance(b, badge))[0];
  const silent = standing.filter((row) => row.visitors === undefined);
  return silent.length === 1 ? silent[0] : undefined;
}

function overlaps({ period }: Appointment, badge: DatedBadge): boolean {
  if (!period) return true;
  return Date.parse(period.from) <= Date.parse(badge.period.to) && Date.parse(badge.period.from) <= Date.parse(period.to);
}

const distance = ({ period }: Appointment, badge: DatedBadge): number =>
  period ? Math.abs(Date.parse(period.from) - Date.parse(badge.period.from)) : Number.POSITIVE_INFINITY;
