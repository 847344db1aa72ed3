import type { App, BrowserWindow } from 'electron';

/**
 * Makes this the only Foyer on its data folder (rule WIN-13). False: another one runs, and has come to the front. Whatever a
 * second start, a deep link or a dropped file brings is ignored; it may hold anything.
 */
export function holdInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  window: () => Pick<BrowserWindow, 'show' | 'focus'> | undefined,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    window()?.show();
    window()?.focus();
  });
  app.on('open-url', (event) => event.preventDefault());
  app.on('open-file', (event) => event.preventDefault());
  return true;
}
