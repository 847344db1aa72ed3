import type { FakeBadge, FakeBookings } from '../fakes/bookings.ts';
import { siteIso } from './time.ts';

const hour = 60 * 60_000;

/** Somebody who comes in one of the outages. `plan`: what becomes of the visit besides. */
export interface Visitor {
  readonly code: string;
  readonly badge: FakeBadge;
  readonly plan: Plan;
}

/**
 * Most leave again. Some forget to, and nobody says more of it; of some the server says that they left, or that they were there before; of some
 * the badge is taken back. The events of some are refused by their receiver.
 */
type Plan = 'leaves' | 'forgets' | 'leftThere' | 'earlierThere' | 'goneThere' | 'refused';

/** Who does not leave here. */
export const staysInside = ({ plan }: Visitor): boolean => plan === 'forgets' || plan === 'leftThere';

/** The company of those whose events are refused. */
export const refusedCompany = 'Refused Ltd.';

/** The special plans of an outage; three in a week plant differences. */
const usual: readonly Plan[] = ['forgets'];
const planting: readonly Plan[] = ['forgets', 'leftThere', 'earlierThere', 'goneThere', 'refused'];

/** So many visitors of a day that begins at a moment (milliseconds since 1970), as the server has them. */
export function invite(
  bookings: FakeBookings,
  { first, count, dayBegins, plants }: { first: number; count: number; dayBegins: number; plants: boolean },
): readonly Visitor[] {
  const period = { from: siteIso(dayBegins + hour), to: siteIso(dayBegins + 22 * hour) };
  const special = plants ? planting : usual;
  return Array.from({ length: count }, (_, index) => {
    const plan = special[index] ?? 'leaves';
    const number = first + index;
    const code = `W${number.toString(36).toUpperCase().padStart(5, '0')}`;
    const company = plan === 'refused' ? refusedCompany : 'Invented Ltd.';
    const visitor = { id: 10_000 + number, name: `Guest${number} Erfunden`, company };
    return { code, plan, badge: bookings.add(code, { period, visitor }) };
  });
}

/** What the server says of a visitor in the end, `now` (milliseconds since 1970), as it was planned. */
export function tellOtherwise(bookings: FakeBookings, { plan, badge }: Visitor, now: number): void {
  if (plan === 'goneThere') bookings.remove(badge);
  if (plan === 'leftThere') {
    Object.assign(badge, { state: 2, checkInDate: siteIso(now - hour), checkOutDate: siteIso(now - hour / 2) });
  }
  // Hours before anybody came here.
  if (plan === 'earlierThere') Object.assign(badge, { state: 1, checkInDate: badge.period.from });
}
