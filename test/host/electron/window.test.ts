import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../electron/host/electron/window.ts';

const session = { name: 'kiosk' } as unknown as Session;

describe('WIN-1 the window is locked', () => {
  it.each([true, false])('WIN-1 every switch is stated, packaged or not: %s', (packaged) => {
    expect(windowOptions('/app/preload.cjs', session, packaged).webPreferences).toEqual({
      preload: '/app/preload.cjs',
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
      backgroundThrottling: false,
    });
  });

  it('WIN-1 it fills the screen, without frame or menu, and is shown only when it has something to show', () => {
    expect(windowOptions('/app/preload.cjs', session, true)).toMatchObject({
      kiosk: true,
      fullscreen: true,
      frame: false,
      autoHideMenuBar: true,
      show: false,
      backgroundColor: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });
});
