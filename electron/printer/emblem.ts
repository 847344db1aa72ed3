import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { artworkOf, pictureOfArtwork } from './artwork.ts';

/** Pixels that a logo has on the welcome screen at most: enough for the largest panels. */
const box = { width: 1280, height: 640 };

/** The site's logo for a screen: always a PNG that was drawn here, whatever the file is. `name` is what it is served under. */
export interface Emblem {
  readonly name: string;
  readonly type: 'image/png';
  readonly bytes: Uint8Array;
}

/** Draws the logo of a PNG, a JPEG or an SVG file; undefined: there is none that can be drawn. */
export function emblemOf(file: string | undefined, assets: string): Emblem | undefined {
  const artwork = file === undefined ? undefined : artworkIn(file, assets);
  const bytes = artwork && pictureOfArtwork(artwork, box);
  if (!bytes) return undefined;
  return { name: `${createHash('sha256').update(bytes).digest('hex')}.png`, type: 'image/png', bytes };
}

function artworkIn(file: string, assets: string) {
  try {
    return artworkOf(readFileSync(file), assets);
  } catch {
    return undefined;
  }
}
