import { EventEmitter } from 'node:events';
import type { IpcRenderer } from 'electron';
import { describe, expect, it } from 'vitest';
import { calls } from '../../../electron/contract/calls.ts';
import { createBridge } from '../../../electron/host/electron/bridge.ts';
import { channelOf } from '../../../electron/host/electron/ipc.ts';
import { welcome } from '../served.ts';

function fakeIpc() {
  const invoked: unknown[][] = [];
  const ipc = Object.assign(new EventEmitter(), {
    invoked,
    invoke: async (...message: unknown[]) => {
      invoked.push(message);
      return { ok: true, value: null };
    },
  });
  return ipc as unknown as EventEmitter & { invoked: unknown[][] } & Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>;
}

describe('IPC-4 the preload exposes exactly the contract', () => {
  it('IPC-4 its keys are the calls and onSnapshot', () => {
    expect(Object.keys(createBridge(fakeIpc())).sort()).toEqual([...Object.keys(calls), 'onSnapshot'].sort());
  });

  it('IPC-4 each call goes to its own channel, with its own arguments', async () => {
    const ipc = fakeIpc();
    const bridge = createBridge(ipc);
    expect(await bridge.snapshot()).toEqual({ ok: true, value: null });
    await bridge.intent({ kind: 'stay' });
    expect(ipc.invoked).toEqual([[channelOf('snapshot')], [channelOf('intent'), { kind: 'stay' }]]);
  });

  it("IPC-4 a listener receives the snapshot and never Electron's event", () => {
    const ipc = fakeIpc();
    const heard: unknown[][] = [];
    createBridge(ipc).onSnapshot((...received) => heard.push(received));
    ipc.emit(channelOf('onSnapshot'), { sender: ipc, ports: [] }, welcome, 'more');
    expect(heard).toEqual([[welcome]]);
  });

  it('IPC-4 unsubscribing removes that listener alone, twice does no harm, and it answers nothing', () => {
    const ipc = fakeIpc();
    const bridge = createBridge(ipc);
    const heard: string[] = [];
    const first = bridge.onSnapshot(() => heard.push('first'));
    bridge.onSnapshot(() => heard.push('second'));
    expect(first()).toBeUndefined();
    first();
    ipc.emit(channelOf('onSnapshot'), {}, welcome);
    expect(heard).toEqual(['second']);
    expect(ipc.listenerCount(channelOf('onSnapshot'))).toBe(1);
  });

  it('IPC-4 there is no way to another channel', () => {
    const values = Object.values(createBridge(fakeIpc()));
    expect(values.every((value) => typeof value === 'function')).toBe(true);
  });
});
