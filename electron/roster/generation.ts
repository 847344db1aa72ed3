import { createHmac } from 'node:crypto';
import { open } from 'node:fs/promises';
import { failpoint } from '../failpoint.ts';
import { type Connection, connect, pragma } from '../journal/database.ts';

/** A sealed record; `ends`: when the days of its visit are over (milliseconds since 1970). */
interface Sealed {
  readonly finder: Buffer;
  readonly sealed: Buffer;
  readonly ends: number;
}

/** One whole roster, in a file of its own. Everything throws what libsql or the file system throws. */
export interface Generation {
  /** When its download began, as it was last told (ISO 8601 with offset). */
  readonly at: string;
  find(finder: Buffer): readonly Buffer[];
  badges(): number;
  /** The same was downloaded again. */
  renew(at: string): void;
  /** Removes at most so many records whose days ended before a moment (milliseconds since 1970); answers how many. */
  purge(before: number, most: number): number;
  /** Lets the bytes of what was purged go. */
  settle(): void;
  close(): void;
}

/** A roster that is being written. */
export interface Building {
  write(rows: readonly Sealed[]): void;
  /** From here on it is whole, whatever happens to the power. */
  complete(at: string): Promise<Generation>;
  close(): void;
}

/**
 * The mark of a site's rosters, written last, as SQLite's `user_version`: a file with another one is not whole, another version's, or another
 * site's, whose visitors must not pass here.
 */
export const markOf = (key: Buffer, site: string): number =>
  (createHmac('sha256', key).update(`foyer roster 1 ${site}`).digest().readUInt32BE() >>> 1) | 1;

const schema = `
  CREATE TABLE records (number INTEGER PRIMARY KEY, finder BLOB NOT NULL, sealed BLOB NOT NULL, ends INTEGER NOT NULL) STRICT;
  CREATE INDEX records_by_finder ON records (finder);
  CREATE INDEX records_by_end ON records (ends);
  CREATE TABLE download (at TEXT NOT NULL) STRICT;`;

/**
 * A new file (none may be there), without a journal and without waiting for the disk: what a power cut leaves of it is thrown away, and what
 * it holds is on the server. `mark`: see `markOf`; `pageLimit`: how many pages of 4 KiB it may have.
 */
export function buildGeneration(file: string, passphrase: string, mark: number, pageLimit?: number): Building {
  const database = connect(file, passphrase);
  database.exec('PRAGMA journal_mode = OFF');
  database.exec('PRAGMA synchronous = OFF');
  if (pageLimit) database.exec(`PRAGMA max_page_count = ${pageLimit}`);
  database.exec(schema);
  const insert = database.prepare('INSERT INTO records (finder, sealed, ends) VALUES (?, ?, ?)');
  return {
    write(rows) {
      database.exec('BEGIN');
      for (const { finder, sealed, ends } of rows) insert.run(finder, sealed, ends);
      database.exec('COMMIT');
      failpoint('roster.written');
    },
    async complete(at) {
      await flush(file);
      failpoint('roster.flushed');
      database.exec('PRAGMA journal_mode = WAL');
      database.exec('PRAGMA synchronous = FULL');
      database.exec('BEGIN IMMEDIATE');
      database.prepare('INSERT INTO download (at) VALUES (?)').run(at);
      database.exec(`PRAGMA user_version = ${mark}`);
      database.exec('COMMIT');
      failpoint('roster.whole');
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return generationOn(database);
    },
    close: () => close(database),
  };
}

/** Opens a roster; undefined: it is not whole, or has another mark. */
export function openGeneration(file: string, passphrase: string, mark: number): Generation | undefined {
  const database = connect(file, passphrase);
  try {
    if (pragma(database, 'user_version') === mark) return generationOn(database);
  } catch (error) {
    close(database);
    throw error;
  }
  close(database);
  return undefined;
}

function generationOn(database: Connection): Generation {
  // What is written from here on may be lost in a power cut, for it is the server's: a commit does not wait for the disk.
  database.exec('PRAGMA synchronous = NORMAL');
  const byFinder = database.prepare('SELECT sealed FROM records WHERE finder = ? ORDER BY number');
  const oldest = database.prepare('DELETE FROM records WHERE number IN (SELECT number FROM records WHERE ends < ? LIMIT ?)');
  let { at } = database.prepare('SELECT at FROM download').get() as { at: string };
  return {
    get at() {
      return at;
    },
    // libsql takes a single Buffer for named parameters; blobs come as ArrayBuffers.
    find: (finder) => (byFinder.all([finder]) as { sealed: ArrayBuffer }[]).map(({ sealed }) => Buffer.from(sealed)),
    badges: () => (database.prepare('SELECT count(*) AS badges FROM records').get() as { badges: number }).badges,
    renew(later) {
      database.prepare('UPDATE download SET at = ?').run(later);
      at = later;
    },
    purge: (before, most) => oldest.run(before, most).changes,
    settle: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => close(database),
  };
}

/** On a thread of its own: a disk may take seconds for it. Nothing else has the file open for writing, so no lock is lost by closing it. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function close(database: Connection): void {
  if (database.open) database.close();
}
