import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  test as base,
  chromium,
  type ElectronApplication,
  _electron as electron,
  errors,
  type Page,
} from '@playwright/test';
import type { Bridge } from '../../electron/contract/calls.ts';
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
  /** The desk's page, where it is shown beside the lobby (`FOYER_DESK=1`). */
  readonly desk: () => Promise<Page>;
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

interface Start {
  readonly environment?: Readonly<Record<string, string>>;
  /** What the camera sees: a text as a QR code, or nothing but grey. Browser and Electron read it when they start. */
  readonly camera?: string;
  readonly noCamera?: boolean;
  readonly size?: { width: number; height: number };
}

/** One Chromium for all tests of a worker: its camera reads the file anew each time that it starts. */
interface Shared {
  glass: { browser: Browser; video: string };
}

interface Fixtures {
  /** Starts Foyer on the data folder of this test; all are ended after it. */
  start: (options?: Start) => Promise<Kiosk>;
  data: string;
}

export const test = base.extend<Fixtures & HostOptions, Shared>({
  host: ['browser', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern
  data: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
    await use(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  glass: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foyer-screen-'));
      const video = join(folder, 'camera.y4m');
      const browser = await launchChromium(cameraFlags(video));
      await use({ browser, video });
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
    { scope: 'worker' },
  ],
  start: async ({ host, data, glass }, use, info) => {
    info.skip(host === 'electron' && Boolean(electronAbsent), electronAbsent);
    const kiosks: Kiosk[] = [];
    const scratch = mkdtempSync(join(tmpdir(), 'foyer-screen-'));
    await use(async (options = {}) => {
      const kiosk = host === 'electron' ? await startElectron(data, scratch, options) : await startBrowser(data, glass, options);
      kiosks.push(kiosk);
      return kiosk;
    });
    await Promise.all(kiosks.map((kiosk) => kiosk.kill()));
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
});

export { expect } from '@playwright/test';

const cameraFlags = (video: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${video}`,
];

const launchChromium = (flags: readonly string[]): Promise<Browser> =>
  chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: [...screenFlags, ...flags] });

async function startBrowser(data: string, glass: Shared['glass'], options: Start): Promise<Kiosk> {
  const { environment, camera, noCamera, size = { width: 1080, height: 1920 } } = options;
  const foyer = await spawnFoyer(foyerEnvironment(data, environment));
  if (!foyer.link) throw new Error(`Foyer did not start: ${foyer.output()}`);
  writeCameraVideo(glass.video, camera);
  const own = noCamera ? await launchChromium(['--use-fake-ui-for-media-stream']) : undefined;
  const context = await (own ?? glass.browser).newContext({ viewport: size, hasTouch: true, permissions: ['camera'] });
  const page = await context.newPage();
  await page.goto(foyer.link);
  const end = async (signal: NodeJS.Signals) => {
    foyer.process.kill(signal);
    const code = await exitOf(foyer.process);
    await context.close();
    await own?.close();
    return code;
  };
  return {
    page,
    desk: async () => {
      const link = /^foyer desk (\S+)$/m.exec(foyer.output())?.[1];
      if (!link) throw new Error('Foyer has no desk');
      const desk = await context.newPage();
      await desk.setViewportSize({ width: 1280, height: 800 });
      await desk.goto(link);
      return desk;
    },
    data,
    ended: exitOf(foyer.process).then(() => {}),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function startElectron(data: string, scratch: string, { environment, camera }: Start): Promise<Kiosk> {
  if (!electronBinary) throw new Error('no Electron');
  const video = join(scratch, 'camera.y4m');
  writeCameraVideo(video, camera);
  const profile = mkdtempSync(join(scratch, 'profile-'));
  const { app, page: first } = await openElectron({
    executablePath: electronBinary,
    args: [...screenFlags, ...cameraFlags(video), `--user-data-dir=${profile}`, root],
    env: foyerEnvironment(data, { FOYER_KEY: 'file', ...environment }),
  });
  const both = environment?.['FOYER_DESK'] === '1' ? await windowsOf(app) : undefined;
  const page = both?.lobby ?? first;
  const child = app.process();
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const code = await exitOf(child);
    if (signal === 'SIGKILL') killGroup(child.pid);
    return code;
  };
  return {
    page,
    desk: async () => {
      if (!both) throw new Error('Foyer has no desk');
      return both.desk;
    },
    app,
    data,
    ended: exitOf(child).then(() => {}),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/**
 * Launches Electron and waits for its window; again where Playwright has connected and then waits for ever, which happens once in some
 * fifty launches on a busy machine with the window long there. Such a process has been told nothing.
 */
async function openElectron(
  options: Parameters<typeof electron.launch>[0],
  tries = 3,
): Promise<{ app: ElectronApplication; page: Page }> {
  let app: ElectronApplication | undefined;
  try {
    app = await electron.launch({ ...options, timeout: 15_000 });
    const neverOpened = exitOf(app.process()).then(() => {
      throw new Error('Foyer did not start');
    });
    neverOpened.catch(() => {});
    return { app, page: await Promise.race([app.firstWindow({ timeout: 15_000 }), neverOpened]) };
  } catch (error) {
    killGroup(app?.process().pid);
    if (!(error instanceof errors.TimeoutError) || tries === 1) throw error;
    return openElectron(options, tries - 1);
  }
}

/** The windows of a Foyer that shows both: they open in any order, and are told apart by what main shows in them. */
async function windowsOf(app: ElectronApplication): Promise<{ lobby: Page; desk: Page }> {
  while (app.windows().length < 2) await app.waitForEvent('window');
  const [one, other] = app.windows() as [Page, Page];
  const kind = () =>
    (globalThis as unknown as { foyer: Bridge }).foyer.snapshot().then((told) => told.ok && told.value.screen.kind);
  await one.waitForLoadState();
  return ['desk', 'closedDesk'].includes(String(await one.evaluate(kind)))
    ? { lobby: other, desk: one }
    : { lobby: one, desk: other };
}

/** Ends the children that a killed Electron leaves: Playwright starts it as the leader of a process group. */
function killGroup(leader: number | undefined): void {
  try {
    if (leader && process.platform !== 'win32') process.kill(-leader, 'SIGKILL');
  } catch {
    // They have gone with it.
  }
}
