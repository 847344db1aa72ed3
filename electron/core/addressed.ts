import type { EventKind } from './event.ts';
import type { Receiver } from './outbox.ts';
import type { Visit } from './visit.ts';

/**
 * Is an event of this kind, and of this visit where it is of one, for this receiver? A webhook is told of everything. Bookings ONE has a place for when
 * a badge was checked in and out, and for nothing else, and knows no walk-in: what it could only be silent about is never put into its outbox.
 */
export const isFor = (receiver: Receiver, kind: EventKind, visit?: Pick<Visit, 'walkIn'>): boolean =>
  receiver === 'webhook' || ((kind === 'checkedIn' || kind === 'checkedOut') && visit?.walkIn === undefined);
