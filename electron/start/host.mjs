/**
 * What the starter knows of this machine. `root`: Linux's root, under which Chromium's sandbox cannot work.
 * @typedef {{ platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, root: boolean }} Machine
 *
 * What to start, and why. `fault`: the host that was asked for cannot be had.
 * @typedef {{ host: 'electron', executable: string, why: string } | { host: 'browser', why: string } | { host: 'none', fault: string }} Choice
 */

/**
 * The host that was asked for with `--host` (the last one counts) or `FOYER_HOST`; undefined: none was.
 * @param {readonly string[]} flags @param {Machine['env']} env
 * @returns {string | undefined}
 */
export function askedHost(flags, env) {
  const given = flags.findLastIndex((flag) => flag === '--host' || flag.startsWith('--host='));
  const flag = flags[given];
  if (flag !== undefined) return flag === '--host' ? flags[given + 1] : flag.slice('--host='.length);
  return env['FOYER_HOST'] || undefined;
}

/**
 * The entry of the report that was asked for in the place of a start; undefined: none was.
 * @param {readonly string[]} flags
 * @returns {'check' | 'printers' | 'pins' | undefined}
 */
export function reportOf(flags) {
  const has = (/** @type {string} */ name) => flags.some((flag) => flag === `--${name}` || flag.startsWith(`--${name}=`));
  if (has('set-pin') || has('remove-pin')) return 'pins';
  return /** @type {const} */ (['check', 'printers', 'pins']).find(has);
}

/**
 * Whether a window can be shown.
 * @param {Machine} machine
 */
export function hasDisplay({ platform, env }) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Electron when its runtime is there or can be downloaded now and there is a display, else the browser. An unknown host is left to
 * the entry, which refuses it like any other wrong setting.
 * @param {Machine} machine
 * @param {string | undefined} asked
 * @param {{ installed: () => string | undefined, download: () => Promise<boolean> }} runtime
 * @returns {Promise<Choice>}
 */
export async function chooseHost(machine, asked, runtime) {
  if (asked !== undefined && asked !== 'electron') return { host: 'browser', why: 'as asked' };
  const missing = (/** @type {string} */ what) =>
    asked === 'electron'
      ? { host: /** @type {const} */ ('none'), fault: what }
      : { host: /** @type {const} */ ('browser'), why: what };
  if (!hasDisplay(machine)) return missing('there is no display');
  const executable = runtime.installed() ?? ((await runtime.download()) ? runtime.installed() : undefined);
  if (executable === undefined) return missing("Electron's runtime is not here and cannot be downloaded now");
  const why = machine.root
    ? "its runtime and a display are here; without Chromium's sandbox, because this is root"
    : 'its runtime and a display are here';
  return { host: 'electron', executable, why };
}

/**
 * The program and words that open a link in the person's browser.
 * @param {NodeJS.Platform} platform @param {string} link
 * @returns {[string, string[]]}
 */
export function openerOf(platform, link) {
  if (platform === 'darwin') return ['open', [link]];
  // The empty word is the window's title, which `start` takes from the first quoted one.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', link]];
  return ['xdg-open', [link]];
}
