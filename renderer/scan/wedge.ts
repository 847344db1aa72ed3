/**
 * Tells a USB scanner that types ("keyboard wedge") from a person who types, by timing alone. Pure: times come in as arguments, in
 * ms of any one clock.
 */
export interface KeyRun {
  readonly text: string;
  /** When its first and its newest key came. */
  readonly first: number;
  readonly newest: number;
}

/** Nothing typed yet. */
export const noRun: KeyRun = { text: '', first: 0, newest: Number.NEGATIVE_INFINITY };

/** Two keys with a longer gap than this are not of one run. */
export const runPause = 150;
const scannerMeanGap = 40;
const shortestScan = 4;
const longestRun = 2_048;

/** The run after a printable key. A longer gap than a scanner leaves begins a new one. */
export function withKey(run: KeyRun, key: string, at: number): KeyRun {
  if (at - run.newest > runPause) return { text: key, first: at, newest: at };
  return { text: (run.text + key).slice(0, longestRun), first: run.first, newest: at };
}

/**
 * Whether a run came from a scanner: it is as long as a code may be, and its keys came faster on the mean than hands are (a quick
 * typist leaves some 100 ms, a scanner 1 to 30). The mean, because a busy machine delays single keys.
 */
export function isScan(run: KeyRun): boolean {
  return run.text.length >= shortestScan && (run.newest - run.first) / (run.text.length - 1) <= scannerMeanGap;
}
