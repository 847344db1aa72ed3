import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, safeStorage, session } from 'electron';
import type { KeysOf } from '../../contract/keys.ts';
import { machineClock } from '../../effects/clock.ts';
import type { Keyring } from '../../settings/secret.ts';
import type { SettingsFault } from '../../settings/settings.ts';
import { startAgain } from '../../start/again.mjs';
import { createEnding, endOnBugs, endOnSignals } from '../ending.ts';
import { createReportingGate, type Served, type ServedScreen } from '../gate.ts';
import { listPages, withPictures } from '../pages.ts';
import { say, sayFault, wrongSetting } from '../terminal.ts';
import { holdInstance } from './instance.ts';
import { connectPages, type WindowPage } from './ipc.ts';
import { createKeyring } from './keyring.ts';
import { guardKeys } from './keys.ts';
import { cutNetwork, lockNavigation, returnToPage } from './navigation.ts';
import { pageUrl } from './origin.ts';
import { guardPermissions } from './permissions.ts';
import { tellResume } from './power.ts';
import { revive } from './revival.ts';
import { privileges, servePages } from './scheme.ts';
import { windowOptions } from './window.ts';

/** What the Electron host is given: folders and files as absolute paths, and the way to start the app. */
export interface ElectronHost {
  readonly data: string;
  readonly renderer: string;
  readonly preload: string;
  /** What the first window is. */
  readonly first: 'lobby' | 'desk';
  /** Whether a person may close it, which ends Foyer: in a demo, on their own desk. */
  readonly closable: boolean;
  /** `restart` ends Foyer so that it is started anew; absent where nobody would. */
  start(
    keyring: Keyring,
    restart: (() => void) | undefined,
  ): Promise<{ ok: true; value: Served } | { ok: false; fault: SettingsFault }>;
}

/** Runs Foyer in Electron, to be called before the app is ready. Ends the process. */
export async function runElectronHost(host: ElectronHost): Promise<void> {
  endOnBugs((code) => app.exit(code));
  // The page has no network (rule WIN-4), and neither has Chromium around it: the app's own calls do not go through it.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  protocol.registerSchemesAsPrivileged([privileges]);
  keepProfileIn(host.data);
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents);
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });

  const windows: BrowserWindow[] = [];
  if (!holdInstance(app, () => windows)) {
    say('foyer runs already: its window is in front');
    return app.exit(0);
  }
  await app.whenReady();

  let isAgain = false;
  const restart = () => {
    isAgain = true;
    app.quit();
  };
  const keyring = createKeyring(safeStorage, process.platform);
  // A packaged app was started by a person or the system, who would not start it again.
  const [started, pages] = await Promise.all([host.start(keyring, app.isPackaged ? undefined : restart), listPages(host.renderer)]);
  if (!started.ok) {
    sayFault(started.fault);
    return app.exit(wrongSetting);
  }
  const end = createEnding(started.value.stop, (code) => app.exit(isAgain ? startAgain : code));
  endOnSignals(end);
  tellResume(powerMonitor, started.value);
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });

  // Without `persist:` a partition lives in memory: the page leaves nothing behind (rule DAT-5).
  const served = withPictures(pages, (name) => started.value.picture?.(name));
  const gated: WindowPage[] = [];
  const open = (use: 'lobby' | 'desk', screen: ServedScreen): BrowserWindow => {
    const own = session.fromPartition(use, { cache: false });
    servePages(own, served);
    cutNetwork(own);
    const opened = new BrowserWindow(windowOptions(host.preload, own, app.isPackaged, use));
    guardPermissions(own, use === 'lobby' ? opened.webContents : undefined);
    returnToPage(opened.webContents);
    // The desk may be laid over the lobby.
    let shown: KeysOf = use;
    screen.onSnapshot(({ screen: { kind } }) => {
      shown = kind === 'desk' || kind === 'closedDesk' ? 'desk' : 'lobby';
    });
    guardKeys(opened.webContents, () => shown);
    revive(opened.webContents, (trouble) => screen.pageLost?.(trouble), machineClock);
    opened.once('ready-to-show', () => opened.show());
    windows.push(opened);
    gated.push({ contents: opened.webContents, gate: createReportingGate(screen) });
    return opened;
  };
  const first = open(host.first, started.value);
  if (!host.closable) first.on('close', (event) => event.preventDefault());
  const besides = started.value.desk;
  const desk = besides && open('desk', besides);
  // It can be had again by starting Foyer once more. Whoever puts it away leaves the desk.
  desk?.on('close', (event) => {
    event.preventDefault();
    desk.hide();
    besides?.left?.();
  });
  connectPages(ipcMain, gated);
  await Promise.all(windows.map((window) => window.loadURL(pageUrl).catch(unlessAborted)));
  say('foyer ready electron');
}

/** Chromium's own files, which hold nothing of the page: in the data folder, so that each has its own Foyer. */
function keepProfileIn(data: string): void {
  const profile = join(data, 'chromium');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    app.setPath('userData', profile);
  } catch {
    // The app's own start says in words what is wrong with the folder.
  }
}

/** Something of the page went elsewhere before all of it was there, and was stopped: the page stays or comes back (navigation.ts). https://www.electronjs.org/docs/latest/api/web-contents#contentsloadurlurl-options */
function unlessAborted(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error;
}
