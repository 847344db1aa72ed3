import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Store } from '../../electron/settings/store.ts';
import { startIn, stop } from './start.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** A data folder of its own, gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-store-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The store of a data folder, which must start; stopped after the test at the latest. */
export function storeIn(data: string): Store {
  const store = startIn(data);
  if (typeof store === 'string') throw new Error(store);
  ends.push(() => stop(store));
  return store;
}

/** Every file of a folder with its bytes. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
