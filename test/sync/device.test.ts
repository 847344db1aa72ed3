import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ensureDevice } from '../../electron/sync/device.ts';
import { startServer, type TestServer } from './server.ts';
import { createWorld } from './world.ts';

const accessId = 'foyer-4ghug6';
const wanted = { accessId, name: 'Lobby North', resource: '12' };
let server: TestServer;

beforeEach(async () => {
  server = await startServer();
  onTestFinished(() => server.down());
});

const ensure = (change: Partial<typeof wanted> = {}) => ensureDevice(createWorld(() => server.url).call, { ...wanted, ...change });

const own = (change: Partial<TestServer['devices'][number]> = {}) => ({
  id: 7,
  accessId,
  name: 'Lobby North',
  bookableResource: { id: 12 },
  isDeleted: false,
  ...change,
});
const other = (id: number) => own({ id, accessId: `sensor-${id}`, name: `Sensor ${id}` });

describe('the device of this kiosk', () => {
  it('is made where there is none, and found ever after', async () => {
    server.devices = [other(1)];
    expect(await ensure()).toEqual({ ok: true, value: { what: 'made' } });
    expect(server.devices[1]).toEqual({ ...own(), id: 42 });
    expect(await ensure()).toEqual({ ok: true, value: { what: 'found' } });
    expect(server.devices).toHaveLength(2);
    expect(server.count('PUT', 'iotDevice')).toBe(0);
  });

  it.each([
    ['renamed', { name: 'Old name' }],
    ['moved', { bookableResource: { id: 3 } }],
    ['nowhere', { bookableResource: null }],
    ['deleted, and shown as such', { isDeleted: true }],
  ])('%s is brought up to date', async (_, change) => {
    server.hidesDeleted = false;
    server.devices = [other(1), own(change)];
    expect(await ensure()).toEqual({ ok: true, value: { what: 'updated' } });
    expect(server.devices).toEqual([other(1), own()]);
    expect(server.requests.at(-1)).toBe('PUT /API/external/iotDevice/v1/7');
  });

  it('deleted and hidden is found by asking for what is deleted: no second one is made', async () => {
    server.devices = [own({ isDeleted: true })];
    expect(await ensure()).toEqual({ ok: true, value: { what: 'updated' } });
    expect(server.devices).toEqual([own()]);
  });

  it('of two, the one that is not deleted is taken', async () => {
    server.hidesDeleted = false;
    server.devices = [own({ id: 6, isDeleted: true }), own()];
    expect(await ensure()).toEqual({ ok: true, value: { what: 'found' } });
  });

  it('without a resource of ours stays where the server has put it', async () => {
    server.devices = [own({ name: 'Old', bookableResource: { id: 3 } })];
    const { resource: _, ...unplaced } = wanted;
    expect(await ensureDevice(createWorld(() => server.url).call, unplaced)).toEqual({ ok: true, value: { what: 'updated' } });
    expect(server.devices).toEqual([own({ bookableResource: { id: 3 } })]);
  });

  it('a name that the client cleans on reading is not updated for ever', async () => {
    server.devices = [own({ name: 'Lobby   North' })];
    expect(await ensure({ name: 'Lobby   North' })).toEqual({ ok: true, value: { what: 'found' } });
  });
});

describe('what servers do', () => {
  it.each([49, 120])('a filter that is ignored: the device is looked for among %i others', async (others) => {
    server.ignoresFilter = true;
    server.devices = [...Array.from({ length: others }, (_, place) => other(100 + place)), own()];
    expect(await ensure()).toEqual({ ok: true, value: { what: 'found' } });
    server.devices.pop();
    expect(await ensure()).toEqual({ ok: true, value: { what: 'made' } });
  });

  it('API-8 a create whose answer was lost makes no second device', async () => {
    server.mishap = (method) => (method === 'POST' ? 'lost' : undefined);
    expect(await ensure()).toMatchObject({ ok: false, failure: { code: 'bookings.unreachable' } });
    server.mishap = () => undefined;
    expect(await ensure()).toEqual({ ok: true, value: { what: 'found' } });
    expect(server.devices).toHaveLength(1);
    expect(server.count('POST', 'iotDevice')).toBe(1);
  });

  it('a device that this token may not change is used as it is', async () => {
    server.devices = [own({ name: 'Old' })];
    server.mishap = (method) => (method === 'PUT' ? 403 : undefined);
    expect(await ensure()).toMatchObject({ ok: true, value: { what: 'notUpdated', failure: { code: 'bookings.forbidden' } } });
  });

  it.each([
    ['GET', 500],
    ['GET', 401],
    ['POST', 400],
    ['POST', 429],
  ] as const)('%s answered %i is a failure that names the operation, and makes nothing', async (method, status) => {
    server.mishap = (asked) => (asked === method ? status : undefined);
    const operation = method === 'GET' ? 'iotDevice.search' : 'iotDevice.create';
    expect(await ensure()).toMatchObject({ ok: false, failure: { operation } });
    expect(server.devices).toEqual([]);
  });

  it('an update that a busy server does not take is tried again', async () => {
    server.devices = [own({ name: 'Old' })];
    server.mishap = (method) => (method === 'PUT' ? 503 : undefined);
    expect(await ensure()).toMatchObject({ ok: false, failure: { code: 'bookings.broken' } });
  });
});
