import { isoWithOffset } from '../../electron/contract/moment.ts';
import type { Clock } from '../../electron/effects/clock.ts';

/** Time that passes only when told: on both clocks, from one thing that is due to the next. The wall clock can be set besides. */
export function passingClock(begin: string) {
  let now = 0;
  let ahead = Date.parse(begin);
  let waiting: { at: number; callback: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => isoWithOffset(new Date(ahead + now)),
    after(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  return {
    clock,
    waiting: () => waiting.length,
    setWall: (iso: string) => {
      ahead = Date.parse(iso) - now;
    },
    pass: (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const next = waiting.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        now = Math.max(now, next.at);
        waiting = waiting.filter((each) => each !== next);
        next.callback();
      }
      now = end;
    },
  };
}
