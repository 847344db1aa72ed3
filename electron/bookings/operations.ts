import type * as z from 'zod';
import type { Operation, Parameter } from './operations/operation.ts';
import { placeOperations } from './operations/places.ts';
import { thingOperations } from './operations/things.ts';
import { visitOperations } from './operations/visits.ts';

/**
 * The 28 operations of the External API, each once. Keys are ours and fixed; parameters are stated on the vendor's page
 * (https://ones.software/help/external-api). Only the first path is printed there: the others are INFERRED from it and from the
 * page's sections, and can be replaced with `FOYER_PATHS` or the vendor's OpenAPI file. Typed calls, paths, the OpenAPI reading, the
 * connection report, the demo's strictness and the contract tests are derived from this table.
 */
export const operations = { ...visitOperations, ...placeOperations, ...thingOperations } as const satisfies Record<
  string,
  Operation
>;

/** The key of an operation. */
export type OperationKey = keyof typeof operations;

/** Every key, in the order of the table. */
export const operationKeys = Object.keys(operations) as readonly OperationKey[];

/** An operation by its key, as any of them. */
export const operationOf = (key: OperationKey): Operation => operations[key];

type Table = typeof operations;

/** What a parameter is given as. Ids and names may be several. */
type Given<P> = P extends 'text' | 'moment'
  ? string
  : P extends 'ids'
    ? string | readonly string[]
    : P extends 'idsOrNull'
      ? string | readonly string[] | null
      : P extends 'integer'
        ? number
        : P extends 'flag'
          ? boolean
          : P extends readonly (infer Name)[]
            ? Name | readonly Name[]
            : never;

type RequiredOf<O> = O extends { readonly required: readonly (infer N)[] } ? N : never;

/** Any value of any parameter. */
export type GivenValue = Given<Parameter>;

/** What an operation is called with: every path segment, of the query what is wanted, and the body where it has one. */
export type Arguments<K extends OperationKey> = { readonly [N in Table[K]['segments'][number]]: string } & {
  readonly [N in keyof Table[K]['query']]?: Given<Table[K]['query'][N]>;
} & {
  readonly [N in RequiredOf<Table[K]> & keyof Table[K]['query']]: Given<Table[K]['query'][N]>;
} & (Table[K] extends { readonly body: infer B extends z.ZodType } ? { readonly body: z.input<B> } : unknown);

/** What an operation answers, read and cleaned. */
export type Answer<K extends OperationKey> = z.output<Table[K]['answer']>;
