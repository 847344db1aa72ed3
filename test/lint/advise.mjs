// `npm run advise`: electronegativity over the built program, against the list of what is known (rule SUP-4). A person's aid and no gate: it is not kept up any more
// (https://github.com/doyensec/electronegativity), so it is no dependency, knows none of the newer defaults of Electron, and is fetched for the run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findingsIn, without } from './findings.mjs';

const root = resolve(import.meta.dirname, '../..');
const version = '1.10.3';
const folder = mkdtempSync(join(tmpdir(), 'foyer-advise-'));
const file = join(folder, 'found.csv');
const words = [
  '--yes',
  '--ignore-scripts',
  `@doyensec/electronegativity@${version}`,
  '-i',
  join(root, 'dist/main'),
  '-o',
  file,
  '-r',
];
const { status } = spawnSync('npx', words, {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'ignore'],
  timeout: 300_000,
  shell: process.platform === 'win32',
});
/** @type {import('./findings.mjs').Finding[] | undefined} */
let found;
try {
  found = findingsIn(readFileSync(file, 'utf8'));
} catch {
  console.log(`electronegativity ${version} could not be run (${status}): it is fetched from the registry, and reads dist/main`);
}
rmSync(folder, { recursive: true, force: true });
if (found) {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known-findings.json'), 'utf8'));
  const [news, gone] = [without(found, known), without(known, found)];
  for (const { check, file, sample } of news) console.log(`new   ${check}  ${file}  ${sample}`);
  for (const { check, file, sample } of gone) console.log(`gone  ${check}  ${file}  ${sample}`);
  console.log(`${found.length} findings, ${news.length} new, ${gone.length} gone`);
}
