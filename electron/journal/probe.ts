import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import { connectReadOnly, pragma } from './database.ts';
import { attempt } from './failures.ts';

const operation = 'journal.open';

/**
 * Looks at a journal without changing its database or -wal: its schema version, 0 for a file that is not there or empty.
 * Failures: `journal.key` (a database, but not with this key), `journal.damaged`, `journal.locked`, `journal.unwritable`.
 */
export function probe(file: string, passphrase: string): Result<number> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return success(0);
  // Smaller than the smallest page: SQLite would wait for somebody to finish it.
  if (size < 512) return failure('journal.damaged', { operation });
  const version = attempt(operation, () => {
    const database = connectReadOnly(file, passphrase);
    try {
      if (pragma(database, 'quick_check(1)') !== 'ok') return failure('journal.damaged', { operation });
      return success(Number(pragma(database, 'user_version')));
    } finally {
      database.close();
    }
  });
  if (version.ok || version.failure.code !== 'journal.damaged') return version;
  return hasCipherHeader(file) && !opens(file, passphrase) ? failure('journal.key', { operation }) : version;
}

/** Whether the first page can be decrypted and read at all. */
function opens(file: string, passphrase: string): boolean {
  return attempt(operation, () => {
    const database = connectReadOnly(file, passphrase);
    try {
      return success(pragma(database, 'schema_version'));
    } finally {
      database.close();
    }
  }).ok;
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
