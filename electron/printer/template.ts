import { failure, type Result, success } from '../contract/failure.ts';

/** The named places of a template. */
const placeNames = ['visitor', 'company', 'host', 'date', 'time', 'place', 'door', 'site', 'code', 'qr'] as const;
export type PlaceName = (typeof placeNames)[number];

/** A place: a box in the template's units and how its text is set. `spacing`: extra space between letters, in letter sizes. */
export interface Place {
  readonly name: PlaceName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly floor: number;
  readonly lines: number;
  readonly weight: number;
  readonly spacing: number;
  readonly align: 'start' | 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
}

/** A template: its size in its own units, and its SVG cut at the places. `needs` is drawn only where that place has a text. */
export interface Template {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (string | { readonly place: Place } | { readonly needs: PlaceName; readonly svg: string })[];
}

// A template is SVG as drawing programs write it. Places and `data-with` elements are empty elements, so no tree is needed to find them.
const emptyElement = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?:\/>|>\s*<\/\1\s*>)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const viewBox = /<svg\b[^>]*\sviewBox\s*=\s*["']\s*0[\s,]+0[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/;

/** Reads a template. Fails as `printer.badge`, naming the place that is wrong in `field`. */
export function parseTemplate(svg: string): Result<Template> {
  const drawing = svg.replace(/<!--[\s\S]*?-->/g, '');
  const size = viewBox.exec(drawing);
  const width = Number(size?.[1]);
  const height = Number(size?.[2]);
  if (!(width > 0 && height > 0)) return wrong('viewBox');
  const parts: (string | { place: Place } | { needs: PlaceName; svg: string })[] = [];
  let end = 0;
  for (const match of drawing.matchAll(emptyElement)) {
    const attributes = attributesOf(match[2] ?? '');
    const name = attributes.get('data-place') ?? attributes.get('data-with');
    if (name === undefined) continue;
    if (!isPlaceName(name)) return wrong(name);
    const place = attributes.has('data-place') ? placeOf(name, attributes) : undefined;
    if (attributes.has('data-place') && !place) return wrong(name);
    parts.push(drawing.slice(end, match.index), place ? { place } : { needs: name, svg: match[0] });
    end = match.index + match[0].length;
  }
  const rest = drawing.slice(end);
  const uncut = [...parts, rest].find((part) => typeof part === 'string' && /\sdata-(?:place|with)\s*=/.test(part));
  if (uncut !== undefined) return wrong('data-place');
  return success({ width, height, parts: [...parts, rest] });
}

/** The SVG with its places filled by `draw`; elements whose place is not in `present` are left out. */
export function fillTemplate(template: Template, present: ReadonlySet<PlaceName>, draw: (place: Place) => string): string {
  return template.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('needs' in part) return present.has(part.needs) ? part.svg : '';
      return present.has(part.place.name) ? draw(part.place) : '';
    })
    .join('');
}

/** A text as XML character data or attribute value: escaped, without the characters that XML 1.0 forbids. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets).
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
  );
}

const wrong = (field: string) => failure('printer.badge', { operation: 'template', field });

const isPlaceName = (name: string): name is PlaceName => (placeNames as readonly string[]).includes(name);

function attributesOf(text: string): Map<string, string> {
  return new Map(Array.from(text.matchAll(attribute), (match) => [match[1] ?? '', match[2] ?? match[3] ?? '']));
}

function placeOf(name: PlaceName, attributes: ReadonlyMap<string, string>): Place | undefined {
  const number = (key: string, otherwise?: number) => Number(attributes.get(key) ?? otherwise);
  const size = number('data-size', 28);
  const place = {
    name,
    x: number('x', 0),
    y: number('y', 0),
    width: number('width'),
    height: number('height'),
    size,
    floor: number('data-floor', size),
    lines: number('data-lines', 1),
    weight: number('data-weight', 400),
    spacing: number('data-spacing', 0),
  };
  const align = attributes.get('data-align') ?? 'start';
  const valign = attributes.get('data-valign') ?? 'middle';
  if (Object.values(place).some((value) => typeof value === 'number' && !Number.isFinite(value))) return undefined;
  if (!(place.width > 0 && place.height > 0 && place.floor > 0 && place.floor <= place.size && place.lines >= 1)) return undefined;
  if (align !== 'start' && align !== 'left' && align !== 'center' && align !== 'right') return undefined;
  if (valign !== 'top' && valign !== 'middle' && valign !== 'bottom') return undefined;
  return { ...place, align, valign };
}
