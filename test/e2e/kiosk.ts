import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  test as base,
  chromium,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test';
import { chromiumPath, exitOf, foyerEnvironment, root, screenFlags, spawnFoyer } from '../fakes/foyer.ts';
import { writeCameraVideo } from '../fakes/video.ts';

const electronFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
const electronBinary = electronFolder && join(electronFolder, process.platform === 'win32' ? 'electron.exe' : 'electron');
const electronAbsent =
  !electronBinary || !existsSync(electronBinary)
    ? 'Electron tests skipped: set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron'
    : process.platform === 'linux' && !process.env['DISPLAY']
      ? 'Electron tests skipped: no display (Xvfb)'
      : undefined;

export interface HostOptions {
  host: 'browser' | 'electron';
}

/** A running Foyer and the page that a visitor sees. */
export interface Kiosk {
  readonly page: Page;
  /** Electron's main process; absent in the browser host. */
  readonly app?: ElectronApplication;
  /** The data folder, which survives a stop. */
  readonly data: string;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** SIGTERM, then the exit code. */
  stop(): Promise<number | null>;
  /** When the process has ended by itself. */
  readonly ended: Promise<void>;
}

export interface Start {
  readonly environment?: Readonly<Record<string, string>>;
  /** What the camera sees: a text as a QR code, or nothing but grey. Browser and Electron read it when they start. */
  readonly camera?: string;
  readonly noCamera?: boolean;
  readonly size?: { width: number; height: number };
}

interface Fixtures {
  /** Starts Foyer on the data folder of this test; all are ended after it. */
  start: (options?: Start) => Promise<Kiosk>;
  data: string;
}

export const test = base.extend<Fixtures & HostOptions>({
  host: ['browser', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern
  data: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
    await use(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ host, data }, use, info) => {
    info.skip(host === 'electron' && Boolean(electronAbsent), electronAbsent);
    const kiosks: Kiosk[] = [];
    const scratch = mkdtempSync(join(tmpdir(), 'foyer-screen-'));
    await use(async (options = {}) => {
      const flags = cameraFlags(join(scratch, `camera-${kiosks.length}.y4m`), options);
      const kiosk =
        host === 'electron' ? await startElectron(data, scratch, flags, options) : await startBrowser(data, flags, options);
      kiosks.push(kiosk);
      return kiosk;
    });
    await Promise.all(kiosks.map((kiosk) => kiosk.kill()));
    rmSync(scratch, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';

function cameraFlags(video: string, { camera, noCamera }: Start): string[] {
  if (noCamera) return [...screenFlags, '--use-fake-ui-for-media-stream'];
  writeCameraVideo(video, camera);
  const fake = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ];
  return [...screenFlags, ...fake];
}

async function startBrowser(
  data: string,
  flags: string[],
  { environment, size = { width: 1080, height: 1920 } }: Start,
): Promise<Kiosk> {
  const foyer = await spawnFoyer(foyerEnvironment(data, environment));
  if (!foyer.link) throw new Error(`Foyer did not start: ${foyer.output()}`);
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: flags });
  const context: BrowserContext = await browser.newContext({ viewport: size, hasTouch: true, permissions: ['camera'] });
  const page = await context.newPage();
  await page.goto(foyer.link);
  const end = async (signal: NodeJS.Signals) => {
    foyer.process.kill(signal);
    const code = await exitOf(foyer.process);
    await browser.close();
    return code;
  };
  return {
    page,
    data,
    ended: exitOf(foyer.process).then(() => {}),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function startElectron(data: string, scratch: string, flags: string[], { environment }: Start): Promise<Kiosk> {
  if (!electronBinary) throw new Error('no Electron');
  const profile = mkdtempSync(join(scratch, 'profile-'));
  const app: ElectronApplication = await electron.launch({
    executablePath: electronBinary,
    args: [...flags, `--user-data-dir=${profile}`, root],
    env: foyerEnvironment(data, { FOYER_KEY: 'file', ...environment }),
  });
  const page = await app.firstWindow();
  const child = app.process();
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exitOf(child);
  };
  return {
    page,
    data,
    ended: exitOf(child).then(() => {}),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
