import type { BackOffice } from './back-office.ts';
import { success } from './contract/failure.ts';
import { type DeskNews, newsWith } from './core/desk.ts';
import type { Receiver } from './core/outbox.ts';
import type { Door, Roster, WholeJournal } from './core/ports.ts';
import type { Dashboard } from './effects/dashboard.ts';
import type { Desk } from './effects/desk.ts';
import type { ExpectedList } from './effects/expected.ts';
import type { Exporting } from './effects/exporting.ts';
import { type Lobby, type LobbyParts, runLobby, type SiteNews } from './effects/lobby.ts';
import { createRequests } from './effects/requests.ts';
import { lobbyAwayMs, staffSession } from './effects/staff-session.ts';
import type { ServedScreen } from './host/gate.ts';
import type { Log } from './log/log.ts';
import { deskOf, ownDeskOf } from './own-desk.ts';
import type { Settings } from './settings/settings.ts';

/** What a screen of either kind is to a host and to the rest of the app. */
export type RunningScreen = Pick<Lobby, 'snapshot' | 'send' | 'onSnapshot'>;

/** The screens of one Foyer: the first, and the desk where it is shown beside the lobby. */
export interface Screens {
  readonly first: RunningScreen;
  readonly desk?: RunningScreen;
  /** Each takes what is for it. */
  hear(news: SiteNews & DeskNews): void;
  stop(): Promise<void>;
}

interface ScreenParts extends Pick<LobbyParts, 'bookings' | 'printer' | 'clock' | 'log' | 'demo'> {
  readonly settings: Settings;
  readonly journal: WholeJournal;
  readonly roster: Roster;
  readonly connection: LobbyParts['connection'];
  readonly receivers: readonly Receiver[];
  /** Whom the server expects today, and its own counts, while somebody looks. */
  readonly expected: ExpectedList;
  readonly dashboard: Dashboard;
  /** What an administrator may do, and how the kiosk is. */
  readonly office: BackOffice;
  /** Where what is taken out goes, and the server's own export. */
  readonly exporting: Exporting;
  /** The way from the lobby to the desk. */
  readonly door: Door;
  /** The name under which the site's logo is served. */
  readonly logo?: string;
  /** Something may wait to be handed on. */
  readonly handOn: () => void;
}

/** Runs what the settings ask for: the visitors' lobby with a door to the desk, the desk, or both. What one does, the other shows at once. */
export function runScreens(parts: ScreenParts): Screens {
  const { settings, door, clock, log, handOn } = parts;
  const { outOfOrder, ...office } = parts.office;
  if (settings.mode === 'desk') {
    const desk = ownDeskOf({ ...parts, office }, createRequests(), {}, () => handOn);
    return { first: desk, hear: desk.hear, stop: desk.stop };
  }
  let known: DeskNews = { notices: { outOfOrder: outOfOrder.isOutOfOrder() } };
  const requests = createRequests();
  const { building, slip, doorCode, scanning, house } = settings;
  const lobby = runLobby({
    ...{ ...parts, building, slip, doorCode, door, house, ...(scanning && { scanning }) },
    // Nobody would see it where the desk is opened by a PIN, in this very window.
    ...(settings.desk && { requests, walkIns: settings.walkIns }),
    outOfOrder: outOfOrder.isOutOfOrder,
    withinMs: settings.printWithinSeconds * 1_000,
    openDesk: (name, isAdmin) => first.open(name, isAdmin),
  });
  /** What is switched at one desk is seen in the lobby and at every other at once. */
  const setOutOfOrder = (isOut: boolean): boolean => {
    const isKept = outOfOrder.setOutOfOrder(isOut);
    log.log('outOfOrder', { isOut });
    lobby.hear({});
    hear({ notices: { outOfOrder: isOut } });
    return isKept;
  };
  const lobbyOffice = { ...office, outOfOrder: { isOutOfOrder: outOfOrder.isOutOfOrder, setOutOfOrder } };
  const deskParts = { ...parts, office: lobbyOffice };
  const recordedAt = (desk: () => Desk) => () => {
    handOn();
    for (const other of desks()) if (other !== desk()) other.look();
  };
  const makeDesk = (staff: string | undefined, isAdmin: boolean): Desk => {
    const desk: Desk = deskOf(
      deskParts,
      requests,
      recordedAt(() => desk),
    );
    desk.hear({ ...known, ...(staff !== undefined && { staff, isAdmin }), leave: 'toLobby' });
    return desk;
  };
  const first = staffSession(lobby, { makeDesk, awayMs: lobbyAwayMs, isKnown: door.knows, clock, log });
  const beside = settings.desk ? ownDeskOf(deskParts, requests, known, recordedAt) : undefined;
  const desks = () => [beside?.desk(), first.desk()].filter((desk) => desk !== undefined);
  lobby.onSnapshot(() => {
    for (const desk of desks()) desk.look();
  });
  function hear(news: SiteNews & DeskNews): void {
    const { server, download, handOver, notices, printers, ...siteNews } = news;
    lobby.hear(siteNews);
    known = newsWith(known, news);
    first.desk()?.hear(news);
    beside?.hear(news);
  }
  return {
    first,
    ...(beside && { desk: beside }),
    hear,
    stop: async () => {
      await Promise.all([first.stop(), beside?.stop()]);
    },
  };
}

/** A screen, as a host serves it. */
export function served(screen: RunningScreen, log: Log): ServedScreen {
  return {
    handlers: {
      snapshot: () => success(screen.snapshot()),
      intent: (intent) => {
        if (intent.kind === 'camera') log.log('camera', { state: intent.state });
        screen.send({ type: 'intent', intent });
        return success(null);
      },
    },
    onSnapshot: screen.onSnapshot,
    noteBug: (call) => log.log('bug', { call }),
    left: () => screen.send({ type: 'intent', intent: { kind: 'leave' } }),
    pageLost: (trouble) => {
      log.log('page', { trouble });
      screen.send({ type: 'pageLost' });
    },
  };
}
