import type { FailureCode } from '../contract/failure.ts';
import type { CallEnded } from '../core/call-ended.ts';
import { type Connectivity, type ConnectivityEvent, firstConnectivity, step } from '../core/connectivity.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';

/** How the kiosk stands with its server. `since`: ISO 8601 with offset; `cause`: the last failure. */
export type ConnectionState =
  | { readonly state: 'online' }
  | { readonly state: 'offline'; readonly since: string; readonly cause: FailureCode };

/** The watch over the connection to the server, running. */
export interface Connection {
  state(): ConnectionState;
  isOnline(): boolean;
  /** A call that was on the wire has ended. */
  heard(call: CallEnded): void;
  /** A look-up had no answer in time, and the roster knew it. */
  slow(): void;
  /** The machine has slept: the server is tried at once. */
  resumed(): void;
  stop(): void;
}

/**
 * Listens to every call that ends and says whether the server can be worked with; while it cannot, tries it quietly. `probe` makes one call
 * in the background, never rejects, and is heard like any other; `tell` is told of each change, and while the server is away of each call.
 */
export function watchConnection(parts: {
  readonly probe: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly tell: (state: ConnectionState) => void;
}): Connection {
  const { probe, clock, log, chance, tell } = parts;
  let now: Connectivity = firstConnectivity;
  let cancel = () => {};
  let stopped = false;

  function send(event: ConnectivityEvent): void {
    if (stopped) return;
    const before = now;
    const [next, isTry] = step(before, event, { now: clock.now(), wall: clock.wall(), chance: chance() });
    now = next;
    cancel();
    if (isTry) void probe().finally(() => send({ type: 'tried' }));
    else if (next.tryAt !== undefined && !next.isTrying) {
      cancel = clock.after(Math.max(0, next.tryAt - clock.now()), () => send({ type: 'time' }));
    }
    if (next.kind !== before.kind) {
      log.log('connection', { state: next.kind, ...(next.kind === 'offline' && { failure: next.cause }) });
    }
    if (next.kind !== before.kind || next.kind === 'offline') tell(state());
  }

  const state = (): ConnectionState =>
    now.kind === 'online' ? { state: 'online' } : { state: 'offline', since: now.since, cause: now.cause };

  return {
    state,
    isOnline: () => now.kind === 'online',
    heard: (call) => send({ type: 'ended', ...call }),
    slow: () => send({ type: 'slow' }),
    resumed: () => send({ type: 'resumed' }),
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
