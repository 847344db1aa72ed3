import type { Intent } from '../../electron/contract/intent.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Gate, Handlers, Served } from '../../electron/host/gate.ts';

export const welcome: Snapshot = { number: 1, language: 'en', screen: { kind: 'welcome' } };

/** A small app that remembers what it was asked; single handlers may be replaced. */
export interface FakeApp extends Served {
  readonly intents: Intent[];
  readonly listeners: Set<(snapshot: Snapshot) => void>;
  /** Sends a snapshot, or something that only claims to be one, to every listener. */
  push(snapshot: unknown): void;
  stops: number;
}

export function fakeApp(handlers: Partial<Handlers> = {}): FakeApp {
  const intents: Intent[] = [];
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const app: FakeApp = {
    intents,
    listeners,
    stops: 0,
    handlers: {
      snapshot: () => ({ ok: true, value: welcome }),
      intent: (intent) => {
        intents.push(intent);
        return { ok: true, value: null };
      },
      ...handlers,
    },
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(snapshot) {
      for (const listener of listeners) listener(snapshot as Snapshot);
    },
    async stop() {
      app.stops += 1;
    },
  };
  return app;
}

/** A gate that counts what reaches it. */
export function countingGate(): Gate & {
  readonly asked: [unknown, unknown][];
  push(snapshot: Snapshot): void;
  readonly listeners: number;
} {
  const asked: [unknown, unknown][] = [];
  const listeners = new Set<(snapshot: Snapshot) => void>();
  return {
    asked,
    get listeners() {
      return listeners.size;
    },
    async answer(call, args) {
      asked.push([call, args]);
      return { ok: true, value: null };
    },
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(snapshot) {
      for (const listener of listeners) listener(snapshot);
    },
  };
}
