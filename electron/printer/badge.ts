import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Result, success } from '../contract/failure.ts';
import type { PrintContent, PrintKind } from '../core/visit.ts';
import { type Artwork, artworkOf } from './artwork.ts';
import { compose } from './composition.ts';
import { openFonts } from './fonts.ts';
import { type IncludedTemplate, includedTemplates, templateFor } from './included.ts';
import type { Media } from './media.ts';
import type { Picture } from './picture.ts';
import type { PlaceName } from './place.ts';
import { parseTemplate, type Template } from './template.ts';
import { unfit } from './unfit.ts';

/**
 * Draws badges and slips; what is shown as a preview is what is printed. `draw` fails as `printer.badge` when the template, the logo, the
 * photo or the code is unfit, naming it in `field`; it never throws for a text. `photo`: a PNG or JPEG.
 */
export interface Badges {
  draw(content: PrintContent, extras?: { readonly photo?: Uint8Array }): Result<Picture>;
  /** Draws a badge for nobody, so that the first visitor does not wait for the libraries and the fonts to be read. */
  warmUp(): void;
}

/** What of a badge is the site's own. `template`: the name of an included one, or the path of an SVG file; `logo`: the path of a PNG, JPEG or SVG. */
export interface Drawing {
  readonly template?: string;
  readonly logo?: string;
}

/**
 * Badges for a media. `assets` must be real files, not inside an asar. `template`: the name of an included template or the path of a
 * site's own SVG, by default the one that suits the media; slips are always the included ones. `logo`: the path of a PNG, JPEG or SVG.
 */
export function createBadges({
  assets,
  media,
  template,
  logo,
}: Drawing & {
  readonly assets: string;
  readonly media: Media;
}): Badges {
  const fonts = openFonts(assets);
  const included = (name: IncludedTemplate) => path.join(assets, 'badges', `${name}.svg`);
  const fileOf = (kind: PrintKind): string => {
    if (kind === 'slip' || template === undefined) return included(templateFor(media, kind));
    const name = includedTemplates.find((one) => one === template);
    return name ? included(name) : template;
  };
  const templates = new Map<PrintKind, Result<Template>>();
  const templateOf = (kind: PrintKind): Result<Template> => {
    const known = templates.get(kind) ?? readTemplate(fileOf(kind));
    templates.set(kind, known);
    return known;
  };
  let emblem: Result<Artwork> | undefined;
  const draw: Badges['draw'] = (content, { photo } = {}) => {
    const read = templateOf(content.kind);
    if (!read.ok) return read;
    if (logo !== undefined) emblem ??= readLogo(logo, assets);
    if (emblem && !emblem.ok) return emblem;
    const face = photo && artworkOf(photo, assets);
    if (photo && !face) return unfit('photo');
    const artworks = new Map<PlaceName, Artwork>();
    if (emblem) artworks.set('logo', emblem.value);
    if (face) artworks.set('photo', face);
    return compose({ template: read.value, content, artworks, fonts, media, assets });
  };
  return {
    draw,
    warmUp: () => {
      draw({ kind: 'badge', visitor: 'Aa 文', date: '1', time: '1', code: 'AAAAAA' });
    },
  };
}

function readTemplate(file: string): Result<Template> {
  try {
    return parseTemplate(readFileSync(file, 'utf8'));
  } catch {
    return unfit(path.basename(file));
  }
}

function readLogo(file: string, assets: string): Result<Artwork> {
  try {
    const artwork = artworkOf(readFileSync(file), assets);
    return artwork ? success(artwork) : unfit('logo');
  } catch {
    return unfit('logo');
  }
}
