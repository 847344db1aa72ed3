import { type BadgeWrite, givenPlace } from '../bookings/paths.ts';
import type { WriteBadge, Written } from '../bookings/writing.ts';
import type { EventKind } from '../core/event.ts';
import type { Handed, HandOver } from '../core/outbox.ts';
import { outcomeOf } from './outcome.ts';

/** The events that a badge knows of, their write, and the field that a badge has for each (https://ones.software/help/external-api). */
const writes = {
  checkedIn: { key: 'handOver.checkIn', field: 'checkInDate' },
  checkedOut: { key: 'handOver.checkOut', field: 'checkOutDate' },
} as const satisfies Partial<Record<EventKind, { readonly key: BadgeWrite; readonly field: string }>>;

/** Did the installer say where? If not, nothing is written to the server. */
export const writesBadges = (paths: Readonly<Record<string, string>>): boolean =>
  Object.values(writes).every(({ key }) => givenPlace(key, paths) !== undefined);

/**
 * Writes check-ins and check-outs to Bookings ONE, where the installer said how: one field with the event's time. Other kinds of events
 * are not for this receiver (see core/addressed.ts).
 */
export function createBadgeHandOver(options: {
  readonly write: WriteBadge;
  readonly paths: Readonly<Record<string, string>>;
}): HandOver {
  const { write, paths } = options;
  return {
    receiver: 'bookings',
    async hand({ kind, badgeId, at, eventId }) {
      const { key: operation, field } = writes[kind as keyof typeof writes] ?? {};
      const place = operation && givenPlace(operation, paths);
      // It is in no outbox of this receiver, or there is no badge to write to: a bug, of which a person has to know.
      if (!place || badgeId === undefined) return { outcome: 'dead', failure: { code: 'handOver.refused', operation: kind } };
      return handedOf(await write({ place, id: badgeId, body: { [field]: at }, key: eventId }), operation);
    },
    // The connections are the client's own.
    close: async () => {},
  };
}

function handedOf({ result, status, retryAfterMs }: Written, operation: string): Handed {
  if (result.ok) return { outcome: 'sent' };
  const failure = { operation, ...result.failure };
  const later = { outcome: 'later', failure, ...(retryAfterMs !== undefined && { retryAfterMs }) } as const;
  if (status === undefined) return later;
  // Neither is the server's word on this event: the token is not taken, or something in between answered.
  if (status === 401 || failure.code === 'bookings.portal') return { ...later, status };
  const { outcome } = outcomeOf(status);
  if (outcome === 'sent') return { outcome };
  return outcome === 'later' ? { ...later, status } : { outcome, failure, status };
}
