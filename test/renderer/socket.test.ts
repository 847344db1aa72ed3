import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { type WireCall, wirePath } from '../../electron/contract/wire.ts';
import { socketBridge, socketPath, waitBefore } from '../../renderer/socket.ts';

const welcome = (number: number): Snapshot => ({ number, language: 'en', screen: { kind: 'welcome' } });

/** A host of the test's own: answers calls by the wire format, and keeps what it was asked. */
async function startHost() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: wirePath });
  const asked: WireCall[] = [];
  let refuse = 0;
  let answering = true;
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as WireCall;
      asked.push(message);
      if (!answering) return;
      const value = message.call === 'snapshot' ? welcome(asked.length) : null;
      const envelope = refuse-- > 0 ? { ok: false, code: 'call.busy' } : { ok: true, value };
      socket.send(JSON.stringify({ id: message.id, envelope }));
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const toAll = (act: (socket: WebSocket) => void) => {
    for (const socket of server.clients) act(socket);
  };
  return {
    place: { protocol: 'http:', host: `127.0.0.1:${(server.address() as AddressInfo).port}` },
    asked,
    refuseNext: (times: number) => {
      refuse = times;
    },
    fallSilent: () => {
      answering = false;
    },
    push: (value: Snapshot) => toAll((socket) => socket.send(JSON.stringify({ push: 'snapshot', value }))),
    cut: () => toAll((socket) => socket.terminate()),
    close: () => {
      toAll((socket) => socket.terminate());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser's WebSocket says nothing more of a refused connection than that it closed. */
class PageSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

let host: Awaited<ReturnType<typeof startHost>>;
beforeEach(async () => {
  vi.stubGlobal('WebSocket', PageSocket);
  host = await startHost();
});
afterEach(async () => {
  await host.close();
});

function connected() {
  const shown: Snapshot[] = [];
  const lost = vi.fn();
  const bridge = socketBridge(host.place, lost);
  bridge.onSnapshot((snapshot) => shown.push(snapshot));
  return { bridge, shown, lost };
}

describe('the bridge of the browser host', () => {
  it('opens the path that the contract names', () => {
    expect(socketPath).toBe(wirePath);
  });

  it('asks for the newest snapshot when it opens, and shows what is pushed', async () => {
    const { shown } = connected();
    await vi.waitFor(() => expect(shown).toEqual([welcome(1)]));
    host.push(welcome(2));
    await vi.waitFor(() => expect(shown).toEqual([welcome(1), welcome(2)]));
  });

  it('sends an intent as the wire format has it, and hands back the answer', async () => {
    const { bridge, shown } = connected();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    await expect(bridge.intent({ kind: 'begin', purpose: 'checkIn' })).resolves.toEqual({ ok: true, value: null });
    expect(host.asked.at(-1)).toEqual({ id: 2, call: 'intent', args: [{ kind: 'begin', purpose: 'checkIn' }] });
  });

  it('asks again when the first snapshot was refused', async () => {
    host.refuseNext(2);
    const { shown } = connected();
    await vi.waitFor(() => expect(shown).toEqual([welcome(3)]), 3_000);
  });

  it('says that main is lost, answers what was waiting, comes back by itself and asks anew', async () => {
    const { bridge, shown, lost } = connected();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    host.fallSilent();
    const waiting = bridge.intent({ kind: 'done' });
    await vi.waitFor(() => expect(host.asked).toHaveLength(2));
    host.cut();
    await expect(waiting).resolves.toEqual({ ok: false, code: 'call.busy' });
    expect(lost).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(host.asked.at(-1)?.call).toBe('snapshot'), 3_000);
  });

  it('answers at once while there is no connection', async () => {
    const { bridge, shown } = connected();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    await host.close();
    await vi.waitFor(async () => expect(await bridge.snapshot()).toEqual({ ok: false, code: 'call.busy' }));
  });

  it('tells nobody who has left', async () => {
    const { bridge, shown } = connected();
    const other = vi.fn();
    const leave = bridge.onSnapshot(other);
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(other).toHaveBeenCalledTimes(1);
    leave();
    host.push(welcome(9));
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    expect(other).toHaveBeenCalledTimes(1);
  });
});

describe('the wait before the next try', () => {
  it('doubles up to five seconds and is spread', () => {
    expect([0, 1, 2, 3].map((attempt) => waitBefore(attempt, 1))).toEqual([250, 500, 1_000, 2_000]);
    expect(waitBefore(50, 1)).toBe(5_000);
    expect(waitBefore(50, 0)).toBe(2_500);
  });
});
