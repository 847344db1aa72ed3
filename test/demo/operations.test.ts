import readSheet from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../electron/bookings/call.ts';
import { type OperationKey, operationKeys } from '../../electron/bookings/operations.ts';
import { localIso } from '../../electron/bookings/schemas/moment.ts';
import { demoResource, demoServices } from '../../electron/demo/codes.ts';
import { dayAround } from '../../electron/demo/day.ts';
import { morning, startDemo, valueIn } from './client.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
let call: Call;
beforeAll(async () => {
  demo = await startDemo();
  call = demo.call;
});
afterAll(() => demo.close());

const english = (text: readonly { language: string; text: string }[] | undefined) =>
  text?.find(({ language }) => language === 'en')?.text;
const languages = ['en', 'zh-Hant', 'zh-Hans'];
const today = localIso(morning).slice(0, 11);
const wish = { callbackUrl: 'http://127.0.0.1:9/gone', expireTime: 60 };
const firstOf = async (code: string) => {
  const { data } = await valueIn(call('visitorManagement.search', { registrationCode: code }));
  const [badge] = data;
  if (!badge) throw new Error(`no badge for ${code}`);
  return badge;
};

/** One for each operation: the compiler says when one is forgotten. */
const shows: Record<OperationKey, () => Promise<void>> = {
  'system.information': async () => {
    expect(await valueIn(call('system.information', {}))).toEqual({
      name: 'Bookings ONE',
      version: '2.2.0',
      environment: 'Demo',
      clientName: 'Happy Ltd.',
    });
  },
  'visitorManagement.get': async () => {
    const badge = await firstOf('FJUEIW');
    expect(await valueIn(call('visitorManagement.get', { id: badge.key }))).toEqual(badge);
    expect(badge.visitor).toMatchObject({ name: 'Amélie Lambert', company: 'Atelier Lambert', blocked: false });
  },
  'visitorManagement.search': async () => {
    const { data } = await valueIn(call('visitorManagement.search', { state: ['visiting', 'noShow'], buildingId: '1' }));
    expect(new Set(data.map(({ state }) => state))).toEqual(new Set(['visiting', 'noShow']));
    expect(data.map(({ registrationCode }) => registrationCode)).toContain('HERE33');
  },
  'visitingAppointment.search': async () => {
    const visitorId = (await firstOf('FJUEIW')).visitor?.id ?? '';
    const { data } = await valueIn(call('visitingAppointment.search', { visitorId, from: 'now', to: 'now' }));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ host: { id: '1' }, resource: { id: '102' }, building: { id: '1' }, withdrawn: false });
  },
  'user.get': async () => {
    expect(await valueIn(call('user.get', { id: '4' }))).toMatchObject({ id: '4', displayName: 'Priya Raman' });
  },
  'user.search': async () => {
    const { data } = await valueIn(call('user.search', { userGroupId: ['1', '2'], isDeleted: false }));
    expect(data.map(({ displayName }) => displayName)).toEqual(['Hana Kovářová', 'Ruth Abara']);
  },
  'dashboard.dailyVisitor': async () => {
    const counts = await valueIn(call('dashboard.dailyVisitor', { date: `${today}00:00:00${localIso(morning).slice(19)}` }));
    const visits = dayAround(morning).filter(({ period }) => period.from.toDateString() === morning.toDateString());
    const count = (wanted: string) => visits.filter(({ state }) => state === wanted).length;
    expect(counts).toEqual({
      initial: count('initial'),
      visiting: count('visiting'),
      visited: count('visited'),
      noShow: count('noShow'),
    });
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  },
  'building.get': async () => {
    const { name, floors } = await valueIn(call('building.get', { id: '1' }));
    expect([english(name), floors.map((floor) => english(floor.name))]).toEqual(['Happy Tower', ['Ground floor', '12/F', '15/F']]);
  },
  'building.search': async () => {
    const { data } = await valueIn(call('building.search', { searchText: '海港', isDeleted: false }));
    expect(data.map(({ name }) => english(name))).toEqual(['Harbour House']);
  },
  'booking.search': async () => {
    const { data } = await valueIn(call('booking.search', { bookableResourceId: '102', from: 'now', to: 'now' }));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ subject: 'Meeting with Atelier Lambert', organizer: { id: '1' }, state: 'waitingCheckIn' });
    const visitorId = (await firstOf('FJUEIW')).visitor?.id ?? '';
    const bookings = await valueIn(call('booking.search', { bookableResourceType: 'desk' }));
    expect(new Set(bookings.data.map(({ subject }) => subject))).toEqual(new Set(['Focus time']));
    expect((await valueIn(call('visitingAppointment.search', { bookingId: data[0]?.id ?? '', visitorId }))).data).toHaveLength(1);
  },
  'booking.export': async () => {
    const { type, bytes } = await valueIn(call('booking.export', { From: localIso(morning), TimeZone: 'Asia/Hong_Kong' }));
    expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const [sheet] = await readSheet(Buffer.from(bytes));
    const [head, ...rows] = sheet?.data ?? [];
    expect(head).toEqual(['Resource', 'Subject', 'Organizer', 'From', 'To']);
    const meeting = rows.find((row) => row[1] === 'Meeting with Atelier Lambert');
    const { data } = await valueIn(call('booking.search', { bookableResourceId: '102', from: 'now', to: 'now' }));
    const inHongKong = Date.parse(data[0]?.period?.from ?? '') + 8 * 3_600_000;
    expect(meeting?.[0]).toBe('Jasmine Room');
    expect(meeting?.[2]).toBe('Mei-Ling Cheung');
    expect(meeting?.[3]).toEqual(new Date(inHongKong));
  },
  'bookableResource.get': async () => {
    const room = await valueIn(call('bookableResource.get', { id: '105' }));
    expect(room.name?.map(({ language }) => language)).toEqual(languages);
    expect([english(room.name), english(room.floor?.name), room.floor?.building?.id]).toEqual(['Board Room', '15/F', '1']);
  },
  'bookableResource.search': async () => {
    const { data } = await valueIn(call('bookableResource.search', { type: ['desk', 'equipment'], floorId: null }));
    expect(data.map(({ name }) => english(name))).toEqual(['Mobile projector']);
    const phoneBooths = await valueIn(call('bookableResource.search', { category: 'phoneBooth', maxCapacity: 1 }));
    expect(phoneBooths.data.map(({ id }) => id)).toEqual(['104']);
  },
  'bookableResource.subscribe': async () => {
    expect(await valueIn(call('bookableResource.subscribe', { body: { ids: '101,102', ...wish } }))).toMatch(/^[\w-]{36}$/);
  },
  'bookableResourcePlayerContent.search': async () => {
    const contents = await valueIn(call('bookableResourcePlayerContent.search', { id: demoResource }));
    expect(contents.map(({ kind }) => kind)).toEqual(['image', 'text', 'image', 'text', 'image', 'weather']);
    expect(contents.map(({ text }) => english(text)).filter(Boolean)).toEqual([
      'Guest Wi-Fi: please ask reception',
      'Fire drill on Thursday at 10:00',
    ]);
    expect(contents.every(({ seconds, resource }) => (seconds ?? 0) > 5 && resource?.id === demoResource)).toBe(true);
    expect(new Set(contents.filter(({ kind }) => kind === 'image').map(({ address }) => address)).size).toBe(3);
    expect(await valueIn(call('bookableResourcePlayerContent.search', { id: '101' }))).toEqual([]);
  },
  'bookableResourcePlayerContent.subscribe': async () => {
    const body = { ids: demoResource, ...wish };
    expect(await valueIn(call('bookableResourcePlayerContent.subscribe', { body }))).toMatch(/^[\w-]{36}$/);
  },
  'bookableResourceAccessKey.search': async () => {
    const keys = await valueIn(call('bookableResourceAccessKey.search', { bookableResourceId: '102', type: ['daily', 'oneTime'] }));
    const [daily] = keys;
    expect(daily).toMatchObject({ type: 'daily', resource: { id: '102' }, bookingId: undefined });
    expect(daily?.key).toMatch(/^\d{6}$/);
    expect(daily?.period?.from).toContain(`${today}00:00:00`);
    const { data } = await valueIn(call('booking.search', { bookableResourceId: '102' }));
    expect(keys.slice(1).map(({ bookingId }) => bookingId)).toEqual(data.map(({ id }) => id));
    const fixed = await valueIn(call('bookableResourceAccessKey.search', { type: 'static' }));
    expect(fixed.map(({ resource }) => resource?.id)).toEqual(['105']);
  },
  'bookableResourceAccessKey.subscribe': async () => {
    expect(await valueIn(call('bookableResourceAccessKey.subscribe', { body: { ids: '102', ...wish } }))).toMatch(/^[\w-]{36}$/);
  },
  'serviceItem.get': async () => {
    for (const id of demoServices) {
      const item = await valueIn(call('serviceItem.get', { id }));
      expect(item).toMatchObject({ id, type: 'betweenBooking', isDeleted: false });
      expect(item.name?.map(({ language }) => language)).toEqual(languages);
    }
  },
  'serviceItem.search': async () => {
    const { data } = await valueIn(call('serviceItem.search', { servicePlanId: '1' }));
    expect(data.map(({ name }) => english(name))).toEqual(['Coffee', 'Tea', 'Water']);
    const after = await valueIn(call('serviceItem.search', { type: 'afterBooking' }));
    expect(after.data.map(({ id }) => id)).toEqual(['8']);
    expect((await valueIn(call('serviceItem.search', { searchText: '咖啡' }))).data.map(({ id }) => id)).toEqual(['1']);
  },
  'iotSensorData.post': async () => {
    const data = { isConnected: true, isOccupied: true };
    const own = { accessId: 'SENSOR-1201', timestamp: '2026-11-22T10:00:00+08:00', data };
    expect(await valueIn(call('iotSensorData.post', { body: own }))).toMatchObject({ deviceId: '1', timestamp: own.timestamp });
    const received = await valueIn(call('iotSensorData.post', { body: { ...own, timestamp: null } }));
    expect(received.timestamp).toBe(localIso(morning));
    const unknown = await call('iotSensorData.post', { body: { ...own, accessId: 'NOBODY' } });
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'bookings.notFound' } });
  },
  'iotDevice.search': async () => {
    const spare = await valueIn(call('iotDevice.search', { bookableResourceId: null }));
    expect(spare.data.map(({ name }) => name)).toEqual(['Spare sensor']);
    const two = await valueIn(call('iotDevice.search', { accessId: ['SENSOR-1201', 'SENSOR-1203'], isDeleted: false }));
    expect(two.data.map(({ bookableResource }) => bookableResource?.id)).toEqual(['102', '104']);
  },
  'iotDevice.create': async () => {
    const body = { id: 0, accessId: 'KIOSK-A', name: 'Kiosk A', bookableResource: { id: 109 }, isDeleted: false };
    const device = await valueIn(call('iotDevice.create', { body }));
    expect(device).toMatchObject({ accessId: 'KIOSK-A', name: 'Kiosk A', bookableResource: { id: '109' }, isDeleted: false });
    expect(await valueIn(call('iotDevice.get', { id: device.id }))).toEqual(device);
    expect(await call('iotDevice.create', { body })).toMatchObject({ ok: false, failure: { code: 'bookings.refused' } });
  },
  'iotDevice.update': async () => {
    const body = { id: 3, accessId: 'SENSOR-1203', name: 'Retired', isDeleted: true };
    await valueIn(call('iotDevice.update', { id: '3', body }));
    expect(await valueIn(call('iotDevice.get', { id: '3' }))).toMatchObject({ name: 'Retired', isDeleted: true });
    expect((await valueIn(call('iotDevice.search', { isDeleted: true }))).data.map(({ id }) => id)).toEqual(['3']);
    const nobody = await call('iotDevice.update', { id: '99', body });
    expect(nobody).toMatchObject({ ok: false, failure: { code: 'bookings.notFound' } });
  },
  'iotDevice.get': async () => {
    const device = await valueIn(call('iotDevice.get', { id: '2' }));
    expect(device).toMatchObject({ id: '2', accessId: 'SENSOR-1202', name: 'Bamboo Room occupancy' });
  },
  'ePaperController.get': async () => {
    const controller = await valueIn(call('ePaperController.get', { id: '1' }));
    expect(controller).toMatchObject({ name: 'Lobby signs', displayLanguage: 'en-US' });
    expect(controller.tags.map(({ name }) => name)).toEqual(['Lobby: welcome', 'Welcome Lounge']);
  },
  'ePaperController.search': async () => {
    const { data } = await valueIn(call('ePaperController.search', { type: 'MinewServer', isDeleted: false }));
    expect(data.map(({ id, tags }) => [id, tags.filter(({ isOnline }) => !isOnline).map((tag) => tag.name)])).toEqual([
      ['2', ['Phone Booth 3']],
    ]);
  },
  'ePaperController.updateTagStatus': async () => {
    const body = { ePaperTagId: 'E2-0002', batteryLevel: 100, screenSize: 4.2, isOnline: true };
    expect(await valueIn(call('ePaperController.updateTagStatus', { body }))).toEqual({ isSuccess: true });
    const { tags } = await valueIn(call('ePaperController.get', { id: '2' }));
    expect(tags.find(({ id }) => id === 'E2-0002')).toMatchObject({ batteryLevel: 100, isOnline: true });
    const unknown = { ...body, ePaperTagId: 'E9' };
    expect(await valueIn(call('ePaperController.updateTagStatus', { body: unknown }))).toEqual({ isSuccess: false });
  },
};

describe('the demo through Foyer’s own client', () => {
  it.each(operationKeys)('%s', (key) => shows[key]());

  it('says outright when the export is under construction', async () => {
    const building = await startDemo({ export: 'underConstruction' });
    try {
      expect(await building.call('booking.export', {})).toMatchObject({ ok: false, failure: { code: 'bookings.broken' } });
    } finally {
      await building.close();
    }
  });
});

describe('pictures of the lobby’s screen', () => {
  it('are handed out behind the token, each small', async () => {
    const contents = await valueIn(call('bookableResourcePlayerContent.search', { id: demoResource }));
    for (const { address } of contents.filter(({ kind }) => kind === 'image')) {
      const url = new URL(address ?? '');
      expect(url.origin).toBe(demo.server.url.origin);
      expect((await fetch(url)).status).toBe(401);
      const { transport } = demo;
      const sent = await transport.send({ method: 'GET', target: url.pathname, within: 15_000, isRead: true, kind: 'file' });
      const { type, bytes } = (await valueIn(Promise.resolve(sent))) as { type: string; bytes: Uint8Array };
      expect([type, Buffer.from(bytes.subarray(1, 4)).toString()]).toEqual(['image/png', 'PNG']);
      expect(bytes.length).toBeLessThan(300_000);
    }
  });
});
