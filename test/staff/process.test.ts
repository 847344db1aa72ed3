import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pinsIn } from '../../electron/staff/door.ts';
import { readPinFlags } from '../../electron/staff/flags.ts';
import { whosePin } from '../../electron/staff/pins.ts';
import { foyerEnvironment, root } from '../fakes/foyer.ts';

let folder: string;
// Inside dist/, so that what is built finds node_modules.
beforeAll(async () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'dist/pins-'));
  const source = join(root, 'electron/pins.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr: source, outDir: folder, target: 'node20' } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(flags: readonly string[], typed = '') {
  const child = spawn(process.execPath, [join(folder, 'pins.js'), ...flags], {
    env: foyerEnvironment(join(folder, 'data')),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  child.stdin.end(typed);
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('PINs from the terminal', () => {
  it('are set, listed and taken away; what was typed is nowhere to be read', async () => {
    const file = pinsIn(join(folder, 'data'));
    expect(await run(['--pins'])).toEqual({ code: 0, said: '' });
    expect(await run(['--set-pin', 'Clara Mendes'], '482913\n')).toEqual({ code: 0, said: 'Clara Mendes has a PIN (staff)\n' });
    expect(await run(['--set-pin=Bo Berg'], '730164')).toEqual({ code: 0, said: 'Bo Berg has a PIN (staff)\n' });
    expect(await run(['--pins'])).toEqual({ code: 0, said: 'Clara Mendes\nBo Berg\n' });
    expect(await whosePin(file, '482913')).toEqual({ name: 'Clara Mendes', isAdmin: false });
    expect(readFileSync(file, 'utf8')).not.toContain('482913');
    expect(await run(['--remove-pin', 'Clara Mendes'])).toEqual({ code: 0, said: 'Clara Mendes has no PIN any more\n' });
    expect(await whosePin(file, '482913')).toBeUndefined();
  });

  it('WIN-12 a forgotten PIN is set anew at the machine, with the role that is said; nothing else in the folder is touched', async () => {
    const data = join(folder, 'data');
    const file = pinsIn(data);
    const journal = Buffer.from('what was recorded');
    writeFileSync(join(data, 'journal.db'), journal);
    await run(['--set-pin', 'Ida Ruiz', '--admin'], '552807');
    const again = await run(['--admin', '--set-pin', 'Ida Ruiz'], '991843');
    expect(again).toEqual({ code: 0, said: 'Ida Ruiz has a PIN (administrator)\n' });
    expect(await Promise.all([whosePin(file, '552807'), whosePin(file, '991843')])).toEqual([
      undefined,
      { name: 'Ida Ruiz', isAdmin: true },
    ]);
    expect((await run(['--pins'])).said).toContain('Ida Ruiz (administrator)\n');
    expect(readFileSync(join(data, 'journal.db'))).toEqual(journal);
    rmSync(join(data, 'journal.db'));
    await run(['--remove-pin', 'Ida Ruiz']);
  });

  it.each([
    [['--set-pin', 'Ada'], '123456', 1, /^foyer: a PIN must not be/],
    [['--set-pin', 'Ada'], '', 1, /6 to 12 digits/],
    [['--set-pin', 'Ada'], '730164', 1, /choose another/],
    [['--remove-pin', 'Nobody'], '', 1, /nobody of the name/],
    [['--set-pin'], '', 2, /needs a name/],
    [['--set-pin', 'Ada', '--pins'], '', 2, /stands alone/],
    [['--pins', '--admin'], '', 2, /--admin: belongs to --set-pin/],
    [['--set-pin', '🛂'.repeat(60)], '730165', 1, /at most 60/],
    [['--pins', '--port', 'x'], '', 2, /--port/],
  ])('%j with %j ends with %i and one line', async (flags, typed, code, says) => {
    const ended = await run(flags, typed);
    expect(ended.code).toBe(code);
    expect(ended.said).toMatch(says);
    expect(ended.said.trimEnd().split('\n')).toHaveLength(1);
  });

  it('leaves the flags of a start to the start', () => {
    const flags = readPinFlags(['--data', '/kept', '--set-pin', 'Clara', '--demo']);
    expect(flags).toEqual({ ok: true, value: { what: 'set', name: 'Clara', isAdmin: false, rest: ['--data', '/kept', '--demo'] } });
  });
});
