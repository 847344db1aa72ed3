import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { CallbackKind } from '../../electron/sync/callback.ts';
import { watch } from '../../electron/sync/watch.ts';
import { startServer, type TestServer } from './server.ts';
import { createWorld, until } from './world.ts';

const minute = 60_000;
let server: TestServer;
let world: ReturnType<typeof createWorld>;
let asked: string[];

beforeEach(async () => {
  server = await startServer();
  world = createWorld(() => server.url);
  asked = [];
  onTestFinished(() => server.down());
});

/** A port of this machine, taken until it is let go. */
async function takenPort() {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const letGo = () => new Promise((resolve) => holder.close(resolve));
  onTestFinished(() => void letGo());
  return { port: (holder.address() as AddressInfo).port, letGo };
}

async function watching(port: number | undefined, refresh: () => Promise<Result<unknown>> = async () => success(undefined)) {
  const kinds: CallbackKind[] = ['content', 'bookings'];
  const { call, clock, log } = world;
  const watched = kinds.map((kind) => ({
    kind,
    ids: ['12'],
    refresh: (isTold: boolean) => {
      asked.push(`${kind} ${clock.now() / minute}${isTold ? ' told' : ''}`);
      return refresh();
    },
  }));
  const callback = port === undefined ? undefined : { url: new URL(`http://127.0.0.1:${port}`), host: '127.0.0.1', port };
  const running = watch({ call, clock, log, chance: () => 0.5, callback, watched });
  onTestFinished(() => running.stop());
  await world.quiet();
  return running;
}

async function listening(refresh?: () => Promise<Result<unknown>>) {
  const { port, letGo } = await takenPort();
  await letGo();
  const running = await watching(port, refresh);
  await until(() => server.subscriptions.length === 2);
  await world.quiet();
  return { running, port };
}

const callServer = (kind: string) => {
  const { callbackUrl = '' } = server.subscriptions.find((subscription) => subscription.kind === kind) ?? {};
  return fetch(callbackUrl, { method: 'POST', body: '{}' });
};

describe('without an address', () => {
  it('polls, subscribes to nothing and opens nothing', async () => {
    await watching(undefined);
    await world.move(10 * minute);
    expect(asked).toEqual(['content 0', 'bookings 0', 'content 5', 'bookings 5', 'content 10', 'bookings 10']);
    expect(server.requests).toEqual([]);
    expect(world.entries).toEqual([]);
  });
});

describe('with an address', () => {
  it('subscribes, asks at once when the server calls, and polls more seldom once it has', async () => {
    await listening();
    expect(world.entries).toEqual([
      ['callback', { state: 'listening' }],
      ['subscribed', { kind: 'content', ok: true }],
      ['subscribed', { kind: 'bookings', ok: true }],
    ]);
    await world.move(5 * minute);
    expect(asked).toEqual(['content 0', 'bookings 0', 'content 5', 'bookings 5']);
    await world.move(minute);
    expect((await callServer('bookableResourcePlayerContent')).status).toBe(200);
    await world.move(0);
    expect(asked.slice(4)).toEqual(['content 6 told']);
    await world.move(30 * minute);
    expect(asked.slice(5).filter((line) => line.startsWith('content'))).toEqual(['content 36']);
    expect(asked.slice(5).filter((line) => line.startsWith('bookings'))).toHaveLength(6);
  });

  it('polls as often as ever when the server that called no longer keeps the subscription', async () => {
    await listening();
    await callServer('bookableResourcePlayerContent');
    server.mishap = () => 403;
    await world.move(62 * minute);
    asked.length = 0;
    await world.move(60 * minute);
    expect(asked.filter((line) => line.startsWith('content')).length).toBeGreaterThan(5);
  });

  it('the secret is in no line of the log', async () => {
    const { port } = await listening();
    const [, , , secret = ''] = server.subscriptions[0]?.callbackUrl.split('/') ?? [];
    expect(secret).toHaveLength(43);
    await callServer('bookableResource');
    await fetch(`http://127.0.0.1:${port}/${secret}/other`, { method: 'POST' });
    await world.move(2 * 60 * minute);
    expect(JSON.stringify(world.entries)).not.toContain(secret);
  });

  it('a port that somebody has is noted once; polling goes on, and the port is taken when it is free', async () => {
    const { port, letGo } = await takenPort();
    await watching(port);
    await until(() => world.entries.length === 1);
    for (let passed = 0; passed < 10; passed += 1) {
      await world.move(minute);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(world.entries).toEqual([['callback', { state: 'portInUse' }]]);
    expect(asked.length).toBeGreaterThan(3);
    expect(server.requests).toEqual([]);
    await letGo();
    await world.move(5 * minute);
    await until(() => server.subscriptions.length === 2);
    expect(world.noted('callback')).toEqual([{ state: 'portInUse' }, { state: 'listening' }]);
  });

  it('a refresh that throws is a bug that is noted, and is asked again', async () => {
    await listening(async () => {
      throw new Error('a bug');
    });
    await world.move(5 * minute);
    expect(asked.length).toBeGreaterThan(3);
    expect(world.noted('bug').length).toBeGreaterThan(1);
  });

  it('a refresh that fails is asked for again soon', async () => {
    await listening(async () => failure('bookings.unreachable'));
    await world.move(minute);
    expect(asked.filter((line) => line.startsWith('content')).length).toBeGreaterThan(3);
  });
});

it('stopped, it gives the port back and asks no more', async () => {
  const { running, port } = await listening();
  await running.stop();
  asked.length = 0;
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  await world.move(120 * minute);
  expect(asked).toEqual([]);
  expect(server.subscriptions).toHaveLength(2);
  expect(world.waiting()).toBe(0);
});

it('stopped while it opens, it leaves nothing open', async () => {
  const { port, letGo } = await takenPort();
  await letGo();
  const { call, clock, log } = world;
  const callback = { url: new URL(`http://127.0.0.1:${port}`), host: '127.0.0.1', port };
  const watched = [{ kind: 'content' as const, ids: ['12'], refresh: async () => success(undefined) }];
  await watch({ call, clock, log, chance: () => 0.5, callback, watched }).stop();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  expect(server.requests).toEqual([]);
  expect(world.entries).toEqual([]);
});
