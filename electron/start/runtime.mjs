import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, execPath, platform, stderr } from 'node:process';
import { pathToFileURL } from 'node:url';

/** Milliseconds without a byte after which a download is given up: before the first byte, and later on. */
const patience = { first: 4_000, next: 15_000 };

const require = createRequire(import.meta.url);

/** Electron's executable where it is on this machine, or undefined. Never downloads. */
export function installedRuntime() {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = platform === 'darwin' || platform === 'win32' ? names[platform] : 'electron';
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(packageFolder(), 'dist');
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
}

/**
 * Downloads Electron's runtime with the package's own means: into the shared cache first, with a watch over its bytes, which the
 * package's installer does not offer; then the installer, which finds it there, checks and unpacks it. True when it is there now.
 * @param {{ signal: AbortSignal }} options
 */
export async function downloadRuntime({ signal }) {
  const watch = new AbortController();
  let timer = setTimeout(() => watch.abort(), patience.first);
  let shown = -1;
  try {
    const { downloadArtifact } = await import(pathToFileURL(packageRequire().resolve('@electron/get')).href);
    await downloadArtifact({
      version: JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version,
      artifactName: 'electron',
      platform,
      arch: process.arch,
      checksums: packageRequire()('./checksums.json'),
      cacheRoot: env['electron_config_cache'],
      downloadOptions: {
        quiet: true,
        signal: AbortSignal.any([signal, watch.signal]),
        /** @param {{ percent: number }} progress */
        getProgressCallback: async ({ percent }) => {
          clearTimeout(timer);
          timer = setTimeout(() => watch.abort(), patience.next);
          const tenth = Math.floor(percent * 10);
          if (tenth > shown) stderr.write(`foyer downloads Electron: ${tenth * 10} %\n`);
          shown = Math.max(shown, tenth);
        },
      },
    });
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
  await new Promise((resolve) => {
    spawn(execPath, [join(packageFolder(), 'install.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('FOYER_'))),
    })
      .on('close', resolve)
      .on('error', resolve);
  });
  return installedRuntime() !== undefined;
}

const packageFolder = () => dirname(require.resolve('electron/package.json'));
const packageRequire = () => createRequire(join(packageFolder(), 'install.js'));
