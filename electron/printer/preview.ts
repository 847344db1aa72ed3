import { type Result, success } from '../contract/failure.ts';
import type { PrintContent } from '../core/visit.ts';
import { createBadges, type Drawing } from './badge.ts';
import type { Media } from './media.ts';
import { pngOf } from './picture.ts';

/** What a badge is drawn for where there is no printer: 80 mm paper, which most have. */
const usualMedia: Media = { width: 576, dpi: 203 };

/** Draws a badge as the first printer would print it, as PNG; nothing goes to a printer. Fails as `printer.badge` where it cannot be drawn. */
export function drawPreview(
  content: PrintContent,
  {
    assets,
    drawing,
    media = usualMedia,
  }: { readonly assets: string; readonly drawing: Drawing; readonly media?: Media | undefined },
): Result<Uint8Array> {
  const drawn = createBadges({ assets, media, ...drawing }).draw(content);
  return drawn.ok ? success(pngOf(drawn.value)) : drawn;
}
