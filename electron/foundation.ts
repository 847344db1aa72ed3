import { join } from 'node:path';
import type { Receiver } from './core/outbox.ts';
import { startEmbedded } from './demo/embedded.ts';
import { onDemo } from './demo/site.ts';
import type { Clock } from './effects/clock.ts';
import { receiversOf } from './handover/receivers.ts';
import { sayFault } from './host/terminal.ts';
import { type HeardLog, hearLog } from './log/heard.ts';
import { createLog } from './log/log.ts';
import { type Effective, type Given, type Judge, openSettings } from './settings/effective.ts';
import { tellNotes } from './settings/notes.ts';
import type { Keyring } from './settings/secret.ts';
import { type Checked, fits, type Settings } from './settings/settings.ts';
import { openStore, type Store } from './settings/store.ts';

/** What everything else of Foyer stands on. */
export interface Foundation {
  /** What was set, and where each of it is from. */
  readonly effective: Effective;
  /** What was set, or what holds in its place for the demo. */
  readonly settings: Settings;
  /** The server that was set, or the demo's. */
  readonly server: NonNullable<Settings['server']>;
  /** The demo's own server, where none was set. */
  readonly embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined;
  readonly receivers: readonly Receiver[];
  readonly store: Store;
  readonly log: HeardLog;
}

/**
 * Reads the settings, takes the data folder, begins the log, finds the server and settles what the last run left open in the journal; says at the terminal and
 * in the log what was amiss. A fault names the setting that stops the start: then nothing is held.
 */
export async function layFoundation(parts: {
  readonly given: Given;
  readonly keyring: Keyring | undefined;
  readonly judge: Judge;
  readonly clock: Pick<Clock, 'wall'>;
}): Promise<Checked<Foundation>> {
  const { given, keyring, judge, clock } = parts;
  const effective = openSettings(given, keyring, judge);
  if (!effective.ok) return effective;
  const { settings: set, notes } = effective.value;
  const receivers = receiversOf(set);
  const store = openStore(set, keyring, { receivers });
  if (!store.ok) return store;
  const { journal, replaced } = store.value;
  const log = hearLog(createLog({ file: join(set.data, 'foyer.log') }));

  const embedded = set.server ? undefined : await startEmbedded(journal);
  const server = set.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  const settings = embedded ? onDemo(set) : set;
  log.log('started', { host: settings.host, demo: settings.demo, key: settings.key });
  tellNotes(notes, log, sayFault);
  if (replaced !== undefined) {
    log.log('journalReplaced', {});
    sayFault({
      name: 'FOYER_DATA',
      message: `the journal was damaged: it lies in the folder as ${replaced}, and a new one was begun`,
    });
  }
  const settled = journal.settle(clock.wall());
  if (settled.ok) log.log('journalSettled', settled.value);
  else log.log('notKept', { failure: settled.failure.code, operation: settled.failure.operation });
  return fits({ effective: effective.value, settings, server, embedded, receivers, store: store.value, log });
}
