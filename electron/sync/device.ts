import type { Call } from '../bookings/call.ts';
import { rowsOf } from '../bookings/pages.ts';
import type { Device } from '../bookings/schemas/device.ts';
import { type Failure, failures, type Result, success } from '../contract/failure.ts';
import { cleanText } from '../core/text.ts';

/** The device that this kiosk is to be; without `resource` it stays wherever the server has put it. */
export interface WantedDevice {
  readonly accessId: string;
  readonly name: string;
  readonly resource?: string | undefined;
}

/** Devices that are gone through where the server ignores the filter; with more, none is made. */
const mostDevices = 4_000;

/** What was done; `failure`: the device is there but could not be brought up to date, and a retry would not help. */
export interface DeviceFound {
  readonly what: 'found' | 'made' | 'updated' | 'notUpdated';
  readonly failure?: Failure;
}

/**
 * Finds this kiosk's device in Bookings ONE by its access id, makes it where there is none, brings it up to date where it differs. A
 * device is looked for every time before one is made: an answer that was lost must not make a second one.
 */
export async function ensureDevice(call: Call, wanted: WantedDevice): Promise<Result<DeviceFound>> {
  const found = await findDevice(call, wanted.accessId);
  if (!found.ok) return found;
  if (!found.value) return makeDevice(call, wanted);
  if (isCurrent(found.value, wanted)) return success({ what: 'found' });
  const { id } = found.value;
  const updated = await call('iotDevice.update', { id, body: sentAs(wanted, found.value) });
  if (updated.ok || isTaken(updated.failure)) return success({ what: 'updated' });
  // Its name may be out of reach for this token; that it is here can still be told.
  return failures[updated.failure.code].retry ? updated : success({ what: 'notUpdated', failure: updated.failure });
}

async function makeDevice(call: Call, wanted: WantedDevice): Promise<Result<DeviceFound>> {
  const made = await call('iotDevice.create', { body: sentAs(wanted) });
  if (made.ok) return success({ what: 'made' });
  if (!isTaken(made.failure)) return made;
  const found = await findDevice(call, wanted.accessId);
  if (!found.ok) return found;
  return found.value ? success({ what: 'made' }) : made;
}

/** The server took the request: only its answer is not what was expected. */
const isTaken = ({ code }: Failure): boolean => code === 'bookings.unreadable';

/** One that is deleted may be hidden from a plain search: it is asked for before a second one is made. */
async function findDevice(call: Call, accessId: string): Promise<Result<Device | undefined>> {
  for (const hidden of [{}, { isDeleted: true }]) {
    const found = await findAmong(call, accessId, hidden);
    if (!found.ok || found.value) return found;
  }
  return success(undefined);
}

/** The first device with this access id, one that is not deleted before one that is. */
async function findAmong(call: Call, accessId: string, hidden: { isDeleted?: boolean }): Promise<Result<Device | undefined>> {
  const keep = (row: Device) => row.accessId === accessId;
  let deleted: Device | undefined;
  for await (const row of rowsOf(call, 'iotDevice.search', { accessId, ...hidden }, { keep, most: mostDevices })) {
    if (!row.ok || !row.value.isDeleted) return row;
    deleted ??= row.value;
  }
  return success(deleted);
}

const isCurrent = (device: Device, { name, resource }: WantedDevice): boolean =>
  !device.isDeleted && device.name === cleanText(name) && (!resource || device.bookableResource?.id === resource);

function sentAs({ accessId, name, resource }: WantedDevice, device?: Device) {
  const place = resource ?? device?.bookableResource?.id;
  const id = Number(device?.id ?? 0);
  return {
    id: Number.isSafeInteger(id) ? id : 0,
    accessId,
    name,
    ...(place !== undefined && { bookableResource: { id: /^\d{1,15}$/.test(place) ? Number(place) : place } }),
    isDeleted: false,
  };
}
