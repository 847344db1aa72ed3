import { failure, type Result, success } from '../contract/failure.ts';
import { judgeCorrection } from '../core/correction.ts';
import type { Actor, EventKind } from '../core/event.ts';
import type { Histories } from '../core/history.ts';
import type { Visit } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import { byWhom } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import { printedOf } from './printed.ts';
import type { Known, Stays } from './stays.ts';
import { toldIn } from './told.ts';

interface EventRow {
  readonly event_id: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly actor: Actor;
  readonly detail: string | null;
}

/** What staff write of single visits, and all that happened to one. */
export function historiesOf(database: Connection, events: Events, stays: Stays): Histories {
  const visitById = database.prepare('SELECT visit FROM visits WHERE visit_id = ?');
  const hasComeAgain = database.prepare(
    `SELECT later.visit_id FROM visits AS later JOIN visits AS this ON later.badge_id = this.badge_id AND later.number > this.number
     WHERE this.visit_id = ?`,
  );
  const voidPrints = database.prepare(
    `UPDATE prints SET voided_at = ?
     WHERE visit_id = ? AND kind = 'badge' AND voided_at IS NULL AND (state <> 'failed' OR handed_over_at IS NOT NULL)`,
  );
  const eventsOfVisit = database.prepare(
    'SELECT event_id, kind, at, actor, detail FROM events WHERE visit_id = ? ORDER BY sequence',
  );
  const printsOfVisit = printedOf(database, 'visit_id = ?');

  const counts = (known: Known | undefined): boolean => known?.kind === 'kept' && known.stay.state !== 'void';
  const isReplaced = (visitId: string): boolean =>
    (hasComeAgain.all(visitId) as { visit_id: string }[]).some(({ visit_id }) => counts(stays.of(visit_id)));

  return {
    correct: ({ visitId, correction, reason, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const senseless = failure('bug', { operation: 'journal.correct' });
        const known = stays.of(visitId);
        if (known?.kind !== 'kept') return senseless;
        const verdict = judgeCorrection(known.stay, correction, at);
        if (verdict === 'done') return success(undefined);
        if (verdict === 'senseless' || (correction.what === 'notOut' && isReplaced(visitId))) return senseless;
        events.append({ visitId, kind: 'corrected', at, actor: 'staff', detail: { ...correction, reason, ...byWhom(by) } });
        if (correction.what === 'notIn') voidPrints.run(at, visitId);
        failpoint('correct.before-commit');
        return success(undefined);
      });
      failpoint('correct.after-commit');
      return result;
    },

    note: ({ visitId, text, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        if (stays.of(visitId)?.kind !== 'kept') return failure('bug', { operation: 'journal.note' });
        events.append({ visitId, kind: 'noted', at, actor: 'staff', detail: { text, ...byWhom(by) } });
        failpoint('note.before-commit');
        return success(undefined);
      });
      failpoint('note.after-commit');
      return result;
    },

    history: (visitId) => {
      const known = stays.of(visitId);
      if (known?.kind !== 'kept') return success(undefined);
      const { visit } = visitById.get(visitId) as { visit: string };
      return success({
        visitId,
        // Written by visits.ts from a Visit, and whole because it is encrypted with the database: not parsed by a schema again.
        visit: JSON.parse(visit) as Visit,
        stay: known.stay,
        events: (eventsOfVisit.all(visitId) as EventRow[]).map(({ event_id, kind, at, actor, detail }) => ({
          ...{ id: event_id, kind, at, actor },
          ...toldIn(kind, detail === null ? {} : (JSON.parse(detail) as Record<string, unknown>)),
        })),
        prints: printsOfVisit(visitId),
      });
    },
  };
}
