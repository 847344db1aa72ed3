import { EventEmitter } from 'node:events';
import type { WebContents, WebFrameMain } from 'electron';
import { vi } from 'vitest';

export interface FakeFrame {
  routingId: number;
  processId: number;
  parent: FakeFrame | null;
  origin: string;
}

export const frame = (changes: Partial<FakeFrame> = {}): FakeFrame => ({
  routingId: 1,
  processId: 7,
  parent: null,
  origin: 'foyer://app',
  ...changes,
});

/** As much of a WebContents as the hosts use; events are emitted by the tests. */
export interface FakeContents extends EventEmitter {
  mainFrame: FakeFrame;
  destroyed: boolean;
  readonly sent: [string, ...unknown[]][];
  /** Addresses that main loaded. */
  readonly loaded: string[];
  readonly openHandlers: ((details: { url: string }) => { action: string })[];
}

export function fakeContents(): FakeContents & WebContents {
  const sent: [string, ...unknown[]][] = [];
  const loaded: string[] = [];
  const openHandlers: FakeContents['openHandlers'] = [];
  const contents = Object.assign(new EventEmitter(), {
    mainFrame: frame(),
    destroyed: false,
    sent,
    loaded,
    openHandlers,
    loadURL: async (url: string) => {
      loaded.push(url);
    },
    isDestroyed: () => contents.destroyed,
    send: (...message: [string, ...unknown[]]) => sent.push(message),
    setWindowOpenHandler: (handler: FakeContents['openHandlers'][number]) => openHandlers.push(handler),
  });
  return contents as unknown as FakeContents & WebContents;
}

/** An event that can be prevented. */
export const preventable = () => ({ preventDefault: vi.fn(), defaultPrevented: false });

/** A frame that is gone: reading anything of it throws, as Electron does. */
export const goneFrame = new Proxy({} as WebFrameMain, {
  get() {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
});

/** An ipcMain that remembers its handlers and calls them as Electron does. */
export function fakeIpcMain() {
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  return {
    handlers,
    handle: (channel: string, handler: (event: never, ...args: never[]) => unknown) => {
      handlers.set(channel, handler as (event: unknown, ...args: unknown[]) => unknown);
    },
    removeHandler: (channel: string) => {
      handlers.delete(channel);
    },
    invoke: (channel: string, event: unknown, ...args: unknown[]) => handlers.get(channel)?.(event, ...args),
  };
}

/** Addresses that look like ours, or that another road would take for ours; none is. */
export const trickyAddresses = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'http://app/',
  'https://app/',
  'file:///etc/passwd',
  'file://app/index.html',
  'data:text/html,<script>alert(1)</script>',
  'blob:foyer://app/5a1c',
  'javascript:alert(1)',
  'about:blank',
  'about:srcdoc',
  'chrome://gpu',
  'chrome-extension://abc/page.html',
  'devtools://devtools/bundled/inspector.html',
  'view-source:foyer://app/',
  'ws://app/',
  'wss://evil.example/',
  'ftp://app/',
  'foyer://evil/',
  'foyer://app.evil.example/',
  'foyer://evil.example/app/',
  'foyer://evil.example/?foyer://app/',
  'foyer://app@evil.example/',
  'foyer://evil:pass@app/',
  'foyer://user@app/',
  'foyer://app:8080/',
  'foyer:app/',
  'foyer:/app/',
  'foyer:///app/',
  'foyer2://app/',
  'xfoyer://app/',
  'https://foyer://app/',
  'mailto:somebody@invented.example',
  'tel:+85200000000',
  'intent://app/#Intent;scheme=foyer;end',
  '//app/',
  'app',
  '',
  '\0foyer://evil/',
];
