import type { App, BrowserWindow } from 'electron';

/**
 * Makes this the only Foyer on its data folder (rule WIN-13). False: another one runs, and has come to the front. Whatever a
 * second start, a deep link or a dropped file brings is ignored; it may hold anything.
 */
export function holdInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  windows: () => readonly Pick<BrowserWindow, 'show' | 'focus'>[],
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    for (const window of windows()) window.show();
    windows().at(-1)?.focus();
  });
  app.on('open-url', (event) => event.preventDefault());
  app.on('open-file', (event) => event.preventDefault());
  return true;
}
