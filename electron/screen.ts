import type { DeskNews } from './core/desk.ts';
import type { Receiver } from './core/outbox.ts';
import type { Roster, WholeJournal } from './core/ports.ts';
import { runDesk } from './effects/desk.ts';
import { type Lobby, type LobbyParts, runLobby, type SiteNews } from './effects/lobby.ts';
import type { Settings } from './settings/settings.ts';

/** Whichever screen is the first: it takes what the other would be told besides, and does nothing with it. */
export interface FirstScreen extends Omit<Lobby, 'hear'> {
  hear(news: SiteNews & DeskNews): void;
}

/** Runs the screen that the settings ask for: the visitors' lobby, or the desk's. */
export function runFirstScreen(
  parts: Pick<LobbyParts, 'bookings' | 'printer' | 'clock' | 'log' | 'demo'> & {
    readonly settings: Settings;
    readonly journal: WholeJournal;
    readonly roster: Roster;
    readonly connection: LobbyParts['connection'];
    readonly receivers: readonly Receiver[];
    readonly sentAgain: () => void;
  },
): FirstScreen {
  const { settings, journal, receivers, roster, clock, log, sentAgain } = parts;
  if (settings.mode === 'desk') return runDesk({ review: journal, outbox: journal, receivers, roster, clock, log, sentAgain });
  const { building, slip, doorCode, scanning } = settings;
  const lobby = runLobby({ ...parts, building, slip, doorCode, ...(scanning && { scanning }) });
  return {
    ...lobby,
    hear: ({ server: _, download: __, handOver: ___, notices: ____, ...news }) => lobby.hear(news),
  };
}
