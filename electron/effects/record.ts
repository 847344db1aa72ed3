import { randomUUID } from 'node:crypto';
import type { Result } from '../contract/failure.ts';
import { success } from '../contract/failure.ts';
import type { Purpose } from '../contract/lobby.ts';
import type { Journal } from '../core/ports.ts';
import type { KnownVisit } from '../core/scene.ts';
import type { Service } from '../core/visit.ts';
import { recordOf, standingOf } from './standing.ts';

/** What was recorded: `at` and `checkedInAt` ISO 8601 with offset; `printId` where something is to be printed. */
export interface Recorded {
  readonly at: string;
  readonly checkedInAt?: string;
  readonly printId?: string;
}

/**
 * Writes a check-in or a check-out to the journal, with the print that belongs to it, in one commit. A check-out belongs to the
 * visit that was checked in here; one that was checked in elsewhere is recorded with it. `actor`: who does it, the visitor where nothing is said; `by`:
 * the name of the person of staff. Fails with a `journal.` code.
 */
export function record(
  purpose: Purpose,
  { visit, basis }: KnownVisit,
  {
    journal,
    at,
    slip,
    wanted = [],
    actor = 'visitor',
    by,
  }: {
    journal: Pick<Journal, 'standing' | 'visit' | 'checkIn' | 'checkOut'>;
    at: string;
    slip: boolean;
    wanted?: readonly Service[];
    actor?: 'visitor' | 'staff';
    by?: string;
  },
): Result<Recorded> {
  const known = recordOf(visit.code, journal);
  if (!known.ok) return known;
  const here = standingOf(visit, known.value);
  const visitId = here.kind === 'in' ? here.visitId : randomUUID();
  const printed = purpose === 'checkIn' || slip;
  const printId = printed ? randomUUID() : undefined;
  const entry = { visitId, visit, at, basis, actor, ...(by !== undefined && { by }), ...(printId && { printId }) };
  const written = purpose === 'checkIn' ? journal.checkIn({ ...entry, wanted }) : journal.checkOut(entry);
  if (!written.ok) return written;
  return success({ at, ...(here.kind === 'in' && { checkedInAt: here.at }), ...(printId && { printId }) });
}
