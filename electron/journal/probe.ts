import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Connection } from './database.ts';
import { connectReadOnly, pragma } from './database.ts';
import { isSound } from './examination.ts';
import { attempt } from './failures.ts';
import { newestVersion } from './migrations.ts';
import { lacksCommits } from './wal.ts';

const operation = 'journal.open';

/** No Foyer will ever be so far ahead: a higher version, or one below 0, is noise. */
const highestVersion = newestVersion + 1000;

/**
 * Looks at a journal without changing its database or -wal, and answers its schema version: 0 for a file that is not there or empty. Failures:
 * `journal.damaged` (it is certain: its first page opens with this key and something else is wrong, or no journal ever looked like it),
 * `journal.key` (the first page does not open: another key's, or damaged just there), `journal.newer`, `journal.locked`, `journal.unwritable`.
 */
export function probe(file: string, passphrase: string): Result<number> {
  const size = sizeOf(file);
  const logSize = sizeOf(`${file}-wal`);
  // SQLite would take a log without a database for a rest, and delete it.
  if (size === 0) return logSize === 0 ? success(0) : failure('journal.damaged', { operation });
  // Smaller than the smallest page: SQLite would wait for somebody to finish it.
  if (size < 512) return failure('journal.damaged', { operation });
  const lacking = attempt(operation, () => success(lacksCommits(file)));
  if (!lacking.ok) return lacking;
  // What is asked here is right for every journal: an error in it is the schema's, and the schema is what the disk made of it.
  const meanings = { SQLITE_NOTADB: 'journal.key', SQLITE_ERROR: 'journal.damaged' } as const;
  const version = attempt(operation, () => examine(file, passphrase, lacking.value), meanings);
  if (version.ok || version.failure.code !== 'journal.key' || hasCipherHeader(file)) return version;
  return failure('journal.damaged', { operation });
}

/** How many pages of the smallest size the file and its -wal could hold. */
const mostPages = (file: string): number => (sizeOf(file) + sizeOf(`${file}-wal`)) / 512;

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function examine(file: string, passphrase: string, lacksSome: boolean): Result<number> {
  const database = connectReadOnly(file, passphrase);
  try {
    // Asked first, and without its schema: a newer journal, which this SQLite may be unable to read, is never called damaged.
    const version = Number(pragma(database, 'user_version'));
    const unused = Number(pragma(database, 'freelist_count'));
    // The cipher's blocks hang together: noise in the one before the version flips bits of the version, and makes this count absurd.
    const mayBeNewer = version > newestVersion && version <= highestVersion && unused >= 0 && unused <= mostPages(file);
    if (mayBeNewer) return newer(database);
    const isWhole = !lacksSome && version >= 0 && version <= newestVersion && isSound(database);
    return isWhole ? success(version) : failure('journal.damaged', { operation });
  } finally {
    database.close();
  }
}

/** A schema that cannot be read may be a newer Foyer's. A file format that cannot is nobody's: then the version is noise too. */
function newer(database: Connection): Result<never> {
  const meanings = { SQLITE_CORRUPT: 'journal.newer', SQLITE_ERROR: 'journal.damaged' } as const;
  const work = (): Result<never> => {
    pragma(database, 'encoding');
    return failure('journal.newer', { operation });
  };
  return attempt(operation, work, meanings);
}

/**
 * Whether bytes 16-23 are what a database of ours has there. The cipher leaves them plain: page size, the two versions, no
 * reserved space, the three fixed fractions (https://sqlite.org/fileformat2.html, 1.3). A file of anything else lacks them, so
 * a file that has them and cannot be read has most likely met the wrong key.
 */
function hasCipherHeader(file: string): boolean {
  const header = Buffer.alloc(24);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, 24, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.readUInt16BE(16) >= 512 && header.subarray(21, 24).equals(Buffer.from([64, 32, 32]));
}
