throw new Error('electron was imported outside Electron: only electron/host/electron/ and electron/main.ts may');
