import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { connect } from './connect.ts';
import { success } from './contract/failure.ts';
import type { Journal } from './core/ports.ts';
import { badgesAgain } from './demo/again.ts';
import { demoCodes } from './demo/codes.ts';
import { startDemoServer } from './demo/server.ts';
import { onDemo } from './demo/site.ts';
import { machineClock } from './effects/clock.ts';
import { type Lobby, runLobby } from './effects/lobby.ts';
import { watchSite } from './effects/site.ts';
import type { Served } from './host/gate.ts';
import { sayFault } from './host/terminal.ts';
import { createLog, type Log } from './log/log.ts';
import { createPrinter } from './printer/printers.ts';
import type { Keyring } from './settings/secret.ts';
import type { Checked, Settings } from './settings/settings.ts';
import { fits } from './settings/settings.ts';
import { openStore } from './settings/store.ts';
import { startSync } from './sync/sync.ts';

/** Milliseconds that a stop waits for a running print; what it had sent is `unknown` at the next start. */
const stopPatience = 1_000;

/**
 * Builds the parts of Foyer, wires them and starts them. `assets`: the folder of fonts and badge templates; `keyring`: the operating
 * system's, where the host has one. A fault names the setting that stops the start.
 */
export async function startApp(options: { settings: Settings; assets: string; keyring?: Keyring }): Promise<Checked<Served>> {
  const { assets, keyring } = options;
  const store = openStore(options.settings, keyring);
  if (!store.ok) return store;
  const { journal, release } = store.value;
  const log = createLog({ file: join(options.settings.data, 'foyer.log') });

  const embedded = options.settings.server ? undefined : await startEmbedded(journal);
  const server = options.settings.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  const settings = embedded ? onDemo(options.settings) : options.settings;
  const { data, demo, slip, building, doorCode } = settings;
  log.log('started', { host: settings.host, demo, key: settings.key });

  const bookings = await connect({ settings, server, building, log, warn: sayFault });
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
    doorCode,
    ...(embedded && { demo: [...demoCodes] }),
  });
  const stopWatching = watchSite({ bookings, services: settings.services, clock: machineClock, log, tell: lobby.hear });
  const sync = startSync({
    call: bookings.background,
    fetchPicture: bookings.fetchPicture,
    clock: machineClock,
    log,
    settings,
    onContent: (content) => lobby.hear({ content }),
  });
  lobby.onSnapshot(({ screen }) => sync.occupied(screen.kind !== 'welcome'));

  return fits({
    handlers: handlersOf(lobby, log),
    onSnapshot: lobby.onSnapshot,
    picture: sync.picture,
    noteBug: (call) => log.log('bug', { call }),
    async stop() {
      stopWatching();
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopPatience).unref());
      await Promise.race([Promise.all([lobby.stop(), sync.stop()]), late]);
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
