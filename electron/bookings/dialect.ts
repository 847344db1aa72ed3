import type { Operation } from './operations/operation.ts';
import type { OperationKey } from './operations.ts';
import { placeOf } from './paths.ts';

/**
 * How one server speaks: where its operations are, and what it calls the fields. `incoming` turns an answer's field names into ours
 * before it is read, `outgoing` a body's into the server's; `parameter` is the server's name of a query parameter.
 */
export interface Dialect {
  place(key: OperationKey): Pick<Operation, 'method' | 'path'>;
  parameter(key: OperationKey, name: string): string;
  incoming(key: OperationKey, answer: unknown): unknown;
  outgoing(key: OperationKey, body: unknown): unknown;
}

/** The dialect of the table, with other paths where the installer set them. */
export const plainDialect = (paths: Readonly<Record<string, string>>): Dialect => ({
  place: (key) => placeOf(key, paths),
  parameter: (_key, name) => name,
  incoming: (_key, answer) => answer,
  outgoing: (_key, body) => body,
});
