import { isRow, type Row } from '../schemas/row.ts';
import { textUnder } from './row.ts';

/** What an object's `$ref` points at within the file (RFC 6901); undefined where it has none, or one that leads nowhere. */
export function targetOf(root: Row, value: Row): unknown {
  const reference = textUnder(value, '$ref');
  if (!reference.startsWith('#/')) return undefined;
  let place: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(place)) place = place[Number(name)];
    else place = isRow(place) && Object.hasOwn(place, name) ? place[name] : undefined;
  }
  return place;
}

/** An object, or what its references lead to; an empty one where they lead nowhere or in a circle. */
export function followed(root: Row, value: unknown): Row {
  let place = value;
  for (let step = 0; step < 10; step += 1) {
    if (!isRow(place)) return {};
    if (typeof place['$ref'] !== 'string') return place;
    place = targetOf(root, place);
  }
  return {};
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
