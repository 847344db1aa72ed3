import { success } from '../contract/failure.ts';
import type { DifferenceKind, ServerView } from '../core/event.ts';
import type { Comparable, Recorded, Review } from '../core/review.ts';
import { timesOf } from '../core/stay.ts';
import type { Connection } from './database.ts';
import { type Kept, keptVisits } from './kept.ts';
import { manyRows } from './rows.ts';

/** The detail of a `differed` event. */
export interface Noted {
  readonly kind: DifferenceKind;
  readonly there: ServerView;
}

/** The lists of those whose names are still kept: for the desk, and for comparing them with the server. */
export function listsOf(database: Connection): Pick<Review, 'comparable' | 'recorded' | 'entries'> {
  const kept = keptVisits(database);
  const noted = manyRows<[visitId: string, detail: Noted]>(
    database,
    ['visit_id', 'json(detail)'],
    `(SELECT visit_id, detail FROM events WHERE kind = 'differed' AND detail IS NOT NULL ORDER BY sequence)`,
  );
  const counting = () => kept().filter(({ stay }) => stay.state !== 'void');

  return {
    comparable: () => {
      const given = new Map<string, Comparable['given']>();
      for (const [visitId, detail] of noted()) given.set(visitId, [...(given.get(visitId) ?? []), detail]);
      return success(
        counting()
          .filter(({ walkIn }) => !walkIn)
          .map(({ visitId, badgeId, code, period, stay, basis }) => ({
            ...{ visitId, badgeId, code, period },
            ...timesOf(stay),
            basis,
            given: given.get(visitId) ?? [],
          })),
      );
    },

    recorded: () => success(counting().reverse().map(recordedOf)),

    entries: () =>
      success(
        counting().map((kept) => ({
          ...recordedOf(kept),
          isAutomatic: kept.stay.closedAt !== undefined,
          isCorrected: kept.isCorrected,
        })),
      ),
  };
}

function recordedOf({ company, host, appointmentId, stay, ...visit }: Kept): Recorded {
  const { visitId, badgeId, code, period, visitor, walkIn } = visit;
  return {
    ...{ visitId, badgeId, code, period, visitor, walkIn, checkedInBy: stay.checkedInBy },
    ...(company !== null && { company }),
    ...(host !== null && { host }),
    ...(appointmentId !== null && { appointmentId }),
    ...timesOf(stay),
  };
}
