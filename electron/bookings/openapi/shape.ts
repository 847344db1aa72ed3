import { isRow, type Row } from '../schemas/row.ts';
import { followed } from './reference.ts';
import { listUnder, own, rowUnder, textUnder } from './row.ts';

/** What kind of value a schema describes; `unknown` where it does not say, or says several. */
export type Kind = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'unknown';

/** A schema brought down to what is compared: kind, fields, items, the names of an enumeration's integers or its words. */
export interface Shape {
  readonly kind: Kind;
  readonly format: string;
  readonly fields: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
  readonly items: Shape | undefined;
  readonly names: ReadonlyMap<number, string>;
  readonly words: readonly string[];
}

/** Reads a schema of one file. */
export type ReadShape = (schema: unknown) => Shape;

const deepest = 8;
/** Of one file; what is beyond says nothing. */
const mostShapes = 200_000;
/** Fields of one object, and words of one enumeration; more than any screen makes use of. */
const mostFields = 300;

/**
 * The shapes of a file's schemas, their references followed as deep as anything here reads, so that a circle ends. A schema that many
 * refer to is read once: a small file may refer to one of thousands of fields from thousands of places.
 */
export function shapesOf(root: Row): ReadShape {
  const known = Array.from({ length: deepest + 1 }, () => new WeakMap<Row, Shape>());
  let count = 0;

  function read(value: unknown, depth: number): Shape {
    if (depth > deepest) return unknownShape;
    const row = followed(root, value);
    const before = known[depth]?.get(row);
    if (before) return before;
    count += 1;
    if (count > mostShapes) return unknownShape;
    const shape = shapeAt(row, depth);
    known[depth]?.set(row, shape);
    return shape;
  }

  function shapeAt(row: Row, depth: number): Shape {
    const parts = listUnder(row, 'allOf').map((part) => read(part, depth + 1));
    const choices = [...listUnder(row, 'oneOf'), ...listUnder(row, 'anyOf')];
    const names = namesOf(row);
    // A choice of constants is an enumeration; one of a shape and null is the shape.
    const chosen = names.size > 0 ? [] : choices.filter((choice) => !isNull(choice)).map((choice) => read(choice, depth + 1));
    if (chosen.length === 1 && chosen[0]) parts.push(chosen[0]);
    const properties = Object.entries(rowUnder(row, 'properties')).slice(0, mostFields);
    const all = [
      ...parts.flatMap((part) => [...part.fields]),
      ...properties.map(([name, field]) => [name, read(field, depth + 1)] as const),
    ];
    const fields = new Map(all.slice(-mostFields));
    const items = own(row, 'items');
    return {
      kind: kindOf(row, fields.size > 0, names.size > 0) ?? parts.find(({ kind }) => kind !== 'unknown')?.kind ?? 'unknown',
      format: textUnder(row, 'format') || (parts.find(({ format }) => format)?.format ?? ''),
      fields,
      required: new Set([...parts.flatMap((part) => [...part.required]), ...texts(listUnder(row, 'required'))]),
      items: items === undefined ? parts.find((part) => part.items)?.items : read(items, depth + 1),
      names: names.size > 0 ? names : (parts.find((part) => part.names.size > 0)?.names ?? names),
      words: [...texts(listUnder(row, 'enum')), ...parts.flatMap((part) => part.words)].slice(0, mostFields),
    };
  }

  return (schema) => read(schema, 0);
}

/** A shape that says nothing. */
const unknownShape: Shape = {
  kind: 'unknown',
  format: '',
  fields: new Map(),
  required: new Set(),
  items: undefined,
  names: new Map(),
  words: [],
};

const texts = (list: readonly unknown[]): string[] => list.filter((item) => typeof item === 'string');

const isNull = (choice: unknown): boolean => own(choice, 'type') === 'null';

const kinds: readonly string[] = ['object', 'array', 'string', 'integer', 'number', 'boolean'] satisfies Kind[];

function kindOf(row: Row, hasFields: boolean, hasNames: boolean): Kind | undefined {
  const type = own(row, 'type');
  // OpenAPI 3.1 writes "or null" as a list of types.
  const said = (Array.isArray(type) ? type : [type]).filter((item) => item !== 'null');
  const kind = said.length === 1 ? kinds.find((item) => item === said[0]) : undefined;
  if (kind) return kind as Kind;
  if (hasFields) return 'object';
  if (hasNames) return 'integer';
  return own(row, 'items') === undefined ? undefined : 'array';
}

/**
 * The names of an enumeration's integers, in each of the ways that generators write them: `x-enumNames` (NSwag), `x-enum-varnames`
 * (OpenAPI Generator), `x-ms-enum` (AutoRest), `oneOf` of `const` and `title` (OpenAPI 3.1), or lines such as "0 = Initial".
 */
function namesOf(row: Row): ReadonlyMap<number, string> {
  const values = listUnder(row, 'enum');
  const beside = ['x-enumNames', 'x-enum-varnames', 'x-enumVarnames']
    .map((name) => listUnder(row, name))
    .find((list) => list.length > 0);
  if (beside) return named(values.map((value, place) => [value, beside[place]]));
  const extended = listUnder(rowUnder(row, 'x-ms-enum'), 'values');
  if (extended.length > 0) return named(extended.map((item) => [own(item, 'value'), own(item, 'name')]));
  const constants = listUnder(row, 'oneOf').filter((choice) => isRow(choice) && Object.hasOwn(choice, 'const'));
  if (constants.length > 0) return named(constants.map((choice) => [own(choice, 'const'), own(choice, 'title')]));
  if (!values.some((value) => typeof value === 'number')) return new Map();
  const lines = textUnder(row, 'description')
    .slice(0, 4_000)
    .matchAll(/(?:^|[\n,;(]|<li>)[^\S\n]*(\d{1,4})\s*[=:-]\s*(\p{L}[\p{L}\d_]{0,40})/gu);
  return named([...lines].map(([, value, name]) => [Number(value), name]).filter(([value]) => values.includes(value)));
}

const named = (pairs: readonly (readonly unknown[])[]): ReadonlyMap<number, string> =>
  new Map(
    pairs
      .slice(0, mostFields)
      .flatMap(([value, name]) => (typeof value === 'number' && typeof name === 'string' && name ? [[value, name] as const] : [])),
  );
