import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { failure, type Result, success } from '../contract/failure.ts';
import { cleanText } from '../core/text.ts';
import type { PrintContent, PrintKind } from '../core/visit.ts';
import { fontsFor } from './fonts.ts';
import { letter } from './lettering.ts';
import { createMeasure } from './measure.ts';
import { heightLimit, type Picture, pictureOf } from './picture.ts';
import { paintQr } from './qr.ts';
import { fillTemplate, type PlaceName, parseTemplate, type Template } from './template.ts';

/** Draws badges and slips. `draw` fails as `printer.badge` when the template or the code is unfit; it never throws for a text. */
export interface Badges {
  draw(content: PrintContent): Result<Picture>;
  /** Draws a badge for nobody, so that the first visitor does not wait for the libraries and the fonts to be read. */
  warmUp(): void;
}

/** Badges for a printer `width` dots wide (a multiple of 8), from the templates in `assets/badges`. `assets` must be real files, not inside an asar. */
export function createBadges(assets: string, width: number): Badges {
  const templates = new Map<PrintKind, Result<Template>>();
  const template = (kind: PrintKind): Result<Template> => {
    const known = templates.get(kind) ?? readTemplate(path.join(assets, 'badges', `${kind}.svg`));
    templates.set(kind, known);
    return known;
  };
  const bars = new Map<string, number>();
  const draw = (content: PrintContent): Result<Picture> => {
    const read = template(content.kind);
    return read.ok ? drawTemplate(read.value, content, assets, width, bars) : read;
  };
  return {
    draw,
    warmUp: () => {
      draw({ kind: 'badge', visitor: 'Aa 文', date: '1', time: '1', code: 'AAAAAA' });
    },
  };
}

function drawTemplate(
  template: Template,
  content: PrintContent,
  assets: string,
  width: number,
  bars: Map<string, number>,
): Result<Picture> {
  const scale = width / template.width;
  if (template.height * scale > heightLimit) return failure('printer.badge', { operation: 'template', field: 'viewBox' });
  const texts = textsOf(content);
  const measure = createMeasure(assets, bars);
  let qr = { x: 0, y: 0, width: 0, height: 0 };
  const svg = fillTemplate(template, new Set(texts.keys()), (place) => {
    if (place.name !== 'qr') return letter(texts.get(place.name) ?? '', place, measure);
    qr = { x: place.x * scale, y: place.y * scale, width: place.width * scale, height: place.height * scale };
    return '';
  });
  const picture = render(svg, fontsFor([...texts.values()].join(''), assets), width);
  if (!picture) return failure('printer.badge', { operation: 'template', field: 'svg' });
  const painted = qr.width > 0 ? paintQr(picture, content.code, qr) : success(undefined);
  return painted.ok ? success(picture) : painted;
}

function render(svg: string, font: ReturnType<typeof fontsFor>, width: number): Picture | undefined {
  try {
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: width }, background: '#fff' }).render();
    return pictureOf(drawing.pixels, drawing.width, drawing.height);
  } catch {
    // The library throws for a template that is no SVG.
    return undefined;
  }
}

// Pictographs have no letterforms in the bundled fonts; on a badge they would be empty boxes between the letters of a name. The signs
// below U+2190 (©, ™) are in Noto Sans.
const pictographs =
  /(?![\0-\u218F])\p{Extended_Pictographic}|[\p{Emoji_Modifier}\p{Regional_Indicator}\u{E0020}-\u{E007F}]|\uFE0E|\uFE0F|\u20E3/gu;

/** The text of each place that has one. Texts come cleaned; here they are cleaned again, because a badge must not depend on that. */
function textsOf(content: PrintContent): Map<PlaceName, string> {
  const texts = new Map<PlaceName, string>();
  const put = (name: PlaceName, raw: string | undefined) => {
    const text = cleanText(cleanText(raw ?? '').replace(pictographs, ''));
    if (text !== '') texts.set(name, text);
  };
  put('company', content.company);
  put('host', content.host);
  put('date', content.date);
  put('time', content.time);
  put('place', content.place);
  put('door', content.doorCode);
  put('site', content.site);
  const code = cleanText(content.code, 64);
  texts.set('code', /^\w{6}$/.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : code);
  texts.set('qr', code);
  // A name of pictographs alone leaves nothing to print: the code stands in, so that reception can tell whose badge it is.
  put('visitor', content.visitor);
  if (!texts.has('visitor')) texts.set('visitor', code);
  return texts;
}

function readTemplate(file: string): Result<Template> {
  let svg: string;
  try {
    svg = readFileSync(file, 'utf8');
  } catch {
    return failure('printer.badge', { operation: 'template', field: path.basename(file) });
  }
  return parseTemplate(svg);
}
