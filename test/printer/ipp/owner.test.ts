import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { ownerIn } from '../../../electron/printer/ipp/owner.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { startFakeIpp } from '../../fakes/ipp.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const form = /^[0-9a-f]{10}$/;

it('PRN-10 a kiosk knows its jobs again after a restart, and not those of one whose machine is the same in all else', async () => {
  const fake = await startFakeIpp();
  const addresses = addressesOf(`ipp://127.0.0.1:${fake.port}?media=62x100`);
  const ownerOfNext = async () => {
    const printer = createPrinter({ addresses, data: folder, assets });
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({ state: 'confirmed' });
    await printer.close();
    const name = fake.requests.findLast(({ operation }) => operation === 'Create-Job')?.attributes['job-name']?.[0];
    return /^badge ([0-9a-f]{10})-/.exec(String(name))?.[1];
  };
  const owner = await ownerOfNext();
  expect(owner).toMatch(form);
  expect(await ownerOfNext()).toBe(owner);
  // The folder of the same name on the other machine, which has the same host name.
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(await ownerOfNext()).not.toBe(owner);
  await fake.close();
});

it('is kept for this account alone, and whole', () => {
  const owner = ownerIn(folder);
  expect(owner).toMatch(form);
  const [name = '', ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  const file = join(folder, name);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toBe(`${owner}\n`);
  for (const damaged of ['', owner.slice(1), `${owner}\n${owner}\n`, 'zzzzzzzzzz\n', '\0'.repeat(11)]) {
    writeFileSync(file, damaged);
    const next = ownerIn(folder);
    expect(next).toMatch(form);
    expect(next).not.toBe(owner);
    expect(ownerIn(folder)).toBe(next);
  }
});

it('where it cannot be kept, each run has one', () => {
  const missing = join(folder, 'missing');
  expect(ownerIn(missing)).toMatch(form);
  expect(ownerIn(missing)).not.toBe(ownerIn(missing));
  expect(existsSync(missing)).toBe(false);
  ownerIn(folder);
  const [name = ''] = readdirSync(folder);
  rmSync(join(folder, name));
  mkdirSync(join(folder, name));
  expect(ownerIn(folder)).toMatch(form);
});
