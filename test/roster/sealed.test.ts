import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../electron/core/visit.ts';
import { connect } from '../../electron/journal/database.ts';
import { createDerivation, finderOf, recordKeyOf, rosterPassphraseOf } from '../../electron/roster/derivation.ts';
import { seal, unseal } from '../../electron/roster/seal.ts';
import { codeOf, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { canariesIn, canariesUnder } from './canaries.ts';
import { codeAt, filesIn, fill, found, rosterIn, rosterKey } from './rosters.ts';

const canary: Visit = {
  badgeId: 'kanarienbadge-77120',
  code: 'KQXWZV',
  visitor: { name: 'Žofie Kanári-Ångström', givenName: 'Žofie-Kanári', familyName: 'Kanári-Ångström', company: 'Vögel & Söhne KG' },
  blocked: false,
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T12:00:00+08:00' },
  state: 'visiting',
  checkedInAt: '2026-11-22T09:03:17+08:00',
  host: 'Ottilie Gastgeberin',
  place: {
    buildingId: 'gebaeude-4711',
    building: [{ language: 'en', text: 'Kanarienturm' }],
    room: [{ language: 'zh-HK', text: '金絲雀會議廳' }],
    roomId: 'zimmer-0815',
  },
};
const secrets = [
  canary.badgeId,
  canary.code,
  canary.visitor.name,
  'Žofie-Kanári',
  'Vögel & Söhne KG',
  'Ottilie Gastgeberin',
  'gebaeude-4711',
  'Kanarienturm',
  '金絲雀會議廳',
  'zimmer-0815',
  '2026-11-22T09:03:17',
];

/** Every column of every table of a roster's file, opened with the key of the data folder, as one buffer. */
function dumpOf(file: string): Buffer {
  const database = connect(file, rosterPassphraseOf(rosterKey));
  const tables = database.prepare('SELECT name, sql FROM sqlite_schema').all() as { name: string; sql: string | null }[];
  const parts = tables.map(({ name, sql }) => Buffer.from(`${name} ${sql}`));
  for (const { name } of tables.filter(({ sql }) => sql?.startsWith('CREATE TABLE'))) {
    for (const row of database.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]) {
      for (const value of Object.values(row)) {
        parts.push(value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(String(value)), Buffer.from('\n'));
      }
    }
  }
  database.close();
  return Buffer.concat(parts);
}

describe('DAT-1 encrypted until shown', () => {
  it('the search itself finds a text in every way that it may be written', () => {
    for (const secret of secrets) {
      for (const pad of ['', 'a', 'ab', 'abc']) {
        const utf8 = Buffer.from(pad + secret + pad);
        for (const bytes of [
          utf8,
          Buffer.from(`${pad}${secret}`, 'utf16le'),
          Buffer.from(secret, 'utf16le').swap16(),
          Buffer.from(utf8.toString('base64')),
          Buffer.from(utf8.toString('hex')),
        ]) {
          expect(canariesIn(bytes, [secret]).length, `${secret} ${pad.length}`).toBeGreaterThan(0);
        }
      }
    }
  });

  it('no name, company, host, place, code or id stands in any file, of a roster that is open or closed', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [canary, ...Array.from({ length: 60 }, (_, place) => visitOf(codeAt(place)))]);
    await fill(roster, [canary, visitOf(codeAt(1))]);
    await found(roster, canary.code);
    expect(canariesUnder(folder, secrets)).toEqual([]);
    roster.close();
    expect(canariesUnder(folder, secrets)).toEqual([]);
  });

  it('nor in any column of it, for whoever has the disk and the key of the data folder', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [canary, visitOf(codeAt(1))]);
    roster.close();
    const [file = ''] = filesIn(folder);
    const copy = join(folder, 'copy');
    copyFileSync(join(folder, file), copy);
    const dump = dumpOf(copy);
    expect(dump.toString('latin1')).toMatch(/CREATE TABLE records/);
    expect(canariesIn(dump, secrets)).toEqual([]);
    // What may be known: how many, from when, and the end of the day.
    expect(dump.toString('latin1')).toContain(String(Date.parse('2026-11-23T00:00:00+08:00')));
  });

  it('the same visits are written otherwise each time, and in no order of the server’s', async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const visits = Array.from({ length: 30 }, (_, place) => visitOf(codeAt(place)));
    for (const folder of [one, other]) {
      const { roster } = rosterIn(folder);
      await fill(roster, visits);
      roster.close();
    }
    const records = [one, other].map((folder) => {
      const database = connect(join(folder, filesIn(folder)[0] ?? ''), rosterPassphraseOf(rosterKey));
      const rows = database.prepare('SELECT finder, sealed FROM records ORDER BY number').all() as Record<string, ArrayBuffer>[];
      return rows.map(({ finder, sealed }) =>
        [finder, sealed].map((value) => Buffer.from(value ?? new ArrayBuffer(0)).toString('hex')),
      );
    });
    expect(records[0]?.map(([finder]) => finder)).toEqual(records[1]?.map(([finder]) => finder));
    expect(records[0]?.map(([finder]) => finder)).toEqual(records[0]?.map(([finder]) => finder).toSorted());
    const sealed = records.flat().map(([, value]) => value);
    expect(new Set(sealed).size).toBe(60);
  });

  it('another key of the data folder finds nothing, and the roster is downloaded again', async () => {
    const folder = temporaryFolder();
    const first = rosterIn(folder);
    await fill(first.roster, [canary]);
    first.roster.close();
    const { roster, logged } = rosterIn(folder, { key: Buffer.alloc(32, 1) });
    expect(await found(roster, canary.code)).toEqual([]);
    expect(logged).toEqual([['roster', { ok: false, milliseconds: 0, failure: 'journal.damaged', operation: 'roster.open' }]]);
    await expect.poll(() => filesIn(folder)).toEqual([]);
    expect(codeOf(await fill(roster, [canary]))).toBe('ok');
    expect(await found(roster, canary.code)).toEqual([canary.badgeId]);
  });
});

describe('DAT-1 a record', () => {
  const derivation = createDerivation(rosterKey);

  it('opens with its own code alone', async () => {
    const own = await derivation.forLookUp('KQXWZV');
    const sealed = seal(own, Buffer.from(JSON.stringify(canary)));
    expect(JSON.parse(unseal(own, sealed) ?? '')).toEqual(canary);
    for (const code of ['KQXWZW', 'kqxwzv', 'KQXWZ', 'KQXWZV ', '']) {
      expect(unseal(await derivation.forLookUp(code), sealed), code).toBeUndefined();
    }
    const elsewhere = createDerivation(Buffer.alloc(32, 1));
    expect(unseal(await elsewhere.forLookUp('KQXWZV'), sealed)).toBeUndefined();
  });

  it('does not open where a single bit is another, it is cut, or it is moved to another code’s place', async () => {
    const own = await derivation.forLookUp('KQXWZV');
    const sealed = seal(own, Buffer.from('a text'));
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(own, changed)).toBeUndefined();
      expect(unseal(own, sealed.subarray(0, place))).toBeUndefined();
    }
    const other = await derivation.forLookUp('OTHER1');
    expect(unseal(other.slice(0, 32) + own.slice(32), sealed)).toBeUndefined();
  });

  it('is found and opened by bytes that have nothing in common', async () => {
    const own = await derivation.forLookUp('KQXWZV');
    expect(finderOf(own)).toHaveLength(32);
    expect(recordKeyOf(own)).toHaveLength(32);
    expect(finderOf(own).equals(recordKeyOf(own))).toBe(false);
  });
});

describe('what a code becomes', () => {
  it('is known at once where the last download or this one has asked for it, and the same for a look-up', async () => {
    const derivation = createDerivation(rosterKey);
    const first = derivation.forDownload('KQXWZV');
    expect(first).toBeInstanceOf(Promise);
    const derived = await first;
    expect(derivation.forDownload('KQXWZV')).toBe(derived);
    expect(await derivation.forLookUp('KQXWZV')).toBe(derived);
    derivation.forgetOthers();
    expect(derivation.forDownload('KQXWZV')).toBe(derived);
    derivation.forgetOthers();
    derivation.forgetOthers();
    expect(derivation.forDownload('KQXWZV')).toBeInstanceOf(Promise);
  });

  it('for a visitor goes before those of a download', async () => {
    const derivation = createDerivation(rosterKey);
    const order: string[] = [];
    const lookUp = derivation.forLookUp('KQXWZV').then(() => order.push('visitor'));
    const waiting = [1, 2, 3].map((place) =>
      Promise.resolve(derivation.forDownload(codeAt(place))).then(() => order.push('download')),
    );
    await Promise.all([lookUp, ...waiting]);
    expect(order).toEqual(['visitor', 'download', 'download', 'download']);
  });

  it('takes 2 MiB and milliseconds each: not a hash that is tried a million times a second', async () => {
    const source = readFileSync(new URL('../../electron/roster/derivation.ts', import.meta.url), 'utf8');
    expect(source).toContain('{ N: 2048, r: 8, p: 1 }');
    expect(theValue(await rosterIn(temporaryFolder()).roster.find('KQXWZV'))).toEqual([]);
  });
});
