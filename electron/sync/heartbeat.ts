import type { FailureCode } from '../contract/failure.ts';
import { pauseAfter } from './pause.ts';

const beatMs = 60_000;
/** Changes are told no closer together than this. */
const changeMs = 5_000;

/**
 * What the kiosk's device is doing. `find`: it is being looked for in Bookings ONE; `beat`: it tells how it is. `told` is what the server
 * last took; times are monotonic milliseconds.
 */
export interface Heartbeat {
  readonly phase: 'find' | 'beat';
  readonly occupied: boolean;
  readonly told: boolean | undefined;
  readonly isBusy: boolean;
  readonly failures: number;
  readonly beganAt: number;
  readonly dueAt: number;
}

export type HeartbeatEvent =
  | { readonly type: 'time' }
  | { readonly type: 'occupied'; readonly occupied: boolean }
  | { readonly type: 'found'; readonly failure?: FailureCode | undefined }
  | { readonly type: 'beaten'; readonly occupied: boolean; readonly failure?: FailureCode | undefined };

export type HeartbeatEffect = { readonly type: 'find' } | { readonly type: 'beat'; readonly occupied: boolean };

/** A device that nobody has looked for yet. */
export const firstHeartbeat: Heartbeat = {
  phase: 'find',
  occupied: false,
  told: undefined,
  isBusy: false,
  failures: 0,
  beganAt: Number.NEGATIVE_INFINITY,
  dueAt: Number.NEGATIVE_INFINITY,
};

/**
 * One step: what happened, and what is to be done at once. One call runs at a time, and its end comes back as an event. What could not
 * be told is not kept: the next beat tells the newest state. `chance`: 0 to 1.
 */
export function step(
  state: Heartbeat,
  event: HeartbeatEvent,
  { now, chance }: { now: number; chance: number },
): [Heartbeat, HeartbeatEffect | undefined] {
  const next = after(state, event, now, chance);
  if (next.isBusy || next.dueAt > now) return [next, undefined];
  if (next.phase === 'find') return [{ ...next, isBusy: true }, { type: 'find' }];
  return [
    { ...next, isBusy: true, beganAt: now },
    { type: 'beat', occupied: next.occupied },
  ];
}

function after(state: Heartbeat, event: HeartbeatEvent, now: number, chance: number): Heartbeat {
  switch (event.type) {
    case 'time':
      return state;
    case 'occupied': {
      const next = { ...state, occupied: event.occupied };
      // While it fails, visitors who come and go do not make it try more often.
      return state.isBusy || state.phase === 'find' || state.failures > 0 ? next : { ...next, dueAt: nextBeat(next) };
    }
    case 'found':
      if (event.failure) return failed(state, event.failure, now, chance);
      return { ...state, phase: 'beat', isBusy: false, dueAt: now };
    case 'beaten': {
      // The server does not know the device (any more). At once the first time only, or the two would go round and round.
      if (event.failure === 'bookings.notFound') {
        const lost = { ...failed(state, undefined, now, chance), phase: 'find' } as const;
        return state.failures === 0 ? { ...lost, dueAt: now } : lost;
      }
      if (event.failure) return failed(state, event.failure, now, chance);
      const told = { ...state, isBusy: false, failures: 0, told: event.occupied };
      return { ...told, dueAt: nextBeat(told) };
    }
  }
}

const nextBeat = ({ beganAt, told, occupied }: Heartbeat): number => beganAt + (told === occupied ? beatMs : changeMs);

function failed(state: Heartbeat, code: FailureCode | undefined, now: number, chance: number): Heartbeat {
  const count = state.failures + 1;
  return { ...state, isBusy: false, failures: count, dueAt: now + pauseAfter(count, code, chance) };
}
