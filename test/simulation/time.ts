import type { Clock } from '../../electron/effects/clock.ts';

const minute = 60_000;

/** Central European time of 2026: summer time ends in the night to 25 October. */
const winterBegins = Date.parse('2026-10-25T01:00:00Z');
const offsetAt = (epoch: number): number => (epoch < winterBegins ? 120 : 60);

/** A moment (milliseconds since 1970) as ISO 8601 with the site's offset. */
export function siteIso(epoch: number): string {
  const offset = offsetAt(epoch);
  const local = new Date(epoch + offset * minute).toISOString().slice(0, -1);
  return `${local}+0${offset / 60}:00`;
}

/** Time that passes only when told, while what runs over real sockets and threads in it is waited for. */
export interface Time {
  readonly clock: Clock;
  /** The true time, milliseconds since 1970. */
  epoch(): number;
  /** What the kiosk's wall clock says, milliseconds since 1970. */
  wall(): number;
  /** Sets the wall clock wrong by so many milliseconds; 0: right. */
  setWrong(milliseconds: number): void;
  /** What is to be waited for before time goes on. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing runs and nothing more happens by itself. */
  quiet(): Promise<void>;
  /** Lets time pass from one thing that is due to the next. */
  move(milliseconds: number): Promise<void>;
  /** Lets time pass at once, as for a machine whose timers come late: what was due meanwhile happens once. */
  leap(milliseconds: number): Promise<void>;
}

/** Time from a moment on (milliseconds since 1970). */
export function startTime(begins: number): Time {
  let now = 0;
  let wrong = 0;
  let running = 0;
  let changed = () => {};
  const waiting = new Set<{ readonly at: number; readonly callback: () => void }>();
  const epoch = () => begins + now;
  const wall = () => epoch() + wrong;
  const count = (more: number) => {
    running += more;
    changed();
  };

  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 4; ) {
      if (running > 0) {
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
        calm = 0;
      } else {
        await new Promise((resolve) => setImmediate(resolve));
        calm += 1;
      }
    }
  }

  const due = () => [...waiting].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);

  return {
    clock: {
      now: () => now,
      wall: () => siteIso(wall()),
      after(milliseconds, callback) {
        const entry = { at: now + milliseconds, callback };
        waiting.add(entry);
        return () => waiting.delete(entry);
      },
    },
    epoch,
    wall,
    setWrong: (milliseconds) => {
      wrong = milliseconds;
    },
    async during(work) {
      count(1);
      try {
        return await work;
      } finally {
        count(-1);
      }
    },
    quiet,
    async move(milliseconds) {
      const end = now + milliseconds;
      await quiet();
      for (;;) {
        const next = [...waiting].reduce<{ at: number; callback: () => void } | undefined>(
          (first, each) => (first && first.at <= each.at ? first : each),
          undefined,
        );
        if (!next || next.at > end) break;
        now = Math.max(now, next.at);
        waiting.delete(next);
        next.callback();
        await quiet();
      }
      now = end;
    },
    async leap(milliseconds) {
      await quiet();
      now += milliseconds;
      for (const entry of due()) {
        if (!waiting.delete(entry)) continue;
        entry.callback();
        await quiet();
      }
    },
  };
}
