import type { Call } from '../../electron/bookings/call.ts';
import { rowsOf } from '../../electron/bookings/pages.ts';
import { stateOf } from '../../electron/bookings/schemas/badge.ts';
import { visitOf } from '../../electron/bookings/visits.ts';
import type { ServerView } from '../../electron/core/event.ts';
import type { Roster } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import type { ReviewRunner } from '../../electron/effects/review.ts';
import { siteIso, type Time } from './time.ts';

const day = 24 * 60 * 60_000;

/** Reads the badges of yesterday to tomorrow into the roster, and lets the journal be compared with them; whether they came whole. */
export async function readRoster(parts: {
  readonly call: Call;
  readonly roster: Roster;
  readonly review: ReviewRunner;
  readonly time: Time;
}): Promise<boolean> {
  const { call, roster, review, time } = parts;
  const at = time.clock.wall();
  const [from, to] = [siteIso(time.wall() - 1.5 * day), siteIso(time.wall() + 1.5 * day)];
  const watched = review.watched();
  const visits: Visit[] = [];
  const views = new Map<string, ServerView>();
  for await (const row of rowsOf(call, 'visitorManagement.search', { from, to }, { rows: 1_000, most: 100_000 })) {
    if (!row.ok) return false;
    const { registrationCode, period, key } = row.value;
    if (!registrationCode || !period) continue;
    visits.push(visitOf({ ...row.value, period }, registrationCode, { place: {} }));
    const { checkInDate, checkOutDate } = row.value;
    if (!watched.has(key)) continue;
    views.set(key, {
      kind: 'badge',
      state: stateOf(row.value),
      ...(checkInDate && { checkedInAt: checkInDate }),
      ...(checkOutDate && { checkedOutAt: checkOutDate }),
    });
  }
  const draft = roster.draft();
  if (!draft.ok) return false;
  await draft.value.add(visits);
  const finished = await draft.value.finish({ at });
  review.refreshed({ views, from, to });
  return finished.ok;
}
