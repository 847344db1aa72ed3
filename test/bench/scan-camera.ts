import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/screen.ts';
import { chromiumPath, root, screenFlags } from '../fakes/foyer.ts';
import { type SceneName, scenes, writeAppearing, writeScene } from '../fakes/scenes.ts';
import { installFakeBridge } from '../renderer/gallery/fake-bridge.mjs';
import { serveRenderer } from '../renderer/gallery/site.mjs';
import { serveBench } from './scan.ts';
import { type Figure, quantile } from './statistics.ts';

const text = 'https://visit.example/v?code=FJUEIW';
const starts = 3;
const scanScreen: Snapshot = { number: 2, language: 'en', screen: { kind: 'scan', purpose: 'checkIn' } };
const firstScreen: Snapshot = { number: 1, language: 'en', screen: { kind: 'lookingUp', purpose: 'checkIn' } };

declare const gallery: { push(snapshot: Snapshot): void };
declare const times: { asked?: number; code?: number };
declare const live: (name: string, milliseconds: number) => Promise<number | undefined>;

/** A Chromium whose camera shows a file; which one is read at each start of the camera. */
interface Camera {
  readonly browser: Browser;
  /** For the files. */
  readonly folder: string;
  show(file: string): void;
  close(): Promise<void>;
}

/** Starts one. */
export async function cameraBrowser(): Promise<Camera> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-camera-'));
  const link = join(folder, 'camera.mjpeg');
  const browser = await chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      ...screenFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${link}`,
    ],
  });
  return {
    browser,
    folder,
    show: (file) => {
      symlinkSync(file, `${link}.next`);
      renameSync(`${link}.next`, link);
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The page as it is built, on a bridge that takes down when the camera was asked for and when a code was handed on. */
async function scanPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(installFakeBridge, firstScreen);
  await page.addInitScript(() => {
    const noted: { asked?: number; code?: number } = {};
    Object.assign(window, { times: noted });
    const { foyer } = window as unknown as { foyer: { intent(intent: { kind: string }): Promise<unknown> } };
    const tell = foyer.intent;
    foyer.intent = (intent) => {
      if (intent.kind === 'code') noted.code = performance.now();
      return tell(intent);
    };
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) => {
      noted.asked ??= performance.now();
      return ask(constraints);
    };
  });
  await page.goto(url);
  await page.locator('.stage').waitFor();
  // A kiosk has loaded the decoder long before somebody comes.
  await page.waitForTimeout(6_500);
  return page;
}

/** The time from the start of the camera to the code, for every scene: ours beside html5-qrcode as it comes. */
export async function measureCamera(): Promise<Figure[]> {
  const camera = await cameraBrowser();
  const site = await serveRenderer(join(root, 'dist/renderer'));
  const bench = await serveBench('.');
  try {
    const figures: Figure[] = [];
    const all: number[] = [];
    const missed: string[] = [];
    const page = await scanPage(camera.browser, site.url);
    const stock = await camera.browser.newPage();
    await stock.goto(bench.url);
    for (const name of (Object.keys(scenes) as SceneName[]).filter((one) => one !== 'none')) {
      const file = join(camera.folder, `${name}.mjpeg`);
      writeScene(file, name, text);
      camera.show(file);
      const ours: number[] = [];
      for (let start = 0; start < starts; start += 1) ours.push(await startToCode(page, 4_000));
      const theirs = await stock.evaluate(([by, limit]) => live(by, limit), ['stock', 4_000] as const);
      all.push(...ours);
      if (ours.some((time) => time > 2_000)) missed.push(name);
      figures.push({
        name: `camera, ${name}: start to code, median of ${starts}; html5-qrcode`,
        value: `${said(quantile(ours, 0.5))}; ${said(theirs ?? Number.POSITIVE_INFINITY)}`,
      });
    }
    const median = quantile(all, 0.5);
    return [
      ...figures,
      { name: 'camera, all scenes: start to code, median', value: said(median), target: '≤ 250 ms', met: median <= 250 },
      { name: 'camera, scenes not read within 2 s', value: missed.join(', ') || 'none', target: 'none', met: missed.length === 0 },
    ];
  } finally {
    await camera.close();
    await site.close();
    await bench.close();
  }
}

let number = 10;

/** Opens the scan screen and answers the ms from asking for the camera to the code; Infinity where none came. */
async function startToCode(page: Page, limit: number): Promise<number> {
  number += 2;
  await page.evaluate(
    (snapshot) => {
      times.asked = undefined as unknown as number;
      times.code = undefined as unknown as number;
      gallery.push(snapshot);
    },
    { ...scanScreen, number },
  );
  await page.waitForFunction(() => times.code !== undefined, undefined, { timeout: limit, polling: 20 }).catch(() => undefined);
  const { asked, code } = await page.evaluate(() => ({ ...times }));
  await page.evaluate((snapshot) => gallery.push(snapshot), { ...firstScreen, number: number + 1 });
  await page.locator('video').waitFor({ state: 'detached' });
  return asked === undefined || code === undefined ? Number.POSITIVE_INFINITY : code - asked;
}

const said = (ms: number): string => (Number.isFinite(ms) ? `${ms.toFixed(0)} ms` : 'never');

/** The ms from the capture of the first frame with a code, after seconds in which nothing was there, to the code. */
export async function measureAppearance(samples: number): Promise<Figure[]> {
  const camera = await cameraBrowser();
  const site = await serveRenderer(join(root, 'dist/renderer'));
  try {
    const file = join(camera.folder, 'appearing.mjpeg');
    writeAppearing(file, text, 6);
    camera.show(file);
    const page = await scanPage(camera.browser, site.url);
    await page.evaluate((snapshot) => gallery.push(snapshot), scanScreen);
    await page.locator('.viewfinder.working').waitFor();
    const taken = await page.evaluate(appearances, samples);
    const median = quantile(taken, 0.5);
    const value = `${median.toFixed(0)} / ${quantile(taken, 0.95).toFixed(0)} ms`;
    return [
      {
        name: `camera, a code appears: capture to result, median / p95 of ${taken.length}`,
        value,
        target: 'median ≤ 40 ms',
        met: median <= 40,
      },
    ];
  } finally {
    await camera.close();
    await site.close();
  }
}

/** Runs in the page: watches the picture's middle for the card of the code; each frame says when it was captured. */
async function appearances(samples: number): Promise<number[]> {
  const video = document.querySelector('video');
  const canvas = new OffscreenCanvas(32, 18);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!video || !context) throw new Error('no picture');
  const taken: number[] = [];
  let shown: number | undefined;
  let wasShown = true;
  const { foyer } = window as unknown as { foyer: { intent(intent: { kind: string }): Promise<unknown> } };
  const tell = foyer.intent;
  let result: number | undefined;
  foyer.intent = (intent) => {
    if (intent.kind === 'code') result = performance.now();
    return tell(intent);
  };
  while (taken.length < samples) {
    const { captureTime, presentationTime } = await new Promise<VideoFrameCallbackMetadata>((resolve) =>
      video.requestVideoFrameCallback((_, metadata) => resolve(metadata)),
    );
    context.drawImage(video, 0, 0, 32, 18);
    // The quiet zone of the card, left of the code's middle.
    const [light = 0] = context.getImageData(11, 9, 1, 1).data;
    const isShown = light > 150;
    if (isShown && !wasShown) shown = captureTime ?? presentationTime;
    wasShown = isShown;
    if (shown !== undefined && result !== undefined) {
      taken.push(result - shown);
      shown = undefined;
      result = undefined;
    }
  }
  return taken;
}

/** What was measured while nobody was there: shares of a core, ms of each long task, KiB every two seconds, codes that were read. */
interface Idle {
  readonly cpu: number;
  readonly tasks: readonly number[];
  readonly memory: readonly number[];
  readonly codes: number;
}

/** The scan screen of the page in `folder` before an empty scene, for so many seconds. */
export async function idleFor(seconds: number, folder: string, camera: Camera): Promise<Idle> {
  const file = join(camera.folder, 'none.mjpeg');
  writeScene(file, 'none', text);
  camera.show(file);
  const site = await serveRenderer(folder);
  try {
    const page = await scanPage(camera.browser, site.url);
    await page.evaluate((snapshot) => gallery.push(snapshot), scanScreen);
    await page.locator('.viewfinder.working').waitFor();
    await page.waitForTimeout(5_000);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        entryTypes: ['longtask'],
      });
    });
    const pid = await rendererOf(page, camera.browser);
    const memory: number[] = [];
    const gathering = setInterval(() => memory.push(anonymous(pid)), 2_000);
    const cpu = await cpuShare(pid, seconds, page);
    clearInterval(gathering);
    const tasks = await page.evaluate(() => Reflect.get(window, 'tasks') as number[]);
    const codes = await page.evaluate(() => (times.code === undefined ? 0 : 1));
    // The first is the moment in which the page was kept busy to find its process.
    return { cpu, tasks: tasks.filter((duration) => duration < 390), memory, codes };
  } finally {
    await site.close();
  }
}

/** What twenty minutes of nobody cost, or `seconds` of them, beside the video alone. */
export async function measureIdle(seconds: number): Promise<Figure[]> {
  const camera = await cameraBrowser();
  const bench = await serveBench('.');
  try {
    const file = join(camera.folder, 'none.mjpeg');
    writeScene(file, 'none', text);
    camera.show(file);
    const alone = await camera.browser.newPage({ viewport: { width: 1080, height: 1920 } });
    await alone.goto(bench.url);
    void alone.evaluate(() => live('video', 3_600_000)).catch(() => undefined);
    await alone.waitForTimeout(5_000);
    const before = await rendererOf(alone, camera.browser);
    const bare = await cpuShare(before, Math.min(60, seconds), alone);
    await alone.close();
    const { cpu, tasks, memory, codes } = await idleFor(seconds, join(root, 'dist/renderer'), camera);
    const above = cpu - bare;
    const growth = (middle(memory.slice(-10)) - middle(memory.slice(30, 40))) / 1024;
    return [
      {
        name: `nobody for ${seconds} s: CPU of renderer and worker above the video alone (${bare.toFixed(2)})`,
        value: `${above.toFixed(2)} cores`,
        target: '≤ 0.12',
        met: above <= 0.12,
      },
      { name: `nobody for ${seconds} s: codes read`, value: `${codes}`, target: '0', met: codes === 0 },
      { name: `nobody for ${seconds} s: long tasks over 50 ms`, value: `${tasks.length}`, target: '0', met: tasks.length === 0 },
      {
        name: `nobody for ${seconds} s: memory after the first minute`,
        value: `${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MiB`,
        ...(memory.length > 45 && { target: '≤ 10 MiB', met: growth <= 10 }),
      },
    ];
  } finally {
    await camera.close();
    await bench.close();
  }
}

const middle = (samples: readonly number[]): number => quantile(samples, 0.5);

/** The process of a page: the renderer that spent time while the page was kept busy for a moment. */
async function rendererOf(page: Page, browser: Browser): Promise<number> {
  const before = await processTimes(browser);
  await page.evaluate(() => {
    for (const until = performance.now() + 400; performance.now() < until; );
  });
  const after = await processTimes(browser);
  const [pid] = [...after].sort(([a, x], [b, y]) => y - (before.get(b) ?? 0) - (x - (before.get(a) ?? 0)))[0] ?? [];
  if (pid === undefined) throw new Error('no renderer');
  return pid;
}

async function processTimes(browser: Browser): Promise<Map<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
}

/** Of a Linux process: clock ticks of 10 ms in user and kernel (man 5 proc_pid_stat). */
const ticksOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
};

/** KiB of memory that is the process's own. */
const anonymous = (pid: number): number => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);

async function cpuShare(pid: number, seconds: number, page: Page): Promise<number> {
  const begun = performance.now();
  const before = ticksOf(pid);
  await page.waitForTimeout(seconds * 1_000);
  return (ticksOf(pid) - before) / 100 / ((performance.now() - begun) / 1_000);
}
