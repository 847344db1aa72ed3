import { type Renaming, renamed } from './openapi/renaming.ts';
import { type AnswerRules, translated } from './openapi/translation.ts';
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

/** What is known of one operation of a server: `METHOD /path/{id}`, its names for our parameters and our body, and how its answers become ours. */
export interface Learned {
  readonly line: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly body: Renaming;
  readonly answer: AnswerRules;
}

/** The dialect of the table, with other paths where the installer set them. */
export const plainDialect = (paths: Readonly<Record<string, string>>): Dialect => learnedDialect(new Map(), paths);

/** The dialect of a server that something is known of; the installer's own paths win over what is known. */
export function learnedDialect(learned: ReadonlyMap<OperationKey, Learned>, paths: Readonly<Record<string, string>>): Dialect {
  const places = { ...Object.fromEntries(Array.from(learned, ([key, { line }]) => [key, line])), ...paths };
  return {
    place: (key) => placeOf(key, places),
    parameter: (key, name) => learned.get(key)?.parameters.get(name) ?? name,
    incoming: (key, answer) => {
      const rules = learned.get(key)?.answer;
      return rules ? translated(answer, rules) : answer;
    },
    outgoing: (key, body) => renamed(body, learned.get(key)?.body ?? new Map()),
  };
}
