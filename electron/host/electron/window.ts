import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** What a window is for: the lobby's covers its screen and stays; the desk's is one of a person at a PC. */
const looks = {
  lobby: { title: 'Foyer', kiosk: true, fullscreen: true, frame: false, width: 1080, height: 1920 },
  desk: { title: 'Foyer desk', kiosk: false, fullscreen: false, frame: true, width: 1280, height: 800 },
} as const satisfies Record<string, BrowserWindowConstructorOptions>;

/**
 * A window of ours (rule WIN-1). Every switch that matters is stated, defaults too, so that a changed default changes nothing.
 * `preload` is an absolute path; developer tools exist only where Foyer is not packaged.
 */
export function windowOptions(
  preload: string,
  session: Session,
  packaged: boolean,
  use: keyof typeof looks = 'lobby',
): BrowserWindowConstructorOptions {
  return {
    ...looks[use],
    autoHideMenuBar: true,
    show: false,
    // The page's own ground, so that no white flash comes before the first paint.
    backgroundColor: '#f6f3ee',
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      devTools: !packaged,
      spellcheck: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      allowRunningInsecureContent: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      // A kiosk's window may be covered for a moment by the system; its clock must go on.
      backgroundThrottling: false,
    },
  };
}
