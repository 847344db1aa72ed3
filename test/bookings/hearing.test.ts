import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { createTransport, type Request } from '../../electron/bookings/transport.ts';
import type { CallEnded } from '../../electron/core/call-ended.ts';
import { until } from '../sync/world.ts';
import { canary, clientOf, serve } from './web.ts';

const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 10_000 };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const get: Request = { method: 'GET', target: '/here', within: Number.POSITIVE_INFINITY, isRead: true };
const inBackground: Request = { ...get, isBackground: true };
const json = { 'content-type': 'application/json' };
const good = (response: ServerResponse) => response.writeHead(200, json).end('1');
const bad =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, { ...json, ...headers }).end();

/** A server that answers as it is told, and a transport to it, by the test's own clock, whose calls are heard. */
async function heard(answer: (response: ServerResponse) => unknown = good) {
  const world = { answer, now: 0 };
  const web = await serve((_request, response) => world.answer(response));
  let connections = 0;
  let open = 0;
  web.server.on('connection', (socket: Socket) => {
    connections += 1;
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
  });
  closing.push(() => web.close());
  const ended: CallEnded[] = [];
  const transport = createTransport({
    url: web.url,
    credentials: new Credentials({ url: web.url, token: canary, auth: 'raw' }),
    deadlines,
    look: '/look',
    clock: () => performance.now() + world.now,
    chance: () => 0,
    onEnded: (call) => ended.push(call),
  });
  closing.push(() => transport.close());
  return { web, world, transport, ended, connections: () => connections, open: () => open };
}

describe('API-9 what is heard of the server', () => {
  it('API-9 every call that ends, for whom it was and what failed, once for all its tries', async () => {
    const { world, transport, ended, web } = await heard();
    await transport.send(get);
    await transport.send(inBackground);
    await transport.probe(5_000);
    world.answer = bad(404);
    await transport.send(get);
    world.answer = bad(503);
    await transport.send(inBackground);
    expect(web.seen.length).toBeGreaterThan(5);
    expect(ended).toEqual([
      { by: 'visitor' },
      { by: 'background' },
      { by: 'probe' },
      { by: 'visitor', failure: 'bookings.notFound' },
      { by: 'background', failure: 'bookings.broken' },
    ]);
  });

  it('API-9 not what an open circuit keeps back, while a probe goes through it and closes it', async () => {
    const { world, transport, ended, web } = await heard((response) => response.destroy());
    for (let call = 0; call < 5; call += 1) await transport.send({ ...get, isRead: false });
    expect(transport.state().circuit).toBe('open');
    expect(ended).toHaveLength(5);
    const before = web.seen.length;
    await transport.send(get);
    expect(ended).toHaveLength(5);
    expect(web.seen).toHaveLength(before);
    await transport.probe(5_000);
    expect(ended.at(-1)).toEqual({ by: 'probe', failure: 'bookings.unreachable' });
    expect(web.seen).toHaveLength(before + 1);
    world.answer = good;
    expect(await transport.probe(5_000)).toMatchObject({ ok: true });
    expect(transport.state().circuit).toBe('closed');
    expect(await transport.send(get)).toMatchObject({ ok: true });
  });

  it('API-9 a token that is not taken: the call, and the second look as a try; not what is kept back then', async () => {
    const { transport, ended } = await heard(bad(401));
    await transport.send(get);
    expect(ended).toEqual([
      { by: 'probe', failure: 'bookings.unauthorized' },
      { by: 'visitor', failure: 'bookings.unauthorized' },
    ]);
    await transport.send(get);
    await transport.probe(5_000);
    expect(ended).toHaveLength(2);
  });

  it('API-9 TOK-3 every call that a token revoked before this start keeps back, for nothing else would tell', async () => {
    const ended: CallEnded[] = [];
    const url = new URL('http://127.0.0.1:9');
    const transport = createTransport({
      url,
      credentials: new Credentials({ url, token: canary, auth: 'raw' }),
      deadlines,
      revoked: { salt: 'salt', has: () => true, add: () => true },
      onEnded: (call) => ended.push(call),
    });
    closing.push(() => transport.close());
    expect(await transport.send(inBackground)).toMatchObject({ ok: false });
    await transport.probe(5_000);
    expect(ended).toEqual([
      { by: 'background', failure: 'bookings.unauthorized' },
      { by: 'probe', failure: 'bookings.unauthorized' },
    ]);
  });

  it('API-9 not a call that waits for a server which asked to be left alone, nor one that had no time', async () => {
    const { transport, ended } = await heard(bad(429, { 'retry-after': '60' }));
    await transport.send(get);
    expect(ended).toEqual([{ by: 'visitor', failure: 'bookings.busy' }]);
    await transport.send(get);
    await transport.probe(1_000);
    await transport.send({ ...get, within: 0 });
    expect(ended).toHaveLength(1);
    const silent = await heard(() => {});
    await silent.transport.send({ ...get, within: 50 });
    expect(silent.ended).toEqual([]);
  });

  it('API-9 not what ends because the client closes', async () => {
    const { web, transport, ended } = await heard(() => {});
    const running = transport.send(get);
    await until(() => web.seen.length === 1);
    await transport.close();
    await running;
    expect(ended).toEqual([]);
  });
});

describe('CLK-4 after a sleep', () => {
  it('CLK-4 kept connections are dropped, and the next call opens one', async () => {
    const { transport, connections, open, ended } = await heard();
    await transport.send(get);
    // The pool takes a connection back a moment after its answer.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const kept = connections();
    transport.refresh();
    expect(await transport.send(get)).toMatchObject({ ok: true });
    expect(connections()).toBe(kept + 1);
    await until(() => open() === 1);
    expect(ended.every(({ failure }) => failure === undefined)).toBe(true);
  });

  it('CLK-4 a read that runs is sent anew on a new connection, a write ends, and neither is held against the server', async () => {
    const held: ServerResponse[] = [];
    const { web, world, transport, ended } = await heard((response) => held.push(response));
    const reading = transport.send(get);
    const writing = transport.send({ ...get, method: 'POST', isRead: false, body: '{}' });
    await until(() => web.seen.length === 2);
    world.answer = good;
    transport.refresh();
    expect(await reading).toMatchObject({ ok: true });
    expect(await writing).toEqual({ ok: false, failure: { code: 'bookings.unreachable' } });
    expect(web.seen.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'POST']);
    expect(ended).toEqual([{ by: 'visitor' }]);
  });

  it('CLK-4 the token is looked at again: at once where it was not taken, and carefully where it was', async () => {
    const { world, transport, ended, web } = await heard(bad(401));
    await transport.send(get);
    expect(transport.state().signedOut).toBe(true);
    transport.refresh();
    world.answer = good;
    await transport.probe(5_000);
    expect(transport.state().signedOut).toBe(false);
    expect(ended.at(-1)).toEqual({ by: 'probe' });
    // Taken before the sleep, no longer after it: what goes out then is two calls and one look, not eight.
    world.answer = bad(401);
    transport.refresh();
    web.seen.length = 0;
    await Promise.all(Array.from({ length: 20 }, (_, number) => transport.send({ ...get, target: `/${number}` })));
    expect(web.seen.length).toBeLessThanOrEqual(3);
  });

  it('CLK-4 the client answers again after it, and may be told of one sleep twice', async () => {
    const web = await serve((_request, response) => good(response));
    closing.push(() => web.close());
    const ended: CallEnded[] = [];
    const bookings = clientOf(web.url, { onEnded: (call) => ended.push(call) });
    closing.push(() => bookings.close());
    bookings.refresh();
    bookings.refresh();
    await bookings.probe();
    expect(ended).toEqual([{ by: 'probe' }]);
  });
});

describe('CLK-3 the token is judged by the server’s answers alone', () => {
  it.each([
    ['a day ahead', 24 * 60 * 60_000],
    ['a day behind', -24 * 60 * 60_000],
    ['in 1970', -Date.now()],
  ])('CLK-3 a server whose clock is %s: the token is sent, and by how much is noted', async (_name, off) => {
    const dated = (response: ServerResponse) =>
      response.writeHead(200, { ...json, date: new Date(Date.now() + off).toUTCString() }).end('1');
    const { world, web, transport } = await heard(dated);
    for (let call = 0; call < 3; call += 1) expect(await transport.send(get)).toMatchObject({ ok: true });
    expect(web.seen.map(({ headers }) => headers.authorization)).toEqual([canary, canary, canary]);
    expect(Math.abs((transport.state().skewMilliseconds ?? 0) - off)).toBeLessThan(5_000);
    expect(transport.state()).toMatchObject({ signedOut: false, revoked: 'no' });
    // Years on the kiosk's own clock are no reason either; a refusal is, whatever the clocks say.
    world.now += 10 * 365 * 24 * 60 * 60_000;
    expect(await transport.send(get)).toMatchObject({ ok: true });
    world.answer = bad(401);
    await transport.send(get);
    expect(transport.state().signedOut).toBe(true);
  });

  it('CLK-3 a token that says itself that it has expired is sent all the same', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ exp: 1 })}.CANARY`;
    const web = await serve((_request, response) => good(response));
    closing.push(() => web.close());
    const transport = createTransport({
      url: web.url,
      credentials: new Credentials({ url: web.url, token, auth: 'bearer' }),
      deadlines,
    });
    closing.push(() => transport.close());
    expect(await transport.send(get)).toMatchObject({ ok: true });
    expect(web.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });
});

describe('a name that cannot be resolved', () => {
  it('is a failure of its own, for staff', async () => {
    const url = new URL('https://nowhere.invalid');
    const ended: CallEnded[] = [];
    const transport = createTransport({
      url,
      credentials: new Credentials({ url, token: canary, auth: 'raw' }),
      deadlines,
      onEnded: (call) => ended.push(call),
    });
    closing.push(() => transport.close());
    expect(await transport.send({ ...get, isRead: false })).toEqual({ ok: false, failure: { code: 'bookings.unresolved' } });
    expect(ended).toEqual([{ by: 'visitor', failure: 'bookings.unresolved' }]);
    for (let call = 0; call < 5; call += 1) await transport.send({ ...get, isRead: false });
    expect(transport.state().circuit).toBe('open');
  });
});
