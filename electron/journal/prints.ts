import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import type { PrintKind, PrintState } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import type { Rolls } from './rolls.ts';

/**
 * Where a print may go from each state:
 *
 *     queued ──▶ sending ──▶ confirmed | sent | failed | unknown
 *        └─────────────────────────────────▶ failed
 *
 * A state with no way out is final: an unknown print never goes again, a reprint is a new row.
 */
const next: Readonly<Record<PrintState, readonly PrintState[]>> = {
  queued: ['sending', 'failed'],
  sending: ['confirmed', 'sent', 'failed', 'unknown'],
  confirmed: [],
  sent: [],
  failed: [],
  unknown: [],
};

/** Something of it is on paper, or may be. */
const mayBeOut: ReadonlySet<PrintState> = new Set(['confirmed', 'sent', 'unknown']);

interface Row {
  readonly print_id: string;
  readonly visit_id: string;
  readonly kind: PrintKind;
  readonly state: PrintState;
  readonly at: string;
  readonly printer: string | null;
  readonly reprint_of: string | null;
}

/**
 * The states of prints; one that the printer took is an event of its visit, and what may be on paper is counted off its roll and its picture
 * is kept. Repeating the state that a print is in succeeds and changes nothing but the printer that is sent to; an unknown print id or a way that the drawing above lacks
 * is `bug` and changes nothing.
 */
export function printsOf(
  database: Connection,
  events: Events,
  rolls: Pick<Rolls, 'count'>,
): Pick<Journal, 'print' | 'prints' | 'settle'> {
  const printById = database.prepare('SELECT visit_id, kind, state, printer, reprint_of FROM prints WHERE print_id = ?');
  const move = database.prepare(
    'UPDATE prints SET state = ?, at = ?, failure = ?, printer = coalesce(?, printer) WHERE print_id = ?',
  );
  const nowAt = database.prepare('UPDATE prints SET printer = ? WHERE print_id = ?');
  const ofVisit = database.prepare('SELECT print_id, kind, state, at FROM prints WHERE visit_id = ? ORDER BY number');
  const sending = database.prepare(`SELECT printer FROM prints WHERE state = 'sending' AND printer IS NOT NULL`);
  const moveAll = database.prepare('UPDATE prints SET state = ?, at = ? WHERE state = ?');
  // A printer that answers after the names are gone: the picture would be the only thing left of them.
  const keep = database.prepare(
    `INSERT INTO pictures (print_id, png)
     SELECT print_id, ? FROM prints JOIN visits USING (visit_id) WHERE print_id = ? AND purged = 0`,
  );

  return {
    print: ({ printId, state, at, failure: why, printer, kept }) => {
      const result = transaction(database, (): Result<void> => {
        const print = printById.get(printId) as Omit<Row, 'print_id' | 'at'> | undefined;
        if (print?.state === state) {
          // A spare that takes over: if this run ends now, it is at that one that a badge may have come out.
          if (state === 'sending' && printer !== undefined) nowAt.run(printer, printId);
          return success(undefined);
        }
        if (!print || !next[print.state].includes(state)) return failure('bug', { operation: 'journal.print' });
        move.run(state, at, why ? JSON.stringify(why) : null, printer ?? null, printId);
        const out = printer ?? print.printer;
        if (mayBeOut.has(state) && out !== null) rolls.count(out);
        if (mayBeOut.has(state) && kept) keep.run(Buffer.from(kept), printId);
        if (state === 'confirmed' || state === 'sent') {
          const { kind, reprint_of: reprintOf } = print;
          const detail = { printId, kind, state, ...(out !== null && { printer: out }), ...(reprintOf !== null && { reprintOf }) };
          events.append({ visitId: print.visit_id, kind: 'badgePrinted', at, actor: 'kiosk', detail });
        }
        if (state === 'sending') failpoint('print.sending.before-commit');
        else failpoint('print.outcome.before-commit');
        return success(undefined);
      });
      if (state === 'sending') failpoint('print.sending.after-commit');
      else failpoint('print.outcome.after-commit');
      return result;
    },

    prints: (visitId) =>
      success((ofVisit.all(visitId) as Row[]).map(({ print_id, kind, state, at }) => ({ printId: print_id, kind, state, at }))),

    settle: (at) => {
      const result = transaction(database, () => {
        for (const { printer } of sending.all() as { printer: string }[]) rolls.count(printer);
        const unknown = moveAll.run('unknown', at, 'sending').changes;
        const failed = moveAll.run('failed', at, 'queued').changes;
        failpoint('settle.before-commit');
        return success({ unknown, failed });
      });
      failpoint('settle.after-commit');
      return result;
    },
  };
}
