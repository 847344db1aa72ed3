import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { wireLimit } from '../../../electron/contract/wire.ts';
import { type BrowserHost, openBrowserHost } from '../../../electron/host/browser/server.ts';
import { socketLimit } from '../../../electron/host/browser/wire.ts';
import { createGate } from '../../../electron/host/gate.ts';
import { type FakeApp, fakeApp, welcome } from '../served.ts';
import { closed, launch, nextMessage, openWire, outcomeOf } from './client.ts';

let app: FakeApp;
let host: BrowserHost;
let cookie: string;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  app = fakeApp();
  host = await openBrowserHost(
    createGate(app, () => {}),
    async () => undefined,
    0,
  );
  cookie = await launch(host.link);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await host.close();
});

async function open(): Promise<WebSocket> {
  const socket = openWire(host.authority, cookie);
  sockets.push(socket);
  expect(await outcomeOf(socket)).toBe('open');
  return socket;
}

const stay = { kind: 'stay' };

it('WIN-11 a page that is gone for five seconds is told as lost, and one that is back before is not', {
  timeout: 20_000,
}, async () => {
  let lost = 0;
  const heard = fakeApp();
  const own = await openBrowserHost(
    createGate(heard, () => {}),
    async () => undefined,
    0,
    () => {
      lost += 1;
    },
  );
  const ownCookie = await launch(own.link);
  const open = async () => {
    const socket = openWire(own.authority, ownCookie);
    expect(await outcomeOf(socket)).toBe('open');
    return socket;
  };
  // A screen without a page is heard by nobody, so that a desk holds no names for one.
  expect(heard.listeners.size).toBe(0);
  const first = await open();
  first.terminate();
  const second = await open();
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  expect([lost, heard.listeners.size]).toEqual([0, 1]);
  second.terminate();
  await expect.poll(() => lost, { timeout: 10_000 }).toBe(1);
  expect(heard.listeners.size).toBe(0);
  await own.close();
});

describe('calls and pushes', () => {
  it('answers a call under its own number', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ id: 7, call: 'snapshot', args: [] }));
    expect(await nextMessage(socket)).toEqual({ id: 7, envelope: { ok: true, value: welcome } });
    socket.send(JSON.stringify({ id: 8, call: 'intent', args: [stay] }));
    expect(await nextMessage(socket)).toEqual({ id: 8, envelope: { ok: true, value: null } });
    expect(app.intents).toEqual([stay]);
  });

  it('IPC-3 a call that does not fit is answered, and reaches nothing', async () => {
    const socket = await open();
    for (const [call, args] of [
      ['nope', []],
      ['__proto__', []],
      ['intent', []],
      ['intent', [{ kind: 'stay', more: 1 }]],
      ['intent', [{ kind: 'code', code: 'A'.repeat(65), by: 'typed' }]],
    ]) {
      socket.send(JSON.stringify({ id: 1, call, args }));
      expect(await nextMessage(socket)).toEqual({ id: 1, envelope: { ok: false, code: 'call.malformed' } });
    }
    expect(app.intents).toEqual([]);
  });

  it('pushes every snapshot to every page', async () => {
    const pages = await Promise.all([open(), open()]);
    const heard = pages.map(nextMessage);
    app.push({ ...welcome, number: 2 });
    expect(await Promise.all(heard)).toEqual(Array(2).fill({ push: 'snapshot', value: { ...welcome, number: 2 } }));
  });

  it('two different wishes sent in one go are both taken', async () => {
    const socket = await open();
    const answers = new Promise<unknown[]>((resolve) => {
      const all: unknown[] = [];
      socket.on('message', (data) => {
        all.push(JSON.parse(String(data)));
        if (all.length === 2) resolve(all);
      });
    });
    socket.send(JSON.stringify({ id: 1, call: 'intent', args: [{ kind: 'camera', state: 'working' }] }));
    socket.send(JSON.stringify({ id: 2, call: 'intent', args: [{ kind: 'camera', state: 'lost' }] }));
    expect(await answers).toEqual([1, 2].map((id) => ({ id, envelope: { ok: true, value: null } })));
    expect(app.intents).toHaveLength(2);
  });
});

describe('what is not of the wire closes the socket', () => {
  it.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no number', '{"call":"snapshot","args":[]}'],
    ['a negative number', '{"id":-1,"call":"snapshot","args":[]}'],
    ['a fraction', '{"id":1.5,"call":"snapshot","args":[]}'],
    ['one key too many', '{"id":1,"call":"snapshot","args":[],"more":1}'],
    ['args that are no list', '{"id":1,"call":"snapshot","args":{}}'],
    ['nine arguments', '{"id":1,"call":"snapshot","args":[1,2,3,4,5,6,7,8,9]}'],
    ['a call of 65 characters', JSON.stringify({ id: 1, call: 'a'.repeat(65), args: [] })],
    ['deep nesting', `{"id":1,"call":"intent","args":${'['.repeat(7000)}`],
  ])('%s', async (_name, text) => {
    const socket = await open();
    socket.send(text);
    expect(await closed(socket)).toBe(1008);
    expect(app.intents).toEqual([]);
  });

  it('a binary message', async () => {
    const socket = await open();
    socket.send(Buffer.from(JSON.stringify({ id: 1, call: 'snapshot', args: [] })));
    expect(await closed(socket)).toBe(1008);
  });

  it('a message over the limit; the next page is served', async () => {
    const socket = await open();
    socket.send('x'.repeat(wireLimit + 1));
    expect(await closed(socket)).toBe(1009);
    const next = await open();
    next.send(JSON.stringify({ id: 1, call: 'snapshot', args: [] }));
    expect(await nextMessage(next)).toMatchObject({ id: 1, envelope: { ok: true } });
  });
});

describe('limits', () => {
  it('no more sockets than the limit, and one again when one has gone', async () => {
    const all = await Promise.all(Array.from({ length: socketLimit }, open));
    expect(await outcomeOf(openWire(host.authority, cookie))).toBe(503);
    const gone = closed(all[0] as WebSocket);
    all[0]?.close();
    await gone;
    await expect.poll(async () => outcomeOf(openWire(host.authority, cookie))).toBe('open');
  });

  it('closing the host closes the sockets and unsubscribes', async () => {
    const socket = await open();
    const gone = closed(socket);
    await host.close();
    await gone;
    expect(app.listeners.size).toBe(0);
  });
});
