// `npm run crash [-- --seed N --rounds N --only NAME]`: kills a real Foyer at every named step and at random moments.
// `npm run crash -- printing [--seed N --jobs N --only LANGUAGE]`: badges on printers that fail in every way.
// `npm run crash -- --week [--seed N --visits N]`: seven days without the server, in driven time. Vite loads the TypeScript.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    week: { type: 'boolean' },
    visits: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = Number(values.rounds ?? 200);

const server = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  if (positionals[0] === 'printing') await printing();
  else if (values.week) await week();
  else await kills();
} finally {
  await server.close();
}

async function kills() {
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
}

async function printing() {
  const { runAllPrinting } = await server.ssrLoadModule('/test/crash/printing/suite.ts');
  console.log(`seed ${seed} (npm run crash -- printing --seed ${seed} repeats the faults)`);
  const begun = performance.now();
  /** @type {Record<string, number>} */
  const counts = {};
  /** @param {string} where @param {import('./printing/suite.ts').Told} told */
  const tell = (where, { name, said, broken }) => {
    counts[`${where}: ${said}`] = (counts[`${where}: ${said}`] ?? 0) + 1;
    for (const fault of broken) console.log(`FAIL  ${where}, ${name}: ${fault}`);
  };
  const total = await runAllPrinting({ seed, jobs: Number(values.jobs ?? 1_000), only: values.only, tell });
  for (const [what, times] of Object.entries(counts).sort()) console.log(`${what.padEnd(44)}  ${String(times).padStart(6)}`);
  console.log(`\n${seconds(performance.now() - begun)} s, seed ${seed}\n${total.rounds} rounds, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function week() {
  const { liveWeek } = await server.ssrLoadModule('/test/simulation/week.ts');
  const begun = performance.now();
  const used = process.cpuUsage();
  /** @type {import('../simulation/findings.ts').Found} */
  const { figures, faults } = await liveWeek({ visits: Number(values.visits ?? 5_000), seed });
  const { user, system } = process.cpuUsage(used);
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(44)}  ${String(value).padStart(10)}`);
  console.log(
    `${'seconds, of which of the processor'.padEnd(44)}  ${seconds(performance.now() - begun)}, ${seconds((user + system) / 1000)}`,
  );
  for (const fault of faults) console.log(`FAIL  ${fault}`);
  console.log(`\nseed ${seed}\n1 rounds, ${faults.length === 0 ? 0 : 1} failed`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}
