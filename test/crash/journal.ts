import { join } from 'node:path';
import type { Receiver } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { connect, connectReadOnly, passphraseOf } from '../../electron/journal/database.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { journalKey } from '../../electron/settings/secret.ts';

/** The journal of a data folder that no process has open, by the key that is kept there; both are made where there are none. */
export function journalIn(data: string, receivers: readonly Receiver[] = []): WholeJournal {
  const opened = openJournal({ file: fileIn(data), key: keyIn(data), kiosk: 'crash-suite', receivers });
  if (!opened.ok) throw new Error(`the journal does not open: ${opened.failure.code}`);
  return opened.value;
}

/** The same file as a bare database. */
export const databaseIn = (data: string) => connect(fileIn(data), passphraseOf(keyIn(data)));

/** How many events of a journal that a process has open wait to be handed on. */
export function waitingIn(data: string): number {
  const database = connectReadOnly(fileIn(data), passphraseOf(keyIn(data)));
  const { waiting } = database.prepare(`SELECT count(*) AS waiting FROM outbox WHERE state = 'waiting'`).get() as {
    waiting: number;
  };
  database.close();
  return waiting;
}

const fileIn = (data: string): string => join(data, 'journal.db');

function keyIn(data: string): Buffer {
  const key = journalKey({ data, journal: fileIn(data), kept: 'file', keyring: undefined });
  if (!key.ok) throw new Error(key.fault.message);
  return key.value;
}
