import type { FailureCode, Result } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';

/** Result codes of SQLite (https://sqlite.org/rescode.html), whole or by their first word, and what they mean for a journal. */
const meanings: Readonly<Record<string, FailureCode>> = {
  // The -shm could not be made longer.
  SQLITE_IOERR_SHMSIZE: 'journal.full',
  SQLITE_FULL: 'journal.full',
  SQLITE_BUSY: 'journal.locked',
  SQLITE_LOCKED: 'journal.locked',
  SQLITE_READONLY: 'journal.unwritable',
  SQLITE_IOERR: 'journal.unwritable',
  SQLITE_CANTOPEN: 'journal.unwritable',
  SQLITE_PERM: 'journal.unwritable',
  SQLITE_AUTH: 'journal.unwritable',
  SQLITE_CORRUPT: 'journal.damaged',
  SQLITE_NOTADB: 'journal.damaged',
};

const systemMeanings: Readonly<Record<string, FailureCode>> = { ENOSPC: 'journal.full', EDQUOT: 'journal.full' };

/**
 * Runs one use of the database and turns what the disk or SQLite did into a failure of the `journal.` family that names the
 * operation. `besides`: what other result codes mean for this use. Anything else that is thrown is a bug and goes on.
 */
export function attempt<T>(
  operation: string,
  work: () => Result<T>,
  besides: Readonly<Record<string, FailureCode>> = {},
): Result<T> {
  try {
    return work();
  } catch (error) {
    const code = besides[codeOf(error)] ?? meaningOf(error);
    if (!code) throw error;
    return failure(code, { operation });
  }
}

/** The failure code of an error of libsql or of the file system; undefined: neither of them. */
export function meaningOf(error: unknown): FailureCode | undefined {
  if (!(error instanceof Error)) return undefined;
  // libsql's constructor throws a plain Error with a text of its own, and no code, when the file cannot be opened.
  if (error.message.startsWith('ConnectionFailed(')) return 'journal.unwritable';
  const code = codeOf(error);
  if (code.startsWith('SQLITE_')) return meanings[code] ?? meanings[code.split('_', 2).join('_')];
  return 'syscall' in error ? (systemMeanings[code] ?? 'journal.unwritable') : undefined;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
