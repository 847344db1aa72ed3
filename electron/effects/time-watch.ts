import { uptime } from 'node:os';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';

/** How often the clocks are compared, and by how much they may differ from what was to be expected (milliseconds). */
const everyMs = 5_000;
const mostMs = 5_000;

/** The watch over the machine's clocks, running. */
export interface TimeWatch {
  /** The host says that the machine has slept; where it was noticed already, that is no news. */
  woken(): void;
  stop(): void;
}

/**
 * Compares the wall clock, the monotonic one and the time since boot every few seconds: the log says by how much the wall clock was
 * moved, and that the machine slept. On Linux the monotonic clock stands still in a sleep and the time since boot does not
 * (https://man7.org/linux/man-pages/man2/clock_gettime.2.html); elsewhere a timer comes late. `resumed` is called after a sleep (`slept`), and after
 * a leap forward, which may have been the sleep of a virtual machine; not for a clock that was set back. `sinceBoot`: milliseconds, sleep
 * included.
 */
export function watchTime(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly resumed: (slept: boolean) => void;
  readonly sinceBoot?: () => number;
}): TimeWatch {
  const { clock, log, resumed, sinceBoot = () => uptime() * 1_000 } = parts;
  const read = () => ({ monotonic: clock.now(), wall: Date.parse(clock.wall()), boot: sinceBoot() });
  let last = read();
  let resumedAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};

  /** By how much the wall clock was moved since the last comparison, and how long the machine slept. */
  function compare(): { readonly moved: number; readonly slept: number } {
    const now = read();
    const passed = now.monotonic - last.monotonic;
    const moved = now.wall - last.wall - passed;
    const slept = Math.max(now.boot - last.boot - passed, passed - everyMs);
    last = now;
    return { moved, slept };
  }

  function tell(milliseconds: number, slept: boolean): void {
    log.log('clockMoved', { seconds: Math.round(milliseconds / 1_000), slept });
    if (!slept && milliseconds < 0) return;
    resumedAt = clock.now();
    resumed(slept);
  }

  function check(): void {
    cancel = clock.after(everyMs, check);
    const { moved, slept } = compare();
    if (slept > mostMs) tell(slept, true);
    else if (Math.abs(moved) > mostMs) tell(moved, false);
  }

  cancel = clock.after(everyMs, check);
  return {
    woken: () => {
      if (clock.now() - resumedAt < everyMs) return;
      const { moved, slept } = compare();
      tell(Math.max(moved, slept, 0), true);
    },
    stop: () => cancel(),
  };
}
