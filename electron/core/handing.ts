import { type Steps, waitAfter } from './backoff.ts';

/** Between two tries of one letter. */
const letterSteps: Steps = { first: 2_000, most: 10 * 60_000 };
/** Between two tries of a receiver that seems away: short enough that nothing new waits long behind letters that nobody can take. */
const receiverSteps: Steps = { first: 2_000, most: 2 * 60_000 };

/** Letters on their way at once, each of another visit. */
const mostAtOnce = 4;
/** Different letters that fail in a row before the receiver itself seems away. */
const awayAfter = 4;
/** Of those that failed in a row so many are remembered, so that a long outage does not become a long list. */
const mostFailing = 500;

/**
 * What is under way to one receiver, by event id. `resting`: letters that wait by themselves, until when; `failing`: the different letters
 * that failed since it last answered for itself; `away`: it is left alone as a whole, after so many failed tries, until when. Times:
 * monotonic milliseconds.
 */
export interface Handing {
  readonly flying: ReadonlySet<string>;
  readonly resting: ReadonlyMap<string, number>;
  readonly failing: readonly string[];
  readonly away?: { readonly failures: number; readonly until: number };
}

/** Nothing is under way yet, and nothing bad is known of the receiver. */
export const firstHanding: Handing = { flying: new Set(), resting: new Map(), failing: [] };

/**
 * What happened to a letter: it left; it is settled, taken or refused; or it is for later, after so many tries, and not sooner than its
 * receiver asks (milliseconds). `dropped`: it is settled without having been tried, which says nothing of its receiver.
 */
export type HandingEvent =
  | { readonly type: 'left'; readonly eventId: string }
  | { readonly type: 'settled'; readonly eventId: string }
  | { readonly type: 'dropped'; readonly eventId: string }
  | { readonly type: 'later'; readonly eventId: string; readonly tries: number; readonly askedMs: number };

/** The time (monotonic milliseconds), and a number from 0 up to 1. */
export interface HandingWorld {
  readonly now: number;
  readonly chance: number;
}

/**
 *     open ──4 different letters in a row fail──▶ away ──wait over──▶ one letter ──settled──▶ open, at full speed
 *                                                  ▲                     │
 *                                                  └──fails: waits longer┘
 *
 * A letter that fails while others are settled waits alone and holds nobody up (rule API-6). Refused is answered: it shows that the
 * receiver is there.
 */
export function stepHanding(state: Handing, event: HandingEvent, world: HandingWorld): Handing {
  const { eventId } = event;
  const resting = new Map([...state.resting].filter(([id, until]) => id !== eventId && until > world.now));
  const flying = new Set(state.flying);
  if (event.type === 'left') return { ...state, resting, flying: flying.add(eventId) };
  flying.delete(eventId);
  if (event.type === 'settled') {
    // What failed while the receiver was away did not fail by itself.
    if (state.away) for (const failed of state.failing) resting.delete(failed);
    return { flying, resting, failing: [] };
  }
  if (event.type === 'dropped') return { ...state, flying, resting, failing: state.failing.filter((id) => id !== eventId) };
  const failing = [...state.failing.filter((id) => id !== eventId), eventId].slice(-mostFailing);
  resting.set(eventId, world.now + Math.max(event.askedMs, waitAfter(event.tries, letterSteps, world.chance)));
  const away = awayAs({ ...state, failing }, event.askedMs, world);
  return { flying, resting, failing, ...(away && { away }) };
}

function awayAs({ away, failing }: Handing, askedMs: number, { now, chance }: HandingWorld): Handing['away'] {
  if (!away && failing.length < awayAfter) return undefined;
  // Was on its way already when the receiver went away, and says nothing new.
  if (away && now < away.until) return { ...away, until: Math.max(away.until, now + askedMs) };
  const failures = (away?.failures ?? 0) + 1;
  return { failures, until: now + Math.max(askedMs, waitAfter(failures, receiverSteps, chance)) };
}

/**
 * Which letters may leave now: at most so many, but none of `besides`. `orElse` takes its place where nothing else waits: a receiver
 * that seems away is tried with a letter that it has not failed at, if there is one, for a letter may be what it fails at.
 */
export function mayLeave(
  { flying, resting, failing, away }: Handing,
  now: number,
): { readonly most: number; readonly besides: readonly string[]; readonly orElse?: readonly string[] } {
  const still = [...resting].filter(([, until]) => until > now).map(([id]) => id);
  if (!away) return { most: mostAtOnce - flying.size, besides: [...flying, ...still] };
  if (now < away.until || flying.size > 0) return { most: 0, besides: [] };
  return { most: 1, besides: [...new Set([...failing, ...still])], orElse: still };
}

/** When to look again although nothing happens (monotonic milliseconds); undefined: not before something does. */
export function wakesAt({ resting, away }: Handing, now: number): number | undefined {
  if (away && now < away.until) return away.until;
  const due = [...resting.values()].filter((until) => until > now);
  return due.length > 0 ? due.reduce((first, until) => Math.min(first, until)) : undefined;
}
