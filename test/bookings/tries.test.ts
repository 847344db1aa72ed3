import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { createTransport, type Request } from '../../electron/bookings/transport.ts';
import { canary, serve } from './web.ts';

const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 10_000 };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const get = { method: 'GET', target: '/here', within: Number.POSITIVE_INFINITY, isRead: true };
const json = { 'content-type': 'application/json' };
const good = (response: ServerResponse) => response.writeHead(200, json).end('1');
const bad =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, { ...json, ...headers }).end();

/** A server that answers one request after the other as told, the last way from then on. */
async function answering(...ways: ((response: ServerResponse) => unknown)[]) {
  let asked = 0;
  const web = await serve((_request, response) => {
    const way = ways[Math.min(asked, ways.length - 1)];
    asked += 1;
    way?.(response);
  });
  closing.push(() => web.close());
  const world = { now: 0 };
  const credentials = new Credentials({ url: web.url, token: canary, auth: 'raw' });
  // Time goes on by itself, as deadlines need it, and by what the test adds.
  const clock = () => performance.now() + world.now;
  const transport = createTransport({ url: web.url, credentials, deadlines, clock, chance: () => 0 });
  closing.push(() => transport.close());
  const code = async (request: Request = get) => {
    const answer = await transport.send(request);
    return answer.ok ? 'good' : answer.failure.code;
  };
  return { web, world, transport, code };
}

describe('API-4 a read is tried again', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('API-4 after %i', async (status) => {
    const { web, code } = await answering(bad(status), good);
    expect(await code()).toBe('good');
    expect(web.seen).toHaveLength(2);
  });

  it('API-4 after a cut connection, at once', async () => {
    const { web, code } = await answering((response) => response.destroy(), good);
    expect(await code({ ...get, within: 5_000 })).toBe('good');
    expect(web.seen).toHaveLength(2);
  });

  it('API-4 three times at most', async () => {
    const { web, code } = await answering(bad(500));
    expect(await code()).toBe('bookings.broken');
    expect(web.seen).toHaveLength(3);
  });

  it('API-4 not beyond its deadline', async () => {
    const { web, code } = await answering(bad(500));
    expect(await code({ ...get, within: 250 })).toBe('bookings.broken');
    expect(web.seen).toHaveLength(1);
  });

  it.each([301, 400, 403, 404, 407, 409, 413, 422, 511])('API-4 not after %i', async (status) => {
    const { web, code } = await answering(bad(status), good);
    expect(await code()).not.toBe('good');
    expect(web.seen).toHaveLength(1);
  });

  it.each([429, 500, 503])('API-4 but a write is not, after %i', async (status) => {
    const { web, code } = await answering(bad(status), good);
    expect(await code({ ...get, method: 'POST', isRead: false, body: '{}' })).not.toBe('good');
    expect(web.seen).toHaveLength(1);
  });
});

describe('API-4 a server that asks to be left alone', () => {
  it.each<[string, () => Record<string, string>]>([
    ['for a second', () => ({ 'retry-after': '1' })],
    [
      'until a time by a clock that is ten minutes ahead',
      () => ({
        date: new Date(Date.now() + 600_000).toUTCString(),
        'retry-after': new Date(Date.now() + 601_000).toUTCString(),
      }),
    ],
  ])('API-4 %s is asked no sooner', async (_name, headers) => {
    const { web, code } = await answering((response) => bad(429, headers())(response), good);
    const began = performance.now();
    expect(await code()).toBe('good');
    // What it would have waited by itself is 200 ms; timers may end a millisecond early.
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    expect(web.seen).toHaveLength(2);
  });

  it.each([429, 503])('API-4 longer than a call can wait (%i): it is told at once, and nothing is sent before', async (status) => {
    const { web, world, code } = await answering(bad(status, { 'retry-after': '30' }), good);
    expect(await code()).toBe(status === 429 ? 'bookings.busy' : 'bookings.broken');
    expect(await code()).toBe('bookings.busy');
    expect(await code({ ...get, method: 'POST', isRead: false, body: '{}' })).toBe('bookings.busy');
    expect(web.seen).toHaveLength(1);
    world.now += 30_000;
    expect(await code()).toBe('good');
  });

  it.each([403, 404, 302])('API-4 with a refusal of one request (%i) asks nothing of the others', async (status) => {
    const { code } = await answering(bad(status, { 'retry-after': '30' }), good);
    expect(await code()).not.toBe('good');
    expect(await code()).toBe('good');
  });

  it('API-4 for a day is believed for a minute', async () => {
    const { world, code } = await answering(bad(429, { 'retry-after': '86400' }), good);
    expect(await code()).toBe('bookings.busy');
    world.now += 60_000;
    expect(await code()).toBe('good');
  });
});

describe('the connections', () => {
  it('are eight at most, and the others wait', async () => {
    const held: ServerResponse[] = [];
    const { web, transport, code } = await answering(good, (response) => held.push(response));
    await code();
    const all = Array.from({ length: 20 }, () => code());
    while (held.length < 8) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(web.seen).toHaveLength(9);
    expect(transport.state()).toMatchObject({ running: 8, waiting: 12 });
    const answer = setInterval(() => held.splice(0).forEach(good), 5);
    expect(new Set(await Promise.all(all))).toEqual(new Set(['good']));
    clearInterval(answer);
    expect(transport.state()).toMatchObject({ running: 0, waiting: 0 });
  });

  it('are kept for the next call', async () => {
    const { web, code } = await answering(good);
    const sockets = new Set<unknown>();
    web.server.on('connection', (socket) => sockets.add(socket));
    for (let call = 0; call < 10; call += 1) await code();
    // A call that comes in the very moment in which the one before ends may open a second.
    expect(sockets.size).toBeLessThanOrEqual(2);
  });

  it('are not all taken by what runs in the background', async () => {
    const held: ServerResponse[] = [];
    const { transport, code } = await answering(good, (response) => held.push(response));
    await code();
    const polls = Array.from({ length: 12 }, () => code({ ...get, isBackground: true }));
    while (held.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(transport.state()).toMatchObject({ running: 4, waiting: 8 });
    const visitor = code();
    while (held.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    good(held.pop() as ServerResponse);
    expect(await visitor).toBe('good');
    await transport.close();
    expect(new Set(await Promise.all(polls))).toEqual(new Set(['bookings.unreachable']));
  });

  it('are left alone after five calls that found the server away; one try finds it back', async () => {
    const { web, world, transport, code } = await answering(bad(503));
    for (let call = 0; call < 5; call += 1) expect(await code({ ...get, within: 300 })).toBe('bookings.broken');
    const before = web.seen.length;
    expect(transport.state().circuit).toBe('open');
    expect(await code()).toBe('bookings.broken');
    expect(web.seen).toHaveLength(before);
    world.now += 60_000;
    expect(await code({ ...get, within: 300 })).toBe('bookings.broken');
    expect(web.seen).toHaveLength(before + 1);
  });

  it('are not given up for one operation that always breaks', async () => {
    const { transport, code } = await answering(bad(500));
    for (let call = 0; call < 8; call += 1) await code({ ...get, within: 300, target: `/here?call=${call}` });
    expect(transport.state().circuit).toBe('closed');
  });

  it('are not given up for what fails in the background, however often: no visitor would get through', async () => {
    const { transport, code } = await answering(...Array.from({ length: 12 }, () => bad(503)), good);
    for (let call = 0; call < 12; call += 1) {
      const poll = { ...get, isRead: false, isBackground: true, target: call % 2 ? '/heartbeat' : '/pictures' };
      expect(await code(poll)).toBe('bookings.broken');
    }
    expect(transport.state().circuit).toBe('closed');
    expect(await code()).toBe('good');
  });

  it('tell how far the server’s clock is off', async () => {
    const { transport, code } = await answering((response) => {
      response.setHeader('date', new Date(Date.now() - 300_000).toUTCString());
      good(response);
    });
    expect(transport.state().skewMilliseconds).toBeUndefined();
    await code();
    expect(Math.abs((transport.state().skewMilliseconds ?? Number.NaN) + 300_000)).toBeLessThan(5_000);
  });
});
