import { type Call, createCall } from '../../electron/bookings/call.ts';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { outcomeOf } from '../../electron/bookings/outcome.ts';
import type { Transport } from '../../electron/bookings/transport.ts';
import { failure, success } from '../../electron/contract/failure.ts';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import type { Clock } from '../../electron/effects/clock.ts';
import { type EventName, events } from '../../electron/log/events.ts';
import type { Log } from '../../electron/log/log.ts';

export const token = 'CANARY-sync-token';

/**
 * Time that stands still until it is moved, and then goes from one thing that is due to the next; in between the calls that run over real
 * HTTP are waited for, so that no test depends on how fast the machine is.
 */
export function createWorld(url: () => string) {
  let now = 0;
  let running = 0;
  let waiting: { at: number; callback: () => void }[] = [];
  const begins = Date.parse('2026-11-22T01:00:00Z');
  const clock: Clock = {
    now: () => now,
    wall: () => isoWithOffset(new Date(begins + now)),
    after(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };

  const transport: Pick<Transport, 'send'> = {
    async send({ method, target, body, within, kind }) {
      running += 1;
      try {
        const response = await fetch(`${url()}${target}`, {
          method,
          headers: { authorization: token, ...(body && { 'content-type': 'application/json' }) },
          ...(body && { body }),
          redirect: 'manual',
          signal: AbortSignal.timeout(Math.min(within, 10_000)),
        });
        const { code } = outcomeOf(response.status);
        if (code) return failure(code);
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (kind === 'file') return success({ type: response.headers.get('content-type') ?? '', bytes });
        return success(JSON.parse(Buffer.from(bytes).toString()));
      } catch (error) {
        if (error instanceof SyntaxError) return failure('bookings.unreadable');
        return failure(error instanceof Error && error.name === 'TimeoutError' ? 'bookings.timeout' : 'bookings.unreachable');
      } finally {
        running -= 1;
      }
    },
  };
  const call: Call = createCall(transport as Transport, plainDialect({}));

  /** Something else that goes on outside, and is waited for like a call. */
  async function awaited<T>(work: Promise<T>): Promise<T> {
    running += 1;
    return work.finally(() => {
      running -= 1;
    });
  }

  /** Waits until no call runs and nothing more happens by itself. */
  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 5; ) {
      await new Promise((resolve) => (running > 0 ? setTimeout(resolve, 2) : setImmediate(resolve)));
      calm = running > 0 ? 0 : calm + 1;
    }
  }

  /** Lets so many milliseconds go by, and all that falls due in them happen. */
  async function move(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    await quiet();
    for (;;) {
      const next = waiting.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      now = Math.max(now, next.at);
      waiting = waiting.filter((each) => each !== next);
      next.callback();
      await quiet();
    }
    now = end;
  }

  const entries: [EventName, Record<string, unknown>][] = [];
  const log: Log = {
    log: (event, fields) => {
      entries.push([event, events[event].parse(fields)]);
    },
    close: () => {},
  };
  /** What was noted under a name, in a short form. */
  const noted = (event: EventName) => entries.filter(([name]) => name === event).map(([, fields]) => fields);

  return {
    clock,
    call,
    transport: transport as Transport,
    move,
    quiet,
    awaited,
    log,
    entries,
    noted,
    waiting: () => waiting.length,
  };
}

/** Waits for something that real sockets bring about. */
export async function until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
