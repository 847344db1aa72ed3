import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { calls, type Envelope } from '../../contract/calls.ts';
import type { Gate } from '../gate.ts';
import { origin } from './origin.ts';

/** The IPC channel of a call, or of a push. */
export const channelOf = (name: string): string => `foyer:${name}`;

/** Whom a message came from, as far as the check needs it. */
type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * Whether a message comes from the main frame of the kiosk window at our origin (rule IPC-1). A frame that is gone (`null`, or one
 * whose properties throw) is nobody.
 */
function isKioskPage({ sender, senderFrame }: Sender, kiosk: WebContents): boolean {
  try {
    return (
      sender === kiosk &&
      !kiosk.isDestroyed() &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      senderFrame.routingId === kiosk.mainFrame.routingId &&
      senderFrame.processId === kiosk.mainFrame.processId &&
      senderFrame.origin === origin
    );
  } catch {
    return false;
  }
}

/** Answers every call of the contract over IPC, for the kiosk's page alone; pushes snapshots to it. Returns the way to stop both. */
export function connectPage(ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>, kiosk: WebContents, gate: Gate): () => void {
  const forbidden: Envelope<never> = { ok: false, code: 'call.forbidden' };
  for (const name of Object.keys(calls)) {
    // The sender is read here, before anything is awaited: a frame may navigate meanwhile (rule IPC-2).
    ipcMain.handle(channelOf(name), (event, ...args) => (isKioskPage(event, kiosk) ? gate.answer(name, args) : forbidden));
  }
  const unsubscribe = gate.onSnapshot((snapshot) => {
    if (!kiosk.isDestroyed()) kiosk.send(channelOf('onSnapshot'), snapshot);
  });
  return () => {
    unsubscribe();
    for (const name of Object.keys(calls)) ipcMain.removeHandler(channelOf(name));
  };
}
