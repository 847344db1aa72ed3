import { type Result, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import type { Standing, Visit } from '../core/visit.ts';

/** A visit as the journal has it, and where it stands. */
export interface RecordedVisit {
  readonly visit: Visit;
  readonly standing: Standing;
}

/** What the journal holds of the newest visit under a code; undefined: nothing. Fails with a `journal.` code. */
export function recordOf(code: string, journal: Pick<Journal, 'standing' | 'visit'>): Result<RecordedVisit | undefined> {
  const standing = journal.standing(code);
  if (!standing.ok) return standing;
  if (standing.value.kind === 'none') return success(undefined);
  const visit = journal.visit(standing.value.visitId);
  if (!visit.ok) return visit;
  return success(visit.value && { visit: visit.value, standing: standing.value });
}

/**
 * Where a visit stands by what the journal knows under its code. A server may give a code again once its visit is long past: what is
 * recorded of another badge says nothing of this one.
 */
export const standingOf = (visit: Visit, known: RecordedVisit | undefined): Standing =>
  known?.visit.badgeId === visit.badgeId ? known.standing : { kind: 'none' };
