import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * One thing that is built: its files in `dist/`, what it is made from, and how.
 * @typedef {{ name: string, made: string, config: string, modes: readonly string[], sources: readonly string[] }} Part
 */

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'renderer',
    made: 'dist/renderer/index.html',
    config: 'vite.config.ts',
    modes: ['production'],
    sources: ['renderer', 'electron/contract', 'vite.config.ts', 'package-lock.json'],
  },
  {
    name: 'main',
    made: 'dist/main/preload.cjs',
    config: 'vite.main.config.ts',
    modes: ['production', 'preload'],
    sources: ['electron', 'vite.main.config.ts', 'package-lock.json'],
  },
];

/** @param {string} root @param {Part} part */
const stampOf = (root, { name }) => join(root, `dist/.${name}.sha256`);

/**
 * The parts whose sources are not what they were built from. Contents are compared, not times: a checkout has new times.
 * @param {string} root the project's folder
 */
export async function staleParts(root) {
  const fresh = await Promise.all(
    parts.map(async (part) => {
      const [now, then] = await Promise.all([hashOf(root, part), readFile(stampOf(root, part), 'utf8').catch(() => '')]);
      return now === then && (await readFile(join(root, part.made)).catch(() => undefined)) !== undefined;
    }),
  );
  return parts.filter((_, index) => !fresh[index]);
}

/**
 * The hash of what a part is made from: paths and contents.
 * @param {string} root @param {Part} part
 */
export async function hashOf(root, part) {
  const hash = createHash('sha256');
  for (const source of part.sources) {
    for (const file of await filesUnder(root, source)) {
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex');
}

/**
 * Notes that a part was built from sources of this hash.
 * @param {string} root @param {Part} part @param {string} hash
 */
export const stamp = (root, part, hash) => writeFile(stampOf(root, part), hash);

/**
 * The files of a folder in a steady order, or the file itself; without the starter, which is not built.
 * @param {string} root @param {string} source @returns {Promise<string[]>}
 */
async function filesUnder(root, source) {
  if ((await stat(join(root, source))).isFile()) return [source];
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('electron/start/'))
    .sort();
}
