import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckFlags } from '../../electron/check/flags.ts';
import { progressOn } from '../../electron/check/progress.ts';
import { canary } from '../bookings/web.ts';
import { foyerEnvironment, root } from '../fakes/foyer.ts';
import { administer, machine } from '../settings/kept.ts';
import { serverOf, wellReply } from './checked.ts';

let folder: string;
let entry: string;
// Inside dist/, so that what is built finds node_modules.
beforeAll(async () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'dist/check-'));
  entry = join(folder, 'check.js');
  const source = join(root, 'electron/check.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr: source, outDir: folder, target: 'node20' } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(script: string, flags: readonly string[], environment: Record<string, string> = {}) {
  const data = join(folder, 'data');
  const child = spawn(process.execPath, [script, ...flags], {
    env: foyerEnvironment(data, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.error += String(chunk);
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    expect(existsSync(data), 'the data folder is not touched').toBe(false);
    return { code, signal, ...said };
  });
  return { child, ended };
}
const run = (flags: readonly string[], environment?: Record<string, string>) => start(entry, flags, environment).ended;

describe('the check as a process', () => {
  it('ends with 0 for the demo', async () => {
    const { code, out, error } = await run(['--check']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^server {2}http:\/\/127\.0\.0\.1:\d+ \(the demo server, started for this check\)\n/);
    expect(out).toMatch(/\nok: system information and what a visit needs work\n$/);
  });

  it('asks the server that Foyer keeps, with the token that only its folder’s key opens', async () => {
    const web = await serverOf((path, authorization) => (authorization === canary ? wellReply(path) : { status: 401 }));
    const given = machine();
    expect(administer(given).change({ FOYER_SERVER: web.url.href, FOYER_TOKEN: canary })).toEqual({ ok: true });
    const before = readdirSync(given.data);
    const { code, out, error } = await run(['--check'], { FOYER_DATA: given.data, FOYER_KEY: 'file' });
    expect([code, error]).toEqual([0, '']);
    expect(out).not.toContain(canary);
    expect(readdirSync(given.data)).toEqual(before);
    rmSync(join(given.data, 'key'));
    const closed = await run(['--check'], { FOYER_DATA: given.data, FOYER_KEY: 'file' });
    expect([closed.code, closed.error]).toEqual([2, expect.stringMatching(/^foyer: FOYER_TOKEN: is not known here/)]);
    expect(readdirSync(given.data)).not.toContain('key');
  }, 20_000);

  it('ends with 1 for a server that does not take the token, which it does not print', async () => {
    const web = await serverOf(() => ({ status: 401 }));
    const { code, out, error } = await run(['--check'], { FOYER_SERVER: web.url.href, FOYER_TOKEN: canary });
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').at(-1)).toContain('wrong, expired, or not allowed from this address');
    expect(out + error).not.toContain(canary);
  });

  it.each<[string[], Record<string, string>, string]>([
    [['--check'], { FOYER_SERVER: 'https://bookings.example.org' }, 'foyer: FOYER_TOKEN: must be set: FOYER_SERVER is\n'],
    [['--check', '--prot'], {}, 'foyer: --prot: is not a flag of Foyer: --host, --port, --data, --demo, --check, --printers\n'],
    [['--check=1'], {}, 'foyer: --check: takes no value\n'],
  ])('ends with 2 and one line for %j %j', async (flags, environment, line) => {
    expect(await run(flags, environment)).toMatchObject({ code: 2, out: '', error: line });
  });

  it('is ended by Ctrl-C while a server keeps it waiting', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const web = await serverOf(() => {
      asked();
      return 'hang';
    });
    const { child, ended } = start(entry, ['--check'], { FOYER_SERVER: web.url.href, FOYER_TOKEN: canary });
    await isAsked;
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ signal: 'SIGINT', out: '' });
  });

  it('is what the starter starts for --check: one JSON object with --json, and with --demo the set server is left alone', async () => {
    const web = await serverOf((path) => wellReply(path));
    const environment = { FOYER_SERVER: web.url.href, FOYER_TOKEN: canary };
    const starter = join(root, 'electron/start/start.mjs');
    const { code, out } = await start(starter, ['--check', '--json', '--demo'], environment).ended;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, demo: true });
    expect(web.seen).toEqual([]);
  }, 120_000);
});

describe('its flags', () => {
  it.each([
    [['--check'], { json: false, rest: [] }],
    [['--json', '--check', '--demo', '--port', '1'], { json: true, rest: ['--demo', '--port', '1'] }],
  ])('%j', (argv, value) => {
    expect(readCheckFlags(argv)).toEqual({ ok: true, value });
  });

  it.each([
    [['--check', '--json=yes'], { name: '--json', message: 'takes no value' }],
    [['--check', '--check'], { name: '--check', message: 'is given twice' }],
  ])('%j', (argv, fault) => {
    expect(readCheckFlags(argv)).toEqual({ ok: false, fault });
  });
});

describe('the progress line', () => {
  it.each([
    [true, ['\r\u001b[Kfoyer checks 3 of 20: user.search', '\r\u001b[K']],
    [false, []],
  ])('on a terminal (%s) stands on one line and goes at the end', (isTTY, expected) => {
    const written: string[] = [];
    const progress = progressOn({ isTTY, write: (text) => written.push(text) });
    progress.step('user.search', 2, 20);
    progress.end();
    expect(written).toEqual(expected);
  });
});
