import { _QRScanner, type FinderPoints } from 'qr/decode.js';
import type { Luma } from './luma.ts';
import type { Glimpse, Sighting } from './sighting.ts';

/** So long after its first tries it begins others, in ms. */
const triesFor = 16;

/** What the second family makes of a picture. `glimpse`: it saw a code's corners and could not read it. */
export interface SecondLook {
  readonly sighting?: Sighting;
  readonly glimpse?: Glimpse;
}

/** Looks at a picture. */
export type SecondFamily = (picture: Luma) => SecondLook;

/**
 * Another decoder (npm's `qr`, no wasm, 40 kB): it finds codes whose corners are torn, holed or overprinted, and shapes bent in other ways, where zxing-cpp wants
 * three whole corners; and it says where a code is that it cannot read, which is what guidance needs. Its scanner keeps its megabytes from look to look.
 */
export function secondFamily(): SecondFamily {
  let seen: FinderPoints | undefined;
  let made: { readonly scanner: _QRScanner; readonly width: number; readonly height: number } | undefined;
  const scannerFor = ({ width, height }: Luma): _QRScanner => {
    if (made && width <= made.width && height <= made.height) return made.scanner;
    const scanner = new _QRScanner({
      maxSize: { width, height },
      timeLimit: triesFor,
      pointsOnDetect: (points) => {
        seen = points;
      },
    });
    made = { scanner, width, height };
    return scanner;
  };
  return (picture) => {
    const scanner = scannerFor(picture);
    seen = undefined;
    scanner.addImage(picture, 'I420');
    const result = scanner.decode()[0];
    const points = seen as FinderPoints | undefined;
    if (typeof result === 'string' && points) return { sighting: { text: result, corners: points.bounds } };
    return points ? { glimpse: { moduleSize: points.tl.moduleSize, corners: points.bounds } } : {};
  };
}
