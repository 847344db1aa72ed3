import type { PrintContent } from '../core/visit.ts';
import type { Badges } from './badge.ts';
import { type Picture, pngOf } from './picture.ts';

/**
 * What is kept of a print, as PNG: `drawn`, the very picture of it; or, where that shows the code of a door, the same drawn once more without
 * it, for such a code is never kept. To be asked when nobody waits any more: it takes as long as drawing does. Undefined: it cannot be drawn.
 */
export function keptOf(badges: Badges, content: PrintContent, drawn: Picture): Uint8Array | undefined {
  const { doorCode, ...lasting } = content;
  if (doorCode === undefined) return pngOf(drawn);
  const without = badges.draw(lasting);
  return without.ok ? pngOf(without.value) : undefined;
}
