import type { Session, WebContents } from 'electron';
import { isOurs, pageUrl, restUrl } from './origin.ts';

/**
 * Closes every road by which a page could go elsewhere or open something (rules WIN-6, WIN-7). Even an address of our own is
 * refused: the one page is loaded by main and stays.
 */
export function lockNavigation(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * Brings the kiosk back to its page. Chromium tells no `will-` event of `about:` addresses, so going there cannot be refused, only
 * undone: https://github.com/electron/electron/issues/21136
 */
export function returnToPage(kiosk: Pick<WebContents, 'on' | 'loadURL'>): void {
  const goBackFrom = (url: string) => {
    // Not at once: Chromium is still in the middle of the navigation that it tells of.
    if (url !== pageUrl && url !== restUrl) setImmediate(() => void kiosk.loadURL(pageUrl).catch(() => undefined));
  };
  kiosk.on('did-navigate', (_event, url) => goBackFrom(url));
  kiosk.on('did-fail-load', (_event, _code, _description, url, isMainFrame) => {
    if (isMainFrame) goBackFrom(url);
  });
}

/** Cancels every request of a session that is not for our own page, and every download (rules WIN-4, WIN-7). */
export function cutNetwork(session: Pick<Session, 'on' | 'webRequest'>): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}
