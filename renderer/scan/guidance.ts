import type { Frame } from './decode/movement.ts';
import { areaOf, type Glimpse, type Point } from './decode/sighting.ts';

/** What would help a code that is there and is not read. */
export type Guidance = 'closer' | 'further' | 'hold' | 'brighter';

/** A module smaller than this in the camera's pixels is not read for certain. */
const smallModule = 2.4;
/** A code that takes more of the picture than this, or whose edge touches the picture's, is cut off or soon will be. */
const largeShare = 0.72;
/** A corner, seven modules, that is larger than this share of the picture's height belongs to a code that does not fit into it. */
const largeCorner = 0.2;
const darkLight = 45;
const littleSpan = 60;
const shaking = 0.12;

/** What is known of a code that was not read: where it seems to be, and the size in pixels of its corners, 0 for none. */
export interface Seen {
  readonly glimpse?: Glimpse | undefined;
  readonly corner: number;
}

/** The one thing that would help most; undefined where nobody can say, for a wrong advice is worse than none. */
export function guidanceFor(seen: Seen, frame: Frame, width: number, height: number): Guidance | undefined {
  const { glimpse, corner } = seen;
  if (!glimpse) return corner > largeCorner * height ? 'further' : corner > 0 && corner < 7 * smallModule ? 'closer' : undefined;
  const { corners, moduleSize } = glimpse;
  const isWhole = areaOf(corners) > 0;
  if (isWhole && (areaOf(corners) > largeShare * width * height || corners.some((corner) => isOutside(corner, width, height))))
    return 'further';
  if (moduleSize > 0 && moduleSize < smallModule) return 'closer';
  if (frame.moved > shaking) return 'hold';
  if (frame.light < darkLight || frame.span < littleSpan) return 'brighter';
  return undefined;
}

const isOutside = ({ x, y }: Point, width: number, height: number): boolean => x < 0 || y < 0 || x > width || y > height;

/** How long an advice stands at least, in ms: words that flicker are read by nobody. */
const adviceStands = 1_200;

/** Steadies advice: one is passed on when two looks in a row agree, and stands for a while. `now` in ms. Answers what is to be said now. */
export function steadyAdvice(now: () => number): (advice: Guidance | undefined) => Guidance | undefined {
  let said: Guidance | undefined;
  let since = Number.NEGATIVE_INFINITY;
  let last: Guidance | undefined;
  return (advice) => {
    const agrees = advice !== undefined && advice === last;
    last = advice;
    if (agrees && (advice === said || now() - since >= adviceStands)) {
      said = advice;
      since = now();
    } else if (now() - since >= 2 * adviceStands) said = undefined;
    return said;
  };
}
