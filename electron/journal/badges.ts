import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import { isOnItsWay } from '../contract/printing.ts';
import { lastPrints, type Prints, type Reprint } from '../core/prints.ts';
import { timesOf } from '../core/stay.ts';
import type { PrintKind, PrintState, Visit } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import { byWhom } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import { printedOf } from './printed.ts';
import { manyRows } from './rows.ts';
import type { Stays } from './stays.ts';

type Text = string | null;
type Flag = 0 | 1;

interface Current {
  readonly visit_id: string;
  readonly kind: PrintKind;
  readonly state: PrintState;
  readonly handed_over_at: Text;
  readonly replaced: Flag;
  readonly visit: string;
}

/** What staff see and decide of single badges. A print that is no badge, or whose visitor is not in, is not printed again: `bug`. */
export function badgesOf(
  database: Connection,
  events: Events,
  stays: Stays,
): Pick<Prints, 'printed' | 'badgeTimes' | 'picture' | 'printAgain' | 'handedOver'> {
  const printed = printedOf(
    database,
    `prints.number > (SELECT max(number) FROM prints) - ${lastPrints}
     OR (kind = 'badge' AND state NOT IN ('confirmed', 'sent') AND handed_over_at IS NULL)`,
  );
  const outOn = manyRows<[checkedInAt: string, outAt: string]>(
    database,
    ['came', 'out'],
    `(SELECT events.at AS came, prints.at AS out
      FROM visits INDEXED BY visits_kept JOIN prints USING (visit_id) JOIN events USING (visit_id)
      WHERE purged = 0 AND prints.kind = 'badge' AND prints.state IN ('confirmed', 'sent') AND prints.reprint_of IS NULL
        AND events.kind = 'checkedIn' AND substr(prints.at, 1, 10) = ?)`,
  );
  const pictureOf = database.prepare('SELECT png FROM pictures WHERE print_id = ?');
  const current = database.prepare(
    `SELECT visit_id, kind, state, handed_over_at, visit,
            EXISTS (SELECT 1 FROM prints AS later WHERE later.reprint_of = prints.print_id) AS replaced
     FROM prints JOIN visits USING (visit_id) WHERE print_id = ? AND purged = 0`,
  );
  const voidIt = database.prepare('UPDATE prints SET voided_at = ? WHERE print_id = ?');
  const add = database.prepare(
    `INSERT INTO prints (print_id, visit_id, kind, state, at, reprint_of, asked_by) VALUES (?, ?, 'badge', 'queued', ?, ?, 'staff')`,
  );
  const handOver = database.prepare('UPDATE prints SET handed_over_at = ? WHERE print_id = ?');

  /** When the visitor came; undefined: the visitor is not in, as far as anybody knows, or the names are gone. */
  const cameAt = (visitId: string): string | undefined => {
    const known = stays.of(visitId);
    if (known?.kind !== 'kept' || known.stay.state !== 'in' || known.stay.closedAt !== undefined) return undefined;
    return timesOf(known.stay).checkedInAt;
  };

  return {
    printed: () => success(printed()),

    badgeTimes: (day) =>
      success(outOn(day).map(([came, out]) => Math.max(0, Math.round((Date.parse(out) - Date.parse(came)) / 1000)))),

    picture: (printId) => success((pictureOf.get(printId) as { png: Uint8Array } | undefined)?.png),

    printAgain: ({ printId, reprintId, by, at }) => {
      const result = transaction(database, (): Result<Reprint | undefined> => {
        const print = current.get(printId) as Current | undefined;
        const checkedInAt = print?.kind === 'badge' ? cameAt(print.visit_id) : undefined;
        if (!print || checkedInAt === undefined) return failure('bug', { operation: 'journal.printAgain' });
        const { visit_id: visitId, state } = print;
        if (print.replaced === 1 || isOnItsWay(print)) return success(undefined);
        add.run(reprintId, visitId, at, printId);
        if (state !== 'failed' || print.handed_over_at !== null) voidIt.run(at, printId);
        // Also where nothing had left: what a person asks for is an event, and whose wish it was.
        const detail = { printId, state, reprint: reprintId, ...byWhom(by) };
        events.append({ visitId, kind: 'badgeVoided', at, actor: 'staff', detail });
        failpoint('reprint.before-commit');
        return success({ visit: JSON.parse(print.visit) as Visit, checkedInAt });
      });
      failpoint('reprint.after-commit');
      return result;
    },

    handedOver: ({ printId, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const print = current.get(printId) as Current | undefined;
        const isOver = print && !isOnItsWay(print) && print.replaced === 0;
        if (!isOver || print.kind !== 'badge') return failure('bug', { operation: 'journal.handedOver' });
        if (print.handed_over_at !== null) return success(undefined);
        handOver.run(at, printId);
        const detail = { printId, state: print.state, ...byWhom(by) };
        events.append({ visitId: print.visit_id, kind: 'badgeHandedOver', at, actor: 'staff', detail });
        failpoint('handed-over.before-commit');
        return success(undefined);
      });
      failpoint('handed-over.after-commit');
      return result;
    },
  };
}
