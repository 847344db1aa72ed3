import { type Printed, printedOperations, type Row } from './description.ts';

/** The page's operations as an OpenAPI document; `change` rewrites single ones first, `twice` prints its twins as a second version. */
export function documentOf({
  change = (printed) => printed,
  twice = false,
  named = true,
  version = '3.0.3',
}: {
  change?: (printed: Printed) => Printed | undefined;
  twice?: boolean;
  named?: boolean;
  version?: string;
} = {}): Row {
  const paths: Record<string, Row> = {};
  const add = (printed: Printed, place: string, id: string) => {
    const [method = '', path = ''] = place.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: { ...operationOf(printed), ...(named && { operationId: id }) } };
  };
  for (const original of printedOperations) {
    const printed = change(original);
    if (!printed) continue;
    add(printed, printed.place, printed.key);
    if (twice && printed.again) add(printed, printed.place.replace('/v1', '/v2'), `${printed.key}.again`);
  }
  return { openapi: version, info: { title: 'Bookings ONE External Api', version: 'v1' }, paths };
}

function operationOf({ tag, title, path = {}, query = {}, required = [], body, answer }: Printed): Row {
  const parameters = [
    ...Object.entries(path).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...Object.entries(query).map(([name, schema]) => ({
      name,
      in: 'query',
      ...(required.includes(name) && { required: true }),
      schema,
    })),
  ];
  return {
    tags: [tag],
    summary: title,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { 200: { description: 'OK', ...(answer && { content: { 'application/json': { schema: answer } } }) } },
  };
}
