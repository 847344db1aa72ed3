import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { pragma, transaction } from './database.ts';
import { badges } from './migrations/badges.ts';
import { chainEvents } from './migrations/chain.ts';
import { desk } from './migrations/desk.ts';
import { visitsAndPrints } from './migrations/visits.ts';
import { wishes } from './migrations/wishes.ts';

/** Each step leads from version n to n + 1 and is never changed once released. It runs within a transaction. */
const steps: readonly ((database: Connection, kiosk: string) => void)[] = [
  (database) => database.exec(visitsAndPrints),
  (database) => database.exec(wishes),
  chainEvents,
  (database) => database.exec(badges),
  (database) => database.exec(desk),
];

/** The schema version that this Foyer writes. */
export const newestVersion = steps.length;

/**
 * Brings the schema forward, one transaction a step, so that a power cut leaves a whole older version. `kiosk`: the id of this
 * installation, which begins the chain. Answers how many steps were taken; a version above `newestVersion` is `journal.newer`, and
 * nothing is written.
 */
export function migrate(database: Connection, kiosk: string): Result<number> {
  const version = Number(pragma(database, 'user_version'));
  if (version > newestVersion) return failure('journal.newer', { operation: 'journal.migrate' });
  for (const [done, step] of steps.slice(version).entries()) {
    transaction(database, () => {
      step(database, kiosk);
      database.exec(`PRAGMA user_version = ${version + done + 1}`);
      failpoint('migration.before-commit');
      return success(undefined);
    });
    failpoint('migration.after-commit');
  }
  return success(newestVersion - version);
}
