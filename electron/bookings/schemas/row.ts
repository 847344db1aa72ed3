import * as z from 'zod';

/** An object of an answer before its fields are read. */
export type Row = Readonly<Record<string, unknown>>;

/** Is it an object, and no list? */
export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of several likely fields that holds something; null counts as nothing. */
export function firstOf(row: Row, ...names: readonly string[]): unknown {
  for (const name of names) if (Object.hasOwn(row, name) && row[name] !== null && row[name] !== undefined) return row[name];
  return undefined;
}

/** The object under one of several likely fields, or an empty one. */
export function rowOf(row: Row, ...names: readonly string[]): Row {
  const value = firstOf(row, ...names);
  return isRow(value) ? value : {};
}

/**
 * A schema for an object whose nested shapes the vendor's page lost: `pick` brings the likely spellings to the one that `schema`
 * reads, so that an issue names our field whatever the server calls it. Unknown fields fall away.
 */
export function tolerantRow<S extends z.ZodType>(pick: (row: Row) => Record<string, unknown>, schema: S) {
  return z.preprocess((value) => (isRow(value) ? pick(value) : value), schema);
}

const spokenFlag = z
  .union([z.boolean(), z.literal([0, 1]), z.stringFormat('yes or no', /^(?:true|false|0|1)$/i)])
  .transform((value) => /^(?:true|1)$/i.test(String(value)));

/** A yes or no in the spellings that servers use ("True" is C#'s own); absent is no. */
export const flagSchema = spokenFlag.nullish().transform((value) => value ?? false);

/** A yes or no that may not be known. */
export const optionalFlagSchema = spokenFlag.nullish().transform((value) => value ?? undefined);

/** A number, or a text that is one; undefined when absent. */
export const measureSchema = z
  .union([z.number(), z.stringFormat('number', /^-?\d{1,12}(?:\.\d{1,12})?$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? undefined);

/** A name from a closed list, given as the name in any case or as its place in the list; undefined when absent or not one of them. */
export const namedIn = <const N extends string>(names: readonly N[]) =>
  z
    .union([z.int(), z.string()])
    .nullish()
    .transform((value) => nameOf(value, names));

/** The name that a server's word or number stands for. */
export function nameOf<N extends string>(value: string | number | null | undefined, names: readonly N[]): N | undefined {
  const plain = String(value ?? '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  return names.find((name, place) => name.toLowerCase() === plain || String(place) === plain);
}
