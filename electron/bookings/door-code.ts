import { type Result, success } from '../contract/failure.ts';
import type { Visit } from '../core/visit.ts';
import type { Call } from './call.ts';
import type { AccessKey } from './schemas/access-key.ts';

/** Which kind is told where there are several: the one that opens for the shortest time (a key of no known kind last). */
const order: readonly AccessKey['type'][] = ['daily', 'oneTime', 'static', undefined];

/**
 * The code that opens a room's door during a visit; undefined: the room has none. The server may ignore the filter: keys of another
 * room, or that name no room where another is named, are not this room's. A one-time key of a booking may be the host's own, so a daily
 * one goes before it; of several of a kind it is the one that is good for most of the visit.
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
  const fitting = keys
    .filter(({ resource, key }) => key && (namesRooms ? resource?.id === roomId : true))
    .map(({ key, type, period: own }) => ({ key, rank: order.indexOf(type), share: own ? shared(own, period, now) : always }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => a.rank - b.rank || b.share - a.share);
  const oneTime = fitting.filter(({ rank }) => rank === order.indexOf('oneTime'));
  // A badge may be good for the whole day: of several bookings within it nobody can tell which is this visitor's.
  const isUnclear = oneTime.length > 1 && (oneTime[0]?.share ?? 0) <= lengthOf(period) / 2;
  return fitting.filter(({ rank }) => !isUnclear || rank !== order.indexOf('oneTime'))[0]?.key;
}

const lengthOf = ({ from, to }: Visit['period']): number => Date.parse(to) - Date.parse(from);

/** Of a key without a period: as long as any visit. */
const always = Number.MAX_SAFE_INTEGER;

/**
 * How much of a visit that is not over a key is good for (milliseconds). Where bookings follow each other, the key of the one before ends
 * in the instant in which the visit begins, and is somebody else's.
 */
function shared(own: Visit['period'], visit: Visit['period'], now: Date): number {
  const from = Math.max(Date.parse(own.from), Date.parse(visit.from));
  const to = Math.min(Date.parse(own.to), Date.parse(visit.to));
  if (now.getTime() > Date.parse(own.to)) return 0;
  // Dates without times make a visit of an instant.
  return from === to && visit.from === visit.to ? 1 : to - from;
}
