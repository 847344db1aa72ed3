import type { PrintOutcome } from '../core/ports.ts';
import type { PrintContent } from '../core/visit.ts';
import type { Badges } from './badge.ts';
import { type Picture, pngOf } from './picture.ts';

/** What came of a print with what is kept of it; of one that failed nothing is. */
export function withKept(outcome: PrintOutcome, badges: Badges, content: PrintContent, drawn: Picture): PrintOutcome {
  if (outcome.state === 'failed') return outcome;
  return { ...outcome, ...keptBesides(badges, content, drawn) };
}

/** A picture never costs an outcome: what throws here is a bug, and the badge is out all the same. */
function keptBesides(badges: Badges, content: PrintContent, drawn: Picture): { kept?: Uint8Array } {
  try {
    const kept = keptOf(badges, content, drawn);
    return kept ? { kept } : {};
  } catch {
    return {};
  }
}

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
