import { isRow, type Row } from '../schemas/row.ts';
import { followed } from './reference.ts';
import { listUnder, own, plainName, rowUnder, textUnder } from './row.ts';
import { type ReadShape, type Shape, shapesOf } from './shape.ts';

/** A parameter as the file describes it. */
interface DescribedParameter {
  readonly name: string;
  readonly required: boolean;
}

/** One operation of the file. `path` has the path of its server before it; `segments` are the parameters in it, first to last. */
export interface Described {
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly id: string;
  readonly segments: readonly string[];
  readonly query: readonly DescribedParameter[];
  readonly body: Shape | undefined;
  readonly answer: Shape | 'file' | undefined;
}

const mostOperations = 1_000;
const mostParameters = 100;
const methods = ['get', 'post', 'put', 'patch'];

/**
 * The operations of the file in its order; those that delete are never looked at. `base` is the path of the server's own address, which
 * comes before every path in any case.
 */
export function describedOperations(root: Row, base = ''): readonly Described[] {
  const found: Described[] = [];
  const shapeOf = shapesOf(root);
  for (const [path, item] of Object.entries(rowUnder(root, 'paths'))) {
    const place = followed(root, item);
    for (const method of methods) {
      const operation = own(place, method);
      if (isRow(operation) && found.length < mostOperations) {
        found.push(describe(root, { path, place, method, operation, base, shapeOf }));
      }
    }
  }
  return found;
}

function describe(
  root: Row,
  at: { path: string; place: Row; method: string; operation: Row; base: string; shapeOf: ReadShape },
): Described {
  const { operation, place, shapeOf } = at;
  const prefix = [operation, place, root].map((row) => prefixOf(row, at.base)).find((text) => text !== undefined) ?? '';
  const listed = [...listUnder(place, 'parameters'), ...listUnder(operation, 'parameters')];
  const parameters = listed.slice(0, mostParameters).map((row) => followed(root, row));
  const path = withVersion(root, `${prefix}${at.path}`, parameters);
  const query = new Map(
    parameters
      .filter((parameter) => parameter['in'] === 'query' && textUnder(parameter, 'name'))
      .map((parameter) => [textUnder(parameter, 'name'), parameter['required'] === true]),
  );
  const body = own(operation, 'requestBody');
  return {
    method: at.method.toUpperCase(),
    path,
    tags: listUnder(operation, 'tags').filter((tag) => typeof tag === 'string'),
    title: textUnder(operation, 'summary') || textUnder(operation, 'description').slice(0, 200),
    id: textUnder(operation, 'operationId'),
    segments: Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name]) => name ?? ''),
    query: Array.from(query, ([name, required]) => ({ name, required })),
    body: body === undefined ? undefined : shapeOf(jsonUnder(followed(root, body))?.['schema']),
    answer: answerOf(root, operation, shapeOf),
  };
}

/** The path of the first server that a row names, without what the setting's own address has already. */
function prefixOf(row: Row, base: string): string | undefined {
  const server = listUnder(row, 'servers')[0];
  if (!isRow(server)) return undefined;
  const address = textUnder(server, 'url').replace(/\{([^}]*)\}/g, (_whole, name: string) =>
    textUnder(rowUnder(rowUnder(server, 'variables'), name), 'default'),
  );
  if (!URL.canParse(address, 'http://server')) return undefined;
  const path = new URL(address, 'http://server').pathname.replace(/\/+$/, '');
  const known = base.replace(/\/+$/, '');
  const isKnown = known !== '' && `${path}/`.toLowerCase().startsWith(`${known}/`.toLowerCase());
  return isKnown ? path.slice(known.length) : path;
}

/** A version is a parameter of some paths (`/v{version}/`) and no choice of the caller's. */
function withVersion(root: Row, path: string, parameters: readonly Row[]): string {
  return path.replace(/\{([^}]*)\}/g, (whole, name: string) => {
    if (!['version', 'apiversion'].includes(plainName(name))) return whole;
    const parameter = parameters.find((row) => row['in'] === 'path' && row['name'] === name) ?? {};
    const schema = followed(root, own(parameter, 'schema'));
    const said = own(schema, 'default') ?? own(parameter, 'example') ?? own(schema, 'example') ?? listUnder(schema, 'enum')[0];
    return /^[\w.]{1,12}$/.test(String(said)) ? String(said) : '1';
  });
}

function answerOf(root: Row, operation: Row, shapeOf: ReadShape): Described['answer'] {
  const responses = rowUnder(operation, 'responses');
  const status = ['200', '201', '202', '2XX', '2xx', 'default'].find((name) => Object.hasOwn(responses, name));
  if (!status) return undefined;
  const response = followed(root, responses[status]);
  const types = Object.keys(rowUnder(response, 'content'));
  if (types.length === 0) return undefined;
  const json = jsonUnder(response);
  if (!json) return 'file';
  const shape = shapeOf(json['schema']);
  return shape.kind === 'string' && shape.format === 'binary' ? 'file' : shape;
}

/** What a body or an answer holds as JSON. */
function jsonUnder(holder: Row): Row | undefined {
  const content = rowUnder(holder, 'content');
  const type = Object.keys(content).find((name) => /^(\*\/\*|text\/json|application\/([\w.-]+\+)?json)\s*(;|$)/i.test(name));
  return type === undefined ? undefined : rowUnder(content, type);
}
