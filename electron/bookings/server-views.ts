import { type Failure, type Result, success } from '../contract/failure.ts';
import type { ServerView } from '../core/event.ts';
import type { Call } from './call.ts';
import { type Badge, stateOf } from './schemas/badge.ts';
import { several } from './several.ts';

/** What the server says of a badge that it has. */
export function viewOf(badge: Badge): ServerView {
  const { checkInDate, checkOutDate } = badge;
  return {
    kind: 'badge',
    state: stateOf(badge),
    ...(checkInDate && { checkedInAt: checkInDate }),
    ...(checkOutDate && { checkedOutAt: checkOutDate }),
  };
}

/**
 * What the server says of badges that a search did not bring, asked for by id: it may have been of other days, or moved from one page to
 * another while they were read. Nothing of one of which it says neither. Fails where the failure `isGrave`.
 */
export async function viewsById(
  call: Call,
  ids: readonly string[],
  isGrave: (failure: Failure) => boolean,
): Promise<Result<ReadonlyMap<string, ServerView>>> {
  const views = new Map<string, ServerView>();
  const asked = await several(ids, async (id) => {
    const badge = await call('visitorManagement.get', { id });
    if (badge.ok && badge.value.key === id) views.set(id, viewOf(badge.value));
    if (!badge.ok && badge.failure.code === 'bookings.notFound') views.set(id, { kind: 'gone' });
    return badge.ok || !isGrave(badge.failure) ? success(undefined) : badge;
  });
  return asked.ok ? success(views) : asked;
}
