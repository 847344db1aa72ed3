import type { FailureCode } from '../contract/failure.ts';
import type { Printed } from '../core/prints.ts';
import type { PrintKind, PrintState } from '../core/visit.ts';
import type { Connection } from './database.ts';
import { manyRows } from './rows.ts';

type Text = string | null;
type Flag = 0 | 1;
type Listed = [
  ...[printId: string, visitId: string, visitor: string, kind: PrintKind, state: PrintState, at: string],
  ...[failure: Text, printer: Text, handedOverAt: Text, isReprint: Flag, isReplaced: Flag, hasPicture: Flag],
];

const columns = [
  ...[
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
];

/** The prints that `which` (SQL) holds for, of visits whose names are still kept, oldest first. */
export function printedOf(database: Connection, which: string): (...given: string[]) => Printed[] {
  const listed = manyRows<Listed>(
    database,
    columns,
    `(SELECT print_id, visit_id, visit ->> '$.visitor.name' AS visitor, kind, state, at, failure ->> '$.code' AS failure, printer,
             handed_over_at, reprint_of IS NOT NULL AS reprint,
             EXISTS (SELECT 1 FROM prints AS later WHERE later.reprint_of = prints.print_id) AS replaced,
             EXISTS (SELECT 1 FROM pictures WHERE pictures.print_id = prints.print_id) AS png
      FROM visits INDEXED BY visits_kept JOIN prints USING (visit_id)
      WHERE purged = 0 AND (${which})
      ORDER BY prints.number)`,
  );
  return (...given) =>
    listed(...given).map(([printId, visitId, visitor, kind, state, at, why, printer, handedOverAt, again, replaced, png]) => ({
      ...{ printId, visitId, visitor, kind, state, at },
      // Written by prints.ts from a Failure, and whole because it is encrypted with the database.
      ...(why !== null && { failure: why as FailureCode }),
      ...(printer !== null && { printer }),
      ...(handedOverAt !== null && { handedOverAt }),
      isReprint: again === 1,
      isReplaced: replaced === 1,
      hasPicture: png === 1,
    }));
}
