import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { asCode } from '../../renderer/scan/as-code.ts';
import { chromiumPath, root, screenFlags } from '../fakes/foyer.ts';
import type { PhotoRead } from './scan/worker.ts';
import { type Figure, quantile } from './statistics.ts';

declare const read: (name: string, address: string) => Promise<PhotoRead>;

interface Photo {
  readonly file: string;
  readonly texts: readonly string[];
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * How well three decoders read the photos of a folder with an `expected.json` (rows of `file` and `texts`, any of which counts), in Chromium: html5-qrcode as it
 * comes, the same with the polyfill of BarcodeDetector, and ours, which looks at each as the kiosk does: held still before the camera, look after look, until it is read or
 * 120 ms of looking are used up; what it takes is the looking. A photo is read right if a text that was read is one of its texts (line ends and outer
 * blanks aside), and wrong if texts were read and none is.
 */
export async function measurePhotos(folder: string): Promise<Figure[]> {
  const photos = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Photo[];
  const site = await serveBench(folder);
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: screenFlags });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => 'read' in window);
    const figures: Figure[] = [];
    for (const name of ['stock', 'polyfill', 'ours']) {
      // The first ones warm it up: a kiosk has read thousands.
      for (const { file } of photos.slice(0, 25))
        await page.evaluate(([by, at]) => read(by, at), [name, `photos/${file}`] as const);
      let right = 0;
      const wrong: string[] = [];
      const times: number[] = [];
      const held: number[] = [];
      for (const { file, texts } of photos) {
        const found = await page.evaluate(([by, at]) => read(by, at), [name, `photos/${file}`] as const);
        times.push(found.milliseconds);
        if (found.held !== undefined && found.texts.length > 0) held.push(found.held);
        if (found.texts.some((text) => texts.some((expected) => plain(expected) === plain(text)))) right += 1;
        else if (found.texts.length > 0) wrong.push(file);
      }
      figures.push(...figuresOf(name, photos.length, right, wrong, times));
      if (held.length > 0)
        figures.push({
          name: `${photos.length} photos, ${name}: held until read, beyond the first frame, p95 / most`,
          value: `${quantile(held, 0.95).toFixed(0)} / ${Math.max(...held).toFixed(0)} ms`,
        });
    }
    const { size } = statSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
    return [...figures, { name: 'wasm of the decoder', value: `${(size / 1024).toFixed(0)} KiB` }];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What strangers hold before a camera: none of it is a code. */
const strangers = [
  'x'.repeat(4_096),
  `https://example.org/${'a/'.repeat(1_000)}`,
  `https://example.org/?${'q=1&'.repeat(500)}`,
  'WIFI:S:guest;T:WPA;P:secret12;;',
  'BEGIN:VCARD\nVERSION:3.0\nFN:Ben Example\nEND:VCARD',
  '\u001b@\u001d(k\u0000\u0000rm -rf',
  Array.from({ length: 2_000 }, (_, index) => String.fromCharCode(index % 256)).join(''),
  '4006381333931',
];

/** The longest that the shape of a text takes to refuse, in ms. */
export function measureShapes(): Figure[] {
  const taken: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    for (const text of strangers) {
      const begun = performance.now();
      if (asCode(text) !== '') throw new Error('a stranger was taken for a code');
      taken.push(performance.now() - begun);
    }
  }
  const p99 = quantile(taken, 0.99);
  return [{ name: `refused by its shape, p99 of ${taken.length}`, value: `${p99.toFixed(3)} ms`, target: '< 1 ms', met: p99 < 1 }];
}

function figuresOf(name: string, all: number, right: number, wrong: readonly string[], times: readonly number[]): Figure[] {
  const share = (100 * right) / all;
  const isOurs = name === 'ours';
  const median = quantile(times, 0.5);
  const most = Math.max(...times);
  return [
    {
      name: `${all} photos, ${name}: right`,
      value: `${share.toFixed(1)} % (${right})`,
      ...(isOurs && { target: '≥ 95.5 %', met: share >= 95.5 }),
    },
    {
      name: `${all} photos, ${name}: wrong${wrong.length > 0 ? ` (${wrong.slice(0, 3).join(', ')})` : ''}`,
      value: `${wrong.length}`,
      ...(isOurs && { target: '0', met: wrong.length === 0 }),
    },
    {
      name: `${all} photos, ${name}: median / p95 / most`,
      value: `${median.toFixed(0)} / ${quantile(times, 0.95).toFixed(0)} / ${most.toFixed(0)} ms`,
      ...(isOurs && { target: 'median ≤ 20, p95 ≤ 120 ms', met: median <= 20 && quantile(times, 0.95) <= 120 }),
    },
  ];
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Builds the page of the decoders and serves it, with the photos beside it, on loopback. */
export async function serveBench(photos: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const made = mkdtempSync(join(tmpdir(), 'foyer-scan-'));
  await build({
    configFile: false,
    root: join(root, 'test/bench/scan'),
    base: './',
    worker: { format: 'es' },
    build: { outDir: made, emptyOutDir: true, assetsInlineLimit: 0, target: 'chrome130', reportCompressedSize: false },
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/photos/')
      ? join(resolve(photos), path.slice(8))
      : join(made, path === '/' ? 'index.html' : path);
    try {
      const bytes = readFileSync(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          rmSync(made, { recursive: true, force: true });
          done();
        });
        server.closeAllConnections();
      }),
  };
}
