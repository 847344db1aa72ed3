import type { DrawingElement } from './drawing.ts';

// In units of what a small shape costs, 0.2 to 0.4 ms on a slow machine: none of the drawings that were made to be slow takes three seconds.
const most = 5_000;
const layerCost = 50;
const dashCost = 300; // the drawing library cuts a line into up to a million dashes
const gradientCost = 25;
const textCost = 10;
const layered = /(?:^|[;{\s])(?:opacity|mask|clip-path|mix-blend-mode|isolation)\s*:/;
const layering = ['opacity', 'mask', 'clip-path'];
const reference = /url\s*\(\s*["']?#([^"')]+)["']?\s*\)/gi;

/**
 * Whether a drawing can be drawn in a moment. What it refers to counts as often as it is referred to, so that a few lines that copy each
 * other cannot stand for millions of elements; nothing may refer to itself.
 */
export function isDrawnSoon(root: DrawingElement): boolean {
  const byId = new Map<string, DrawingElement>();
  let sheets = '';
  const walk = (element: DrawingElement) => {
    const id = element.attributes.get('id');
    if (id !== undefined) byId.set(id, element);
    for (const child of element.children) {
      if (typeof child === 'object') walk(child);
      else if (element.name === 'style') sheets += child;
    }
  };
  walk(root);

  /** The cost of an element with all in it and all that it refers to, each of them dearer by what style sheets say of it. */
  const costs = (extraOf: (element: DrawingElement) => number) => {
    const known = new Map<DrawingElement, number>();
    const costOf = (element: DrawingElement): number => {
      const before = known.get(element);
      if (before !== undefined) return before;
      known.set(element, Number.POSITIVE_INFINITY); // until it is counted: who comes back here goes in a circle
      let cost = ownCost(element) + extraOf(element);
      for (const child of element.children) if (typeof child === 'object') cost += costOf(child);
      for (const id of referencesOf(element)) cost += costOfId(id, costOf);
      known.set(element, cost);
      return cost;
    };
    return costOf;
  };
  const costOfId = (id: string, costOf: (element: DrawingElement) => number) => {
    const target = byId.get(id);
    return target ? costOf(target) : 0;
  };
  const plain = costs(() => 0);
  return costs(sheetCost(sheets, (id) => costOfId(id, plain)))(root) <= most;
}

/** What the rules of the style sheets add to an element: those for its classes, and all that are not for one class alone. */
function sheetCost(sheets: string, costOfId: (id: string) => number): (element: DrawingElement) => number {
  const byClass = new Map<string, number>();
  let everyone = 0;
  for (const [, selectors = '', style = ''] of sheets.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    let cost = styleCost(style);
    for (const [, id = ''] of style.matchAll(reference)) cost += gradientCost + costOfId(id);
    for (const selector of cost > 0 ? selectors.split(',') : []) {
      const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1];
      if (name === undefined) everyone += cost;
      else byClass.set(name, (byClass.get(name) ?? 0) + cost);
    }
  }
  return ({ attributes }) =>
    (attributes.get('class')?.split(/\s+/) ?? []).reduce((cost, name) => cost + (byClass.get(name) ?? 0), everyone);
}

const styleCost = (style: string) => (layered.test(style) ? layerCost : 0) + (style.includes('stroke-dasharray') ? dashCost : 0);

function ownCost(element: DrawingElement): number {
  const { name, attributes, children } = element;
  let cost = 1 + gradientCost * referencesOf(element).length + styleCost(attributes.get('style') ?? '');
  if (layering.some((key) => attributes.has(key))) cost += layerCost;
  if (attributes.has('stroke-dasharray')) cost += dashCost;
  if (name === 'image') cost += layerCost;
  if (name === 'text') cost += textCost;
  cost += ((attributes.get('d') ?? attributes.get('points'))?.length ?? 0) / 30;
  for (const child of children) if (typeof child === 'string') cost += child.length / 4;
  return cost;
}

function referencesOf({ attributes }: DrawingElement): string[] {
  const href = attributes.get('xlink:href');
  const ids = href?.startsWith('#') ? [href.slice(1)] : [];
  for (const value of attributes.values()) for (const [, id = ''] of value.matchAll(reference)) ids.push(id);
  return ids;
}
