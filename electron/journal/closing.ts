import { failure, type Result, success } from '../contract/failure.ts';
import type { Review } from '../core/review.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

/**
 * Visits that nobody ended. A visit that the kiosk closed stays open to its own badge: a check-out is still recorded. Confirming one that was
 * never closed, or an unknown one, is `bug`.
 */
export function closingOf(database: Connection, events: Events): Pick<Review, 'closeAutomatically' | 'confirmLeft'> {
  const kindsOf = database.prepare(`SELECT kind FROM events WHERE visit_id = ?`);
  const happenedTo = (visitId: string) => new Set((kindsOf.all(visitId) as { kind: string }[]).map(({ kind }) => kind));

  return {
    closeAutomatically: ({ visitIds, at }) => {
      const result = transaction(database, () => {
        const forgotten = [...new Set(visitIds)].filter((visitId) => {
          const happened = happenedTo(visitId);
          return happened.has('checkedIn') && !happened.has('checkedOut') && !happened.has('closedAutomatically');
        });
        for (const visitId of forgotten) events.append({ visitId, kind: 'closedAutomatically', at, actor: 'kiosk' });
        failpoint('close.before-commit');
        return success(forgotten.length);
      });
      failpoint('close.after-commit');
      return result;
    },

    confirmLeft: ({ visitId, at }) => {
      const result = transaction(database, (): Result<void> => {
        const happened = happenedTo(visitId);
        if (!happened.has('closedAutomatically')) return failure('bug', { operation: 'journal.confirmLeft' });
        const isKnown = happened.has('leftConfirmed') || happened.has('checkedOut');
        if (!isKnown) events.append({ visitId, kind: 'leftConfirmed', at, actor: 'staff' });
        failpoint('confirm-left.before-commit');
        return success(undefined);
      });
      failpoint('confirm-left.after-commit');
      return result;
    },
  };
}
