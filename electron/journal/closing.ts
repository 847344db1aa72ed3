import { failure, type Result, success } from '../contract/failure.ts';
import type { Review } from '../core/review.ts';
import { failpoint } from '../failpoint.ts';
import { onlyBy } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import type { Stays } from './stays.ts';

/**
 * Visits that nobody ended. A visit that the kiosk closed stays open to its own badge: a check-out is still recorded. Confirming one that was
 * never closed, is void or unknown is `bug`.
 */
export function closingOf(database: Connection, events: Events, stays: Stays): Pick<Review, 'closeAutomatically' | 'confirmLeft'> {
  return {
    closeAutomatically: ({ visitIds, at }) => {
      const result = transaction(database, () => {
        const forgotten = [...new Set(visitIds)].filter((visitId) => {
          const known = stays.of(visitId);
          return known?.kind === 'kept' && known.stay.state === 'in' && known.stay.closedAt === undefined;
        });
        for (const visitId of forgotten) events.append({ visitId, kind: 'closedAutomatically', at, actor: 'kiosk' });
        failpoint('close.before-commit');
        return success(forgotten.length);
      });
      failpoint('close.after-commit');
      return result;
    },

    confirmLeft: ({ visitId, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const known = stays.of(visitId);
        if (known?.kind === 'purged') return success(undefined);
        if (known?.stay.closedAt === undefined || known.stay.state === 'void') {
          return failure('bug', { operation: 'journal.confirmLeft' });
        }
        if (known.stay.state === 'in') events.append({ visitId, kind: 'leftConfirmed', at, actor: 'staff', ...onlyBy(by) });
        failpoint('confirm-left.before-commit');
        return success(undefined);
      });
      failpoint('confirm-left.after-commit');
      return result;
    },
  };
}
