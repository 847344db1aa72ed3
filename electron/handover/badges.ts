import type { BadgeWrite } from '../bookings/paths.ts';
import { givenPlace } from '../bookings/paths.ts';
import type { WriteBadge, Written } from '../bookings/writing.ts';
import type { EventKind } from '../core/event.ts';
import type { Handed, HandOver } from '../core/ports.ts';
import { outcomeOf } from './outcome.ts';

/** The events that a badge knows of, their write, and the field that a badge has for each (https://ones.software/help/external-api). */
const writes: Readonly<Partial<Record<EventKind, { readonly key: BadgeWrite; readonly field: string }>>> = {
  checkedIn: { key: 'handOver.checkIn', field: 'checkInDate' },
  checkedOut: { key: 'handOver.checkOut', field: 'checkOutDate' },
};

/** The kinds of events that the installer gave a path for; none: nothing is written to the server. */
export const writtenKinds = (paths: Readonly<Record<string, string>>): readonly EventKind[] =>
  (Object.keys(writes) as EventKind[]).filter((kind) => placeOf(kind, paths) !== undefined);

const placeOf = (kind: EventKind, paths: Readonly<Record<string, string>>) => {
  const write = writes[kind];
  return write && givenPlace(write.key, paths);
};

/**
 * Writes check-ins and check-outs to Bookings ONE, where the installer said how: one field with the event's time. Other kinds of events
 * are not for this receiver: see `writtenKinds`.
 */
export function createBadgeHandOver(options: {
  readonly write: WriteBadge;
  readonly paths: Readonly<Record<string, string>>;
}): HandOver {
  const { write, paths } = options;
  return {
    receiver: 'bookings',
    async hand({ kind, badgeId, at, eventId }) {
      const place = placeOf(kind, paths);
      const { key: operation = kind, field = '' } = writes[kind] ?? {};
      // Put into the outbox when there was a path; or there is no badge to write to. A person has to know of it.
      if (!place || badgeId === undefined) return { outcome: 'dead', failure: { code: 'handOver.refused', operation } };
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
