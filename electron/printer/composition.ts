import { Resvg } from '@resvg/resvg-js';
import { type Result, success } from '../contract/failure.ts';
import { cleanText } from '../core/text.ts';
import type { PrintContent } from '../core/visit.ts';
import { type Artwork, drawArtwork } from './artwork.ts';
import { greysOf, paintGreys, stretched } from './dither.ts';
import { type Fonts, staticFonts } from './fonts.ts';
import { letter } from './lettering.ts';
import type { Media } from './media.ts';
import { heightLimit, type Picture, pictureOf } from './picture.ts';
import type { Place, PlaceName } from './place.ts';
import { paintQr } from './qr.ts';
import { createShape } from './shaping.ts';
import { fillTemplate, type Template } from './template.ts';
import { textsOf } from './texts.ts';
import type { Box } from './transform.ts';
import { unfit } from './unfit.ts';

interface Composition {
  readonly template: Template;
  readonly content: PrintContent;
  readonly artworks: ReadonlyMap<PlaceName, Artwork>;
  readonly fonts: Fonts;
  readonly media: Media;
  readonly assets: string;
}

/** Draws a template with its content on a media: whole, as large as it can be, and in the middle. Fails as `printer.badge`. */
export function compose({ template, content, artworks, fonts, media, assets }: Composition): Result<Picture> {
  if (media.width % 8 !== 0) return unfit('width');
  const scale = Math.min(media.width / template.width, (media.height ?? Number.POSITIVE_INFINITY) / template.height);
  const height = media.height ?? Math.round(template.height * scale);
  if (height > heightLimit || height < 1) return unfit('viewBox');
  const left = (media.width - template.width * scale) / 2;
  const top = (height - template.height * scale) / 2;
  const inDots = ({ x, y, width, height }: Box): Box => ({
    x: left + x * scale,
    y: top + y * scale,
    width: width * scale,
    height: height * scale,
  });

  const shape = createShape(fonts);
  const texts = textsOf(content, fonts);
  const visitor = texts.get('visitor');
  if (visitor !== undefined && shape(visitor, 400, false).glyphs.length === 0) texts.set('visitor', content.code);
  const boxes: { place: Place; box: Box }[] = [];
  let askew: PlaceName | undefined;
  let id = 0;
  const inside = fillTemplate(template.parts, new Set([...texts.keys(), ...artworks.keys(), 'qr']), ({ place, box }) => {
    if (place.name !== 'qr' && !artworks.has(place.name)) return letter(texts.get(place.name) ?? '', place, shape, id++);
    if (box) boxes.push({ place, box: inDots(box) });
    else askew = place.name;
    return '';
  });
  if (askew) return unfit(askew);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${media.width}" height="${height}">` +
    `<g transform="translate(${left} ${top}) scale(${scale})">${inside}</g></svg>`;
  const picture = render(svg, template, inDots, assets);
  if (!picture) return unfit('svg');
  return paintBoxes(picture, boxes, content, artworks, media);
}

function render(svg: string, template: Template, inDots: (box: Box) => Box, assets: string): Picture | undefined {
  try {
    const drawing = new Resvg(svg, { font: staticFonts(template.text, assets), background: '#fff' }).render();
    const picture = pictureOf(drawing.pixels, drawing.width, drawing.height);
    for (const image of template.images) {
      const box = wholeDots(inDots(image), picture);
      paintGreys(picture, greysOf(drawing.pixels, drawing.width, box), box.x, box.y);
    }
    return picture;
  } catch {
    // The library throws for what it cannot read.
    return undefined;
  }
}

function paintBoxes(
  picture: Picture,
  boxes: readonly { readonly place: Place; readonly box: Box }[],
  content: PrintContent,
  artworks: ReadonlyMap<PlaceName, Artwork>,
  media: Media,
): Result<Picture> {
  for (const { place, box } of boxes) {
    const { name, align } = place;
    const artwork = artworks.get(name);
    if (!artwork) {
      const painted = paintQr(picture, cleanText(content.code, 64), box, media.dpi);
      if (!painted.ok) return painted;
      continue;
    }
    const dots = wholeDots(box, picture);
    if (dots.width < 1 || dots.height < 1) return unfit(name);
    const greys = drawArtwork(artwork, dots, name === 'photo' ? 'filled' : 'whole', align);
    if (!greys) return unfit(name);
    paintGreys(picture, name === 'photo' ? stretched(greys) : greys, dots.x, dots.y);
  }
  return success(picture);
}

/** The dots of a box that are on the picture. */
function wholeDots({ x, y, width, height }: Box, picture: Picture): Box {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(picture.width, Math.round(x + width)) - left),
    height: Math.max(0, Math.min(picture.height, Math.round(y + height)) - top),
  };
}
