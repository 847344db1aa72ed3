import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import type { Intent } from '../../electron/contract/intent.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { staleParts } from '../../electron/start/freshness.mjs';
import { root } from '../fakes/foyer.ts';
import { writeCameraVideo } from '../fakes/video.ts';
import { installFakeBridge } from './gallery/fake-bridge.mjs';
import { serveRenderer } from './gallery/site.mjs';

const chromiumPath = process.env['FOYER_CHROMIUM'] ?? '/usr/bin/chromium';
/** Whether there is a browser to test with; says so once where there is none. */
export const hasChromium = existsSync(chromiumPath);
if (!hasChromium) console.log(`skipped: the page in Chromium, because there is none at ${chromiumPath}`);

/** What the fake bridge keeps in the page. */
interface Gallery {
  readonly intents: Intent[];
  readonly violations: string[];
  readonly push: (snapshot: Snapshot) => void;
}
declare const gallery: Gallery;

/** The renderer as it is built, in dist/ where that is fresh or in a folder of its own, served as the hosts do; and a browser whose camera sees the code FJUEIW. */
export interface BuiltPage {
  readonly folder: string;
  readonly url: string;
  /** A page that shows this snapshot, in a context of its own. `clock`: the test turns it. */
  open(first: Snapshot, more?: { clock?: boolean; context?: BrowserContextOptions }): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** What it threw or logged as an error. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** Builds and serves the renderer, and starts a browser where there is one. */
export async function buildPage(): Promise<BuiltPage> {
  const made = mkdtempSync(join(tmpdir(), 'foyer-page-'));
  // `npm test` builds before it tests; three files that build the same once more would take a tenth of its time.
  const isBuilt = (await staleParts(root)).every(({ name }) => name !== 'renderer');
  const folder = isBuilt ? join(root, 'dist/renderer') : join(made, 'renderer');
  if (!isBuilt) await build({ build: { outDir: folder, emptyOutDir: true }, logLevel: 'error' });
  const site = await serveRenderer(folder);
  const video = join(made, 'camera.y4m');
  writeCameraVideo(video, 'https://visit.example/v?code=FJUEIW');
  const camera = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ];
  const browser: Browser | undefined = hasChromium
    ? await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu', ...camera] })
    : undefined;
  return {
    folder,
    url: site.url,
    open: async (first, { clock = false, context: options } = {}) => {
      if (!browser) throw new Error('there is no Chromium');
      const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      if (clock) await page.clock.install();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.addInitScript(installFakeBridge, first);
      await page.goto(site.url);
      await page.locator('.stage, .desk').waitFor();
      return { page, faults, close: () => context.close() };
    },
    close: async () => {
      await browser?.close();
      await site.close();
      rmSync(made, { recursive: true, force: true });
    },
  };
}

/** The built page of a test file, and snapshots for it. */
interface SharedPage extends Pick<BuiltPage, 'folder' | 'url' | 'open'> {
  /** A snapshot of this screen under the next number, with what is usual in this file and what is only in this one. */
  snapshotOf(screen: Snapshot['screen'], more?: Partial<Snapshot>): Snapshot;
}

/** The built page for all tests of a file: made before the first of them and closed after the last. Its snapshots are in English where `usual` says nothing else. */
export function sharedPage(usual: Partial<Snapshot> = {}): SharedPage {
  let built: BuiltPage;
  let number = 1;
  beforeAll(async () => {
    built = await buildPage();
  }, 120_000);
  afterAll(() => built?.close());
  return {
    get folder() {
      return built.folder;
    },
    get url() {
      return built.url;
    },
    open: (first, more) => built.open(first, more),
    snapshotOf: (screen, more) => ({ number: number++, language: 'en', screen, ...usual, ...more }),
  };
}

/** Shows another snapshot. */
export const push = (page: Page, snapshot: Snapshot): Promise<void> => page.evaluate((pushed) => gallery.push(pushed), snapshot);
/** What the page has asked main for. */
export const intentsOf = (page: Page): Promise<Intent[]> => page.evaluate(() => gallery.intents);
/** What the page's policy has blocked. */
export const violationsOf = (page: Page): Promise<string[]> => page.evaluate(() => gallery.violations);
