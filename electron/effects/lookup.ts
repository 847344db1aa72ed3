import { type Failure, failure, type Result } from '../contract/failure.ts';
import type { Purpose } from '../contract/lobby.ts';
import { alikeOf } from '../core/alike.ts';
import { chooseByDay } from '../core/choice.ts';
import { relationToDays } from '../core/day.ts';
import type { Bookings, Journal, Roster } from '../core/ports.ts';
import type { LookUpAnswer } from '../core/scene.ts';
import type { Visit } from '../core/visit.ts';
import { type Clock, within } from './clock.ts';
import type { Connection } from './connection.ts';
import { type RecordedVisit, recordOf, standingOf } from './standing.ts';

/** An unknown code is answered no sooner than this, however soon that is known (ms). */
const unknownMs = 600;

/** The longest that a visitor ever waits for the network (ms). */
const patienceMs = 2_000;

/** What came of a look-up, and the failure that staff and the log need where there was one. */
export interface LookUp {
  readonly answer: LookUpAnswer;
  readonly failure?: Failure;
}

/** What a look-up asks. */
export interface LookUpParts {
  readonly bookings: Pick<Bookings, 'findVisit'>;
  readonly journal: Pick<Journal, 'standing' | 'visit'>;
  readonly roster: Pick<Roster, 'find' | 'status'>;
  readonly connection: Pick<Connection, 'isOnline' | 'slow'>;
  readonly clock: Clock;
}

/**
 * Finds the visit of a code, from the server, the roster and this kiosk's own journal. The server's answer goes first where it comes within
 * 2 s; otherwise, and at once while the server is away, the roster's. Whoever was checked in here can leave without either. What nobody
 * here knows while the server cannot be asked is a failure, not an unknown code. `typed`: by hand, so that one that is unknown may be
 * another that looks alike, if just one such is known.
 */
export async function lookUp(code: string, purpose: Purpose, parts: LookUpParts, typed = false): Promise<LookUp> {
  const { clock } = parts;
  const started = clock.now();
  const first = await find(code, purpose, parts);
  const result = typed && first.answer.kind === 'unknown' ? await findAlike(code, purpose, parts) : first;
  if (result.answer.kind === 'unknown') {
    await new Promise<void>((resolve) => clock.after(Math.max(0, unknownMs - (clock.now() - started)), resolve));
  }
  return result;
}

/** The one visit whose code looks like this one, O for 0 or I for 1; two such are none, for nobody may be let in as somebody else. */
async function findAlike(code: string, purpose: Purpose, parts: LookUpParts): Promise<LookUp> {
  const answers = await Promise.all(alikeOf(code).map((one) => find(one, purpose, parts)));
  const found = answers.filter(({ answer }) => answer.kind === 'found');
  return found.length === 1 && found[0] && answers.every(({ answer }) => answer.kind !== 'failed') ? found[0] : unknown;
}

const unknown: LookUp = { answer: { kind: 'unknown' } };
const failed = (failure: Failure): LookUp => ({ answer: { kind: 'failed' }, failure });

async function find(code: string, purpose: Purpose, parts: LookUpParts): Promise<LookUp> {
  const { bookings, journal, connection, clock } = parts;
  const known = recordOf(code, journal);
  if (!known.ok) return failed(known.failure);
  const own = known.value;
  const isInside = purpose === 'checkOut' && own?.standing.kind === 'in';
  // A record of another day may be that of an older badge under the same code.
  const isCurrent = own !== undefined && relationToDays(own.visit.period, clock.wall()) === 'within';
  if (own && isInside && isCurrent) return recorded(own);
  const local = own && (isInside || isCurrent) ? recorded(own) : undefined;

  if (!connection.isOnline()) {
    const here = (await inRoster(code, own, parts)) ?? local;
    return here ?? heard(await inTime(bookings.findVisit(code), clock), own, undefined);
  }
  const listed = inRoster(code, own, parts);
  // Whose answer is no longer needed may fail as it likes.
  listed.catch(() => {});
  const answer = await inTime(bookings.findVisit(code), clock);
  if (answer.ok) return heard(answer, own, local);
  const instead = await listed;
  if (instead && answer.failure.code === 'bookings.timeout') connection.slow();
  return heard(answer, own, instead ?? local);
}

/** What the server's answer means; `otherwise`: what is known here, for when it has none. */
function heard(answer: Result<Visit | undefined>, own: RecordedVisit | undefined, otherwise: LookUp | undefined): LookUp {
  if (!answer.ok) return otherwise ? { ...otherwise, failure: answer.failure } : failed(answer.failure);
  if (!answer.value) return otherwise ?? unknown;
  const visit = answer.value;
  return { answer: { kind: 'found', visit, basis: { from: 'server' }, standing: standingOf(visit, own) } };
}

const recorded = (own: RecordedVisit): LookUp => ({ answer: { kind: 'found', ...own, basis: { from: 'journal' } } });

/** What the roster knows of a code. One that cannot be read knows nothing. */
async function inRoster(code: string, own: RecordedVisit | undefined, { roster, clock }: LookUpParts): Promise<LookUp | undefined> {
  const found = await roster.find(code);
  const visit = found.ok ? chooseByDay(found.value, clock.wall()) : undefined;
  if (!visit) return undefined;
  const basis = { from: 'roster', ageMs: roster.status().ageMs ?? 0 } as const;
  return { answer: { kind: 'found', visit, basis, standing: standingOf(visit, own) } };
}

/** An answer, or a timeout where none comes in the time that a visitor waits. */
const inTime = <T>(asked: Promise<Result<T>>, clock: Clock): Promise<Result<T>> =>
  within(clock, patienceMs, asked, failure('bookings.timeout'));
