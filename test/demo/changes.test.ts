import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../electron/bookings/call.ts';
import { type ChangeKind, mayBeCalled } from '../../electron/demo/changes.ts';
import { demoResource } from '../../electron/demo/codes.ts';
import { morning, startDemo, valueIn } from './client.ts';

let at = morning;
let demo: Awaited<ReturnType<typeof startDemo>>;
let call: Call;
let listener: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  at = morning;
  demo = await startDemo({ now: () => at });
  call = demo.call;
  listener = await listen();
});
afterEach(async () => {
  await demo.close();
  await listener.close();
});

/** A subscriber: a real listener on loopback that keeps what it is told. */
async function listen() {
  const told: { method: string; path: string; body: { ids: string; kind: string; subscriptionId: string } }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    told.push({
      method: request.method ?? '',
      path: request.url ?? '',
      body: JSON.parse(Buffer.concat(pieces).toString() || 'null'),
    });
    response.writeHead(302, { location: `/elsewhere` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { told, callbackUrl: `http://127.0.0.1:${port}/secret/room`, close };
}

const keys = {
  booking: 'bookableResource.subscribe',
  playerContent: 'bookableResourcePlayerContent.subscribe',
  accessKey: 'bookableResourceAccessKey.subscribe',
} as const;
const subscribe = (kind: ChangeKind, ids: string, expireTime = 60, callbackUrl = listener.callbackUrl) =>
  call(keys[kind], { body: { ids, callbackUrl, expireTime } });

describe('a subscription', () => {
  it.each(Object.keys(keys) as ChangeKind[])('calls back when something of the resource changes: %s', async (kind) => {
    const subscriptionId = await valueIn(subscribe(kind, '101, 109'));
    await demo.server.change(kind, 109);
    expect(listener.told).toEqual([{ method: 'POST', path: '/secret/room', body: { subscriptionId, kind, ids: '109' } }]);
  });

  it('hears nothing of other resources or other changes', async () => {
    await valueIn(subscribe('booking', '101'));
    await demo.server.change('booking', 102);
    await demo.server.change('accessKey', 101);
    expect(listener.told).toEqual([]);
  });

  it('ends when it expires, and is renewed by the same wish', async () => {
    const id = await valueIn(subscribe('booking', '101', 10));
    at = new Date(morning.getTime() + 9 * 60_000);
    expect(await valueIn(subscribe('booking', '101', 10))).toBe(id);
    at = new Date(morning.getTime() + 18 * 60_000);
    await demo.server.change('booking', 101);
    expect(listener.told).toHaveLength(1);
    at = new Date(morning.getTime() + 19 * 60_000);
    await demo.server.change('booking', 101);
    expect(listener.told).toHaveLength(1);
  });

  it('survives a subscriber that is away', async () => {
    await valueIn(subscribe('booking', '101', 60, 'http://127.0.0.1:9/gone'));
    await valueIn(subscribe('booking', '101'));
    await demo.server.change('booking', 101);
    expect(listener.told).toHaveLength(1);
  });

  it.each([
    { ids: '101;102', callbackUrl: 'http://127.0.0.1/', field: 'ids' },
    { ids: '101', callbackUrl: 'https://example.com/', field: 'callbackUrl' },
    { ids: '101', callbackUrl: 'file:///etc/passwd', field: 'callbackUrl' },
  ])('is refused for $ids at $callbackUrl', async ({ ids, callbackUrl }) => {
    const refused = await subscribe('booking', ids, 60, callbackUrl);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'bookings.refused' } });
  });

  it('calls this machine and private networks only', () => {
    const may = ['http://localhost:1/', 'http://[::1]/a', 'http://127.9.9.9', 'https://192.168.1.20:8765', 'http://172.31.0.1'];
    const mayNot = [
      'http://172.32.0.1',
      'http://169.254.169.254',
      'http://8.8.8.8',
      'http://10.evil.example',
      'ftp://127.0.0.1',
      '/',
    ];
    expect([...may, ...mayNot].filter(mayBeCalled)).toEqual(may);
  });
});

describe('a change', () => {
  it('makes a room’s daily code another, and no other room’s', async () => {
    const daily = async (bookableResourceId: string) => {
      const [key] = await valueIn(call('bookableResourceAccessKey.search', { bookableResourceId, type: 'daily' }));
      return key?.key;
    };
    const before = [await daily('102'), await daily('103')];
    expect(await daily('102')).toBe(before[0]);
    await demo.server.change('accessKey', 102);
    expect(await daily('102')).not.toBe(before[0]);
    expect(await daily('103')).toBe(before[1]);
  });

  it('makes the running meeting longer', async () => {
    const ends = async () => {
      const { data } = await valueIn(call('booking.search', { bookableResourceId: '102', from: 'now', to: 'now' }));
      return Date.parse(data[0]?.period?.to ?? '');
    };
    const before = await ends();
    await demo.server.change('booking', 102);
    expect(await ends()).toBe(before + 15 * 60_000);
  });

  it('begins the lobby’s screen with another picture or text', async () => {
    const first = async () => (await valueIn(call('bookableResourcePlayerContent.search', { id: demoResource })))[0]?.id;
    const before = await first();
    await demo.server.change('playerContent', Number(demoResource));
    expect(await first()).not.toBe(before);
  });

  it('comes by itself with a new hour, and with a new day', async () => {
    await valueIn(subscribe('booking', '102'));
    await valueIn(subscribe('accessKey', '103', 1_440));
    at = new Date(2026, 10, 22, 11, 0);
    await valueIn(call('system.information', {}));
    await expect.poll(() => listener.told.map(({ body }) => body.kind), { timeout: 10_000 }).toEqual(['booking']);
    at = new Date(2026, 10, 23, 0, 5);
    await valueIn(call('system.information', {}));
    await expect.poll(() => listener.told.map(({ body }) => body.ids), { timeout: 10_000 }).toEqual(['102', '103']);
  });
});
