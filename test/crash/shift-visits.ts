import type { Intent } from '../../electron/contract/intent.ts';
import { isOnItsWay } from '../../electron/contract/printing.ts';
import { type Deed, deeds } from './deeds.ts';
import type { ScreenOf } from './page.ts';
import { type Act, type Guest, openOf, rowOf, toHosts, toVisit } from './receptionist.ts';
import type { Site } from './site.ts';

type Screen = ScreenOf<'desk'>;

/** Somebody whom Bookings ONE expects. */
export interface Expected extends Guest {
  readonly code: string;
}

/** The next who is expected and has not come yet. */
export function expectedOne(site: Site): Expected {
  const code = site.next();
  return { name: site.badge(code).visitor.name, search: code, isExpected: true, code };
}

/** Somebody without a code is let in, and gets a badge. */
export function walkIn(site: Site, guest: Guest): readonly Act[] {
  const [owner = ''] = guest.name.split(' ');
  const host = 'Hana Muster';
  return [
    {
      deed: deeds.in(guest.name),
      turn: toHosts(guest, host),
      isDone: (screen) => rowOf(screen, guest) !== undefined,
      wish: () => ({ kind: 'walkIn', name: guest.name, host, hostId: '70', hasAccepted: true }),
      before: () => {
        site.printing = `${owner} badge`;
        site.notes.codes.set(owner, undefined);
      },
    },
    badgeOf(site, guest, (screen) => site.notes.codes.set(owner, openOf(screen, guest)?.code)),
  ];
}

/** Somebody who is expected is checked in, and gets a badge. `until`: what comes later, and takes that back from the screen. */
export function comeIn(site: Site, guest: Expected, until?: Deed): readonly Act[] {
  return [
    {
      deed: deeds.in(guest.name),
      ...(until && { until }),
      turn: toVisit(guest),
      isDone: (screen) => rowOf(screen, guest)?.state === 'inside',
      wish: (screen) => ofRow(screen, guest, (badge) => ({ kind: 'visitIn', badge })),
      before: () => {
        site.printing = `${guest.code} badge`;
      },
    },
    { ...badgeOf(site, guest), ...(until && { until }) },
  ];
}

/** The badge comes with the check-in, or is said not to have come: no more is shown, or recorded, of one that a kill has caught. */
function badgeOf({ notes }: Site, guest: Guest, know: (screen: Screen) => void = () => {}): Act {
  const printed = deeds.printed(guest.name);
  printed.isAsked = true;
  notes.deeds.push(printed);
  return {
    turn: toVisit(guest),
    isDone: (screen) => {
      const badge = openOf(screen, guest)?.badge;
      return badge !== undefined && !isOnItsWay(badge);
    },
    after: (screen) => {
      know(screen);
      if (openOf(screen, guest)?.badge?.state === 'confirmed') printed.isShown = true;
    },
  };
}

/** Somebody is checked out. */
export const leaving = (guest: Guest, deed: Deed): Act => ({
  deed,
  turn: toVisit(guest),
  isDone: (screen) => rowOf(screen, guest)?.state === 'left',
  wish: (screen) => ofRow(screen, guest, (badge) => ({ kind: 'visitOut', badge })),
});

function ofRow(screen: Screen, guest: Guest, intentOf: (badge: string) => Intent): Intent | undefined {
  const row = rowOf(screen, guest);
  return row && intentOf(row.badge);
}
