import type { IpcRenderer } from 'electron';
import type { Bridge, CallName } from '../../contract/calls.ts';

// The names as a record: the compiler refuses a missing or a foreign one, and the preload needs no schema library for it.
const names: Record<CallName, true> = { snapshot: true, intent: true };

/**
 * What the preload exposes as `window.foyer`: the calls of the contract and `onSnapshot`, nothing else (rule IPC-4). A listener
 * receives the snapshot alone, never Electron's event.
 */
export function createBridge(ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>): Bridge {
  const invoke = (name: string) => [name, (...args: unknown[]) => ipc.invoke(`foyer:${name}`, ...args)] as const;
  return {
    ...Object.fromEntries(Object.keys(names).map(invoke)),
    onSnapshot(listener: Parameters<Bridge['onSnapshot']>[0]) {
      const receive = (_event: unknown, snapshot: Parameters<typeof listener>[0]) => listener(snapshot);
      ipc.on('foyer:onSnapshot', receive);
      return () => {
        ipc.removeListener('foyer:onSnapshot', receive);
      };
    },
  } as Bridge;
}
