import type { EventKind } from './event.ts';
import type { Receiver } from './outbox.ts';

/**
 * Is an event of this kind for this receiver? A webhook is told of everything. Bookings ONE has a place for when a badge was checked in and
 * out, and for nothing else: what it could only be silent about is never put into its outbox.
 */
export const isFor = (receiver: Receiver, kind: EventKind): boolean =>
  receiver === 'webhook' || kind === 'checkedIn' || kind === 'checkedOut';
