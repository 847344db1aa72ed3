import type { Bridge } from '../electron/contract/calls.ts';
import type { Intent } from '../electron/contract/intent.ts';
import type { Snapshot } from '../electron/contract/snapshot.ts';
import { askFirst } from './first-snapshot.ts';
import { socketBridge } from './socket.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in the browser host. */
    readonly foyer?: Bridge;
  }
}

/** What the link tells its owner. `lost` comes before anything else is shown when main cannot be heard. */
export interface Listener {
  readonly receive: (snapshot: Snapshot) => void;
  readonly lost: () => void;
}

let bridge: Bridge | undefined;

/** Connects to main, whichever host this is, and keeps connected. Called once, at the start of the page. */
export function connect(listener: Listener): void {
  bridge = window.foyer ?? socketBridge(location, listener.lost);
  bridge.onSnapshot(listener.receive);
  // In the browser host the socket asks by itself, each time that it opens.
  if (window.foyer) void askFirst(window.foyer.snapshot, listener.receive, () => true);
}

/** Tells main what the person wants. What comes of it arrives as a snapshot; a refused call is refused on purpose and leaves the screen as it is. */
export function send(intent: Intent): void {
  void ask(intent);
}

/** The same, for whoever waits until main has taken it, or has not. Never rejects. */
export async function ask(intent: Intent): Promise<void> {
  await bridge?.intent(intent).catch(() => undefined);
}
