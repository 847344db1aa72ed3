import { type DeskNews, newsWith } from './core/desk.ts';
import type { Door } from './core/ports.ts';
import { closedDesk } from './effects/closed-desk.ts';
import { type Desk, runDesk } from './effects/desk.ts';
import type { Requests } from './effects/requests.ts';
import { deskAwayMs, type StaffedScreen, staffSession } from './effects/staff-session.ts';
import type { Settings } from './settings/settings.ts';

type Made = 'requests' | 'recorded' | 'isFree' | 'retentionHours' | 'withinMs' | 'doorCode';

/** What every desk of a Foyer is made of. */
export interface DeskParts extends Omit<Parameters<typeof runDesk>[0], Made> {
  readonly settings: Settings;
  readonly door: Door;
}

/** A desk of its own window, open or closed. */
interface OwnDesk extends StaffedScreen {
  hear(news: DeskNews): void;
}

/**
 * A desk of its own window: closed until a PIN opens it, or open without a name where nobody has one. `before`: what was heard already; `recordedAt`: makes
 * what follows when something was recorded at one.
 */
export function ownDeskOf(
  parts: DeskParts,
  requests: Requests,
  before: DeskNews,
  recordedAt: (desk: () => Desk) => () => void,
): OwnDesk {
  const { door, clock, log } = parts;
  let known = before;
  const closed = closedDesk({ door, requests, clock, log, openDesk: (name, isAdmin) => session.open(name, isAdmin) });
  const makeDesk = (staff: string | undefined, isAdmin: boolean): Desk => {
    const desk: Desk = deskOf(
      { ...parts, isFree: door.isMissing },
      requests,
      recordedAt(() => desk),
    );
    desk.hear({ ...known, ...(staff !== undefined && { staff, isAdmin, leave: 'closes' }) });
    return desk;
  };
  const session = staffSession(closed, { makeDesk, awayMs: deskAwayMs, isFree: door.isMissing, isKnown: door.knows, clock, log });
  return {
    ...session,
    hear: (news) => {
      known = newsWith(known, news);
      closed.hear(news);
      session.desk()?.hear(news);
    },
  };
}

/** A desk, with what the installer set for it. */
export function deskOf(parts: DeskParts & { readonly isFree?: () => boolean }, requests: Requests, recorded: () => void): Desk {
  const { doorCode, printWithinSeconds, retentionHours } = parts.settings;
  return runDesk({
    ...{ ...parts, requests, recorded, retentionHours },
    ...{ withinMs: printWithinSeconds * 1_000, ...(doorCode && { doorCode }) },
  });
}
