import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, env, execPath, exit, platform, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { untilEnded } from './again.mjs';
import { staleParts } from './freshness.mjs';
import { askedHost, chooseHost, hasDisplay, openerOf, reportOf } from './host.mjs';
import { downloadRuntime, installedRuntime } from './runtime.mjs';

// `npm start`: builds what is stale, chooses the host, starts it, and ends with its exit code.
const root = resolve(import.meta.dirname, '../..');
const flags = argv.slice(2);
// The reports have no window, and their output belongs to whoever reads it.
const report = reportOf(flags);
const machine = { platform, env, root: platform === 'linux' && process.getuid?.() === 0 };
// For what is started on the way: the token is the host's alone (rule DAT-4).
const bareEnv = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('FOYER_')));
const stopped = new AbortController();

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** @param {NodeJS.Signals} signal */
function end(signal) {
  stopped.abort();
  if (running) running.kill(signal);
  else exit(128 + constants.signals[signal]);
}
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => end(signal));

// npm hands a signal to the shell that it starts us with, which may die of it without a word: https://github.com/npm/cli/issues/5776
const shell = process.ppid;
const watchesShell = env['npm_lifecycle_event'] === 'start';
if (watchesShell) setInterval(() => process.ppid !== shell && end('SIGTERM'), 250).unref();

/**
 * Runs a program to its end.
 * @param {string} command @param {readonly string[]} words @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
function run(command, words, options = { stdio: 'inherit', env: bareEnv }) {
  const child = spawn(command, words, { cwd: root, ...options });
  running = child;
  if (child.stdout) openLinkOf(child.stdout);
  return new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Passes the host's lines on, and opens the launch link when it comes. @param {import('node:stream').Readable} lines */
function openLinkOf(lines) {
  lines.pipe(stdout, { end: false });
  createInterface({ input: lines }).on('line', (line) => {
    const link = /^foyer ready (http:\S+)$/.exec(line)?.[1];
    if (!link) return;
    const [command, words] = openerOf(platform, link);
    // No such program, or no browser: the link stands in the terminal.
    spawn(command, words, { stdio: 'ignore', detached: true, env: bareEnv })
      .on('error', () => undefined)
      .unref();
  });
}

const asked = askedHost(flags, env);
const choosing = report
  ? undefined
  : chooseHost(machine, asked, {
      installed: installedRuntime,
      download: () => downloadRuntime({ signal: stopped.signal }),
    });

if ((await staleParts(root)).length > 0) {
  const build = [join(import.meta.dirname, 'build.mjs')];
  const code = await (report ? run(execPath, build, { stdio: ['inherit', 2, 'inherit'], env: bareEnv }) : run(execPath, build));
  if (code !== 0) exit(code);
}
if (report) exit(await run(execPath, [join(root, `dist/main/${report}.js`), ...flags], { stdio: 'inherit', env }));

const choice = /** @type {import('./host.mjs').Choice} */ (await choosing);
if (choice.host === 'none') {
  console.error(`foyer: --host electron: ${choice.fault}`);
  exit(2);
}
console.log(`foyer starts in ${choice.host === 'electron' ? 'Electron' : 'the browser'}: ${choice.why}`);

// The entries read the host from the settings as well, and must find the one that was chosen.
const childEnv = asked === undefined ? { ...env, FOYER_HOST: choice.host } : env;
const runHost = () =>
  choice.host === 'electron'
    ? run(choice.executable, [...(machine.root ? ['--no-sandbox'] : []), root, ...flags], { stdio: 'inherit', env: childEnv })
    : run(execPath, [join(root, 'dist/main/browser.js'), ...flags], {
        stdio: ['inherit', hasDisplay(machine) ? 'pipe' : 'inherit', 'inherit'],
        env: childEnv,
      });
exit(await untilEnded(runHost));
