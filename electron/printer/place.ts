/** The named places of a template. */
const placeNames = ['visitor', 'company', 'host', 'date', 'time', 'place', 'door', 'site', 'code', 'qr', 'logo', 'photo'] as const;
export type PlaceName = (typeof placeNames)[number];

/** A place: a box in the units of its surroundings and how its text is set. `spacing`: extra space between letters, in letter sizes. */
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

/** How an element is marked: as a place, or as drawn only with, or only without, a place that has something in it. */
export interface Mark {
  readonly kind: 'place' | 'with' | 'without';
  readonly name: string;
  readonly words: readonly string[];
}

// Names that drawing programs make unique: visitor_1_ (Illustrator), visitor-2 (Inkscape).
const label = new RegExp(
  `^(?:(place|with|without)-)?(${placeNames.join('|')})((?:-(?:left|center|right|top|middle|bottom|bold))*)(?:[-_]\\d+_?)?$`,
);
const prefixed = /^(place|with|without)-(\w+)/;

export const isPlaceName = (name: string): name is PlaceName => (placeNames as readonly string[]).includes(name);

/**
 * The mark of an element: its `data-place`, `data-with` or `data-without`; or, for a site's own drawing, the name that its drawing program
 * gave it: `visitor` or `place-visitor` for an empty rectangle (with `-left`, `-center`, `-right`, `-top`, `-middle`, `-bottom`, `-bold`
 * behind it), `with-host` and `without-logo` for anything.
 */
export function markOf(attributes: ReadonlyMap<string, string>, names: readonly string[], isEmptyRect: boolean): Mark | undefined {
  for (const kind of ['place', 'with', 'without'] as const) {
    const name = attributes.get(`data-${kind}`);
    if (name !== undefined) return { kind, name, words: [] };
  }
  for (const name of names) {
    const found = label.exec(name.trim());
    const kind = (found?.[1] ?? 'place') as Mark['kind'];
    if (found && (kind !== 'place' || isEmptyRect))
      return { kind, name: found[2] ?? '', words: (found[3] ?? '').split('-').filter(Boolean) };
    const unknown = prefixed.exec(name.trim());
    if (unknown && (unknown[1] !== 'place' || isEmptyRect))
      return { kind: unknown[1] as Mark['kind'], name: unknown[2] ?? '', words: [] };
  }
  return undefined;
}

/** The place that an element's attributes describe; undefined where they make no sense. */
export function placeOf(name: PlaceName, attributes: ReadonlyMap<string, string>, words: readonly string[]): Place | undefined {
  const number = (key: string, otherwise?: number) => Number(attributes.get(key) ?? otherwise);
  const height = number('height');
  const size = number('data-size', height);
  const place = {
    name,
    x: number('x', 0),
    y: number('y', 0),
    width: number('width'),
    height,
    size,
    floor: number('data-floor', attributes.has('data-size') ? size : height / 4),
    lines: number('data-lines', attributes.has('data-size') || !mayWrap.has(name) ? 1 : 3),
    weight: number('data-weight', words.includes('bold') || (name === 'visitor' && !attributes.has('data-size')) ? 700 : 400),
    spacing: number('data-spacing', 0),
  };
  const word = <T extends string>(among: readonly T[], otherwise: T) => among.find((one) => words.includes(one)) ?? otherwise;
  const align = attributes.get('data-align') ?? word(['left', 'center', 'right'], 'start');
  const valign = attributes.get('data-valign') ?? word(['top', 'middle', 'bottom'], 'middle');
  if (Object.values(place).some((value) => typeof value === 'number' && !Number.isFinite(value))) return undefined;
  if (!(place.width > 0 && place.height > 0 && place.floor > 0 && place.floor <= place.size && place.lines >= 1)) return undefined;
  if (align !== 'start' && align !== 'left' && align !== 'center' && align !== 'right') return undefined;
  if (valign !== 'top' && valign !== 'middle' && valign !== 'bottom') return undefined;
  return { ...place, align, valign };
}

const mayWrap: ReadonlySet<PlaceName> = new Set(['visitor', 'company', 'host', 'place', 'site']);
