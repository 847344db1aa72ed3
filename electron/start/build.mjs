import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { build } from 'vite';
import { hashOf, parts, staleParts, stamp } from './freshness.mjs';

// `node build.mjs` builds what is stale, `node build.mjs --all` everything. A process of its own, so that the starter, which lives
// as long as the kiosk, does not carry the bundler.
const root = resolve(import.meta.dirname, '../..');
// Each configuration names its own root, relative to the project.
process.chdir(root);
// What the caller's own NODE_ENV says is not what is built: a React for development is twice as large and slower.
process.env['NODE_ENV'] = 'production';

for (const part of argv.includes('--all') ? parts : await staleParts(root)) {
  const begun = performance.now();
  const hash = await hashOf(root, part);
  await rm(join(root, part.made), { force: true });
  for (const mode of part.modes) await build({ configFile: join(root, part.config), mode, logLevel: 'warn' });
  await stamp(root, part, hash);
  console.log(`foyer built ${part.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
