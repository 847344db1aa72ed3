import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '../../../electron/contract/calls.ts';
import { channelOf, connectPages } from '../../../electron/host/electron/ipc.ts';
import { createGate } from '../../../electron/host/gate.ts';
import { countingGate, fakeApp, welcome } from '../served.ts';
import { type FakeFrame, fakeContents, fakeIpcMain, frame, goneFrame } from './fakes.ts';

const names = Object.keys(calls) as CallName[];
const forbidden = { ok: false, code: 'call.forbidden' };

function connected() {
  const kiosk = fakeContents();
  const gate = countingGate();
  const ipcMain = fakeIpcMain();
  const disconnect = connectPages(ipcMain, [{ contents: kiosk, gate }]);
  return { kiosk, gate, ipcMain, disconnect };
}

describe('IPC-1 a handler runs only for the main frame of the kiosk window at our origin', () => {
  it.each(names)('IPC-1 %s is answered for the page', async (name) => {
    const { kiosk, gate, ipcMain } = connected();
    const answer = await ipcMain.invoke(channelOf(name), { sender: kiosk, senderFrame: frame() }, 'a', 'b');
    expect(answer).toEqual({ ok: true, value: null });
    expect(gate.asked).toEqual([[name, ['a', 'b']]]);
  });

  const origins = [
    ...[
      'https://evil.example',
      'http://app',
      'https://app',
      'file://',
      'null',
      '',
      'foyer://evil',
      'foyer://app.evil.example',
      'foyer://APP',
      'foyer:',
    ],
    ...['about:blank', 'foyer://app:1', 'foyer://app/', ' foyer://app'],
  ];
  const strangers: [string, (kiosk: ReturnType<typeof fakeContents>) => unknown][] = [
    ...origins.map((origin): [string, () => unknown] => [`at ${origin}`, () => frame({ origin })]),
    ['in a sub-frame', () => frame({ routingId: 2, parent: frame() })],
    ['in a sub-frame that claims the main frame id', () => frame({ parent: frame() })],
    ['in another frame of the window', () => frame({ routingId: 2 })],
    ['in another process', () => frame({ processId: 8 })],
    ['destroyed', () => null],
    ['disposed', () => goneFrame],
  ];
  it.each(names.flatMap((name) => strangers.map(([where, frameOf]) => [name, where, frameOf] as const)))(
    'IPC-1 %s is refused for a frame %s',
    async (name, _where, frameOf) => {
      const { kiosk, gate, ipcMain } = connected();
      const answer = await ipcMain.invoke(channelOf(name), { sender: kiosk, senderFrame: frameOf(kiosk) });
      expect(answer).toEqual(forbidden);
      expect(gate.asked).toEqual([]);
    },
  );

  it.each(names)('IPC-1 %s is refused for a second window, though it shows our page', async (name) => {
    const { gate, ipcMain } = connected();
    const second = fakeContents();
    expect(await ipcMain.invoke(channelOf(name), { sender: second, senderFrame: second.mainFrame })).toEqual(forbidden);
    expect(gate.asked).toEqual([]);
  });

  it.each(names)('IPC-1 %s is refused once the window is destroyed', async (name) => {
    const { kiosk, gate, ipcMain } = connected();
    kiosk.destroyed = true;
    expect(await ipcMain.invoke(channelOf(name), { sender: kiosk, senderFrame: frame() })).toEqual(forbidden);
    expect(gate.asked).toEqual([]);
  });
});

describe('IPC-2 the sender is read before the first await', () => {
  it('IPC-2 a page that navigates while its call runs was allowed at entry', async () => {
    const { kiosk, ipcMain } = connected();
    const moving: FakeFrame = frame();
    const pending = ipcMain.invoke(channelOf('snapshot'), { sender: kiosk, senderFrame: moving });
    moving.origin = 'https://evil.example';
    expect(await pending).toEqual({ ok: true, value: null });
  });

  it('IPC-2 a frame that becomes ours after its call was foreign at entry', async () => {
    const { kiosk, gate, ipcMain } = connected();
    const moving: FakeFrame = frame({ origin: 'https://evil.example' });
    const pending = ipcMain.invoke(channelOf('snapshot'), { sender: kiosk, senderFrame: moving });
    moving.origin = 'foyer://app';
    expect(await pending).toEqual(forbidden);
    expect(gate.asked).toEqual([]);
  });

  it('IPC-2 the frame is not asked again after the handler has begun', async () => {
    const kiosk = fakeContents();
    const ipcMain = fakeIpcMain();
    let begun = false;
    let lateReads = 0;
    const watched = new Proxy(frame(), {
      get(target, key) {
        if (begun) lateReads += 1;
        return target[key as keyof FakeFrame];
      },
    });
    const app = fakeApp({
      snapshot: async () => {
        begun = true;
        await new Promise((resolve) => setImmediate(resolve));
        return { ok: true, value: welcome };
      },
    });
    connectPages(ipcMain, [{ contents: kiosk, gate: createGate(app, () => {}) }]);
    expect(await ipcMain.invoke(channelOf('snapshot'), { sender: kiosk, senderFrame: watched })).toEqual({
      ok: true,
      value: welcome,
    });
    expect([begun, lateReads]).toEqual([true, 0]);
  });
});

describe('two windows', () => {
  it.each(names)('IPC-1 IPC-5 %s of each is answered by its own gate, and each hears its own snapshots', async (name) => {
    const [lobby, desk] = [fakeContents(), fakeContents()];
    const [lobbyGate, deskGate] = [countingGate(), countingGate()];
    const ipcMain = fakeIpcMain();
    const pages = [
      { contents: lobby, gate: lobbyGate },
      { contents: desk, gate: deskGate },
    ];
    const disconnect = connectPages(ipcMain, pages);
    await ipcMain.invoke(channelOf(name), { sender: desk, senderFrame: frame() }, 'a');
    expect([lobbyGate.asked, deskGate.asked]).toEqual([[], [[name, ['a']]]]);
    deskGate.push(welcome);
    expect([lobby.sent.length, desk.sent.length]).toEqual([0, 1]);
    disconnect();
    expect([ipcMain.handlers.size, lobbyGate.listeners, deskGate.listeners]).toEqual([0, 0, 0]);
  });
});

describe('the channels', () => {
  it('IPC-4 are those of the contract, and gone after the end', () => {
    const { ipcMain, gate, disconnect } = connected();
    expect([...ipcMain.handlers.keys()]).toEqual(names.map((name) => `foyer:${name}`));
    expect(gate.listeners).toBe(1);
    disconnect();
    expect([ipcMain.handlers.size, gate.listeners]).toEqual([0, 0]);
  });

  it('carry snapshots to the page until it is destroyed', () => {
    const { kiosk, gate } = connected();
    gate.push(welcome);
    expect(kiosk.sent).toEqual([['foyer:onSnapshot', welcome]]);
    kiosk.destroyed = true;
    gate.push(welcome);
    expect(kiosk.sent).toHaveLength(1);
  });
});
