import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { root } from '../fakes/foyer.ts';
import { type SceneName, scenes, writeAppearing, writeScene } from '../fakes/scenes.ts';
import { serveRenderer } from '../renderer/gallery/site.mjs';
import { cameraBrowser, firstScreen, heldText, scanPage, scanScreen } from './camera-browser.ts';
import { serveBench } from './scan.ts';
import { type Figure, quantile } from './statistics.ts';

const starts = 3;

declare const gallery: { push(snapshot: Snapshot): void };
declare const times: { asked?: number; code?: number };
declare const live: (name: string, milliseconds: number) => Promise<number | undefined>;

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
      writeScene(file, name, heldText);
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
    writeAppearing(file, heldText, 6);
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
