import type { FailureCode, Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import { isOnItsWay } from '../contract/printing.ts';
import { lastPrints, type Prints, type Reprint } from '../core/prints.ts';
import type { PrintKind, PrintState, Visit } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import { manyRows } from './rows.ts';

type Text = string | null;
type Flag = 0 | 1;
type Listed = [
  ...[printId: string, visitId: string, visitor: string, kind: PrintKind, state: PrintState, at: string],
  ...[failure: Text, printer: Text, handedOverAt: Text, isReprint: Flag, isReplaced: Flag, hasPicture: Flag],
];

interface Current {
  readonly visit_id: string;
  readonly kind: PrintKind;
  readonly state: PrintState;
  readonly handed_over_at: Text;
  readonly replaced: Flag;
  /** When the visitor was checked in; null: the visitor is not in, or the names are gone. */
  readonly checked_in_at: Text;
  readonly visit: string;
}

/** What staff see and decide of single badges. A print that is no badge, or whose visitor is not in, is not printed again: `bug`. */
export function badgesOf(database: Connection, events: Events): Pick<Prints, 'printed' | 'picture' | 'printAgain' | 'handedOver'> {
  const listed = manyRows<Listed>(
    database,
    [
      'print_id',
      'visit_id',
      'visitor',
      'kind',
      'state',
      'at',
      'failure',
      'printer',
      'handed_over_at',
      'reprint',
      'replaced',
      'png',
    ],
    `(SELECT print_id, visit_id, visit ->> '$.visitor.name' AS visitor, kind, state, at, failure ->> '$.code' AS failure, printer,
             handed_over_at, reprint_of IS NOT NULL AS reprint,
             EXISTS (SELECT 1 FROM prints AS later WHERE later.reprint_of = prints.print_id) AS replaced,
             EXISTS (SELECT 1 FROM pictures WHERE pictures.print_id = prints.print_id) AS png
      FROM visits INDEXED BY visits_kept JOIN prints USING (visit_id)
      WHERE purged = 0 AND (prints.number > (SELECT max(number) FROM prints) - ${lastPrints}
                            OR (kind = 'badge' AND state NOT IN ('confirmed', 'sent') AND handed_over_at IS NULL))
      ORDER BY prints.number)`,
  );
  const pictureOf = database.prepare('SELECT png FROM pictures WHERE print_id = ?');
  const current = database.prepare(
    `SELECT visit_id, kind, state, handed_over_at, visit,
            EXISTS (SELECT 1 FROM prints AS later WHERE later.reprint_of = prints.print_id) AS replaced,
            (SELECT at FROM events AS came WHERE came.visit_id = prints.visit_id AND came.kind = 'checkedIn'
               AND NOT EXISTS (SELECT 1 FROM events AS went WHERE went.visit_id = prints.visit_id
                               AND went.kind IN ('checkedOut', 'closedAutomatically', 'leftConfirmed'))) AS checked_in_at
     FROM prints JOIN visits USING (visit_id) WHERE print_id = ? AND purged = 0`,
  );
  const voidIt = database.prepare('UPDATE prints SET voided_at = ? WHERE print_id = ?');
  const add = database.prepare(
    `INSERT INTO prints (print_id, visit_id, kind, state, at, reprint_of, asked_by) VALUES (?, ?, 'badge', 'queued', ?, ?, 'staff')`,
  );
  const handOver = database.prepare('UPDATE prints SET handed_over_at = ? WHERE print_id = ?');

  return {
    printed: () =>
      success(
        listed().map(([printId, visitId, visitor, kind, state, at, why, printer, handedOverAt, again, replaced, png]) => ({
          ...{ printId, visitId, visitor, kind, state, at },
          // Written by prints.ts from a Failure, and whole because it is encrypted with the database.
          ...(why !== null && { failure: why as FailureCode }),
          ...(printer !== null && { printer }),
          ...(handedOverAt !== null && { handedOverAt }),
          isReprint: again === 1,
          isReplaced: replaced === 1,
          hasPicture: png === 1,
        })),
      ),

    picture: (printId) => success((pictureOf.get(printId) as { png: Uint8Array } | undefined)?.png),

    printAgain: ({ printId, reprintId, at }) => {
      const result = transaction(database, (): Result<Reprint | undefined> => {
        const print = current.get(printId) as Current | undefined;
        if (print?.kind !== 'badge' || print.checked_in_at === null) return failure('bug', { operation: 'journal.printAgain' });
        const { visit_id: visitId, state } = print;
        if (print.replaced === 1 || isOnItsWay(print)) return success(undefined);
        add.run(reprintId, visitId, at, printId);
        if (state !== 'failed' || print.handed_over_at !== null) {
          voidIt.run(at, printId);
          const detail = { printId, state, reprint: reprintId };
          events.append({ visitId, kind: 'badgeVoided', at, actor: 'staff', detail });
        }
        failpoint('reprint.before-commit');
        return success({ visit: JSON.parse(print.visit) as Visit, checkedInAt: print.checked_in_at });
      });
      failpoint('reprint.after-commit');
      return result;
    },

    handedOver: ({ printId, at }) => {
      const result = transaction(database, (): Result<void> => {
        const print = current.get(printId) as Current | undefined;
        const isOver = print && !isOnItsWay(print) && print.replaced === 0;
        if (!isOver || print.kind !== 'badge') return failure('bug', { operation: 'journal.handedOver' });
        if (print.handed_over_at !== null) return success(undefined);
        handOver.run(at, printId);
        const detail = { printId, state: print.state };
        events.append({ visitId: print.visit_id, kind: 'badgeHandedOver', at, actor: 'staff', detail });
        failpoint('handed-over.before-commit');
        return success(undefined);
      });
      failpoint('handed-over.after-commit');
      return result;
    },
  };
}
