import type { Failure } from '../contract/failure.ts';
import type { Purpose } from '../contract/screen.ts';
import { relationToDays } from '../core/day.ts';
import type { Bookings, Journal } from '../core/ports.ts';
import type { LookUpAnswer } from '../core/scene.ts';
import type { Clock } from './clock.ts';
import { type RecordedVisit, recordOf, standingOf } from './standing.ts';

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
  const result = code === undefined ? unknown : await find(code, purpose, clock.wall(), bookings, journal);
  if (result.answer.kind === 'unknown') {
    await new Promise<void>((resolve) => clock.after(Math.max(0, unknownMs - (clock.now() - started)), resolve));
  }
  return result;
}

const unknown: LookUp = { answer: { kind: 'unknown' } };
const found = (own: RecordedVisit): LookUp => ({ answer: { kind: 'found', ...own, basis: { from: 'journal' } } });
const failed = (failure: Failure): LookUp => ({ answer: { kind: 'failed' }, failure });

async function find(code: string, purpose: Purpose, wall: string, bookings: Bookings, journal: Journal): Promise<LookUp> {
  const known = recordOf(code, journal);
  if (!known.ok) return failed(known.failure);
  const own = known.value;
  const isInside = purpose === 'checkOut' && own?.standing.kind === 'in';
  // A record of another day may be that of an older badge under the same code.
  const isCurrent = own !== undefined && relationToDays(own.visit.period, wall) === 'within';
  if (own && isInside && isCurrent) return found(own);

  const visit = await bookings.findVisit(code);
  if (visit.ok && visit.value) {
    return { answer: { kind: 'found', visit: visit.value, basis: { from: 'server' }, standing: standingOf(visit.value, own) } };
  }
  if (own && (isInside || isCurrent)) return visit.ok ? found(own) : { ...found(own), failure: visit.failure };
  return visit.ok ? unknown : failed(visit.failure);
}
