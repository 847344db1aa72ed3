import { httpDate } from './backoff.ts';

/** How far the server's clock is ahead of this machine's (milliseconds; negative: behind). */
export interface Skew {
  /** Notes an answer's `Date` header with the wall clock's times at which the request left and the answer came. */
  note(date: string | undefined, sent: number, received: number): void;
  /** The median of the last few answers, undefined before the first; good to about a second, for so is the header. */
  milliseconds(): number | undefined;
}

const remembered = 5;

/** Nothing noted yet. */
export function createSkew(): Skew {
  const last: number[] = [];
  return {
    note(date, sent, received) {
      // The header is cut down to whole seconds: half a second is what it lost on average.
      const ahead = httpDate(date) + 500 - (sent + received) / 2;
      if (Number.isNaN(ahead)) return;
      last.push(Math.round(ahead));
      if (last.length > remembered) last.shift();
    },
    milliseconds: () => last.toSorted((a, b) => a - b)[Math.floor((last.length - 1) / 2)],
  };
}
