import type { Session, WebContents } from 'electron';
import { isOurs } from './origin.ts';

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

/** Cancels every request of a session that is not for our own page, and every download (rules WIN-4, WIN-7). */
export function cutNetwork(session: Pick<Session, 'on' | 'webRequest'>): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}
