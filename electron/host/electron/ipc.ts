import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { calls, type Envelope } from '../../contract/calls.ts';
import type { Gate } from '../gate.ts';
import { origin } from './origin.ts';

/** The IPC channel of a call, or of a push. */
export const channelOf = (name: string): string => `foyer:${name}`;

/** Whom a message came from, as far as the check needs it. */
type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * Whether a message comes from the main frame of this window at our origin (rule IPC-1). A frame that is gone (`null`, or one
 * whose properties throw) is nobody.
 */
function isPageOf({ sender, senderFrame }: Sender, contents: WebContents): boolean {
  try {
    return (
      sender === contents &&
      !contents.isDestroyed() &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      senderFrame.routingId === contents.mainFrame.routingId &&
      senderFrame.processId === contents.mainFrame.processId &&
      senderFrame.origin === origin
    );
  } catch {
    return false;
  }
}

/** A window's page, and the gate that it stands before. */
export interface WindowPage {
  readonly contents: WebContents;
  readonly gate: Gate;
}

/**
 * Answers every call of the contract over IPC, for these windows' pages alone and each by its own gate; pushes to each its snapshots. Returns
 * the way to stop both.
 */
export function connectPages(ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>, pages: readonly WindowPage[]): () => void {
  const forbidden: Envelope<never> = { ok: false, code: 'call.forbidden' };
  for (const name of Object.keys(calls)) {
    // The sender is read here, before anything is awaited: a frame may navigate meanwhile (rule IPC-2).
    ipcMain.handle(channelOf(name), (event, ...args) => {
      const page = pages.find(({ contents }) => isPageOf(event, contents));
      return page ? page.gate.answer(name, args) : forbidden;
    });
  }
  const unsubscribes = pages.map(({ contents, gate }) =>
    gate.onSnapshot((snapshot) => {
      if (!contents.isDestroyed()) contents.send(channelOf('onSnapshot'), snapshot);
    }),
  );
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
    for (const name of Object.keys(calls)) ipcMain.removeHandler(channelOf(name));
  };
}
