import { join } from 'node:path';
import { openBackOffice } from './back-office.ts';
import { connect } from './connect.ts';
import { offlineFor } from './core/offline.ts';
import { demoCodes } from './demo/codes.ts';
import { startEmbedded } from './demo/embedded.ts';
import { onDemo } from './demo/site.ts';
import { hearAnswers } from './effects/answers.ts';
import { machineClock } from './effects/clock.ts';
import { type ConnectionState, watchConnection } from './effects/connection.ts';
import { watchDashboard } from './effects/dashboard.ts';
import { expectedList } from './effects/expected.ts';
import { watchPrinters } from './effects/printers.ts';
import { watchSite } from './effects/site.ts';
import { exportingFrom } from './exporting/places.ts';
import { createHandOvers, receiversOf } from './handover/receivers.ts';
import type { Served } from './host/gate.ts';
import { sayFault } from './host/terminal.ts';
import { hearLog } from './log/heard.ts';
import { createLog } from './log/log.ts';
import { emblemOf } from './printer/emblem.ts';
import { createPrinter } from './printer/printers.ts';
import type { SystemPrinting } from './printer/system.ts';
import { openRoster } from './roster/open.ts';
import { runScreens, type Screens, served } from './screen.ts';
import { judgeDrawing } from './settings/drawing.ts';
import { type Given, openSettings } from './settings/effective.ts';
import { tellNotes } from './settings/notes.ts';
import type { Keyring } from './settings/secret.ts';
import { type Checked, fits } from './settings/settings.ts';
import { openStore } from './settings/store.ts';
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
  const judge = judgeDrawing(assets);
  const effective = openSettings(given, keyring, judge);
  if (!effective.ok) return effective;
  const { settings: set, notes } = effective.value;
  const receivers = receiversOf(set);
  const store = openStore(set, keyring, { receivers });
  if (!store.ok) return store;
  const { journal, key, replaced, release } = store.value;
  const log = hearLog(createLog({ file: join(set.data, 'foyer.log') }));

  const embedded = set.server ? undefined : await startEmbedded(journal);
  const server = set.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  const settings = embedded ? onDemo(set) : set;
  const { data, demo, building } = settings;
  log.log('started', { host: settings.host, demo, key: settings.key });
  tellNotes(notes, log, sayFault);
  if (replaced !== undefined) {
    log.log('journalReplaced', {});
    sayFault({
      name: 'FOYER_DATA',
      message: `the journal was damaged: it lies in the folder as ${replaced}, and a new one was begun`,
    });
  }

  const clock = machineClock;
  const connection = watchConnection({
    probe: () => bookings.probe(),
    clock,
    log,
    chance: Math.random,
    tell: (state) => hearConnection(state),
  });
  const bookings = await connect({ settings, server, building, log, warn: sayFault, onEnded: connection.heard });
  const site = JSON.stringify([set.server?.url.href ?? 'demo', building]);
  const roster = openRoster({ folder: data, key, site, clock, log, retentionHours: settings.retentionHours });

  const settled = journal.settle(clock.wall());
  if (settled.ok) log.log('journalSettled', settled.value);
  else log.log('notKept', { failure: settled.failure.code, operation: settled.failure.operation });
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
    ...{ given, effective: effective.value, keyring, judge, restart, assets },
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
    clock,
    log,
    settings,
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
