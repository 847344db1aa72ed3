import type { FakeBookings } from '../fakes/bookings.ts';
import type { Kiosk } from './kiosk.ts';

/** Each way in which the server is away. */
export const kindsOfOutage = ['down', 'portal', 'broken', 'hanging', 'unauthorized', 'busy', 'dns'] as const;
type KindOfOutage = (typeof kindsOfOutage)[number];

/** The server, as it is and is not there. */
export interface Availability {
  begin(kind: KindOfOutage, kiosk: Kiosk): Promise<void>;
  end(kiosk: Kiosk): Promise<void>;
  /** A kiosk that starts in an outage is in it as well. */
  meet(kiosk: Kiosk): void;
}

/** A server that is there. */
export function availabilityOf(bookings: FakeBookings): Availability {
  let now: KindOfOutage | undefined;
  return {
    async begin(kind, kiosk) {
      now = kind;
      // Kept connections end with a server that is down, and would outlive a name that is gone.
      if (kind === 'down' || kind === 'dns') await bookings.down();
      if (kind === 'dns') await bookings.up();
      if (kind !== 'down' && kind !== 'dns') bookings.mood = kind;
      kiosk.setResolved(kind !== 'dns');
    },
    async end(kiosk) {
      if (now === 'down') await bookings.up();
      now = undefined;
      bookings.mood = 'well';
      kiosk.setResolved(true);
    },
    meet: (kiosk) => kiosk.setResolved(now !== 'dns'),
  };
}
