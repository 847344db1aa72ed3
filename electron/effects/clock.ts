import { performance } from 'node:perf_hooks';
import { isoWithOffset } from '../contract/moment.ts';

/** Time as the rest of Foyer is given it; a test drives its own. */
export interface Clock {
  /** Monotonic milliseconds: for delays, never for records (rule CLK-1). */
  now(): number;
  /** The wall clock as ISO 8601 with the machine's offset, to the millisecond: for records. */
  wall(): string;
  /** Calls back once, after at least that many milliseconds; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The machine's own clocks. */
export const machineClock: Clock = {
  now: () => performance.now(),
  wall: () => isoWithOffset(new Date()),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What a promise answers, or `otherwise` where it has not after so many milliseconds of this clock. Rejects as the promise does. */
export function within<T, O>(clock: Pick<Clock, 'after'>, milliseconds: number, asked: Promise<T>, otherwise: O): Promise<T | O> {
  let cancel = () => {};
  const late = new Promise<O>((resolve) => {
    cancel = clock.after(milliseconds, () => resolve(otherwise));
  });
  return Promise.race([asked, late]).finally(cancel);
}
