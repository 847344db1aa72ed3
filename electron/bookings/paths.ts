import type { Operation } from './operations/operation.ts';
import { type GivenValue, type OperationKey, operationOf, operations } from './operations.ts';

const line = /^(GET|POST|PUT|PATCH|DELETE) (\/[^\s?#\\]*)$/;

/**
 * The calls that tell the server what happened here, by the id of the badge. The vendor documents none: there is no default, and without
 * a path of the installer's own nothing is written to the server.
 */
export type BadgeWrite = 'handOver.checkIn' | 'handOver.checkOut';
const badgeWrites: readonly string[] = ['handOver.checkIn', 'handOver.checkOut'] satisfies BadgeWrite[];

/** What came of checking a paths file; `message` is one line that names the key. */
export type PathsCheck =
  | { readonly ok: true; readonly value: Record<string, string> }
  | { readonly ok: false; readonly message: string };

/** Checks the content of `FOYER_PATHS`: a JSON object from operation key, or write of a badge, to `METHOD /path/{id}`. */
export function checkPaths(value: unknown): PathsCheck {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, message: 'is not a JSON object from operation to "METHOD /path"' };
  }
  const checked = new Map<string, string>();
  for (const [key, entry] of Object.entries(value)) {
    const fault = faultOf(key, entry);
    if (fault) return { ok: false, message: `${JSON.stringify(key.slice(0, 64))} ${fault}` };
    checked.set(key, String(entry));
  }
  // Told of arrivals alone, the server would have everybody stay for ever.
  const missing = badgeWrites.filter((key) => !checked.has(key));
  if (missing.length === 1)
    return { ok: false, message: `lacks ${missing.join()}: check-ins and check-outs are written both or not at all` };
  return { ok: true, value: Object.fromEntries(checked) };
}

function faultOf(key: string, entry: unknown): string | undefined {
  const segments = segmentsOf(key);
  if (!segments) return 'is not an operation of the External API';
  if (typeof entry !== 'string') return 'is not a text like "GET /path/{id}"';
  const [, method = '', path] = line.exec(entry) ?? [];
  if (path === undefined) return 'is not like "GET /path/{id}"';
  if (badgeWrites.includes(key) && !/^(POST|PUT|PATCH)$/.test(method)) return 'writes: it is a POST, PUT or PATCH';
  if (path.startsWith('//') || path.split('/').some((segment) => /^\.{1,2}$/.test(segment)))
    return 'has a path that leaves its place';
  const found: readonly string[] = path.match(/\{[^}]*\}/g) ?? [];
  const wanted = segments.map((name) => `{${name}}`);
  const missing = wanted.find((name) => !found.includes(name));
  if (missing) return `lacks ${missing} in its path`;
  const unknown = found.find((name) => !wanted.includes(name));
  return unknown ? `has ${unknown} in its path, which the operation does not know` : undefined;
}

/** What must stand in the path of a key; undefined: there is no such key. */
const segmentsOf = (key: string): readonly string[] | undefined =>
  badgeWrites.includes(key) ? ['id'] : isOperation(key) ? operations[key].segments : undefined;

const isOperation = (key: string): key is OperationKey => Object.hasOwn(operations, key);

/** Method and path template of an operation: the installer's, where set and well-formed, else the default. */
export const placeOf = (key: OperationKey, paths: Readonly<Record<string, string>>): Pick<Operation, 'method' | 'path'> =>
  givenPlace(key, paths) ?? operationOf(key);

/** Method and path template that the installer set for a key; undefined: none, or one that is not well-formed. */
export function givenPlace(
  key: OperationKey | BadgeWrite,
  paths: Readonly<Record<string, string>>,
): Pick<Operation, 'method' | 'path'> | undefined {
  const [, method, path] = (Object.hasOwn(paths, key) && line.exec(paths[key] ?? '')) || [];
  return method && path ? { method, path } : undefined;
}

/**
 * The request line's target: segments and query values percent-encoded, `+` as `%2B` (a server reads a bare one as a space), lists
 * with commas, null as the word; `nameOf` is what the server calls a parameter. No text of an argument can leave its own segment or value.
 */
export function targetOf(
  operation: Pick<Operation, 'segments' | 'query'>,
  template: string,
  given: Readonly<Record<string, GivenValue | undefined>>,
  nameOf: (name: string) => string = (name) => name,
): string {
  const path = operation.segments.reduce(
    (rest, name) => rest.replaceAll(`{${name}}`, () => segment(String(given[name] ?? ''))),
    template,
  );
  const pairs = Object.keys(operation.query).flatMap((name) =>
    given[name] === undefined ? [] : [`${encoded(nameOf(name))}=${written(given[name])}`],
  );
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

// The comma between two values stays bare; one inside a value would be read as two values and is encoded.
const written = (value: GivenValue): string => (Array.isArray(value) ? value.map(encoded).join(',') : encoded(value));

const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

// A segment of dots would be read as "here" or "one up", none at all as the whole collection; `identifierSchema` refuses them, and
// here they become harmless.
const segment = (text: string): string => (/^\.*$/.test(text) ? '_' : encoded(text));
