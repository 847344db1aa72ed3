import type { DrawingElement } from './drawing.ts';

const most = 50_000;
const layerCost = 100;
const dashCost = 1_000;
const layered = /(?:^|[;{\s])(?:opacity|mask|clip-path|mix-blend-mode|isolation)\s*:/;
const layering = ['opacity', 'mask', 'clip-path'];
const reference = /url\s*\(\s*["']?#([^"')]+)["']?\s*\)/gi;

/**
 * Whether a drawing can be drawn in a moment. What it refers to counts as often as it is referred to, so that a few lines that copy each
 * other cannot stand for millions of elements; nothing may refer to itself. Counted in elements: a layer costs a hundred of them.
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

  /** The cost of an element with all in it and all that it refers to, each of them dearer by `extra`. */
  const costs = (extra: number) => {
    const known = new Map<DrawingElement, number>();
    const costOf = (element: DrawingElement): number => {
      const before = known.get(element);
      if (before !== undefined) return before;
      known.set(element, Number.POSITIVE_INFINITY); // until it is counted: who comes back here goes in a circle
      let cost = ownCost(element) + extra;
      for (const child of element.children) if (typeof child === 'object') cost += costOf(child);
      for (const id of referencesOf(element)) {
        const target = byId.get(id);
        if (target) cost += costOf(target);
      }
      known.set(element, cost);
      return cost;
    };
    return costOf;
  };
  // A style sheet may concern every element.
  const plain = costs(0);
  let each = (layered.test(sheets) ? layerCost : 0) + (sheets.includes('stroke-dasharray') ? dashCost : 0);
  for (const [, id = ''] of sheets.matchAll(reference)) {
    const target = byId.get(id);
    if (target) each += plain(target);
  }
  return costs(each)(root) <= most;
}

function ownCost({ name, attributes, children }: DrawingElement): number {
  const style = attributes.get('style') ?? '';
  let cost = 1;
  if (layering.some((key) => attributes.has(key)) || layered.test(style)) cost += layerCost;
  // The drawing library cuts a line into up to a million dashes.
  if (attributes.has('stroke-dasharray') || /stroke-dasharray/.test(style)) cost += dashCost;
  if (name === 'image') cost += layerCost;
  cost += ((attributes.get('d') ?? attributes.get('points'))?.length ?? 0) / 50;
  for (const child of children) if (typeof child === 'string') cost += child.length * 4;
  return cost;
}

function referencesOf({ attributes }: DrawingElement): string[] {
  const href = attributes.get('xlink:href');
  const ids = href?.startsWith('#') ? [href.slice(1)] : [];
  for (const value of attributes.values()) for (const [, id = ''] of value.matchAll(reference)) ids.push(id);
  return ids;
}
