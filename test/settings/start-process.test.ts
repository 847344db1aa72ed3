import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdministration } from '../../electron/settings/administration.ts';
import { effectiveSettings } from '../../electron/settings/effective.ts';
import { exitOf, foyerEnvironment, root } from '../fakes/foyer.ts';
import { startFoyerAt } from './started.ts';

let folder: string;
// Laid out as what is packaged, inside dist/, so that what is built finds node_modules.
beforeAll(async () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'dist/kept-'));
  mkdirSync(join(folder, 'dist/renderer'), { recursive: true });
  writeFileSync(join(folder, 'dist/renderer/index.html'), '<!doctype html><title>Foyer</title>');
  symlinkSync(join(root, 'assets'), join(folder, 'assets'));
  const outDir = join(folder, 'dist/main');
  const source = join(root, 'electron/browser.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr: source, outDir, target: 'node20' } });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder in which a server was set at the desk. */
function keptIn(name: string) {
  const data = join(folder, name);
  mkdirSync(data, { mode: 0o700 });
  const environment = { FOYER_DATA: data, FOYER_KEY: 'file' };
  const surroundings = {
    ...{ platform: process.platform, home: folder, folder, host: 'browser' as const },
    checkPaths: () => ({ ok: true as const, value: {} }),
  };
  const given = { argv: [], environment, surroundings };
  const effective = effectiveSettings(given);
  if (!effective.ok) throw new Error(effective.fault.message);
  const log = { log: () => {}, close: () => {} };
  const port = openAdministration({ given, effective: effective.value, keyring: undefined, judge: () => undefined, log });
  const changes = { FOYER_SERVER: 'http://127.0.0.1:9', FOYER_TOKEN: 'canary-token', FOYER_BUILDING: '7' };
  expect(port.change(changes)).toEqual({ ok: true });
  return { data, environment: foyerEnvironment(data, { FOYER_KEY: 'file' }) };
}

/** Starts Foyer, stops it once it is ready, and answers everything that it said. */
async function run(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const started = await startFoyerAt(join(folder, 'dist/main/browser.js'), environment);
  if (started.isReady) started.process.kill('SIGTERM');
  const code = await exitOf(started.process);
  return { code, said: started.said() };
}

describe('a Foyer that keeps its settings', () => {
  it('starts with them, for the real thing', async () => {
    const { data, environment } = keptIn('whole');
    const { code, said } = await run(environment);
    expect([code, said]).toEqual([0, expect.stringMatching(/^foyer ready http/)]);
    const log = readFileSync(join(data, 'foyer.log'), 'utf8');
    expect(log).toContain('"event":"started","host":"browser","demo":false');
    expect(log).not.toContain('settingsRead');
  }, 30_000);

  it('DUR-10 starts where they are damaged, says so, and is no demo; the damaged file is left as it is', async () => {
    const { data, environment } = keptIn('damaged');
    writeFileSync(join(data, 'settings.json'), '{"FOYER_SERVER": "https://canary');
    const { code, said } = await run(environment);
    expect(code).toBe(0);
    expect(said).toMatch(/^foyer: settings\.json: cannot be read, and nothing is known/m);
    expect(said).toMatch(/^foyer ready http/m);
    const log = readFileSync(join(data, 'foyer.log'), 'utf8');
    expect(log).toContain('"demo":false');
    expect(log).toContain('"event":"settingsRead","previousUsed":false,"lost":true,"leftOut":[],"unknown":0');
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toContain('canary');
    expect(readdirSync(data)).toContain('journal.db');
  }, 30_000);

  it('DUR-10 leaves out one that cannot be used and names it', async () => {
    const { data, environment } = keptIn('unfit');
    const kept = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'));
    writeFileSync(join(data, 'badge.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const unfit = { FOYER_BADGE: join(data, 'badge.svg'), FOYER_PRINTER: 'escpos+tcp://127.0.0.1:9', FOYER_SLIP: '1' };
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ ...kept, ...unfit, FOYER_MODE: 'both' }));
    const { code, said } = await run(environment);
    expect(code).toBe(0);
    expect(said.match(/^foyer: (\S+): is kept with a value that cannot be used/gm)?.map((line) => line.split(' ')[1])).toEqual([
      'FOYER_MODE:',
      'FOYER_BADGE:',
    ]);
  }, 30_000);

  it('DUR-10 a wrong setting of the environment still ends it with 2', async () => {
    const { environment } = keptIn('given');
    const { code, said } = await run({ ...environment, FOYER_BUILDING: '../7' });
    expect([code, said]).toEqual([2, 'foyer: FOYER_BUILDING: must be the id of a building, such as 7\n']);
  }, 30_000);
});
