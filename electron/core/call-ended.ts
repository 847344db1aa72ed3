import type { FailureCode } from '../contract/failure.ts';

/** A call that was on the wire and has ended. What was refused before it left is none. `probe`: a try whether the server is there. */
export interface CallEnded {
  readonly by: 'visitor' | 'background' | 'probe';
  readonly failure?: FailureCode | undefined;
}

/** What a call says of the server: it works; it answers, if not well; it cannot be worked with; or that should be looked into. */
export function wordOf({ by, failure }: CallEnded): 'good' | 'answered' | 'bad' | 'doubtful' {
  switch (failure) {
    case undefined:
      return 'good';
    case 'bookings.unreachable':
    case 'bookings.unresolved':
    case 'bookings.tls':
    case 'bookings.portal':
    case 'bookings.unauthorized':
    case 'bookings.busy':
      return 'bad';
    case 'bookings.timeout':
      // An operation that nobody waits for may take its time.
      return by === 'background' ? 'doubtful' : 'bad';
    case 'bookings.forbidden':
    case 'bookings.broken':
    case 'bookings.unreadable':
      // A token that may not do one thing, or a part of the server that is broken, must not take the kiosk from the rest of it.
      return by === 'probe' ? 'bad' : 'doubtful';
    default:
      return 'answered';
  }
}
