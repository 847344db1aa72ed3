/**
 * Tells a USB scanner that types ("keyboard wedge") from a person who types, by timing alone. Pure: times come in as arguments, in
 * ms of any one clock.
 */
export interface KeyRun {
  readonly text: string;
  /** The same keys as a US keyboard writes them. */
  readonly places: string;
  /** When its first and its newest key came. */
  readonly first: number;
  readonly newest: number;
}

/** Nothing typed yet. */
export const noRun: KeyRun = { text: '', places: '', first: 0, newest: Number.NEGATIVE_INFINITY };

/** Two keys with a longer gap than this are not of one run. */
export const runPause = 150;
const scannerMeanGap = 40;
const shortestScan = 4;
const longestRun = 2_048;

/** The run after a key: what it writes, nothing for one that waits for its letter (an accent), and what it writes on a US keyboard. A longer gap than a scanner leaves begins a new one. */
export function withKey(run: KeyRun, key: string, at: number, place: string = key): KeyRun {
  if (at - run.newest > runPause) return { text: key, places: place, first: at, newest: at };
  const text = (run.text + key).slice(0, longestRun);
  return { text, places: (run.places + place).slice(0, longestRun), first: run.first, newest: at };
}

/**
 * Whether a run came from a scanner: it is as long as a code may be, and its keys came faster on the mean than hands are (a quick
 * typist leaves some 100 ms, a scanner 1 to 30). The mean, because a busy machine delays single keys.
 */
export function isScan(run: KeyRun): boolean {
  const { length } = run.places;
  return length >= shortestScan && (run.newest - run.first) / (length - 1) <= scannerMeanGap;
}
