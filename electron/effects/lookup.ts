import type { Failure } from '../contract/failure.ts';
import type { Purpose } from '../contract/screen.ts';
import type { Bookings, Journal } from '../core/ports.ts';
import type { LookUpAnswer } from '../core/scene.ts';
import type { Clock } from './clock.ts';
import { recordOf, standingOf } from './standing.ts';

/** An unknown code is answered no sooner than this, whether it was asked for or not: "wrong" and "not found" take the same (ms). */
const unknownMs = 600;

/** What came of a look-up, and the failure that staff and the log need where there was one. */
export interface LookUp {
  readonly answer: LookUpAnswer;
  readonly failure?: Failure;
}

/**
 * Finds the visit of a code, from the server and from this kiosk's own journal. Whoever was checked in here can leave without the
 * server: the journal holds the visit as it was recorded. `code` undefined: what was given cannot be a code; no call is made.
 */
export async function lookUp(
  code: string | undefined,
  purpose: Purpose,
  { bookings, journal, clock }: { bookings: Bookings; journal: Journal; clock: Clock },
): Promise<LookUp> {
  const started = clock.now();
  const found = code === undefined ? unknown : await find(code, purpose, bookings, journal);
  if (found.answer.kind === 'unknown') {
    await new Promise<void>((resolve) => clock.after(Math.max(0, unknownMs - (clock.now() - started)), resolve));
  }
  return found;
}

const unknown: LookUp = { answer: { kind: 'unknown' } };
const failed = (failure: Failure): LookUp => ({ answer: { kind: 'failed' }, failure });

async function find(code: string, purpose: Purpose, bookings: Bookings, journal: Journal): Promise<LookUp> {
  const known = recordOf(code, journal);
  if (!known.ok) return failed(known.failure);
  const own: LookUp | undefined = known.value && { answer: { kind: 'found', ...known.value } };
  if (own && purpose === 'checkOut' && known.value?.standing.kind === 'in') return own;

  const visit = await bookings.findVisit(code);
  if (visit.ok && visit.value)
    return { answer: { kind: 'found', visit: visit.value, standing: standingOf(visit.value, known.value) } };
  if (own) return visit.ok ? own : { ...own, failure: visit.failure };
  return visit.ok ? unknown : failed(visit.failure);
}
