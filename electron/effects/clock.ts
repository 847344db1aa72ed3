import { performance } from 'node:perf_hooks';

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

/** A date as ISO 8601 with the machine's offset at that date ("2026-11-22T09:30:00.000+08:00"). */
export function isoWithOffset(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
