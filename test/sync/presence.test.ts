import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keepPresent } from '../../electron/sync/presence.ts';
import { startServer, type TestServer } from './server.ts';
import { createWorld, until } from './world.ts';

let server: TestServer;
let world: ReturnType<typeof createWorld>;
let data: string;

beforeEach(async () => {
  server = await startServer();
  world = createWorld(() => server.url);
  data = mkdtempSync(join(tmpdir(), 'foyer-presence-'));
  onTestFinished(async () => {
    await server.down();
    rmSync(data, { recursive: true, force: true });
  });
});

async function start(change: { name?: string; data?: string } = {}) {
  const { call, clock, log } = world;
  const presence = keepPresent({ call, clock, log, chance: () => 1, data, name: 'Lobby North', resource: '12', ...change });
  onTestFinished(() => presence.stop());
  await world.move(0);
  return presence;
}

const told = () =>
  server.posts.map(({ data: { isConnected, isOccupied } }) => `${isConnected ? 'there' : 'gone'}${isOccupied ? ' occupied' : ''}`);

describe('the kiosk as a device', () => {
  it('shows up with its name and tells at once, then every minute, with its own time and offset', async () => {
    await start();
    await world.move(180_000);
    expect(server.devices).toMatchObject([{ name: 'Lobby North', bookableResource: { id: 12 }, isDeleted: false }]);
    const accessId = readFileSync(join(data, 'kiosk-id'), 'utf8').trim();
    expect(server.posts).toHaveLength(4);
    for (const [minute, post] of server.posts.entries()) {
      expect(post).toEqual({
        accessId,
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
        data: { isConnected: true, isOccupied: false },
      });
      expect(Date.parse(post.timestamp)).toBe(Date.parse('2026-11-22T01:00:00Z') + minute * 60_000);
    }
    expect(world.entries).toEqual([
      ['device', { what: 'made' }],
      ['heartbeat', { ok: true }],
    ]);
  });

  it('tells at once when somebody comes, and no more often than every 5 s', async () => {
    const presence = await start();
    await world.move(10_000);
    presence.occupied(true);
    await world.move(1_000);
    for (const is of [false, true, false, true, false]) presence.occupied(is);
    await world.move(3_900);
    expect(told()).toEqual(['there', 'there occupied']);
    await world.move(100);
    expect(told()).toEqual(['there', 'there occupied', 'there']);
  });

  it('renamed by its installer, it is renamed and no second one is made', async () => {
    await (await start()).stop();
    await start({ name: 'Lobby South' });
    expect(server.devices).toMatchObject([{ name: 'Lobby South' }]);
    expect(world.noted('device')).toEqual([{ what: 'made' }, { what: 'updated' }]);
  });

  it('deleted meanwhile, it is put back', async () => {
    await start();
    for (const device of server.devices) device.isDeleted = true;
    await world.move(60_000);
    expect(server.devices).toMatchObject([{ isDeleted: false }]);
    expect(server.posts).toHaveLength(2);
    server.devices = [];
    await world.move(60_000);
    expect(server.devices).toMatchObject([{ name: 'Lobby North' }]);
    expect(server.posts).toHaveLength(3);
    expect(world.noted('heartbeat')).toEqual([
      { ok: true },
      { ok: false, failure: 'bookings.notFound', operation: 'iotSensorData.post' },
      { ok: true },
      { ok: false, failure: 'bookings.notFound', operation: 'iotSensorData.post' },
      { ok: true },
    ]);
  });

  it('API-8 a create whose answer was lost makes one device', async () => {
    server.mishap = (method, path) => (method === 'POST' && path.includes('iotDevice') ? 'lost' : undefined);
    await start();
    server.mishap = () => undefined;
    await world.move(5_000);
    expect(server.devices).toHaveLength(1);
    expect(told()).toEqual(['there']);
  });
});

describe('a server that is away', () => {
  it('is asked less and less; nothing is queued, and the newest state is told when it is back', async () => {
    const presence = await start();
    await server.down();
    await world.move(60_000);
    presence.occupied(true);
    await world.move(3 * 60_000);
    presence.occupied(false);
    await world.move(60_000);
    presence.occupied(true);
    expect(told()).toEqual(['there']);
    await server.up();
    await world.move(5 * 60_000);
    expect(new Set(told().slice(1))).toEqual(new Set(['there occupied']));
    expect(world.noted('heartbeat')).toEqual([
      { ok: true },
      { ok: false, failure: 'bookings.unreachable', operation: 'iotSensorData.post' },
      { ok: true },
    ]);
  });

  it('from the start is found when it comes', async () => {
    await server.down();
    await start();
    await world.move(60_000);
    expect(world.noted('heartbeat')).toEqual([{ ok: false, failure: 'bookings.unreachable', operation: 'iotDevice.search' }]);
    await server.up();
    await world.move(300_000);
    expect(told()[0]).toBe('there');
    expect(server.devices).toHaveLength(1);
  });

  it('and does not take the token is asked seldom', async () => {
    server.mishap = () => 401;
    await start();
    await world.move(60 * 60_000);
    expect(server.requests).toHaveLength(7);
    expect(world.entries).toHaveLength(1);
  });

  it('took it and answers in its own way: that is enough', async () => {
    server.mishap = (_method, path) => (path.includes('iotSensorData') ? 204 : undefined);
    await start();
    await world.move(60_000);
    expect(server.count('POST', 'iotSensorData')).toBe(2);
    expect(world.noted('heartbeat')).toEqual([{ ok: true }]);
  });
});

describe('a data folder that keeps no id', () => {
  it('makes no device', async () => {
    await start({ data: join(data, 'gone') });
    await world.move(60_000);
    expect(server.requests).toEqual([]);
    expect(world.noted('heartbeat')).toEqual([{ ok: false, failure: 'journal.unwritable', operation: 'kioskId' }]);
  });
});

describe('at the end', () => {
  it('says goodbye once, and nothing more', async () => {
    const presence = await start();
    presence.occupied(true);
    await presence.stop();
    await presence.stop();
    presence.occupied(false);
    await world.move(600_000);
    expect(told()).toEqual(['there', 'gone']);
    expect(world.waiting()).toBe(0);
  });

  it('does not wait for a server that is away or hangs, nor for a call that runs', async () => {
    const presence = await start();
    server.mishap = () => 'hang';
    presence.occupied(true);
    void world.move(5_000);
    await until(() => server.count('POST', 'iotSensorData') === 2);
    const began = performance.now();
    await presence.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(server.count('POST', 'iotSensorData')).toBe(3);
    expect(world.entries).toHaveLength(2);
  });

  it('says nothing to a server that never knew it', async () => {
    server.mishap = () => 503;
    const presence = await start();
    await presence.stop();
    await world.move(60_000);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatch(/^GET .*iotDevice/);
  });
});
