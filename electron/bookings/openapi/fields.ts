import { cleanText } from '../../core/text.ts';
import type { Difference } from './difference.ts';
import type { Field, Fields, Reads } from './expected/field.ts';
import type { FieldRule, Renaming } from './renaming.ts';
import { plainName } from './row.ts';
import type { Kind, Shape } from './shape.ts';

/** Which of our fields is which of the file's. */
export type Pairs = ReadonlyMap<string, string>;

/**
 * Pairs our fields with the file's: the same name, a name that our schemas take as it is, one of these but for its spelling, a name that
 * means the same and is the only such one, and what only one field can be by its shape. Each of the file's fields serves once.
 */
export function pairFields(fields: Fields, shape: Shape): Pairs {
  const known = paired.get(fields) ?? new WeakMap<Shape, Pairs>();
  paired.set(fields, known);
  const pairs = known.get(shape) ?? pairsOf(fields, shape);
  known.set(shape, pairs);
  return pairs;
}

/** What was paired before: many operations of a file answer the same. */
const paired = new WeakMap<Fields, WeakMap<Shape, Pairs>>();

function pairsOf(fields: Fields, shape: Shape): Pairs {
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  const theirs = plainNamesOf(shape);
  const ways: readonly ((name: string, field: Field) => readonly string[])[] = [
    (name) => (shape.fields.has(name) ? [name] : []),
    (_name, { also }) => also?.filter((other) => shape.fields.has(other)).slice(0, 1) ?? [],
    (name, { also = [] }) => among(theirs, [name, ...also]),
    (_name, { like = [] }) => among(theirs, like),
    (name, field) => onlyOnes(name, field, shape),
  ];
  for (const way of ways) {
    for (const [name, field] of Object.entries(fields)) {
      if (pairs.has(name) || (field.unless && pairs.has(field.unless))) continue;
      const free = way(name, field).filter((other) => !used.has(other) && agrees(field.reads, shape.fields.get(other)?.kind));
      if (free.length !== 1 || free[0] === undefined) continue;
      pairs.set(name, free[0]);
      used.add(free[0]);
    }
  }
  for (const [name, { unless }] of Object.entries(fields)) if (unless && pairs.has(unless)) pairs.delete(name);
  return pairs;
}

type PlainNames = ReadonlyMap<string, readonly string[]>;
const plainNames = new WeakMap<Shape, PlainNames>();

/** A shape's fields by their plain names, worked out once: all of ours that may be it ask. */
function plainNamesOf(shape: Shape): PlainNames {
  const known = plainNames.get(shape);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const name of shape.fields.keys()) {
    const plain = plainName(name);
    names.set(plain, [...(names.get(plain) ?? []), name]);
  }
  plainNames.set(shape, names);
  return names;
}

const among = (theirs: PlainNames, names: readonly string[]): string[] =>
  [...new Set(names.map(plainName))].flatMap((name) => theirs.get(name) ?? []);

/** Rows are the one list of objects, a period has two moments and nothing else, a state has our names. */
function onlyOnes(name: string, field: Field, { fields }: Shape): string[] {
  const those = (isIt: (shape: Shape) => boolean) => Array.from(fields).flatMap(([other, shape]) => (isIt(shape) ? [other] : []));
  if (name === 'data') return those(({ kind, items }) => kind === 'array' && items?.kind === 'object');
  if (name === 'period') {
    return those((shape) => shape.fields.size === 2 && [...shape.fields.values()].every(({ format }) => format === 'date-time'));
  }
  if (!field.names) return [];
  const known = new Set(field.names.map(plainName));
  return those(({ names, words }) => [...names.values(), ...words].filter((word) => known.has(plainName(word))).length > 1);
}

const readable: { readonly [R in Reads]: readonly Kind[] } = {
  id: ['string', 'integer', 'number'],
  text: ['string', 'integer', 'number'],
  moment: ['string'],
  flag: ['boolean', 'integer', 'string'],
  number: ['integer', 'number', 'string'],
  list: ['array'],
  row: ['object', 'string', 'integer', 'number'],
  any: ['object', 'array', 'string', 'integer', 'number', 'boolean'],
};

const agrees = (reads: Reads, kind: Kind | undefined): boolean =>
  kind === undefined || kind === 'unknown' || readable[reads].includes(kind);

/** The rules that bring the file's fields to ours, and where the two differ; `at` is where these fields are, such as `data[].`. */
export function compareFields(fields: Fields, shape: Shape, at = ''): { renaming: Renaming; differences: readonly Difference[] } {
  if (shape.fields.size === 0) return { renaming: new Map(), differences: [] };
  const pairs = pairFields(fields, shape);
  const rules = new Map<string, FieldRule>();
  const differences: Difference[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const place = `${at}${name}`;
    const theirs = pairs.get(name);
    const found = theirs === undefined ? undefined : shape.fields.get(theirs);
    if (theirs === undefined || !found) {
      const isFilled = [field.or, field.unless].some((other) => other !== undefined && pairs.has(other));
      const unfit = shape.fields.get(name);
      if (unfit) differences.push({ what: 'kind', field: place, kind: unfit.kind });
      else if (field.needed && !isFilled) differences.push({ what: 'missing', field: place });
      continue;
    }
    // A name that our schemas take as it is stays: `period` may be read from `start` and `end` as well as from `from` and `to`.
    const isTaken = theirs === name || field.also?.includes(theirs) === true;
    if (!isTaken) differences.push({ what: 'renamed', field: place, as: cleanText(theirs, 40) });
    const inner = found.kind === 'array' ? found.items : found;
    const below =
      field.under && inner ? compareFields(field.under, inner, `${place}${found.kind === 'array' ? '[]' : ''}.`) : undefined;
    if (below) differences.push(...below.differences);
    const names = field.names ? namesOf(field.names, found, place, differences) : undefined;
    const under = below && below.renaming.size > 0 ? below.renaming : undefined;
    if (isTaken && !names && !under) continue;
    const rule = { to: isTaken ? theirs : name, under, names };
    rules.set(theirs, rule);
    // A file may say `Items` of a server that writes `items`, or that writes our own name after all.
    for (const other of [theirs.charAt(0).toLowerCase() + theirs.slice(1), name]) {
      if (!shape.fields.has(other) && !rules.has(other)) rules.set(other, { ...rule, to: other === name ? name : rule.to });
    }
  }
  return { renaming: rules, differences };
}

/** The file's names for integers, where one is not what it is here: an unknown name must not be read as the one of ours in its place. */
function namesOf(ours: readonly string[], shape: Shape, field: string, differences: Difference[]): FieldRule['names'] {
  const theirs = [...shape.names.values(), ...shape.words];
  const unknown = theirs.filter((name) => !ours.some((known) => plainName(known) === plainName(name)));
  if (unknown.length > 0) {
    differences.push({ what: 'names', field, names: unknown.slice(0, 8).map((name) => cleanText(name, 40)) });
  }
  const moved = Array.from(shape.names).filter(([place, name]) => plainName(ours[place] ?? '') !== plainName(name));
  if (moved.some(([, name]) => ours.some((known) => plainName(known) === plainName(name))))
    differences.push({ what: 'order', field });
  return moved.length > 0 ? shape.names : undefined;
}
