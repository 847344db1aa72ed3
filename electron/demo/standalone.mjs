// `npm run demo-server -- --port N --token T`: the demo's Bookings ONE by itself. Vite loads the TypeScript.
import { resolve } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { createServer } from 'vite';

const shell = process.ppid;
const loader = await createServer({
  configFile: false,
  root: resolve(import.meta.dirname, '../..'),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
/** @type {typeof import('./flags.ts')} */
const { readFlags } = /** @type {any} */ (await loader.ssrLoadModule('/electron/demo/flags.ts'));
const flags = readFlags(argv.slice(2), env);
if ('message' in flags) {
  stderr.write(`${flags.message}\n`);
  exit(2);
}
/** @type {typeof import('./server.ts')} */
const { startDemoServer } = /** @type {any} */ (await loader.ssrLoadModule('/electron/demo/server.ts'));
const { port, token, isInvented, misbehaviours } = flags;
const server = await startDemoServer({ port, token }).catch((/** @type {NodeJS.ErrnoException} */ error) => {
  stderr.write(`--port ${port} cannot be listened on: ${error.code}\n`);
  return exit(2);
});
for (const { key, misbehaviour, times } of misbehaviours) server.misbehave(key, misbehaviour, { times });
const stop = async () => {
  await server.close();
  // Kept until now: some modules are loaded when they are first needed.
  await loader.close();
  exit(0);
};
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => void stop());
}
// npm hands a signal to the shell that it starts us with, which may die of it without a word: https://github.com/npm/cli/issues/5776
if (env['npm_lifecycle_event'] === 'demo-server') setInterval(() => process.ppid !== shell && void stop(), 250).unref();

if (isInvented) stdout.write(`demo server token ${token}\n`);
stdout.write(`demo server ready ${server.url.origin}\n`);
