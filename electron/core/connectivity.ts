import type { FailureCode } from '../contract/failure.ts';
import { type Steps, waitAfter } from './backoff.ts';
import { type CallEnded, wordOf } from './call-ended.ts';

/**
 * Whether the server can be worked with. It is lost soon and found again slowly, so that a bad line does not make it flap (rule API-9).
 *
 *               2 failures in the last 5 calls, or one slow look-up
 *     online ───────────────────────────────────────────────────────▶ offline
 *      │  ▲ └─ a failure that may be the operation's own:               │   ▲
 *      └──┘    one try, which counts as a call                        wait   │ failed: begins again,
 *         ▲                                                             ▼    │ after a longer wait
 *         └───── 2 good ones in a row (5 after a relapse), spaced ──── a try ┘
 *
 * A relapse is an outage less than 5 minutes after the last one: then the waits begin longer too. All times are monotonic milliseconds
 * but `since` of an outage, which is ISO 8601 with offset. `tryAt`: when the next try is due; `cause`: the last failure.
 */
export type Connectivity = Online | Offline;

interface Trying {
  readonly tryAt: number | undefined;
  readonly isTrying: boolean;
  readonly relapses: number;
}

/** `recent`: the last calls, the newest last, whether each failed. `foundAt`: when it came back. */
interface Online extends Trying {
  readonly kind: 'online';
  readonly recent: readonly boolean[];
  readonly foundAt: number;
}

/** `failed`: tries in vain. `good`: calls in a row that went well, the last of them at `goodAt`. */
interface Offline extends Trying {
  readonly kind: 'offline';
  readonly since: string;
  readonly cause: FailureCode;
  readonly failed: number;
  readonly good: number;
  readonly goodAt: number;
}

/**
 * `slow`: a look-up had no answer in time, and the roster knew it. `tried`: a try is over, whether it reached the wire or not. `resumed`: the
 * machine has slept.
 */
export type ConnectivityEvent = ({ readonly type: 'ended' } & CallEnded) | { readonly type: 'slow' | 'time' | 'tried' | 'resumed' };

/** Nothing is known yet, so the server is asked. */
export const firstConnectivity: Online = {
  kind: 'online',
  recent: [],
  foundAt: Number.NEGATIVE_INFINITY,
  relapses: 0,
  tryAt: undefined,
  isTrying: false,
};

const remembered = 5;
const mostFailures = 2;
/** Waits between tries: from 2 s to 30 s, half of each by chance. */
const trySteps: Steps = { first: 4_000, most: 30_000 };
/** Two calls closer together than this say the same thing once (milliseconds). */
const spacingMs = 1_000;
const steadyMs = 5 * 60_000;
const goodCalls = { usual: 2, afterRelapse: remembered };

/** One step: what happened, and whether a try is to be made now; its end comes back as `tried`. `wall`: ISO 8601; `chance`: from 0 up to 1. */
export function step(
  state: Connectivity,
  event: ConnectivityEvent,
  world: { readonly now: number; readonly wall: string; readonly chance: number },
): [Connectivity, boolean] {
  const next = after(state, event, world);
  const isDue = next.tryAt !== undefined && next.tryAt <= world.now && !next.isTrying;
  return isDue ? [{ ...next, tryAt: undefined, isTrying: true }, true] : [next, false];
}

type World = Parameters<typeof step>[2];

function after(state: Connectivity, event: ConnectivityEvent, world: World): Connectivity {
  const { now, chance } = world;
  switch (event.type) {
    case 'time':
      return state;
    case 'tried': {
      const isOver = { ...state, isTrying: false };
      if (state.kind === 'online' || state.tryAt !== undefined) return isOver;
      return { ...isOver, tryAt: now + waitAfter(state.failed + 1, trySteps, chance) };
    }
    case 'resumed':
      // What was heard before the sleep says nothing of now.
      return state.kind === 'online' ? { ...state, recent: [], tryAt: now } : { ...state, failed: 0, good: 0, tryAt: now };
    case 'slow':
      return state.kind === 'online' ? lost(state, 'bookings.timeout', world) : { ...state, good: 0 };
    case 'ended':
      return state.kind === 'online' ? afterCallOnline(state, event, world) : afterCallOffline(state, event, world);
  }
}

function afterCallOnline(state: Online, call: CallEnded, world: World): Connectivity {
  const word = wordOf(call);
  const recent = [...state.recent, word === 'bad'].slice(-remembered);
  const heard = word === 'doubtful' ? state : { ...state, recent };
  if (word === 'bad' && recent.filter(Boolean).length >= mostFailures) return lost(state, call.failure, world);
  if (word === 'good' || word === 'answered') return heard;
  return { ...heard, tryAt: state.tryAt ?? world.now + waitAfter(1, trySteps, world.chance) };
}

function afterCallOffline(state: Offline, call: CallEnded, { now, chance }: World): Connectivity {
  const word = wordOf(call);
  if (word === 'bad') {
    const bad: Offline = { ...state, cause: call.failure ?? state.cause, good: 0 };
    if (call.by !== 'probe') return bad;
    const failed = state.failed + 1;
    return { ...bad, failed, tryAt: now + waitAfter(failed + 1, trySteps, chance) };
  }
  if (word !== 'good' || now - state.goodAt < spacingMs) return state;
  const good = state.good + 1;
  const { relapses } = state;
  if (good >= (relapses > 0 ? goodCalls.afterRelapse : goodCalls.usual)) {
    return { ...firstConnectivity, foundAt: now, relapses, isTrying: state.isTrying };
  }
  return { ...state, good, goodAt: now, tryAt: now + waitAfter(1 + relapses, trySteps, chance) };
}

function lost(state: Online, cause: FailureCode = 'bookings.unreachable', { now, wall, chance }: World): Offline {
  const relapses = now - state.foundAt < steadyMs ? state.relapses + 1 : 0;
  const tryAt = now + waitAfter(1 + relapses, trySteps, chance);
  const untried = { failed: 0, good: 0, goodAt: Number.NEGATIVE_INFINITY };
  return { kind: 'offline', since: wall, cause, ...untried, relapses, tryAt, isTrying: state.isTrying };
}
