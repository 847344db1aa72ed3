import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { downloadRuntime, installedRuntime } from '../../electron/start/runtime.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-runtime-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const name =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

it.skipIf(process.platform === 'darwin')('is found in the folder that the environment names', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(installedRuntime()).toBeUndefined();
  writeFileSync(join(folder, name), '');
  expect(installedRuntime()).toBe(join(folder, name));
});

/** A mirror that answers a download in its own way; the cache is a fresh folder, so nothing is found there. */
async function mirrored<T>(answer: Parameters<typeof createServer>[1], use: () => Promise<T>): Promise<T> {
  const server = createServer(answer ?? (() => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  vi.stubEnv('electron_config_cache', folder);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(folder, 'nothing'));
  const result = await use();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return result;
}

const signal = new AbortController().signal;

it.each([
  ['refuses', (_request: unknown, response: import('node:http').ServerResponse) => response.writeHead(404).end()],
  ['cuts the line', (_request: unknown, response: import('node:http').ServerResponse) => response.destroy()],
  [
    'sends something else',
    (_request: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(200, { 'content-length': 5 }).end('<html'),
  ],
])('a mirror that %s is given up, and nothing is left installed', async (_name, answer) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await mirrored(answer as never, () => downloadRuntime({ signal }))).toBe(false);
  vi.restoreAllMocks();
});

it('a mirror that never sends a byte is given up', async () => {
  let asked = 0;
  const silent = () => {
    asked += 1;
  };
  expect(await mirrored(silent, () => downloadRuntime({ signal }))).toBe(false);
  expect(asked).toBe(1);
});

it('is given up at once when the start is stopped', async () => {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  expect(await mirrored(stop, () => downloadRuntime({ signal: stopped.signal }))).toBe(false);
});
