import { hkdfSync } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import type { Result } from '../contract/failure.ts';

/** An open libsql connection, synchronous. */
export type Connection = Database.Database;

/**
 * The passphrase for libsql's `aes256cbc`, from a key of 32 bytes. That cipher looks at the first 32 bytes of a passphrase only
 * (measured: a longer one that begins the same opens the file), so hexadecimal digits would halve the key; 32 characters of
 * base64 carry 192 bits.
 */
export const passphraseOf = (key: Buffer): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'foyer journal passphrase 1', 24)).toString('base64');

// libsql's own types leave the two options out: https://github.com/tursodatabase/libsql-js/blob/main/docs/api.md
const encrypted = (passphrase: string): Database.Options & { encryptionCipher: string; encryptionKey: string } => ({
  encryptionCipher: 'aes256cbc',
  encryptionKey: passphrase,
});

/**
 * Opens for reading and writing; a file that is not there is made, for this account alone (0600), and SQLite gives its
 * -wal and -shm the same rights. Throws what libsql throws.
 */
export function connect(file: string, passphrase: string): Connection {
  // Only where there is no file: closing any descriptor of an open database drops this process's locks on it
  // (https://sqlite.org/howtocorrupt.html, 2.2).
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file, encrypted(passphrase));
  database.exec('PRAGMA busy_timeout = 1000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec('PRAGMA secure_delete = ON');
  // 16 MiB: what does not fit is deciphered again at each look.
  database.exec('PRAGMA cache_size = -16384');
  return database;
}

/**
 * Opens for reading only. Needed because a connection with a wrong key destroys a journal that a power cut left with a -wal:
 * closing it moves pages that it could not decrypt into the file (measured with libsql 0.5.29).
 */
export function connectReadOnly(file: string, passphrase: string): Connection {
  const database = new Database(`${pathToFileURL(file).href}?mode=ro`, encrypted(passphrase));
  database.exec('PRAGMA busy_timeout = 1000');
  return database;
}

/** The value of a pragma of this connection, such as `journal_mode` or `user_version`. */
export function pragma(database: Connection, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined;
  // libsql adds a `_metadata` column to each row; a pragma's own column comes first.
  return row && Object.values(row)[0];
}

/**
 * Runs `work` in one transaction that takes the write lock at once, and commits if it answers a success. A failure, or anything
 * thrown, by `work` or by the commit, leaves nothing behind.
 */
export function transaction<T>(database: Connection, work: () => Result<T>): Result<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after some errors, SQLITE_FULL among them: https://sqlite.org/lang_transaction.html
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
