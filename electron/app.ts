import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createBookings } from './bookings/client.ts';
import { Credentials } from './bookings/credentials.ts';
import { success } from './contract/failure.ts';
import type { Journal } from './core/ports.ts';
import { badgesAgain } from './demo/again.ts';
import { demoBuilding, demoCodes } from './demo/codes.ts';
import { startDemoServer } from './demo/server.ts';
import { machineClock } from './effects/clock.ts';
import { type Lobby, runLobby } from './effects/lobby.ts';
import { watchSite } from './effects/site.ts';
import type { Served } from './host/gate.ts';
import { createLog, type Log } from './log/log.ts';
import { createPrinter } from './printer/printers.ts';
import type { Keyring } from './settings/secret.ts';
import type { Checked, Settings } from './settings/settings.ts';
import { fits } from './settings/settings.ts';
import { openStore } from './settings/store.ts';

/** Milliseconds that a stop waits for a running print; what it had sent is `unknown` at the next start. */
const stopPatience = 1_000;

/**
 * Builds the parts of Foyer, wires them and starts them. `assets`: the folder of fonts and badge templates; `keyring`: the operating
 * system's, where the host has one. A fault names the setting that stops the start.
 */
export async function startApp(options: { settings: Settings; assets: string; keyring?: Keyring }): Promise<Checked<Served>> {
  const { settings, assets, keyring } = options;
  const { data, demo, slip } = settings;
  const store = openStore(settings, keyring);
  if (!store.ok) return store;
  const { journal, release } = store.value;
  const log = createLog({ file: join(data, 'foyer.log') });
  log.log('started', { host: settings.host, demo, key: settings.key });

  const embedded = settings.server ? undefined : await startEmbedded(journal);
  const server = settings.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  const building = settings.building ?? (embedded && demoBuilding);
  const bookings = createBookings({ url: server.url, credentials: new Credentials(server), paths: settings.paths, building });
  const address = settings.printer ?? (demo ? new URL('show:') : undefined);
  const printer = createPrinter({ address, data, assets });

  const settled = journal.settle(machineClock.wall());
  if (settled.ok) log.log('journalSettled', settled.value);
  else log.log('notKept', { failure: settled.failure.code, operation: settled.failure.operation });
  const lobby = runLobby({
    bookings,
    journal,
    printer,
    clock: machineClock,
    log,
    building,
    slip,
    ...(embedded && { demo: [...demoCodes] }),
  });
  const stopWatching = watchSite({ bookings, services: settings.services, clock: machineClock, log, tell: lobby.hear });

  return fits({
    handlers: handlersOf(lobby, log),
    onSnapshot: lobby.onSnapshot,
    noteBug: (call) => log.log('bug', { call }),
    async stop() {
      stopWatching();
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopPatience).unref());
      await Promise.race([lobby.stop(), late]);
      await Promise.race([Promise.allSettled([printer.close(), bookings.close(), embedded?.close()]), late]);
      journal.close();
      log.log('stopped', {});
      log.close();
      release();
    },
  });
}

function handlersOf(lobby: Lobby, log: Log): Served['handlers'] {
  return {
    snapshot: () => success(lobby.snapshot()),
    intent: (intent) => {
      if (intent.kind === 'camera') log.log('camera', { state: intent.state });
      lobby.send({ type: 'intent', intent });
      return success(null);
    },
  };
}

/** The demo's Bookings ONE: spoken to over HTTP like any other, behind a token of its own. */
async function startEmbedded(journal: Journal) {
  const token = randomBytes(24).toString('base64url');
  const server = await startDemoServer({ token, idOf: badgesAgain(journal, new Date()) });
  return { server: { url: server.url, token, auth: 'raw' as const }, close: () => server.close() };
}
