import { cornerSizeIn } from './finder-runs.ts';
import type { Look, Looking } from './looking.ts';
import type { Luma } from './luma.ts';
import { type Frame, movement } from './movement.ts';

/** What was made of a frame. `corner`: the size in pixels of a code's corner that seems to be in it, 0 for none. `look` is absent where it was not looked at. */
export interface Noticed {
  readonly frame: Frame;
  readonly corner: number;
  readonly look?: Look;
}

/** While nothing seems to be there: a quick look each so often (ms), and sooner where much moves. */
const idlePause = 400;
const movingPause = 100;
const muchMoves = 0.01;
/** While a code seems to be there and is not read, so much of each frame's time is spent on it (ms); an idle look gets less. */
const eagerTime = 26;
const idleTime = 8;
/** So many looks of the other ways at a picture in which nothing moves; then it has been seen in all of them. */
const waysAtRest = 9;

/**
 * How much each frame of a live camera deserves. All are sampled; those that seem to hold a code are looked at, at once and in more ways with each
 * frame; the rest of the day costs a quick look now and then, because what seems to hold no code may hold a torn one. Begins afresh: a camera's first frames are another
 * person's. `now` in ms.
 */
export function attention(looking: Looking, now: () => number = () => performance.now()): (picture: Luma) => Noticed {
  const compare = movement();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let waysSinceMoved = 0;
  looking.afresh();
  return (picture) => {
    const frame = compare(picture);
    const isMoving = frame.moved > muchMoves;
    if (isMoving) waysSinceMoved = 0;
    const corner = cornerSizeIn(picture);
    const isLikely = corner > 0;
    const pause = isMoving ? movingPause : idlePause;
    const at = now();
    if (!isLikely && at - lookedAt < pause) return { frame, corner };
    lookedAt = at;
    const more = isLikely ? eagerTime : waysSinceMoved < waysAtRest ? idleTime : 0;
    if (more > 0) waysSinceMoved += 1;
    return { frame, corner, look: looking.look(picture, more) };
  };
}
