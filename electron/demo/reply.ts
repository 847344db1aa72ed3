import type { DemoVisit } from './day.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { type QueryFaults, readQuery } from './query.ts';

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Rows of a page where `row` is absent (stated on the vendor's page). */
const defaultRows = 50;

/** An error as ASP.NET tells it (RFC 9457 problem details; the vendor's page does not show one). */
export function problem(
  status: number,
  title: string,
  more: { errors?: QueryFaults; headers?: Record<string, string> } = {},
): Reply {
  const { errors, headers } = more;
  return { status, body: { type: 'about:blank', title, status, ...(errors && { errors }) }, ...(headers && { headers }) };
}

/** Answers a request that may be made: one of the endpoints, or a problem. Paths in any case, as ASP.NET routes them. */
export function replyTo(method: string, url: URL, day: readonly DemoVisit[], now: Date): Reply {
  const route = endpoints
    .map((endpoint) => ({ endpoint, id: matched(endpoint.path, url.pathname) }))
    .find(({ id }) => id !== undefined);
  if (!route || route.id === undefined) return problem(404, 'Not Found');
  if (method !== 'GET') return problem(405, 'Method Not Allowed', { headers: { allow: 'GET' } });
  const { values, faults } = readQuery(url.searchParams, route.endpoint.rules, now);
  if (Object.keys(faults).length > 0) return problem(400, 'One or more validation errors occurred.', { errors: faults });
  if ('search' in route.endpoint) {
    return pageOf(route.endpoint.search(values, day), Number(values['page']?.[0] ?? 1), Number(values['row']?.[0] ?? defaultRows));
  }
  return found(route.endpoint, route.id, day);
}

function found(endpoint: Extract<Endpoint, { find: unknown }>, id: string, day: readonly DemoVisit[]): Reply {
  if (endpoint.id === 'integer' && !/^-?\d{1,9}$/.test(id)) {
    return problem(400, 'One or more validation errors occurred.', {
      errors: { id: [`The value '${id.slice(0, 40)}' is not valid.`] },
    });
  }
  const body = endpoint.find(id, day);
  return body === undefined ? problem(404, 'Not Found') : { status: 200, body };
}

function pageOf(rows: readonly unknown[], page: number, row: number): Reply {
  if (page < 1 || row < 1)
    return problem(400, 'One or more validation errors occurred.', { errors: { page: ['Pages begin at 1.'] } });
  const data = rows.slice((page - 1) * row, page * row);
  return { status: 200, body: { data, metaData: { page, row, total: rows.length } } };
}

/** The id in a path, empty where the template has none; undefined when the path is another. */
function matched(template: string, pathname: string): string | undefined {
  const wanted = template.split('/');
  const given = pathname.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  let id = '';
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? '';
    if (part === '{id}' && text) id = decoded(text);
    else if (part.toLowerCase() !== text.toLowerCase()) return undefined;
  }
  return id;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
