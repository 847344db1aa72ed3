import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import type { Connection } from './database.ts';
import { connect, passphraseOf, pragma } from './database.ts';
import { attempt } from './failures.ts';
import { migrate, newestVersion } from './migrations.ts';
import { printsOf } from './prints.ts';
import { probe } from './probe.ts';
import { visitsOf } from './visits.ts';

/**
 * Opens the journal at `file` (its folder must be there), made on first use. `key`: 32 bytes, or their 64 hexadecimal digits.
 * `pageLimit`: how many pages of 4 KiB the database may have, for sites with a small disk and for tests of a full one.
 * Failures: `journal.key`, `journal.damaged`, `journal.newer`, `journal.locked`, `journal.full`, `journal.unwritable`; what is there is
 * then as it was.
 */
export function openJournal(options: { file: string; key: string | Buffer; pageLimit?: number }): Result<Journal> {
  const operation = 'journal.open';
  return attempt(operation, () => {
    const key = Buffer.isBuffer(options.key) ? options.key : Buffer.from(options.key, 'hex');
    // libsql takes an empty key for "do not encrypt".
    if (key.length !== 32) return failure('journal.key', { operation });
    const passphrase = passphraseOf(key);
    const found = probe(options.file, passphrase);
    if (!found.ok) return found;
    if (found.value > newestVersion) return failure('journal.newer', { operation });
    const database = connect(options.file, passphrase);
    const ready = attempt(operation, () => prepare(database, options.pageLimit));
    if (ready.ok) return success(journalOn(database));
    database.close();
    return ready;
  });
}

function prepare(database: Connection, pageLimit: number | undefined): Result<number> {
  if (!isDurable(database)) return failure('journal.unwritable', { operation: 'journal.open' });
  if (pageLimit) database.exec(`PRAGMA max_page_count = ${pageLimit}`);
  return migrate(database);
}

/** Whether the settings that a power cut tests are really on: SQLite keeps the old one where a file system cannot do better. */
function isDurable(database: Connection): boolean {
  return (
    pragma(database, 'journal_mode') === 'wal' && pragma(database, 'synchronous') === 2 && pragma(database, 'foreign_keys') === 1
  );
}

function journalOn(database: Connection): Journal {
  const visits = visitsOf(database);
  const prints = printsOf(database);
  const use = <T>(operation: string, work: () => Result<T>): Result<T> =>
    database.open ? attempt(operation, work) : failure('journal.unwritable', { operation });
  return {
    standing: (code) => use('journal.standing', () => visits.standing(code)),
    visit: (visitId) => use('journal.visit', () => visits.visit(visitId)),
    checkIn: (entry) => use('journal.checkIn', () => visits.checkIn(entry)),
    checkOut: (entry) => use('journal.checkOut', () => visits.checkOut(entry)),
    wishes: (since) => use('journal.wishes', () => visits.wishes(since)),
    print: (entry) => use('journal.print', () => prints.print(entry)),
    prints: (visitId) => use('journal.prints', () => prints.prints(visitId)),
    settle: (at) => use('journal.settle', () => prints.settle(at)),
    close: () => {
      // Everything is durable already: this only keeps the -wal short. The file itself is closed when libsql's statements go.
      use('journal.close', () => {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return success(undefined);
      });
      if (database.open) database.close();
    },
  };
}
