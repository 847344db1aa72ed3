import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect, passphraseOf } from '../../electron/journal/database.ts';
import { lacksCommits } from '../../electron/journal/wal.ts';
import { key, temporaryFolder } from './visit-of.ts';

const frameLength = 24 + 4096;
const firstFrame = 32;

/** A database with so many transactions, and its files as a kill leaves them: what `change` does besides is in them too. */
function killedAfter(transactions: number, change: (exec: (sql: string) => void) => void = () => {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'first.db');
  const database = connect(file, passphraseOf(Buffer.from(key, 'hex')));
  database.exec('CREATE TABLE noted (text TEXT NOT NULL) STRICT');
  const note = database.prepare('INSERT INTO noted VALUES (?)');
  for (let number = 0; number < transactions; number += 1) note.run('x'.repeat(3000));
  change((sql) => database.exec(sql));
  const bytes = { database: readFileSync(file), wal: readFileSync(`${file}-wal`), shm: readFileSync(`${file}-shm`) };
  database.close();
  return bytes;
}

/** The same files, or others, at a place of their own. */
function lacks({ wal, shm }: { wal: Buffer | undefined; shm?: Buffer }): boolean {
  const folder = temporaryFolder();
  const file = join(folder, 'journal.db');
  if (wal) writeFileSync(`${file}-wal`, wal);
  if (shm) writeFileSync(`${file}-shm`, shm);
  return lacksCommits(file);
}

function flipped(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 0x41;
  return copy;
}

/** Where each transaction of a log ends, in frames. */
function commitsOf(wal: Buffer): readonly number[] {
  const frames = Array.from({ length: (wal.length - firstFrame) / frameLength }, (_, index) => index);
  return frames.filter((frame) => wal.readUInt32BE(firstFrame + frame * frameLength + 4) !== 0).map((frame) => frame + 1);
}

/** Places in every frame: each word of its head, and some of its page. */
const placesIn = (wal: Buffer): readonly number[] =>
  Array.from({ length: (wal.length - firstFrame) / frameLength }, (_, frame) =>
    [0, 5, 8, 15, 16, 23, 24, 24 + ((frame * 977) % 4096), frameLength - 1].map((byte) => firstFrame + frame * frameLength + byte),
  ).flat();

it('a whole log lacks nothing, nor does one that is not there, is empty or was just made', () => {
  const { wal, shm } = killedAfter(6);
  expect(commitsOf(wal)).toHaveLength(7);
  expect(lacks({ wal, shm })).toBe(false);
  expect(lacks({ wal })).toBe(false);
  expect(lacks({ wal: undefined })).toBe(false);
  expect(lacks({ wal: Buffer.alloc(0) })).toBe(false);
  expect(lacks({ wal: wal.subarray(0, firstFrame) })).toBe(false);
  expect(lacks({ wal: Buffer.alloc(50_000) })).toBe(false);
});

it('DUR-7 a byte that changed anywhere in the log of a killed process is noticed', () => {
  const { wal, shm } = killedAfter(6);
  const heads = Array.from({ length: 32 }, (_, byte) => byte);
  for (const place of [...heads, ...placesIn(wal)]) expect(lacks({ wal: flipped(wal, place), shm }), `byte ${place}`).toBe(true);
});

it('DUR-7 a log of a killed process that was cut anywhere, or is missing, is noticed', () => {
  const { wal, shm } = killedAfter(6);
  for (let size = 0; size < wal.length; size += 501) expect(lacks({ wal: wal.subarray(0, size), shm }), `${size} bytes`).toBe(true);
  expect(lacks({ wal: undefined, shm })).toBe(true);
});

it('DUR-7 without the -shm, a byte that changed anywhere before the last transaction is noticed', () => {
  const { wal } = killedAfter(6);
  const lastBegins = firstFrame + (commitsOf(wal).at(-2) ?? 0) * frameLength;
  const heads = Array.from({ length: 32 }, (_, byte) => byte);
  for (const place of [...heads, ...placesIn(wal).filter((byte) => byte < lastBegins)]) {
    expect(lacks({ wal: flipped(wal, place) }), `byte ${place} of ${lastBegins}`).toBe(true);
  }
});

it('DUR-7 a last transaction that a power cut left half written is no damage', () => {
  const { wal } = killedAfter(6);
  const lastBegins = firstFrame + (commitsOf(wal).at(-2) ?? 0) * frameLength;
  for (let size = lastBegins; size < wal.length; size += 301)
    expect(lacks({ wal: wal.subarray(0, size) }), `${size} bytes`).toBe(false);
  // A disk may write the end of what was not flushed and not its beginning.
  const holed = Buffer.from(wal).fill(0, lastBegins, lastBegins + frameLength);
  expect(lacks({ wal: holed })).toBe(false);
});

it('what an earlier use of the same log left behind the newest transaction is no damage', () => {
  const { wal, shm } = killedAfter(20, (exec) => {
    exec('PRAGMA wal_checkpoint(RESTART)');
    exec("INSERT INTO noted VALUES ('the log begins anew')");
    exec("INSERT INTO noted VALUES ('and goes on')");
  });
  expect(commitsOf(wal).length).toBeGreaterThan(10);
  expect(lacks({ wal, shm })).toBe(false);
  expect(lacks({ wal })).toBe(false);
  expect(lacks({ wal: flipped(wal, firstFrame + 100), shm })).toBe(true);
});

it('a log that was emptied into its database lacks nothing, and one whose end is gone would bring old pages back', () => {
  const truncated = killedAfter(6, (exec) => exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  expect(truncated.wal.length).toBe(0);
  expect(lacks(truncated)).toBe(false);
  expect(lacks({ wal: undefined, shm: truncated.shm })).toBe(false);
  const copied = killedAfter(6, (exec) => exec('PRAGMA wal_checkpoint(PASSIVE)'));
  expect(lacks(copied)).toBe(false);
  expect(lacks({ wal: undefined, shm: copied.shm })).toBe(false);
  expect(lacks({ wal: copied.wal.subarray(0, firstFrame + 5 * frameLength), shm: copied.shm })).toBe(true);
});

it('transactions that were rolled back one after the other leave no damage behind', () => {
  const many = (rows: number): string =>
    `BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
     INSERT INTO noted SELECT hex(randomblob(1500)) FROM n; ROLLBACK;`;
  const { wal, shm } = killedAfter(3, (exec) => {
    exec('PRAGMA cache_size = 5');
    for (const rows of [120, 60, 30]) exec(many(rows));
    exec("INSERT INTO noted VALUES ('last')");
  });
  expect(wal.length).toBeGreaterThan(firstFrame + 60 * frameLength);
  expect(lacks({ wal, shm })).toBe(false);
  expect(lacks({ wal })).toBe(false);
});

it('a -shm of before the machine started, of a later time, or that is damaged itself is not believed', () => {
  const { wal, shm } = killedAfter(6);
  const folder = temporaryFolder();
  const file = join(folder, 'journal.db');
  const cut = wal.subarray(0, wal.length - 100);
  for (const [time, believed] of [
    [new Date(), true],
    [new Date(1000), false],
    [new Date(Date.now() + 3_600_000), false],
  ] as const) {
    writeFileSync(`${file}-wal`, cut);
    writeFileSync(`${file}-shm`, shm);
    utimesSync(`${file}-shm`, time, time);
    expect(lacksCommits(file), String(time)).toBe(believed);
  }
  for (let byte = 0; byte < 96; byte += 1) expect(lacks({ wal: cut, shm: flipped(shm, byte) }), `byte ${byte}`).toBe(false);
  for (const size of [0, 48, 135]) expect(lacks({ wal: cut, shm: shm.subarray(0, size) })).toBe(false);
});

it('a folder in the place of the log is an error of the file system, not an answer', () => {
  const file = join(temporaryFolder(), 'journal.db');
  mkdirSync(`${file}-wal`);
  expect(statSync(`${file}-wal`).isDirectory()).toBe(true);
  expect(() => lacksCommits(file)).toThrow(/EISDIR/);
  rmSync(`${file}-wal`, { recursive: true });
  writeFileSync(`${file}-wal`, 'x');
  truncateSync(`${file}-wal`, 0);
  expect(lacksCommits(file)).toBe(false);
});
