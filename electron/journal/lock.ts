import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'libsql';
import type { Result } from '../contract/failure.ts';
import { success } from '../contract/failure.ts';
import { attempt } from './failures.ts';

/** A lock that is held until it is released or the process ends, however it ends. */
export interface Lock {
  release(): void;
}

// A connection that nothing refers to is closed by the garbage collector, and its lock with it.
const held = new Set<Database.Database>();

/**
 * Takes a lock that the operating system keeps for this process: SQLite's exclusive lock on a file of its own, which stays empty. Unlike
 * a process id in a file it is gone after kill -9 and is never mistaken for that of another process after a restart.
 * Failures: `journal.locked` (somebody has it), `journal.unwritable`.
 */
export function holdLock(file: string): Result<Lock> {
  return attempt('journal.lock', () => {
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    const database = new Database(file);
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
    held.add(database);
    return success({
      release: () => {
        if (!held.delete(database)) return;
        database.exec('ROLLBACK');
        database.close();
      },
    });
  });
}
