import { type Result, success } from '../../contract/failure.ts';
import type { Localized } from '../../core/visit.ts';
import type { Call } from '../call.ts';
import type { ServiceItem } from '../schemas/service-item.ts';

/** Something that a visitor may ask reception for, named in the site's languages. */
export interface ServiceOffered {
  readonly id: string;
  readonly name: Localized;
}

/**
 * What the site offers of the items with these ids, in their order: asked for together, and one by one what the search left out. An item
 * that is deleted, unknown or without a name is not offered. A failure is only one of the search, or a token that is not taken.
 */
export async function servicesOffered(call: Call, ids: readonly string[]): Promise<Result<readonly ServiceOffered[]>> {
  if (ids.length === 0) return success([]);
  const found = await call('serviceItem.search', { id: ids, row: ids.length });
  if (!found.ok) return found;
  const items = new Map(found.value.data.map((item) => [item.id, item]));
  const offered: ServiceOffered[] = [];
  for (const id of new Set(ids)) {
    const item = items.get(id) ? success(items.get(id)) : await single(call, id);
    if (!item.ok) return item;
    if (item.value?.name && !item.value.isDeleted) offered.push({ id, name: item.value.name });
  }
  return success(offered);
}

/** One item; undefined where it cannot be had. */
async function single(call: Call, id: string): Promise<Result<ServiceItem | undefined>> {
  const asked = await call('serviceItem.get', { id });
  if (asked.ok) return success(asked.value.id === id ? asked.value : undefined);
  return asked.failure.code === 'bookings.unauthorized' ? asked : success(undefined);
}
