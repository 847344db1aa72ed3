import type { EventKind } from './event.ts';
import { isMailAddress } from './mail-address.ts';
import type { Receiver } from './outbox.ts';
import type { Visit } from './visit.ts';

/**
 * Is an event of this kind, about this visit, for this receiver? A webhook is told of everything. Bookings ONE has a place for when a badge was
 * checked in and out, and for nothing else, and knows no walk-in. A host is told of a check-in, where the visit has an address to tell it to. What a receiver
 * could only be silent about is never put into its outbox.
 */
export function isFor(receiver: Receiver, kind: EventKind, visit?: Pick<Visit, 'hostMail' | 'walkIn'>): boolean {
  switch (receiver) {
    case 'webhook':
      return true;
    case 'bookings':
      return (kind === 'checkedIn' || kind === 'checkedOut') && visit?.walkIn === undefined;
    case 'hosts':
      return kind === 'checkedIn' && isMailAddress(visit?.hostMail ?? '');
  }
}
