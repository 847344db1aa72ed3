import { success } from '../contract/failure.ts';
import type { Prints } from '../core/prints.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';

/** The labels that came out since a printer's roll was changed. */
export interface Rolls extends Pick<Prints, 'rolls' | 'rollSeen' | 'rollChanged'> {
  /** One more. Call it within the transaction of its print. */
  count(printer: string): void;
}

/** The rolls of the printers that were ever printed with, or seen without paper. */
export function rollsOf(database: Connection): Rolls {
  const all = database.prepare('SELECT printer, labels, since FROM rolls ORDER BY printer');
  const one = database.prepare('SELECT is_open FROM rolls WHERE printer = ?');
  const add = database.prepare(
    'INSERT INTO rolls (printer, labels) VALUES (?, 1) ON CONFLICT (printer) DO UPDATE SET labels = labels + 1',
  );
  const open = database.prepare(
    'INSERT INTO rolls (printer, labels, is_open) VALUES (?, 0, 1) ON CONFLICT (printer) DO UPDATE SET is_open = 1',
  );
  const change = database.prepare(
    `INSERT INTO rolls (printer, labels, since) VALUES (?, 0, ?)
     ON CONFLICT (printer) DO UPDATE SET labels = 0, is_open = 0, since = excluded.since`,
  );

  function write(work: () => void) {
    const result = transaction(database, () => {
      work();
      failpoint('roll.before-commit');
      return success(undefined);
    });
    failpoint('roll.after-commit');
    return result;
  }

  return {
    count: (printer) => {
      add.run(printer);
    },
    rolls: () =>
      success(
        (all.all() as { printer: string; labels: number; since: string | null }[]).map(({ printer, labels, since }) => ({
          printer,
          labels,
          ...(since !== null && { since }),
        })),
      ),
    rollSeen: ({ printer, isOpen, at }) => {
      const wasOpen = (one.get(printer) as { is_open: number } | undefined)?.is_open === 1;
      // Asked every minute: nothing is written while nothing changes.
      if (isOpen === wasOpen) return success(undefined);
      return write(() => (isOpen ? open.run(printer) : change.run(printer, at)));
    },
    rollChanged: ({ printer, at }) => write(() => change.run(printer, at)),
  };
}
