import type { Call } from '../../electron/bookings/call.ts';
import { rosterDays, rosterDownload } from '../../electron/bookings/roster.ts';
import type { Roster } from '../../electron/core/ports.ts';
import type { ReviewRunner } from '../../electron/effects/review.ts';
import type { Time } from './time.ts';

/** Reads the visits of yesterday to tomorrow into the roster, and lets the journal be compared with them; whether they came whole. */
export async function readRoster(parts: {
  readonly call: Call;
  readonly roster: Roster;
  readonly review: ReviewRunner;
  readonly time: Time;
}): Promise<boolean> {
  const { call, roster, review, time } = parts;
  const at = time.clock.wall();
  const span = rosterDays(new Date(time.wall()), 1);
  const draft = roster.draft();
  if (!draft.ok) return false;
  const download = rosterDownload({ call, places: call, building: '1', note: () => {} });
  const read = await download({
    ...span,
    rows: 200,
    watched: review.watched(),
    take: (visits) => draft.value.add(visits),
    onRead: () => {},
    isStopped: () => false,
  });
  if (!read.ok) {
    draft.value.abandon();
    return false;
  }
  review.refreshed({ views: read.value.views, ...span });
  return (await draft.value.finish({ at })).ok;
}
