import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import type { PrintKind, PrintState } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

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

interface Row {
  readonly print_id: string;
  readonly kind: PrintKind;
  readonly state: PrintState;
  readonly at: string;
}

/**
 * The states of prints; one that the printer took is an event of its visit. Repeating the state that a print is in succeeds and changes nothing; an unknown print id or a way that
 * the drawing above lacks is `bug` and changes nothing.
 */
export function printsOf(database: Connection, events: Events): Pick<Journal, 'print' | 'prints' | 'settle'> {
  const printById = database.prepare('SELECT visit_id, kind, state FROM prints WHERE print_id = ?');
  const move = database.prepare('UPDATE prints SET state = ?, at = ?, failure = ? WHERE print_id = ?');
  const ofVisit = database.prepare('SELECT print_id, kind, state, at FROM prints WHERE visit_id = ? ORDER BY number');
  const moveAll = database.prepare('UPDATE prints SET state = ?, at = ? WHERE state = ?');

  return {
    print: ({ printId, state, at, failure: why }) => {
      const result = transaction(database, (): Result<void> => {
        const print = printById.get(printId) as (Pick<Row, 'kind' | 'state'> & { visit_id: string }) | undefined;
        if (print?.state === state) return success(undefined);
        if (!print || !next[print.state].includes(state)) return failure('bug', { operation: 'journal.print' });
        move.run(state, at, why ? JSON.stringify(why) : null, printId);
        if (state === 'confirmed' || state === 'sent') {
          const detail = { printId, kind: print.kind, state };
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
