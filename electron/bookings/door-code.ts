import { type Result, success } from '../contract/failure.ts';
import type { Visit } from '../core/visit.ts';
import type { Call } from './call.ts';
import type { AccessKey } from './schemas/access-key.ts';

/** Which kind is told where there are several: the one that opens for the shortest time (a key of no known kind last). */
const order: readonly AccessKey['type'][] = ['daily', 'oneTime', 'static', undefined];

/**
 * The code that opens a room's door during a visit; undefined: the room has none. The server may ignore the filter: keys of another
 * room, or that name no room where another is named, are not this room's. A one-time key of a booking may be the host's own, so a daily
 * one goes before it.
 */
export async function findDoorCode(
  call: Call,
  roomId: string,
  period: Visit['period'],
  now: Date,
): Promise<Result<string | undefined>> {
  const found = await call('bookableResourceAccessKey.search', { bookableResourceId: roomId });
  return found.ok ? success(chooseDoorCode(found.value, roomId, period, now)) : found;
}

/** The key to tell among those of an answer. */
export function chooseDoorCode(keys: readonly AccessKey[], roomId: string, period: Visit['period'], now: Date): string | undefined {
  const namesRooms = keys.some(({ resource }) => resource?.id !== undefined);
  return keys
    .filter(({ resource, key }) => key && (namesRooms ? resource?.id === roomId : true))
    .filter((key) => opens(key, period, now))
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))[0]?.key;
}

/** Is a key good now, or at some time of the visit that is still to come? A key without a period always is. */
function opens({ period: own }: AccessKey, visit: Visit['period'], now: Date): boolean {
  if (!own) return true;
  const from = Math.max(Date.parse(own.from), Date.parse(visit.from));
  const to = Math.min(Date.parse(own.to), Date.parse(visit.to));
  return from <= to && now.getTime() <= Date.parse(own.to);
}
