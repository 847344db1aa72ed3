import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationKey, operationKeys, operationOf } from '../../electron/bookings/operations.ts';
import { startDemo, token } from './client.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const base = '/API/external';
async function ask(target: string, init: RequestInit = {}) {
  const headers = { authorization: token, ...init.headers };
  const response = await fetch(new URL(target, demo.server.url), { ...init, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const post = (target: string, body: string, type = 'application/json') =>
  ask(target, { method: 'POST', body, headers: { 'content-type': type } });
const rows = async (target: string): Promise<Record<string, unknown>[]> => (await ask(`${base}/${target}`)).body.data;
const idsOf = async (target: string) => (await rows(target)).map(({ id }) => id);

/** A query of an operation with one of its parameters spoilt. */
const spoilt: Record<string, string> = {
  integer: '1.5',
  moment: '2026-11-22T00:00:00 08:00',
  flag: 'perhaps',
  names: 'asleep',
  ids: 'x',
};

describe('every operation', () => {
  const address = (key: OperationKey, query: string) => `${operationOf(key).path.replace('{id}', '1')}${query ? `?${query}` : ''}`;
  const parameters = operationKeys.flatMap((key) =>
    Object.entries(operationOf(key).query)
      .filter(([name, kind]) => kind !== 'text' && !['uid', 'accessId', 'registrationCode'].includes(name))
      .map(([name, kind]) => [key, name, typeof kind === 'string' ? (spoilt[kind] ?? 'x') : spoilt['names']] as const),
  );

  it('has parameters to be strict about', () => expect(parameters.length).toBeGreaterThan(60));

  it.each(parameters)('%s refuses a malformed %s', async (key, name, value) => {
    const others = key === 'dashboard.dailyVisitor' && name !== 'date' ? 'date=2026-11-22T00:00:00Z&' : '';
    const { status, body } = await ask(address(key, `${others}${name}=${encodeURIComponent(value ?? '')}`));
    expect([status, Object.keys(body.errors)]).toEqual([400, [name]]);
  });

  it.each(operationKeys.filter((key) => operationOf(key).body))('%s wants a JSON body with its fields', async (key) => {
    const { method } = operationOf(key);
    const send = (body: string, type: string) => ask(address(key, ''), { method, body, headers: { 'content-type': type } });
    expect((await send('{}', 'text/plain')).status).toBe(415);
    expect((await send('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('', 'application/json')).status).toBe(400);
    expect((await send('{"a":', 'application/json')).body.errors).toHaveProperty('$');
    expect((await send('[]', 'application/json; charset=utf-8')).status).toBe(400);
    const missing = await send('{}', 'application/json');
    expect(missing.status).toBe(400);
    expect(Object.keys(missing.body.errors).length).toBeGreaterThan(2);
    const large = await send(JSON.stringify({ name: 'x'.repeat(70_000) }), 'application/json');
    expect(large.status).toBe(413);
  });

  it.each(operationKeys)('%s is at its own method, and the others are refused', async (key) => {
    const known = operationKeys.filter((other) => operationOf(other).path === operationOf(key).path);
    const { status, headers } = await ask(address(key, ''), { method: 'DELETE' });
    expect(status).toBe(405);
    const allow = headers.get('allow')?.split(', ') ?? [];
    expect(allow).toEqual(expect.arrayContaining(known.map((other) => operationOf(other).method)));
  });

  it.each(operationKeys)('%s wants the token', async (key) => {
    const { path, method } = operationOf(key);
    const response = await fetch(new URL(path.replace('{id}', '1'), demo.server.url), { method });
    expect(response.status).toBe(401);
  });
});

describe('a body', () => {
  const sensor = { accessId: 'SENSOR-1201', timestamp: null, data: { isConnected: true, isOccupied: true } };

  it('may hold more than is known, as ASP.NET has it', async () => {
    const more = { ...sensor, firmware: 3, data: { ...sensor.data, lux: 120 } };
    const { status, body } = await post(`${base}/iotSensorData/v1`, JSON.stringify(more));
    expect([status, body.data]).toEqual([200, sensor.data]);
  });

  it.each([
    ['accessId', { ...sensor, accessId: undefined }],
    ['data.isOccupied', { ...sensor, data: { isConnected: true } }],
    ['timestamp', { ...sensor, timestamp: 'yesterday' }],
    ['timestamp', { ...sensor, timestamp: 'now' }],
  ])('without a good %s is told so', async (field, body) => {
    const answer = await post(`${base}/iotSensorData/v1`, JSON.stringify(body));
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, [field]]);
  });

  it('of a device names a resource that is there', async () => {
    const device = { id: 0, accessId: 'X', name: 'X', bookableResource: { id: 999 }, isDeleted: false };
    const { status, body } = await post(`${base}/iotDevice/v1`, JSON.stringify(device));
    expect([status, Object.keys(body.errors)]).toEqual([400, ['bookableResource.id']]);
  });

  it('is remembered: what a sensor said is seen at its device', async () => {
    await post(`${base}/iotSensorData/v1`, JSON.stringify({ ...sensor, timestamp: '2026-11-22T09:59:00+08:00' }));
    const { body } = await ask(`${base}/iotDevice/v1/1`);
    expect(body.lastSensorData).toEqual({ timestamp: '2026-11-22T09:59:00+08:00', isConnected: true, isOccupied: true });
  });
});

describe('a date with its offset', () => {
  const counts = (date: string) => ask(`${base}/dashboard/v1/dailyVisitor?date=${date}`);

  it('is required, with its plus sign encoded', async () => {
    for (const date of ['', '2026-11-22', '2026-11-22T00:00:00', '2026-11-22T00:00:00+08:00', 'now']) {
      const { status, body } = await counts(date);
      expect([status, Object.keys(body.errors)]).toEqual([400, ['date']]);
    }
  });

  it('says which day is counted, whatever its time', async () => {
    const total = async (date: string) =>
      Object.values((await counts(encodeURIComponent(date))).body as Record<string, number>).reduce((sum, one) => sum + one, 0);
    expect(await total('2026-11-22T00:00:00+14:00')).toBe(await total('2026-11-22T23:59:59+14:00'));
    expect(await total('2026-11-20T00:00:00Z')).toBe(0);
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day) => total(`${day}T00:00:00-07:00`));
    expect((await Promise.all(days)).reduce((sum, one) => sum + one, 0)).toBe(43);
  });
});

describe('filters', () => {
  it('of bookings leave out preparations, and only they', async () => {
    const all = await rows('booking/v1?row=500');
    const without = await rows('booking/v1?row=500&excludePreparation=true');
    expect(all.filter(({ isPreparation }) => isPreparation).length).toBeGreaterThan(0);
    expect(without).toEqual(all.filter(({ isPreparation }) => !isPreparation));
    expect(await rows('booking/v1?row=500&excludePreparation=false')).toEqual(all);
  });

  it('of bookings go by organizer, state, text and id', async () => {
    const [first] = await rows('booking/v1?organizerUserId=1&bookingState=using,waitingCheckIn');
    expect(first).toMatchObject({ organizer: { id: 1, displayName: 'Mei-Ling Cheung' } });
    expect(await idsOf(`booking/v1?id=${first?.['id']}&bookingId=${first?.['bookingId']}`)).toEqual([first?.['id']]);
    expect(await rows('booking/v1?searchText=QUARTERLY')).toEqual(await rows('booking/v1?searchText=quarterly'));
    expect(await rows('booking/v1?searchText=no%20such%20thing')).toEqual([]);
  });

  it('never find a room taken twice', async () => {
    const taken = (await rows('booking/v1?row=500')).filter(({ isPreparation }) => !isPreparation);
    const spans = taken.map(({ bookableResource, period }) => ({
      room: (bookableResource as { id: number }).id,
      from: Date.parse((period as { from: string }).from),
      to: Date.parse((period as { to: string }).to),
    }));
    const clashes = spans.filter((one) =>
      spans.some((other) => other !== one && other.room === one.room && one.from < other.to && other.from < one.to),
    );
    expect(clashes).toEqual([]);
  });

  it('take null for what has none, alone or in a list', async () => {
    expect(await idsOf('bookableResource/v1?floorId=null')).toEqual([112]);
    expect(await idsOf('bookableResource/v1?floorId=null,10')).toEqual([101, 109, 112]);
    expect(await idsOf('iotDevice/v1?bookableResourceId=null')).toEqual([4]);
    expect((await ask(`${base}/bookableResource/v1?id=null`)).status).toBe(400);
  });

  it('that are unknown are ignored', async () => {
    expect(await rows('building/v1?colour=green&id=2')).toHaveLength(1);
  });

  it('of signs and services know their types', async () => {
    expect(await idsOf('ePaperController/v1?type=qbicgateway')).toEqual([1]);
    expect(await idsOf('ePaperController/v1?isDeleted=true')).toEqual([]);
    expect(await idsOf('serviceItem/v1?type=betweenBooking,afterBooking')).toHaveLength(8);
  });
});

describe('pages', () => {
  it('hold 50 rows where row is absent, and as many as are asked for', async () => {
    expect((await ask(`${base}/bookableResource/v1`)).body.metaData).toEqual({ page: 1, row: 50, total: 12 });
    expect(await idsOf('bookableResource/v1?page=3&row=5')).toEqual([111, 112]);
    expect(await idsOf('bookableResource/v1?page=4&row=5')).toEqual([]);
  });

  it.each(['page=0', 'row=0', 'row=-5'])('with %s are refused', async (query) => {
    const { status, body } = await ask(`${base}/user/v1?${query}`);
    expect([status, Object.keys(body.errors)]).toEqual([400, [query.split('=')[0]]]);
  });
});
