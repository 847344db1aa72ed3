import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect, passphraseOf, pragma } from '../../electron/journal/database.ts';
import { newestVersion } from '../../electron/journal/migrations.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { probe } from '../../electron/journal/probe.ts';
import { runCrashChild } from './crash-child-run.ts';
import { at, basis, codeOf, journalIn, key, kiosk, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const visit = visitOf('FJUEIW');
const connectTo = (folder: string) => connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
const wrongKey = key.replaceAll('f', 'e');

/** Every file of the journal with a hash of its bytes, except SQLite's shared memory, which holds no record. */
const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

it('DUR-1 WAL, synchronous FULL, foreign keys, a busy timeout and secure delete are really on', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at }));
  // A second connection made the same way: these settings belong to a connection, all but the first.
  const look = connectTo(folder);
  expect(pragma(look, 'journal_mode')).toBe('wal');
  expect(pragma(look, 'synchronous')).toBe(2);
  expect(pragma(look, 'foreign_keys')).toBe(1);
  expect(pragma(look, 'busy_timeout')).toBe(1000);
  expect(pragma(look, 'secure_delete')).toBe(1);
  expect(() =>
    look.exec(
      "INSERT INTO events (event_id, visit_id, kind, at, actor, digest, hash) VALUES ('e','nobody','k','a','kiosk','d','h')",
    ),
  ).toThrow(/FOREIGN KEY/);
  // The plain look: bytes 18 and 19 of the file say WAL, and the -wal is really written to.
  expect(readFileSync(join(folder, 'journal.db')).subarray(18, 20)).toEqual(Buffer.from([2, 2]));
  expect(statSync(join(folder, 'journal.db-wal')).size).toBeGreaterThan(4096);
});

it('what was recorded is there after a restart', () => {
  const folder = temporaryFolder();
  const first = journalIn(folder);
  theValue(first.checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1' }));
  first.close();
  const second = journalIn(folder);
  expect(theValue(second.standing('FJUEIW'))).toEqual({ kind: 'in', visitId: 'v1', at });
  expect(theValue(second.visit('v1'))).toEqual(visit);
});

it('a closed journal answers a failure, and closing twice is harmless', () => {
  const journal = journalIn(temporaryFolder());
  journal.close();
  journal.close();
  expect(codeOf(journal.checkIn({ basis, visitId: 'v1', visit, at }))).toBe('journal.unwritable');
  expect(codeOf(journal.standing('FJUEIW'))).toBe('journal.unwritable');
});

it.each<[string | Buffer, string]>([
  ['', 'empty'],
  ['c0ffee', 'short'],
  ['not hexadecimal'.repeat(5), 'not hexadecimal'],
  [Buffer.alloc(16), 'half a key'],
])('a key that is no key is refused before any file is made: %#', (bad) => {
  const folder = temporaryFolder();
  expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key: bad, kiosk }))).toBe('journal.key');
  expect(readdirSync(folder)).toEqual([]);
});

it('a key as bytes and as hexadecimal digits is the same key', () => {
  const folder = temporaryFolder();
  theValue(journalIn(folder).checkIn({ basis, visitId: 'v1', visit, at }));
  const again = theValue(openJournal({ file: join(folder, 'journal.db'), key: Buffer.from(key, 'hex'), kiosk }));
  expect(theValue(again.standing('FJUEIW')).kind).toBe('in');
});

it('every bit of the key counts', () => {
  const folder = temporaryFolder();
  journalIn(folder).close();
  for (let byte = 0; byte < 32; byte += 1) {
    const other = Buffer.from(key, 'hex');
    other[byte] = (other[byte] ?? 0) ^ 1;
    expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key: other, kiosk })), `byte ${byte}`).toBe('journal.key');
  }
});

it('a wrong key changes nothing, not even after kill -9, and the right one still opens', async () => {
  const folder = temporaryFolder();
  await runCrashChild(folder, 'checkout.after-commit');
  const before = bytesIn(folder);
  expect(Object.keys(before)).toContain('journal.db-wal');
  expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key: wrongKey, kiosk }))).toBe('journal.key');
  expect(bytesIn(folder)).toEqual(before);
  expect(theValue(journalIn(folder).standing('CODE00')).kind).toBe('out');
});

it('DUR-8 a journal of a newer Foyer is refused and left as it is', () => {
  const folder = temporaryFolder();
  journalIn(folder).close();
  const newer = connectTo(folder);
  newer.exec(`PRAGMA user_version = ${newestVersion + 1}`);
  newer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const before = bytesIn(folder);
  expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key, kiosk }))).toBe('journal.newer');
  expect(bytesIn(folder)).toEqual(before);
});

it('DUR-7 noise that looks like a newer version is damage, also where the rest of it happens to look right', () => {
  const folder = temporaryFolder();
  journalIn(folder).close();
  const file = join(folder, 'journal.db');
  const whole = readFileSync(file);
  // A flip in byte 47 is one in the version's own byte 63, behind a block of noise: 2 of 100 such blocks name a file format that SQLite reads.
  for (let round = 0; round < 600; round += 1) {
    const flipped = Buffer.from(whole);
    flipped[47] = (flipped[47] ?? 0) ^ 0x41;
    flipped.writeUInt16BE(flipped.readUInt16BE(32) ^ round, 32);
    writeFileSync(file, flipped);
    expect(codeOf(probe(file, passphraseOf(Buffer.from(key, 'hex')))), `round ${round}`).toBe('journal.damaged');
  }
});

it.each([
  ['a text file', (file: string) => writeFileSync(file, 'not a database, '.repeat(1000))],
  ['a short text file', (file: string) => writeFileSync(file, 'x')],
  ['zeros', (file: string) => writeFileSync(file, Buffer.alloc(16_384))],
  ['a truncated journal', (file: string) => truncateSync(file, 4096 * 3)],
  ['a page of noise in the middle', (file: string) => writeFileSync(file, noisy(readFileSync(file), 4096 * 2))],
  ['a first page that lost its header', (file: string) => writeFileSync(file, noisy(readFileSync(file), 0))],
])('%s is called damaged, refused, and left as it is', (_, damage) => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at }));
  journal.close();
  damage(join(folder, 'journal.db'));
  const before = bytesIn(folder);
  expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key, kiosk }))).toBe('journal.damaged');
  expect(bytesIn(folder)).toEqual(before);
});

it('an empty file, as a power cut right after its making leaves one, becomes a journal', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'journal.db'), '');
  expect(codeOf(journalIn(folder).checkIn({ basis, visitId: 'v1', visit, at }))).toBe('ok');
});

it('a folder that is missing, or a folder in the place of the file, is a failure and no exception', () => {
  const folder = temporaryFolder();
  expect(codeOf(openJournal({ file: join(folder, 'missing', 'journal.db'), key, kiosk }))).toBe('journal.unwritable');
  mkdirSync(join(folder, 'journal.db'));
  expect(codeOf(openJournal({ file: join(folder, 'journal.db'), key, kiosk }))).toBe('journal.unwritable');
});

it('names are on no page of the database, its -wal or its -shm in any encoding', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  for (let index = 0; index < 50; index += 1) {
    theValue(
      journal.checkIn({ basis, visitId: `visit-${index}`, visit: visitOf(`CANA${index + 10}`), at, printId: `print-${index}` }),
    );
  }
  const files = readdirSync(folder);
  expect(files.sort()).toEqual(['journal.db', 'journal.db-shm', 'journal.db-wal']);
  const bytes = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
  for (const canary of ['Ångström-Castañeda', 'Canary & Söhne', 'Ottilie Beispiel', 'CANA10', 'checkedIn', 'CREATE TABLE', key]) {
    for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) {
      expect(bytes.includes(Buffer.from(canary, encoding)), `${canary} in ${encoding}`).toBe(false);
    }
    // Base64 of a text depends on where it begins: the part that all three ways share.
    for (const shift of [0, 1, 2]) {
      const base64 = Buffer.from(`${' '.repeat(shift)}${canary}`)
        .toString('base64')
        .slice(4, -4);
      expect(base64.length < 6 || !bytes.includes(base64), `${canary} in base64`).toBe(true);
    }
  }
});

function noisy(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = 0; index < 100; index += 1) copy[offset + index] = (copy[offset + index] ?? 0) ^ 0xa5;
  return copy;
}
