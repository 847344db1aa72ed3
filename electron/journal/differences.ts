import { failure, type Result, success } from '../contract/failure.ts';
import type { ServerView } from '../core/event.ts';
import type { Review } from '../core/review.ts';
import { timesOf } from '../core/stay.ts';
import { failpoint } from '../failpoint.ts';
import { byWhom, onlyBy } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import { keptVisits } from './kept.ts';
import type { Noted } from './lists.ts';
import type { Stays } from './stays.ts';

interface Row {
  readonly event_id: string;
  readonly visit_id: string;
  readonly at: string;
  readonly detail: string;
}

/** SQL that answers the `differed` events that nobody has decided, oldest first. */
export const undecided = `
  SELECT event_id, visit_id, at, detail FROM events AS differed
  WHERE kind = 'differed' AND detail IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM events AS decided WHERE decided.visit_id = differed.visit_id
                    AND decided.kind = 'decided' AND decided.detail ->> '$.of' = differed.event_id)
  ORDER BY sequence`;

/** The times that a server says, as one text: its word is the same when this is. */
const wordOf = (there: ServerView): string =>
  there.kind === 'gone' ? 'gone' : JSON.stringify([there.state, there.checkedInAt ?? null, there.checkedOutAt ?? null]);

/**
 * Where the server says something else than this journal. Noting one of a visit whose names are gone, or which is void, succeeds and writes nothing; an
 * unknown visit or difference is `bug`. What was open of a visit when it became void is not asked any more.
 */
export function differencesOf(
  database: Connection,
  events: Events,
  stays: Stays,
): Pick<Review, 'differ' | 'differences' | 'decide'> {
  const noted = database.prepare(`SELECT detail FROM events WHERE visit_id = ? AND kind = 'differed' AND detail IS NOT NULL`);
  const open = database.prepare(undecided);
  const people = keptVisits(database, `visit_id IN (SELECT visit_id FROM (${undecided}))`);
  const differenceById = database.prepare(
    `SELECT visit_id, detail, event_id IN (SELECT event_id FROM (${undecided})) AS is_open
     FROM events AS differed WHERE event_id = ? AND kind = 'differed'`,
  );

  /** What the server's word means here. */
  const follow = (visitId: string, { kind, there }: Noted, at: string, by: string | undefined): void => {
    const known = stays.of(visitId);
    if (known?.kind !== 'kept' || known.stay.state === 'void') return;
    const { checkedInAt, checkedOutAt }: { checkedInAt?: string; checkedOutAt?: string } = there.kind === 'gone' ? {} : there;
    if (kind === 'earlierThere') {
      if (checkedInAt) events.append({ visitId, kind: 'corrected', at, actor: 'staff', detail: { checkedInAt, ...byWhom(by) } });
    } else if (known.stay.state === 'in') {
      const basis = { from: 'server' } as const;
      events.append({ visitId, kind: 'checkedOut', at: checkedOutAt ?? at, actor: 'staff', basis, ...onlyBy(by) });
    }
  };

  return {
    differ: ({ visitId, kind, there, at }) => {
      const result = transaction(database, (): Result<void> => {
        const known = stays.of(visitId);
        if (!known) return failure('bug', { operation: 'journal.differ' });
        const before = (noted.all(visitId) as Pick<Row, 'detail'>[]).map(({ detail }) => JSON.parse(detail) as Noted);
        const isKnown = before.some((each) => each.kind === kind && wordOf(each.there) === wordOf(there));
        if (known.kind === 'kept' && known.stay.state !== 'void' && !isKnown) {
          events.append({ visitId, kind: 'differed', at, actor: 'kiosk', basis: { from: 'server' }, detail: { kind, there } });
        }
        failpoint('differ.before-commit');
        return success(undefined);
      });
      failpoint('differ.after-commit');
      return result;
    },

    differences: () => {
      const rows = open.all() as Row[];
      if (rows.length === 0) return success([]);
      const visits = new Map(people().map((visit) => [visit.visitId, visit]));
      return success(
        rows.flatMap(({ event_id, visit_id, at, detail }) => {
          const visit = visits.get(visit_id);
          if (!visit || visit.stay.state === 'void') return [];
          const { kind, there } = JSON.parse(detail) as Noted;
          const { checkedInAt, checkedOutAt } = timesOf(visit.stay);
          const here = { checkedInAt, ...(checkedOutAt && { checkedOutAt }) };
          const company = visit.company === null ? {} : { company: visit.company };
          return [{ id: event_id, visitId: visit_id, kind, at, visitor: visit.visitor, ...company, here, there }];
        }),
      );
    },

    decide: ({ differenceId, decision, note, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const found = differenceById.get(differenceId) as { visit_id: string; detail: string; is_open: 0 | 1 } | undefined;
        if (!found) return failure('bug', { operation: 'journal.decide' });
        if (found.is_open) {
          const detail = { of: differenceId, decision, ...(note && { note }), ...byWhom(by) };
          events.append({ visitId: found.visit_id, kind: 'decided', at, actor: 'staff', detail });
          if (decision === 'theirs') follow(found.visit_id, JSON.parse(found.detail) as Noted, at, by);
        }
        failpoint('decide.before-commit');
        return success(undefined);
      });
      failpoint('decide.after-commit');
      return result;
    },
  };
}
