import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foyerEnvironment, root } from '../fakes/foyer.ts';
import { startFakePrinter } from '../fakes/printer.ts';

let folder: string;
// Inside dist/, so that what is built finds node_modules, and the assets where they are.
beforeAll(async () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'dist/finder-'));
  const source = join(root, 'electron/printers.ts');
  await build({ root, configFile: false, logLevel: 'error', build: { ssr: source, outDir: folder, target: 'node20' } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(flags: readonly string[], environment: Record<string, string> = {}) {
  const data = join(folder, 'data');
  const env = foyerEnvironment(data, environment);
  const child = spawn(process.execPath, [join(folder, 'printers.js'), ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.error += String(chunk);
  });
  const [code] = await once(child, 'close');
  expect(existsSync(data), 'the data folder is not touched').toBe(false);
  return { code, ...said };
}

it('ends with 0 where every printer that is set can print, and lets it be', async () => {
  const fake = await startFakePrinter({});
  const { code, out, error } = await run(['--printers'], { FOYER_PRINTER: `escpos+tcp://127.0.0.1:${fake.port}` });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain(`  127.0.0.1:${fake.port}: can print\n`);
  expect(out).toMatch(/\nok: every printer that is set can print\n$/);
  expect(fake.jobs()).toEqual([]);
  await fake.close();
});

it('ends with 1 and the reason as its last line where one cannot, and says the same to scripts', async () => {
  const { code, out } = await run(['--printers', '--json'], { FOYER_PRINTER: 'escpos+tcp://127.0.0.1:9 show:' });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false, set: [{ failure: 'printer.unreachable' }, { name: 'show' }] });
});

it.each<[string[], Record<string, string>, RegExp]>([
  [['--printers'], { FOYER_PRINTER: 'lpt1:' }, /^foyer: FOYER_PRINTER: must be [^\n]*\n$/],
  [['--printers', '--test-badge=2'], {}, /^foyer: --test-badge: takes no value\n$/],
  [['--printers', '--check'], {}, /^foyer: --check: stands alone in: [^\n]*\n$/],
])('ends with 2 and one line for %j %j', async (flags, environment, line) => {
  expect(await run(flags, environment)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(line) });
});
