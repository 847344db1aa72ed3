// `npm run crash [-- --seed N --rounds N --only NAME]`: kills a real Foyer at every named step and at random moments. Vite loads the
// TypeScript.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = Number(values.rounds ?? 200);

const built = spawnSync(execPath, [join(root, 'electron/start/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const server = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  console.log(`seed ${seed} (npm run crash -- --seed ${seed} repeats the random moments)`);
  const { runSuite } = await server.ssrLoadModule('/test/crash/suite.ts');
  const begun = performance.now();
  /** @param {import('./round.ts').Round} round */
  const tell = ({ name, what, milliseconds, broken }) => {
    const verdict = broken.length === 0 ? 'ok' : 'FAIL';
    console.log(`${verdict.padEnd(4)}  ${name.padEnd(32)}  ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${what}`);
    for (const fault of broken) console.log(`      ${fault}`);
  };
  const total = await runSuite({ seed, rounds, only: values.only, tell });
  console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s, seed ${seed}`);
  console.log(`${total.rounds} rounds, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
} finally {
  await server.close();
}
