import { BrowserWindow, session } from 'electron';
import type { PrintingWindow } from './system-printing.ts';

/** A hidden window of a session of its own, without scripts, storage, permissions and network. */
export function openPrintingWindow(): PrintingWindow {
  const own = session.fromPartition('badges', { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('data:') }));
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: true,
      devTools: false,
    },
  });
}
