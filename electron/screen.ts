import type { DeskNews } from './core/desk.ts';
import type { Receiver } from './core/outbox.ts';
import type { Roster, WholeJournal } from './core/ports.ts';
import { type Desk, runDesk } from './effects/desk.ts';
import { type Lobby, type LobbyParts, runLobby, type SiteNews } from './effects/lobby.ts';
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

/** Runs what the settings ask for: the visitors' lobby, the desk, or both. What one does, the desk shows at once. */
export function runScreens(
  parts: Pick<LobbyParts, 'bookings' | 'printer' | 'clock' | 'log' | 'demo'> & {
    readonly settings: Settings;
    readonly journal: WholeJournal;
    readonly roster: Roster;
    readonly connection: LobbyParts['connection'];
    readonly receivers: readonly Receiver[];
    /** Something may wait to be handed on. */
    readonly handOn: () => void;
  },
): Screens {
  const { settings, handOn } = parts;
  if (settings.mode === 'desk') return alone(deskOf(parts));
  const { building, slip, doorCode } = settings;
  const lobby = runLobby({ ...parts, building, slip, doorCode });
  const hearLobby = ({ server: _, download: __, handOver: ___, notices: ____, ...news }: SiteNews & DeskNews) => lobby.hear(news);
  if (!settings.desk) return { ...alone(lobby), hear: hearLobby };
  const desk = deskOf(parts);
  lobby.onSnapshot(desk.look);
  return {
    first: lobby,
    desk: {
      ...desk,
      send: (event) => {
        desk.send(event);
        handOn();
      },
    },
    hear: (news) => {
      hearLobby(news);
      desk.hear(news);
    },
    stop: async () => {
      await Promise.all([lobby.stop(), desk.stop()]);
    },
  };
}

function deskOf({ journal, receivers, roster, clock, log, handOn }: Parameters<typeof runScreens>[0]): Desk {
  return runDesk({ review: journal, outbox: journal, receivers, roster, clock, log, sentAgain: handOn });
}

const alone = (screen: Desk | Lobby): Screens => ({ first: screen, hear: screen.hear, stop: screen.stop });
