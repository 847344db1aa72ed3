import { accessSync, constants } from 'node:fs';
import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Receiver } from '../core/outbox.ts';
import type { WholeJournal } from '../core/ports.ts';
import type { Connection } from './database.ts';
import { connect, passphraseOf, pragma } from './database.ts';
import { attempt } from './failures.ts';
import { journalOn } from './journal.ts';
import { migrate } from './migrations.ts';
import { watchPlace } from './place.ts';
import { probe } from './probe.ts';

/**
 * Opens the journal at `file` (its folder must be there), made on first use. `key`: 32 bytes, or their 64 hexadecimal digits. `kiosk`: the id
 * of this installation, which a new journal's chain begins with; `receivers`: whom its events are handed on to.
 * `pageLimit`: how many pages of 4 KiB the database may have, for sites with a small disk and for tests of a full one.
 * Failures: `journal.key`, `journal.damaged`, `journal.newer`, `journal.locked`, `journal.full`, `journal.unwritable`; what is there is
 * then as it was.
 */
export function openJournal(options: {
  file: string;
  key: string | Buffer;
  kiosk: string;
  receivers?: readonly Receiver[];
  pageLimit?: number;
}): Result<WholeJournal> {
  const operation = 'journal.open';
  return attempt(operation, () => {
    const key = Buffer.isBuffer(options.key) ? options.key : Buffer.from(options.key, 'hex');
    // libsql takes an empty key for "do not encrypt".
    if (key.length !== 32) return failure('journal.key', { operation });
    const passphrase = passphraseOf(key);
    const found = probe(options.file, passphrase);
    if (!found.ok) return found;
    const database = connect(options.file, passphrase);
    const ready = attempt(operation, () => {
      const prepared = prepare(database, options);
      return prepared.ok ? success(journalOn(database, options.receivers ?? [], watchPlace(options.file))) : prepared;
    });
    if (!ready.ok) database.close();
    return ready;
  });
}

function prepare(database: Connection, options: { file: string; kiosk: string; pageLimit?: number }): Result<number> {
  const { file, kiosk, pageLimit } = options;
  // SQLite opens for reading what this account may not write, and would say so at the first visitor.
  accessSync(file, constants.W_OK);
  if (!isDurable(database)) return failure('journal.unwritable', { operation: 'journal.open' });
  if (pageLimit) database.exec(`PRAGMA max_page_count = ${pageLimit}`);
  return migrate(database, kiosk);
}

/** Whether the settings that a power cut tests are really on: SQLite keeps the old one where a file system cannot do better. */
function isDurable(database: Connection): boolean {
  return (
    pragma(database, 'journal_mode') === 'wal' && pragma(database, 'synchronous') === 2 && pragma(database, 'foreign_keys') === 1
  );
}
