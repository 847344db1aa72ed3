import { _QRScanner, type FinderPoints } from 'qr/decode.js';
import type { Luma } from './luma.ts';
import type { Glimpse, Sighting } from './sighting.ts';

/** The time limits of its optional tries, in ms. */
const frameTime = 16;
const plenty = 48;

/** What the second family makes of a picture. `glimpse`: it saw a code's corners and could not read it. */
export interface SecondLook {
  readonly sighting?: Sighting;
  readonly glimpse?: Glimpse;
}

/** Looks at a picture for at most about so many milliseconds. */
export type SecondFamily = (picture: Luma, milliseconds: number) => SecondLook;

/**
 * Another decoder (npm's `qr`, no wasm, 40 kB): it finds codes whose corners are torn, holed or overprinted, and shapes bent in other ways, where zxing-cpp wants
 * three whole corners; and it says where a code is that it cannot read, which is what guidance needs. Its scanner keeps its memory from look to look.
 */
export function secondFamily(): SecondFamily {
  let seen: FinderPoints | undefined;
  const made = new Map<number, { readonly scanner: _QRScanner; readonly width: number; readonly height: number }>();
  const scannerFor = ({ width, height }: Luma, timeLimit: number): _QRScanner => {
    const kept = made.get(timeLimit);
    if (kept && width <= kept.width && height <= kept.height) return kept.scanner;
    const scanner = new _QRScanner({
      maxSize: { width, height },
      timeLimit,
      pointsOnDetect: (points) => {
        seen = points;
      },
    });
    made.set(timeLimit, { scanner, width, height });
    return scanner;
  };
  return (picture, milliseconds) => {
    // A scanner is made for one time limit and keeps megabytes: one for live frames, one for whoever has time.
    const scanner = scannerFor(picture, milliseconds < plenty ? frameTime : plenty);
    seen = undefined;
    scanner.addImage(picture, 'I420');
    const result = scanner.decode()[0];
    const points = seen as FinderPoints | undefined;
    if (typeof result === 'string' && points) return { sighting: { text: result, corners: points.bounds } };
    return points ? { glimpse: { moduleSize: points.tl.moduleSize, corners: points.bounds } } : {};
  };
}
