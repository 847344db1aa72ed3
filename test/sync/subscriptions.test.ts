import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { CallbackKind } from '../../electron/sync/callback.ts';
import { keepSubscribed } from '../../electron/sync/subscriptions.ts';
import { startServer, type TestServer } from './server.ts';
import { createWorld, until } from './world.ts';

const minute = 60_000;
let server: TestServer;
let world: ReturnType<typeof createWorld>;

beforeEach(async () => {
  server = await startServer();
  world = createWorld(() => server.url);
  onTestFinished(() => server.down());
});

async function subscribed(kind: CallbackKind = 'content', chance = 0.5) {
  const { call, clock, log } = world;
  const address = `http://192.168.1.20:8765/CANARY-secret/${kind}`;
  const subscription = keepSubscribed({ call, clock, log, chance: () => chance, kind, ids: ['12', '13'], address });
  onTestFinished(() => subscription.stop());
  await world.quiet();
  return subscription;
}

it.each([
  ['bookings', 'bookableResource'],
  ['content', 'bookableResourcePlayerContent'],
  ['accessKeys', 'bookableResourceAccessKey'],
] as const)('%s: subscribes for its ids with its address, for an hour', async (kind, section) => {
  const subscription = await subscribed(kind);
  const callbackUrl = `http://192.168.1.20:8765/CANARY-secret/${kind}`;
  expect(server.subscriptions).toEqual([{ kind: section, ids: '12,13', callbackUrl, expireTime: 60 }]);
  expect(subscription.isActive()).toBe(true);
  expect(world.entries).toEqual([['subscribed', { kind, ok: true }]]);
  expect(JSON.stringify(world.entries)).not.toContain('CANARY');
});

it('is renewed after four fifths of its time, so that it never ends', async () => {
  const subscription = await subscribed();
  for (let passed = 0; passed < 240; passed += 1) {
    await world.move(minute);
    expect(subscription.isActive()).toBe(true);
  }
  expect(server.subscriptions).toHaveLength(6);
  expect(world.entries).toHaveLength(1);
});

it('the renewals of many kiosks are spread', async () => {
  await subscribed('content', 0);
  await world.move(45 * minute - 1);
  expect(server.subscriptions).toHaveLength(1);
  await world.move(1);
  expect(server.subscriptions).toHaveLength(2);
  await subscribed('bookings', 1);
  await world.move(44 * minute);
  expect(server.count('POST', 'bookableResource/')).toBe(1);
});

it('a renewal that fails is tried again in time, and noted once', async () => {
  const subscription = await subscribed();
  server.mishap = () => 503;
  await world.move(50 * minute);
  const tried = server.requests.length;
  expect(tried).toBeGreaterThan(3);
  expect(tried).toBeLessThan(9);
  server.mishap = () => undefined;
  await world.move(5 * minute);
  expect(subscription.isActive()).toBe(true);
  expect(world.noted('subscribed')).toEqual([
    { kind: 'content', ok: true },
    { kind: 'content', ok: false, failure: 'bookings.broken', operation: 'bookableResourcePlayerContent.subscribe' },
    { kind: 'content', ok: true },
  ]);
});

it('a server that is away ends it, and its return begins it anew', async () => {
  const subscription = await subscribed();
  await server.down();
  await world.move(61 * minute);
  expect(subscription.isActive()).toBe(false);
  await server.up();
  await world.move(6 * minute);
  expect(subscription.isActive()).toBe(true);
});

it.each([401, 403, 404, 400])('answered %i it is asked for seldom, and is not active', async (status) => {
  server.mishap = () => status;
  const subscription = await subscribed('content', 1);
  await world.move(60 * minute);
  expect(subscription.isActive()).toBe(false);
  expect(server.requests).toHaveLength(7);
  expect(world.entries).toHaveLength(1);
});

it('stopped, also during a call, it asks no more and says nothing', async () => {
  server.mishap = () => 'hang';
  const { call, clock, log } = world;
  const subscription = keepSubscribed({ call, clock, log, chance: () => 0, kind: 'content', ids: ['1'], address: 'http://x/' });
  await until(() => server.requests.length === 1);
  subscription.stop();
  await server.down();
  await world.move(120 * minute);
  expect(server.requests).toHaveLength(1);
  expect(world.entries).toEqual([]);
  expect(world.waiting()).toBe(0);
});
