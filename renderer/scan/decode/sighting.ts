/** A point of a picture, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A code that was read: its text, and its corners in the picture that was looked at. */
export interface Sighting {
  readonly text: string;
  readonly corners: readonly Point[];
}

/** Something that looks like a code and could not be read: how large its modules are and how much of the picture it takes, in pixels. */
export interface Glimpse {
  readonly moduleSize: number;
  readonly corners: readonly Point[];
}

/**
 * The code that is meant where there are several in the picture: the largest, and of like sizes the one nearest to the middle, for a phone is held
 * there and what hangs on the wall is not. Undefined where there is none.
 */
export function meantOf(sightings: readonly Sighting[], width: number, height: number): Sighting | undefined {
  const middle = { x: width / 2, y: height / 2 };
  const reach = Math.hypot(middle.x, middle.y);
  const weight = ({ corners }: Sighting) => {
    const { x, y } = centreOf(corners);
    return areaOf(corners) * (1.25 - Math.hypot(x - middle.x, y - middle.y) / reach) ** 2;
  };
  let best: Sighting | undefined;
  for (const sighting of sightings) if (!best || weight(sighting) > weight(best)) best = sighting;
  return best;
}

/** The middle of a shape. */
const centreOf = (corners: readonly Point[]): Point => ({
  x: corners.reduce((sum, { x }) => sum + x, 0) / Math.max(1, corners.length),
  y: corners.reduce((sum, { y }) => sum + y, 0) / Math.max(1, corners.length),
});

/** The area of a shape whose corners go around it, in square pixels. */
export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  corners.forEach(({ x, y }, index) => {
    const next = corners[(index + 1) % corners.length];
    if (next) twice += x * next.y - next.x * y;
  });
  return Math.abs(twice) / 2;
}
