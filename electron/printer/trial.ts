import type { PrinterAddress } from './address.ts';
import { createBadges, type Drawing } from './badge.ts';

/** Which of a site's own files cannot be used, and what of it: the name of a place, of an element, of the file. */
export interface Unfit {
  readonly what: 'template' | 'logo';
  readonly field: string;
}

/**
 * Draws a badge for nobody for each printer with a site's own drawing and logo, so that what is wrong with them is said at the start and not by the
 * first visitor's badge. Undefined: every badge can be drawn, or nothing is the site's own.
 */
export function unfitDrawing(assets: string, drawing: Drawing, addresses: readonly PrinterAddress[]): Unfit | undefined {
  if (drawing.template === undefined && drawing.logo === undefined) return undefined;
  for (const { media } of addresses) {
    const badges = createBadges({ assets, media, ...drawing });
    const drawn = badges.draw({ kind: 'badge', visitor: 'A', date: '1', time: '1', code: 'AAAAAA' });
    const field = drawn.ok ? undefined : (drawn.failure.field ?? 'svg');
    if (field !== undefined) return { what: field === 'logo' ? 'logo' : 'template', field };
  }
  return undefined;
}
