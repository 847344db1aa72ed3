import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env, execPath, exit, platform } from 'node:process';

// `npm test`: every stage in turn, each timed, then the one line that counts. A stage that fails does not hide what the next one finds.
const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', platform === 'win32' ? `${name}.cmd` : name);
const total = { passed: 0, failed: 0, skipped: 0 };

/** @type {import('node:child_process').ChildProcess[]} */
const helpers = [];
process.on('exit', () => {
  for (const helper of helpers) helper.kill();
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => exit(1));

/**
 * Runs one stage to its end and says how long it took.
 * @param {string} name @param {string} command @param {readonly string[]} words @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<boolean>} whether it passed
 */
async function stage(name, command, words, extra = {}) {
  const begun = performance.now();
  const shell = platform === 'win32' && command.endsWith('.cmd');
  const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...extra }, shell });
  helpers.push(child);
  const code = await new Promise((settle) => child.on('close', settle).on('error', () => settle(1)));
  helpers.splice(helpers.indexOf(child), 1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return code === 0;
}

/** Counts a stage as one test. @param {Parameters<typeof stage>} stageArguments */
async function check(...stageArguments) {
  const passed = await stage(...stageArguments);
  total[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

/**
 * Adds a stage's own count to the total. A stage that failed without one (it could not start) counts as one failure.
 * @param {boolean} passed @param {string} file @param {(report: any) => typeof total} countsOf
 */
function count(passed, file, countsOf) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const counts = report ? countsOf(report) : { passed: 0, failed: 0, skipped: 0 };
  if (!passed && counts.failed === 0) counts.failed = 1;
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
}

/** Where Chromium is, installed now if that can be done; undefined: nothing could be done, and a line has said what to install. */
function findChromium() {
  const candidates = [
    env['FOYER_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const found = candidates.find((candidate) => candidate && existsSync(candidate));
  if (found) return found;
  const quiet = /** @type {const} */ ({ stdio: 'ignore', timeout: 180_000, cwd: root });
  if (platform === 'linux' && process.getuid?.() === 0) {
    console.log('installing Chromium with apt-get');
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  console.log('installing Chromium with Playwright');
  spawnSync(bin('playwright'), ['install', 'chromium'], { ...quiet, shell: platform === 'win32' });
  const where = spawnSync(execPath, ['-e', "console.log(require('@playwright/test').chromium.executablePath())"], { cwd: root });
  const own = where.stdout?.toString().trim();
  if (own && existsSync(own)) return own;
  console.log(
    'The end-to-end tests need Chromium: install it (Debian: apt-get install chromium), or set FOYER_CHROMIUM to its path.',
  );
  return undefined;
}

/** The environment in which Electron has a screen: this one, or an Xvfb of our own. Undefined: there is none, and a line says so. */
async function findDisplay() {
  if (platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return {};
  if (spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error) {
    console.log('Electron tests are skipped: there is no display, and no Xvfb (Debian: apt-get install xvfb openbox).');
    return undefined;
  }
  // Xvfb takes a free display itself and writes its number to the descriptor that it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  helpers.push(server);
  const number = await new Promise((settle) => {
    server.stdio[3]?.once('data', (data) => settle(String(data).trim()));
    server.once('close', () => settle(undefined));
  });
  if (number === undefined) return undefined;
  const display = { DISPLAY: `:${number}` };
  // A kiosk window fills the screen only under a window manager.
  const manager = spawn('openbox', [], { stdio: 'ignore', env: { ...env, ...display } }).on('error', () => undefined);
  helpers.push(manager);
  return display;
}

/** The folder of Electron's runtime, where it is at hand; undefined: it is not, and a line says so. */
function findElectron() {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  if (existsSync(join(folder, 'version'))) return folder;
  console.log('Electron tests are skipped: its runtime is not here (npm start downloads it, or set ELECTRON_OVERRIDE_DIST_PATH).');
  return undefined;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await check('types', bin('tsc'), ['-p', '.']);
await check('lint and format', bin('biome'), ['ci', '--error-on-warnings', '.']);
await check('dead code', bin('knip'), []);

// Built before the tests: some of them start the built app.
const built = await check('build', execPath, ['electron/start/build.mjs', '--all']);

const unitReport = join(reports, 'unit.json');
const unit = await stage('unit and integration', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
count(unit, unitReport, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
}));

const chromium = findChromium();
if (!built || !chromium) total.failed += 1;
else {
  const electron = findElectron();
  const display = electron ? await findDisplay() : undefined;
  const endReport = join(reports, 'e2e.json');
  const end = await stage(
    'end to end',
    bin('playwright'),
    ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      ...display,
      FOYER_CHROMIUM: chromium,
      ...(display && { ELECTRON_OVERRIDE_DIST_PATH: electron }),
      PLAYWRIGHT_JSON_OUTPUT_NAME: endReport,
    },
  );
  count(end, endReport, ({ stats }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} of the end-to-end tests passed only when tried again`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
exit(total.failed === 0 ? 0 : 1);
