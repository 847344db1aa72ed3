import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import { addressesOf } from './addresses.ts';
import { assets, content } from './people.ts';

describe('the showing printer', () => {
  let data = '';
  const folder = () => path.join(data, 'badges');
  const create = () => createPrinter({ addresses: addressesOf('show:'), data, assets });
  const yes = () => success(undefined);

  beforeEach(() => {
    data = mkdtempSync(path.join(tmpdir(), 'foyer-show-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it('answers with the picture that it wrote', async () => {
    const outcome = await create().print(content(), yes);
    expect(outcome.state).toBe('confirmed');
    const [name = ''] = readdirSync(folder());
    const written = readFileSync(path.join(folder(), name));
    expect(outcome.picture).toBe(`data:image/png;base64,${written.toString('base64')}`);
    expect(written.subarray(1, 4).toString()).toBe('PNG');
  });

  it('shows the code of a door and does not keep it', async () => {
    const plain = await create().print(content(), yes);
    const outcome = await create().print(content({ doorCode: '482913' }), yes);
    expect(outcome.state).toBe('confirmed');
    expect(outcome.picture).not.toBe(plain.picture);
    const written = readFileSync(path.join(folder(), '000002-badge.png'));
    expect(`data:image/png;base64,${written.toString('base64')}`).toBe(plain.picture);
    expect([outcome.printer, Buffer.from(outcome.kept ?? []).equals(written)]).toEqual(['show', true]);
  });

  it('DAT-4 keeps pictures to its owner, under names that say nothing', async () => {
    await create().print(content(), yes);
    await create().print(content({ kind: 'slip' }), yes);
    expect(readdirSync(folder())).toEqual(['000001-badge.png', '000002-slip.png']);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder())) expect(statSync(path.join(folder(), name)).mode & 0o777).toBe(0o600);
  });

  it('PRN-12 keeps the newest 20, also after a restart', async () => {
    const first = create();
    for (let at = 0; at < 15; at++) await first.print(content(), yes);
    const second = create();
    for (let at = 0; at < 8; at++) await second.print(content(), yes);
    const names = readdirSync(folder());
    expect(names).toHaveLength(20);
    expect(names[0]).toBe('000004-badge.png');
    expect(names.at(-1)).toBe('000023-badge.png');
  });

  it('leaves alone what is not its own', async () => {
    const printer = create();
    await printer.print(content(), yes);
    writeFileSync(path.join(folder(), 'notes.txt'), 'keep me');
    for (let at = 0; at < 21; at++) await printer.print(content(), yes);
    expect(readdirSync(folder())).toContain('notes.txt');
  });

  it('PRN-8 writes nothing when the journal cannot record it', async () => {
    const outcome = await create().print(content(), () => failure('journal.full'));
    expect(outcome).toEqual({ state: 'failed', failure: { code: 'journal.full' }, printer: 'show' });
    expect(() => readdirSync(folder())).toThrow();
  });

  it('says so when the picture cannot be kept', async () => {
    writeFileSync(folder(), 'a file where the folder should be');
    expect(await create().print(content(), yes)).toEqual({ state: 'failed', failure: { code: 'printer.fault' }, printer: 'show' });
  });

  it('without an address every print fails as printer.none', async () => {
    const printer = createPrinter({ addresses: [], data, assets });
    let asked = 0;
    const outcome = await printer.print(content(), () => {
      asked++;
      return success(undefined);
    });
    expect(outcome).toEqual({ state: 'failed', failure: { code: 'printer.none' } });
    expect(asked).toBe(0);
    await printer.close();
  });
});
