import { openBackOffice } from './back-office.ts';
import { connect } from './connect.ts';
import { offlineFor } from './core/offline.ts';
import { demoCodes } from './demo/codes.ts';
import { hearAnswers } from './effects/answers.ts';
import { machineClock } from './effects/clock.ts';
import { type ConnectionState, watchConnection } from './effects/connection.ts';
import { watchDashboard } from './effects/dashboard.ts';
import { expectedList } from './effects/expected.ts';
import { watchPrinters } from './effects/printers.ts';
import { watchSite } from './effects/site.ts';
import { exportingFrom } from './exporting/places.ts';
import { layFoundation } from './foundation.ts';
import { createHandOvers } from './handover/receivers.ts';
import type { Served } from './host/gate.ts';
import { sayFault } from './host/terminal.ts';
import { emblemOf } from './printer/emblem.ts';
import { createPrinter } from './printer/printers.ts';
import type { SystemPrinting } from './printer/system.ts';
import { openRoster } from './roster/open.ts';
import { runScreens, type Screens, served } from './screen.ts';
import { judgeDrawing } from './settings/drawing.ts';
import type { Given } from './settings/effective.ts';
import type { Keyring } from './settings/secret.ts';
import { type Checked, fits } from './settings/settings.ts';
import { openDoor } from './staff/door.ts';
import { startSync } from './sync/sync.ts';
import { startUpkeep } from './upkeep.ts';

/** Milliseconds that a stop waits for a running print; what it had sent is `unknown` at the next start. */
const stopPatience = 1_000;

/**
 * Builds the parts of Foyer, wires them and starts them. `given`: flags and environment, over what Foyer keeps; `assets`: the folder of fonts and badge
 * templates; `keyring`: the operating system's, and `printing` its silent printing, `restart` ends Foyer so that it is started anew, where the host has them. A fault names the setting that stops the start.
 */
export async function startApp(options: {
  given: Given;
  assets: string;
  keyring?: Keyring;
  printing?: SystemPrinting;
  restart?: (() => void) | undefined;
}): Promise<Checked<Served>> {
  const { given, assets, keyring, printing, restart } = options;
  const clock = machineClock;
  const judge = judgeDrawing(assets);
  const foundation = await layFoundation({ given, keyring, judge, clock });
  if (!foundation.ok) return foundation;
  const { effective, settings, server, embedded, receivers, store, log } = foundation.value;
  const { journal, key, replaced, release } = store;
  const { data, building } = settings;

  const connection = watchConnection({
    probe: () => bookings.probe(),
    clock,
    log,
    chance: Math.random,
    tell: (state) => hearConnection(state),
  });
  const bookings = await connect({ settings, server, building, log, warn: sayFault, onEnded: connection.heard });
  const site = JSON.stringify([settings.server?.url.href ?? 'demo', building]);
  const roster = openRoster({ folder: data, key, site, clock, log, retentionHours: settings.retentionHours });
  const printers = watchPrinters({
    printer: createPrinter({
      addresses: settings.printers,
      data,
      assets,
      drawing: settings.drawing,
      ...(printing && { printing }),
    }),
    rolls: journal,
    answers: hearAnswers({ log, tell: (news) => hear(news) }),
    clock,
    log,
    tell: (news) => hear(news),
  });
  const { printer } = printers;
  const door = openDoor(data, clock);
  const opensByItself = (settings.desk || settings.mode === 'desk') && door.isMissing();
  const expected = expectedList(() => upkeep.refresh(), opensByItself ? clock : undefined);
  const dashboard = watchDashboard({ bookings, clock });
  const office = openBackOffice({
    ...{ given, effective, keyring, judge, restart, assets },
    ...{ bookings, connection, roster, outbox: journal, receivers, clock, log },
  });
  const hear: Screens['hear'] = (news) => {
    office.health.hear(news);
    screens.hear(news);
  };
  const emblem = emblemOf(settings.drawing.logo, assets);
  const screens = runScreens({
    ...(emblem && { logo: emblem.name }),
    ...{ settings, bookings, journal, printer, roster, connection, clock, log, receivers, office, expected, dashboard },
    ...(embedded && { demo: [...demoCodes] }),
    exporting: exportingFrom({ exports: office.exports, call: bookings.background }),
    handOn: () => upkeep.handOn(),
    door,
  });
  hear({ notices: { keyInFile: settings.key === 'file', journalReplaced: replaced !== undefined } });

  const handOvers = createHandOvers({ settings, write: bookings.writeBadge, outbox: journal, wall: clock.wall });
  const upkeep = startUpkeep({
    ...{ settings, bookings, connection, journal, roster, handOvers, clock, log },
    expected: expected.sink,
    tell: (news) => hear({ ...news, ...offline() }),
    slept: leaveScreens,
  });
  /** As if their pages had been lost. */
  function leaveScreens(): void {
    screens.first.send({ type: 'pageLost' });
    screens.desk?.send({ type: 'pageLost' });
  }
  function offline() {
    return { offline: offlineFor(connection.isOnline(), roster.status()) };
  }
  function hearConnection(state: ConnectionState): void {
    hear({ server: state, ...offline() });
    if (state.state === 'online') upkeep.refresh();
  }
  const stopWatching = watchSite({ bookings, services: settings.services, clock, log, tell: hear });
  const sync = startSync({
    call: bookings.background,
    fetchPicture: bookings.fetchPicture,
    ...{ clock, log, settings },
    onContent: (content) => hear({ content }),
  });
  // A desk alone is heard by its page only: it hands on what is recorded of visits by itself, and what else there is leaves within a minute.
  if (settings.mode === 'lobby')
    screens.first.onSnapshot(({ screen: { kind } }) => {
      sync.occupied(kind !== 'welcome' && kind !== 'desk');
      upkeep.handOn();
    });

  return fits({
    ...served(screens.first, log),
    ...(screens.desk && { desk: served(screens.desk, log) }),
    picture: (name) => (name === emblem?.name ? emblem : sync.picture(name)),
    resumed: () => {
      leaveScreens();
      upkeep.woken();
    },
    async stop() {
      stopWatching();
      printers.stop();
      connection.stop();
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopPatience).unref());
      await Promise.race([Promise.all([screens.stop(), sync.stop(), upkeep.stop()]), late]);
      await Promise.race([Promise.allSettled([printer.close(), bookings.close(), embedded?.close()]), late]);
      roster.close();
      journal.close();
      log.log('stopped', {});
      log.close();
      release();
    },
  });
}
