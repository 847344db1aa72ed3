import { success } from '../contract/failure.ts';
import type { DifferenceKind, ServerView } from '../core/event.ts';
import type { Comparable, Review } from '../core/review.ts';
import type { Connection } from './database.ts';
import { keptVisits } from './kept.ts';
import { manyRows } from './rows.ts';

/** The detail of a `differed` event. */
export interface Noted {
  readonly kind: DifferenceKind;
  readonly there: ServerView;
}

/** The lists of those whose names are still kept: for the desk, and for comparing them with the server. */
export function listsOf(database: Connection): Pick<Review, 'comparable' | 'recorded'> {
  const kept = keptVisits(database);
  const noted = manyRows<[visitId: string, detail: Noted]>(
    database,
    ['visit_id', 'json(detail)'],
    `(SELECT visit_id, detail FROM events WHERE kind = 'differed' AND detail IS NOT NULL ORDER BY sequence)`,
  );

  return {
    comparable: () => {
      const given = new Map<string, Comparable['given']>();
      for (const [visitId, detail] of noted()) given.set(visitId, [...(given.get(visitId) ?? []), detail]);
      return success(
        kept().map(({ visitId, badgeId, code, period, times, basis }) => ({
          visitId,
          badgeId,
          code,
          period,
          ...times,
          basis,
          given: given.get(visitId) ?? [],
        })),
      );
    },

    recorded: () =>
      success(
        kept()
          .reverse()
          .map(({ visitId, badgeId, code, period, visitor, company, host, times }) => ({
            ...{ visitId, badgeId, code, period, walkIn: false },
            visitor,
            ...(company !== null && { company }),
            ...(host !== null && { host }),
            ...times,
          })),
      ),
  };
}
