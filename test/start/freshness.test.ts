import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf, parts, staleParts, stamp } from '../../electron/start/freshness.mjs';

let root: string;
const put = async (path: string, text = path) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const staleNames = async () => (await staleParts(root)).map(({ name }) => name);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'foyer-fresh-'));
  for (const file of [
    'renderer/main.tsx',
    'renderer/lobby/start/a.tsx',
    'electron/main.ts',
    'electron/contract/snapshot.ts',
    'electron/start/start.mjs',
  ])
    await put(file);
  for (const file of ['vite.config.ts', 'vite.main.config.ts', 'package-lock.json']) await put(file);
  for (const part of parts) {
    await put(part.made);
    await stamp(root, part, await hashOf(root, part));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('what was just built is fresh', async () => {
  expect(await staleNames()).toEqual([]);
});

it.each([
  ['renderer/main.tsx', ['renderer']],
  ['renderer/lobby/start/a.tsx', ['renderer']],
  ['vite.config.ts', ['renderer']],
  ['electron/main.ts', ['main']],
  ['vite.main.config.ts', ['main']],
  ['electron/contract/snapshot.ts', ['renderer', 'main']],
  ['package-lock.json', ['renderer', 'main']],
  ['electron/start/start.mjs', []],
  ['README.md', []],
])('a change of %s makes stale: %j', async (file, stale) => {
  await put(file, 'changed');
  expect(await staleNames()).toEqual(stale);
});

it('a new, a removed and a renamed file make stale', async () => {
  await put('renderer/new.tsx');
  expect(await staleNames()).toEqual(['renderer']);
  await rm(join(root, 'renderer/new.tsx'));
  expect(await staleNames()).toEqual([]);
  await rename(join(root, 'electron/main.ts'), join(root, 'electron/other.ts'));
  expect(await staleNames()).toEqual(['main']);
});

it('times do not count: a checkout has new ones', async () => {
  await utimes(join(root, 'electron/main.ts'), new Date(0), new Date(0));
  expect(await staleNames()).toEqual([]);
});

it('what was never built, or was taken away, is stale', async () => {
  await rm(join(root, 'dist/renderer/index.html'));
  expect(await staleNames()).toEqual(['renderer']);
  await rm(join(root, 'dist'), { recursive: true });
  expect(await staleNames()).toEqual(['renderer', 'main']);
});

it('every source of a part is there in the project, and a copy of it hashes alike', async () => {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  for (const part of parts) {
    for (const source of part.sources) expect(existsSync(join(project, source))).toBe(true);
    const copy = join(root, 'copy');
    for (const source of part.sources) await cp(join(project, source), join(copy, source), { recursive: true });
    expect(await hashOf(copy, part)).toBe(await hashOf(project, part));
    await rm(copy, { recursive: true });
  }
});
