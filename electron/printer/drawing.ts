import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { type Result, success } from '../contract/failure.ts';
import { dataUrlOf, type ImageSize, imageOf } from './image.ts';
import { unfit } from './unfit.ts';

/** An SVG drawing as a tree of what may be drawn. `names`: the id and the label that a drawing program gave an element. */
export interface DrawingElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  readonly children: (DrawingElement | string)[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const inkscape = 'http://www.inkscape.org/namespaces/inkscape';
const largest = 4 * 1024 * 1024; // characters; pictures inside of it included
const piece = 2_048; // characters
const deepest = 64;
const mostElements = 10_000;
const mostPixels = 16_000_000;

const drawn = new Set(
  'svg g defs symbol use rect path circle ellipse line polyline polygon text tspan textPath image linearGradient radialGradient stop clipPath mask style a switch'.split(
    ' ',
  ),
);
// Said about the drawing; soft shadows, that one colour cannot show; arrow heads; fonts of its own, as LibreOffice writes them: left out.
const leftOut = new Set('title desc metadata filter foreignObject marker font font-face view'.split(' '));
const textual = new Set(['text', 'tspan', 'textPath', 'style', 'a']);

/**
 * Reads an SVG drawing of any drawing program: its own elements only, nothing that is run or fetched, within bounds. Fails as
 * `printer.badge` with what it may not have in `field`: an element's name, `href` or `url` for what points outside, `DOCTYPE`, `size`, `xml`.
 */
export function readDrawing(svg: string): Result<DrawingElement> {
  if (svg.length > largest) return unfit('size');
  const top: DrawingElement = { name: '', attributes: new Map(), names: [], children: [] };
  const open: DrawingElement[] = [top];
  const count = { elements: 0, pixels: 0 };
  let skipped = 0;
  let fault: string | undefined;
  const blame = (field: string) => {
    fault ??= field;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => blame('xml'));
  // Entities multiply, and what a document type names lies outside. The plain one that older programs write says nothing.
  parser.on('doctype', (text) => {
    if (text.includes('[')) blame('DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    if (fault) return;
    count.elements++;
    if (count.elements > mostElements || open.length + skipped > deepest) return blame('size');
    if (skipped > 0 || tag.uri !== svgNamespace || leftOut.has(tag.local)) {
      if (open.length === 1) blame('svg');
      skipped++;
      return;
    }
    if (!drawn.has(tag.local)) return blame(tag.local);
    const element = elementOf(tag);
    const unfit = faultOf(element, count);
    if (unfit) return blame(unfit);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (fault) return;
    if (skipped > 0) skipped--;
    else open.pop();
  });
  const text = (words: string) => {
    const last = open.at(-1);
    if (fault || skipped > 0 || !last || !textual.has(last.name)) return;
    if (last.name === 'style' && !isHarmlessStyle(words)) return blame('style');
    last.children.push(last.name === 'style' ? withoutFilter(words) : words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  // In small pieces: what is wrong ends the reading before the parser, whose work grows with the square of the depth, has done much more.
  for (let at = 0; at < svg.length && !fault; at += piece) parser.write(svg.slice(at, at + piece));
  if (!fault) parser.close();
  const root = top.children[0];
  if (fault || typeof root !== 'object' || root.name !== 'svg') return unfit(fault ?? 'svg');
  return success(root);
}

function elementOf(tag: SaxesTagNS): DrawingElement {
  const attributes = new Map<string, string>();
  const names: string[] = [];
  for (const { uri, local, value } of Object.values(tag.attributes) as SaxesAttributeNS[]) {
    if (local === 'id' && uri === '') names.push(value);
    if (local === 'label' && uri === inkscape) names.unshift(value);
    if (local === 'href' && uri !== inkscape) {
      if (tag.local !== 'a') attributes.set('xlink:href', value.trim());
    } else if (uri === '' && local !== 'filter' && !local.startsWith('on')) {
      attributes.set(local, local === 'style' ? withoutFilter(value) : value);
    } else if (local === 'space' && value === 'preserve') attributes.set('xml:space', value);
  }
  return { name: tag.local, attributes, names, children: [] };
}

function faultOf({ name, attributes }: DrawingElement, count: { pixels: number }): string | undefined {
  for (const [key, value] of attributes) {
    if (key !== 'xlink:href' && !isHarmlessStyle(value)) return 'url';
  }
  const href = attributes.get('xlink:href');
  if (href === undefined || href.startsWith('#')) return undefined;
  const image = name === 'image' ? sizeOfData(href) : undefined;
  if (!image) return 'href';
  count.pixels += image.width * image.height;
  return count.pixels > mostPixels ? 'size' : undefined;
}

function sizeOfData(href: string): ImageSize | undefined {
  const bytes = dataUrlOf(href);
  return bytes && imageOf(bytes);
}

/** Whether all that a style or a presentation attribute points to is within the drawing. Escapes could hide what they say. */
function isHarmlessStyle(css: string): boolean {
  if (/@import|@font-face|\\/i.test(css)) return false;
  return Array.from(css.matchAll(/url\s*\(\s*["']?(.?)/gi)).every(([, first]) => first === '#');
}

const withoutFilter = (css: string) => css.replace(/(^|[;{\s])filter\s*:[^;}]*/g, '$1');
