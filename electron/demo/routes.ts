import { type OperationKey, operationKeys, operationOf } from '../bookings/operations.ts';
import { isInteger } from './query.ts';
import { invalid, problem, type Reply } from './reply.ts';

/** Where a request goes: the operation and the id in its path (empty where it has none), or the reply to who asks nowhere. */
export type Route = { readonly key: OperationKey; readonly id: string } | { readonly reply: Reply };

// The page gives these ids as strings, all others as int32.
const wordedIds: readonly OperationKey[] = ['visitorManagement.get', 'bookableResource.get', 'iotDevice.get', 'iotDevice.update'];

/** Finds the operation of the table at a method and path. Paths in any case, as ASP.NET routes them. */
export function routeTo(method: string, pathname: string): Route {
  const here = operationKeys.flatMap((key) => {
    const id = matched(operationOf(key).path, pathname);
    return id === undefined ? [] : [{ key, id }];
  });
  if (here.length === 0) return { reply: problem(404, 'Not Found') };
  const route = here.find(({ key }) => operationOf(key).method === method);
  if (!route) {
    const allow = [...new Set(here.map(({ key }) => operationOf(key).method))].sort().join(', ');
    return { reply: problem(405, 'Method Not Allowed', { headers: { allow } }) };
  }
  if (operationOf(route.key).segments.length > 0 && !wordedIds.includes(route.key) && !isInteger(route.id)) {
    return { reply: invalid({ id: [`The value '${route.id.slice(0, 40)}' is not valid.`] }) };
  }
  return route;
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
