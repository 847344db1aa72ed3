import { Resvg } from '@resvg/resvg-js';
import { type Greys, greysOf } from './dither.ts';
import { staticFonts } from './fonts.ts';
import { imageOf } from './image.ts';
import { fillTemplate, parseTemplate } from './template.ts';

const mostBytes = 8 * 1024 * 1024;
const mostPixels = 24_000_000;
const mostDots = 16_000_000;

/** A logo or a photo, read and judged, ready to be drawn as SVG; `width` and `height` in its own units. */
export interface Artwork {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly font: ReturnType<typeof staticFonts>;
}

/** A PNG, a JPEG or an SVG (nothing of it is run or fetched); undefined for anything else, and for what is too large to be drawn in a moment. */
export function artworkOf(bytes: Uint8Array, assets: string): Artwork | undefined {
  if (bytes.length > mostBytes) return undefined;
  const image = imageOf(bytes);
  if (image) {
    if (image.width * image.height > mostPixels) return undefined;
    const href = `data:image/${image.type};base64,${Buffer.from(bytes).toString('base64')}`;
    const { width, height } = image;
    const font = staticFonts('', assets);
    return seen({ width, height, font, svg: `<image width="${width}" height="${height}" xlink:href="${href}"/>` });
  }
  const drawing = parseTemplate(new TextDecoder().decode(bytes));
  if (!drawing.ok) return undefined;
  const { width, height, parts, text } = drawing.value;
  return seen({ width, height, font: staticFonts(text, assets), svg: fillTemplate(parts, new Set(), () => '') });
}

/** The drawing library leaves out a picture that it cannot decode, and says nothing: what leaves no trace is unfit. */
function seen(artwork: Artwork): Artwork | undefined {
  const scale = 32 / Math.max(artwork.width, artwork.height);
  const drawing = framed(32, 32, `<g transform="scale(${scale})">${artwork.svg}</g>`);
  try {
    const { pixels } = new Resvg(drawing, { font: artwork.font }).render();
    return pixels.some((value, at) => at % 4 === 3 && value > 0) ? artwork : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The greys of an artwork in a box of whole dots: all of it (`whole`), or filling the box, what is too much cut off (`filled`).
 * Undefined where the drawing library cannot read it.
 */
export function drawArtwork(
  { width, height, svg, font }: Artwork,
  box: { readonly width: number; readonly height: number },
  fit: 'whole' | 'filled',
  align: 'start' | 'left' | 'center' | 'right' = 'center',
): Greys | undefined {
  const scale = (fit === 'whole' ? Math.min : Math.max)(box.width / width, box.height / height);
  // The library looks at a few pixels for each dot: a large photo is drawn several times as large and then averaged.
  const wanted = svg.startsWith('<image') ? Math.ceil(1 / scale) : 4;
  const by = Math.max(1, Math.min(wanted, 16, Math.floor(Math.sqrt(mostDots / (box.width * box.height)))));
  const x = (box.width - width * scale) * (align === 'left' ? 0 : align === 'right' ? 1 : 0.5);
  const y = (box.height - height * scale) / 2;
  const placed = `<g transform="scale(${by}) translate(${x} ${y}) scale(${scale})">${svg}</g>`;
  try {
    const drawing = framed(box.width * by, box.height * by, placed);
    const drawn = new Resvg(drawing, { font, background: '#fff' }).render();
    return greysOf(drawn.pixels, drawn.width, { x: 0, y: 0, width: box.width, height: box.height }, by);
  } catch {
    return undefined;
  }
}

/** An artwork as PNG on nothing, as large as it may be in a box of pixels. Undefined where the drawing library cannot read it. */
export function pictureOfArtwork(
  { width, height, svg, font }: Artwork,
  box: { readonly width: number; readonly height: number },
): Uint8Array | undefined {
  const scale = Math.min(box.width / width, box.height / height);
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  try {
    return new Resvg(framed(across ?? 1, down ?? 1, `<g transform="scale(${scale})">${svg}</g>`), { font }).render().asPng();
  } catch {
    return undefined;
  }
}

const framed = (width: number, height: number, svg: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">${svg}</svg>`;
