import { describe, expect, it } from 'vitest';
import type { Call } from '../../../electron/bookings/call.ts';
import { aboutServer } from '../../../electron/bookings/staff/about-server.ts';
import { buildingsAndRooms } from '../../../electron/bookings/staff/buildings-and-rooms.ts';
import { dayCounts } from '../../../electron/bookings/staff/day-counts.ts';
import { bookingsSheet } from '../../../electron/bookings/staff/export-bookings.ts';
import { servicesOffered } from '../../../electron/bookings/staff/services-offered.ts';
import { signs, updateSign } from '../../../electron/bookings/staff/signs.ts';
import { usersNamed } from '../../../electron/bookings/staff/users-named.ts';
import { demo } from './desk.ts';

const status = { batteryLevel: 50, screenSize: 4, isOnline: true, ePaperTagId: 'E1-0001' };

/** Every function for staff, and the operation that it asks first. */
const functions: readonly (readonly [operation: string, run: (call: Call) => Promise<unknown>])[] = [
  ['dashboard.dailyVisitor', (call) => dayCounts(call, new Date())],
  ['system.information', (call) => aboutServer(call)],
  ['ePaperController.search', signs],
  ['ePaperController.updateTagStatus', (call) => updateSign(call, status)],
  ['serviceItem.search', (call) => servicesOffered(call, ['1'])],
  ['user.search', (call) => usersNamed(call, 'Mei')],
  ['building.search', buildingsAndRooms],
];

describe.each([
  ['unauthorized', 'bookings.unauthorized'],
  ['garbage', 'bookings.unreadable'],
  ['portal', 'bookings.portal'],
  ['cut', 'bookings.unreachable'],
  ['broken', 'bookings.broken'],
] as const)('a server that is %s', (kind, code) => {
  it.each(functions)(`%s is ${code}, and nothing else`, async (operation, run) => {
    const { server, call } = await demo();
    server.misbehave('*', { kind });
    expect(await run(call)).toEqual({ ok: false, failure: { code, operation } });
  });

  it('booking.export has failed', async () => {
    const { server, call } = await demo();
    server.misbehave('system.information', { kind });
    server.misbehave('booking.export', { kind });
    const exported = await bookingsSheet(call, { from: new Date(0), to: new Date(), timeZone: 'UTC' });
    // Half a JSON text is no failure of the way to the server: it stands where the file should be.
    const outcome = kind === 'garbage' ? 'underConstruction' : 'failed';
    expect(exported).toEqual({ ok: false, outcome, failure: { code, operation: 'booking.export' } });
  });
});
