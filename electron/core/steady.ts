/** What looking at the wall clock now and again has shown of it. */
export interface WallWatch {
  /** Wall clock (epoch) minus monotonic clock, milliseconds: it stays the same for as long as nobody moves the wall clock. */
  readonly ahead: number;
  /** Since when it goes steadily (monotonic milliseconds): since it was moved, or since the first look. */
  readonly since: number;
  readonly hasMoved: boolean;
  /** What was known of the server's clock when this one was moved: it says nothing of this one any more. */
  readonly staleSkewMs?: number | undefined;
}

/** One look. `now`: monotonic milliseconds; `wall`: ISO 8601 with offset; `skewMs`: how far the server's clock is ahead, where known. */
export interface WallLook {
  readonly now: number;
  readonly wall: string;
  readonly skewMs?: number | undefined;
}

/** Where nobody has set the clock, it says 1970, or the year in which the system was made. */
const earliest = Date.parse('2026-01-01T00:00:00Z');
const stepMs = 60_000;
const steadyMs = 30 * 60_000;
const mostSkewMs = 60 * 60_000;

/**
 * Takes one more look. A wall clock that goes against the monotonic one by more than a minute from one look to the next was moved; drift
 * never is that much. `isTold`: somebody else has seen it move, or the machine has slept.
 */
export function lookAtWall(before: WallWatch | undefined, { now, wall, skewMs }: WallLook, isTold = false): WallWatch {
  const ahead = Date.parse(wall) - now;
  if (before && !isTold && Math.abs(ahead - before.ahead) <= stepMs) return { ...before, ahead };
  return { ahead, since: now, hasMoved: before !== undefined, ...(before && { staleSkewMs: skewMs }) };
}

/**
 * May what cannot be undone follow from the wall clock? Not while it is plainly wrong, or far from the server's, nor in the half hour after it
 * was moved: one that was set wrong is usually set right by then.
 */
export function isBelieved(watch: WallWatch, look: WallLook): boolean {
  const { wall, skewMs } = look;
  const isOff = skewMs !== undefined && skewMs !== watch.staleSkewMs && Math.abs(skewMs) > mostSkewMs;
  return Date.parse(wall) >= earliest && !isOff && (!watch.hasMoved || isSteady(watch, look));
}

/** Has it been watched for half an hour, without being moved? */
export const isSteady = ({ since }: WallWatch, { now }: WallLook): boolean => now - since >= steadyMs;
