import type * as z from 'zod';
import type { deviceSentSchema } from '../bookings/schemas/device.ts';
import type { sensorDataSchema } from '../bookings/schemas/sensor.ts';

type Sent = z.output<typeof deviceSentSchema>;

/** A device of the site, with what its sensor said last; `timestamp`: ISO 8601. */
export interface DemoDevice {
  readonly id: number;
  readonly accessId: string;
  readonly name: string;
  readonly resourceId: number | null;
  readonly isDeleted: boolean;
  readonly last: { readonly timestamp: string; readonly isConnected: boolean; readonly isOccupied: boolean } | null;
}

/** The devices that a running server remembers. Where undefined is answered, there is no such device. */
export interface Devices {
  list(): readonly DemoDevice[];
  /** Undefined when another device has the same access id. */
  create(sent: Sent): DemoDevice | undefined;
  update(id: number, sent: Sent): DemoDevice | undefined;
  /** Notes what the sensor with an access id says, at a time. */
  note(accessId: string, data: z.output<typeof sensorDataSchema>['data'], timestamp: string): DemoDevice | undefined;
}

const sensor = (id: number, accessId: string, name: string, resourceId: number | null): DemoDevice => ({
  id,
  accessId,
  name,
  resourceId,
  isDeleted: false,
  last: null,
});

/** The sensors of the house; the last one hangs nowhere yet. */
export function createDevices(): Devices {
  const devices = [
    sensor(1, 'SENSOR-1201', 'Jasmine Room occupancy', 102),
    sensor(2, 'SENSOR-1202', 'Bamboo Room occupancy', 103),
    sensor(3, 'SENSOR-1203', 'Phone Booth 3 occupancy', 104),
    sensor(4, 'SENSOR-SPARE', 'Spare sensor', null),
  ];
  const replace = (isMeant: (device: DemoDevice) => boolean, change: Partial<DemoDevice>): DemoDevice | undefined => {
    const place = devices.findIndex(isMeant);
    const old = devices[place];
    if (!old) return undefined;
    const changed = { ...old, ...change };
    devices[place] = changed;
    return changed;
  };
  return {
    list: () => devices,
    create(sent) {
      if (devices.some(({ accessId, isDeleted }) => accessId === sent.accessId && !isDeleted)) return undefined;
      const device = { ...fieldsOf(sent), id: Math.max(...devices.map(({ id }) => id)) + 1, last: null };
      devices.push(device);
      return device;
    },
    update: (id, sent) => replace((device) => device.id === id, fieldsOf(sent)),
    note: (accessId, data, timestamp) =>
      replace((device) => device.accessId === accessId && !device.isDeleted, { last: { timestamp, ...data } }),
  };
}

const fieldsOf = ({ accessId, name, bookableResource, isDeleted }: Sent) => ({
  accessId,
  name,
  resourceId: bookableResource ? Number(bookableResource.id) : null,
  isDeleted,
});
