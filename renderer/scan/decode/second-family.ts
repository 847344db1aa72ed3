import { _QRScanner, type FinderPoints } from 'qr/decode.js';
import type { Luma } from './luma.ts';
import type { Glimpse, Sighting } from './sighting.ts';

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
  let made: { readonly scanner: _QRScanner; readonly width: number; readonly height: number; readonly limit: number } | undefined;
  const scannerFor = ({ width, height }: Luma, limit: number): _QRScanner => {
    if (made && width <= made.width && height <= made.height && limit === made.limit) return made.scanner;
    const scanner = new _QRScanner({
      maxSize: { width, height },
      timeLimit: limit,
      pointsOnDetect: (points) => {
        seen = points;
      },
    });
    made = { scanner, width, height, limit };
    return scanner;
  };
  return (picture, milliseconds) => {
    // Its scanners are made for a time limit: a few of them, not one for each millisecond.
    const scanner = scannerFor(picture, Math.max(16, Math.round(milliseconds / 16) * 16));
    seen = undefined;
    scanner.addImage(picture, 'I420');
    const result = scanner.decode()[0];
    const points = seen as FinderPoints | undefined;
    if (typeof result === 'string' && points) return { sighting: { text: result, corners: points.bounds } };
    return points ? { glimpse: { moduleSize: points.tl.moduleSize, corners: points.bounds } } : {};
  };
}
