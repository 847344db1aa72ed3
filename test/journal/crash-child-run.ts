import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { key } from './visit-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ownChild = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const built = new Map<string, Promise<string>>();
const folders: string[] = [];
// Vitest takes hooks only while a test file is read, not from within a test.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A child as one JavaScript file, built once for each test file, inside dist/ so that it finds node_modules. */
function childFile(source: string): Promise<string> {
  const file = built.get(source) ?? builtFrom(source);
  built.set(source, file);
  return file;
}

async function builtFrom(source: string): Promise<string> {
  mkdirSync(`${root}dist`, { recursive: true });
  const folder = mkdtempSync(`${root}dist/crash-`);
  folders.push(folder);
  // For a child that is another account's.
  chmodSync(folder, 0o755);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: source, outDir: folder, target: 'node20' },
  });
  return `${folder}/${basename(source, '.ts')}.js`;
}

/**
 * Runs the child in `folder` until it is through or dies. `crashAt`: the failpoint that kills it; `killAfter`: milliseconds from its
 * 'ready' to a SIGKILL from outside; `child`: another one than the journal's; `uid`: whose process it is. Answers the whole lines that it said and the signal that ended it.
 */
export async function runCrashChild(
  folder: string,
  crashAt: string | undefined,
  {
    visits = 1,
    killAfter,
    child: source = ownChild,
    uid,
  }: { visits?: number; killAfter?: number; child?: string; uid?: number } = {},
): Promise<{ said: string[]; signal: NodeJS.Signals | null; code: number | null; errors: string }> {
  const child = spawn(process.execPath, [await childFile(source), folder, String(visits), key], {
    env: { ...process.env, FOYER_CRASH_AT: crashAt },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said: string[] = [];
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    if (line === 'ready' && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { said, signal, code, errors };
}
