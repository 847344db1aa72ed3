import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Debian's Chromium, or the one that FOYER_CHROMIUM names, or undefined for Playwright's own. */
export const chromiumPath = process.env['FOYER_CHROMIUM'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

/** What Chromium and Electron need on a machine without a screen, and without a network beyond loopback. */
export const screenFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  // Two workers' windows lie over each other on one display: the one below must go on drawing.
  ...['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling'],
];

/** The environment of a Foyer of the tests: nothing of the machine's own settings. */
export function foyerEnvironment(data: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !name.startsWith('FOYER_'));
  return { ...(Object.fromEntries(kept) as Record<string, string>), FOYER_DATA: data, ...extra };
}

/** A browser host that has begun to start: `link` is its launch link, once it is ready, or undefined where it ends before. */
export interface BegunFoyer {
  readonly process: ChildProcess;
  readonly link: Promise<string | undefined>;
  output(): string;
}

/** Begins to run the browser host. */
export function beginFoyer(environment: Record<string, string>, flags: readonly string[] = []): BegunFoyer {
  const child = spawn(process.execPath, [join(root, 'dist/main/browser.js'), ...flags], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const link = new Promise<string | undefined>((resolve) => {
    const take = (chunk: Buffer) => {
      output += chunk;
      const found = /^foyer ready (\S+)$/m.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => resolve(undefined));
  });
  return { process: child, link, output: () => output };
}

/** Runs the browser host and answers its process and launch link, or its exit code and output where it does not start. */
export async function spawnFoyer(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Promise<{ process: ChildProcess; link?: string; output: () => string }> {
  const { process: child, link: begun, output } = beginFoyer(environment, flags);
  const link = await begun;
  return { process: child, ...(link && { link }), output };
}

/** The exit code of a process, also of one that has ended already; null after a signal. */
export const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('exit', (code) => resolve(code));
  });
