import { type Result, success } from '../contract/failure.ts';
import { isDrawnSoon } from './cost.ts';
import { type DrawingElement, readDrawing } from './drawing.ts';
import { escapeXml, written } from './markup.ts';
import { isPlaceName, type Mark, markOf, type Place, type PlaceName, placeOf } from './place.ts';
import { type Box, boxAt, combined, identity, type Matrix, transformOf } from './transform.ts';
import { unfit } from './unfit.ts';

/** A place in its template; `box`: where it lies in the template's units, absent where it stands askew. */
export interface PlacedPlace {
  readonly place: Place;
  readonly box?: Box;
}

/** SVG to write as it is; or a place, or what is drawn only with or without a place that has something in it. */
type Part = string | PlacedPlace | { readonly needs: PlaceName; readonly present: boolean; readonly parts: readonly Part[] };

/**
 * A template: its size in its own units, and its SVG cut at the places. `text`: what it writes itself. `images`: where it has pictures,
 * in its units.
 */
export interface Template {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly images: readonly Box[];
}

interface Reading {
  readonly images: Box[];
  text: string;
  fault?: string;
}

/** Reads a template. Fails as `printer.badge`, naming in `field` the place or the element that is wrong. */
export function parseTemplate(svg: string): Result<Template> {
  const read = readDrawing(svg);
  if (!read.ok) return read;
  const root = read.value;
  const view = viewOf(root.attributes);
  if (!view) return unfit('viewBox');
  if (!isDrawnSoon(root)) return unfit('size');
  const reading: Reading = { images: [], text: '' };
  const origin: Matrix = [1, 0, 0, 1, -view.x, -view.y];
  const inside = root.children.flatMap((child) => partsOf(child, root.name, origin, true, reading));
  if (reading.fault !== undefined) return unfit(reading.fault);
  const attributes = new Map(root.attributes);
  for (const key of ['width', 'height', 'x', 'y', 'viewBox', 'transform', 'preserveAspectRatio']) attributes.delete(key);
  const opening = `<g${written(attributes)}${view.x === 0 && view.y === 0 ? '' : ` transform="translate(${-view.x} ${-view.y})"`}>`;
  return success({
    width: view.width,
    height: view.height,
    parts: [opening, ...inside, '</g>'],
    text: reading.text,
    images: reading.images,
  });
}

/** The SVG inside of the template's size, with its places filled by `draw`; `present` are the places that have something in them. */
export function fillTemplate(
  parts: readonly Part[],
  present: ReadonlySet<PlaceName>,
  draw: (placed: PlacedPlace) => string,
): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('needs' in part) return present.has(part.needs) === part.present ? fillTemplate(part.parts, present, draw) : '';
      return present.has(part.place.name) ? draw(part) : '';
    })
    .join('');
}

/** Millimetres and the like become units as CSS has them; https://www.w3.org/TR/css-values-3/#absolute-lengths. */
const units: Record<string, number> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

function viewOf(attributes: ReadonlyMap<string, string>): Box | undefined {
  const length = (key: string) => {
    const found = /^\s*([\d.]+)\s*([a-z]*)\s*$/.exec(attributes.get(key) ?? '');
    return Number(found?.[1]) * (units[found?.[2] ?? ''] ?? Number.NaN);
  };
  const box = attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = Number.NaN, y = 0, width = 0, height = 0] = box ?? [0, 0, length('width'), length('height')];
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function partsOf(child: DrawingElement | string, parent: string, outer: Matrix, shown: boolean, reading: Reading): Part[] {
  if (typeof child === 'string') {
    if (parent !== 'style') reading.text += child;
    return [escapeXml(child)];
  }
  const transform = child.attributes.get('transform');
  const own = transform === undefined ? identity : transformOf(transform);
  const matrix = own && combined(outer, own);
  const isEmptyRect = child.name === 'rect' && child.children.every((inner) => typeof inner === 'string');
  const mark = markOf(child.attributes, child.names, isEmptyRect);
  if (mark && (!shown || !isPlaceName(mark.name))) {
    reading.fault ??= mark.name;
    return [];
  }
  if (mark?.kind === 'place') return placeParts(mark, child, matrix, reading);

  if (child.name === 'image' && matrix) {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) =>
      Number(child.attributes.get(key) ?? 0),
    );
    const box = boxAt(matrix, { x, y, width, height });
    if (box && box.width > 0 && box.height > 0) reading.images.push(box);
  }
  const visible = shown && (child.name === 'g' || child.name === 'a' || child.name === 'switch') && !isHidden(child);
  const name = child.name === 'a' ? 'g' : child.name;
  // A transform that cannot be read is the drawing library's to judge, but no place can stand under it.
  const inside = child.children.flatMap((inner) => partsOf(inner, child.name, matrix ?? outer, visible && !!matrix, reading));
  const parts: Part[] = [`<${name}${written(child.attributes)}>`, ...inside, `</${name}>`];
  return mark && isPlaceName(mark.name) ? [{ needs: mark.name, present: mark.kind === 'with', parts }] : parts;
}

function placeParts(mark: Mark, element: DrawingElement, matrix: Matrix | undefined, reading: Reading): Part[] {
  const place = isPlaceName(mark.name) ? placeOf(mark.name, element.attributes, mark.words) : undefined;
  if (!place || !matrix || element.children.some((inner) => typeof inner === 'object')) {
    reading.fault ??= mark.name;
    return [];
  }
  const box = boxAt(matrix, place);
  const transform = element.attributes.get('transform');
  const placed: Part[] = [box ? { place, box } : { place }];
  if (transform !== undefined) {
    placed.unshift(`<g transform="${escapeXml(transform)}">`);
    placed.push('</g>');
  }
  // A place may itself stand under a condition: the site's name where there is no logo.
  for (const [key, present] of [
    ['data-with', true],
    ['data-without', false],
  ] as const) {
    const needs = element.attributes.get(key);
    if (needs === undefined) continue;
    if (!isPlaceName(needs)) reading.fault ??= needs;
    else return [{ needs, present, parts: placed }];
  }
  return placed;
}

function isHidden({ attributes }: DrawingElement): boolean {
  return attributes.get('display') === 'none' || /(?:^|[;\s])display\s*:\s*none/.test(attributes.get('style') ?? '');
}
