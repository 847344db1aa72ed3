import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { root } from '../fakes/foyer.ts';
import { writeScene } from '../fakes/scenes.ts';
import { serveRenderer } from '../renderer/gallery/site.mjs';
import { type Camera, cameraBrowser, heldText, scanPage, scanScreen } from './camera-browser.ts';
import { serveBench } from './scan.ts';
import { type Figure, quantile } from './statistics.ts';

declare const gallery: { push(snapshot: Snapshot): void };
declare const times: { code?: number };
declare const live: (name: string, milliseconds: number) => Promise<number | undefined>;

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
  writeScene(file, 'none', heldText);
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
    writeScene(file, 'none', heldText);
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
