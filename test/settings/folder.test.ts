import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Visit } from '../../electron/core/visit.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { createLog } from '../../electron/log/log.ts';
import { writeDurably } from '../../electron/settings/durable.ts';
import { prepareFolder } from '../../electron/settings/folder.ts';
import { lockFolder } from '../../electron/settings/lock.ts';
import { journalKey } from '../../electron/settings/secret.ts';
import { faultLine } from '../../electron/settings/settings.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'foyer-data-'));
  const mask = process.umask();
  onTestFinished(() => {
    process.umask(mask);
    rmSync(parent, { recursive: true, force: true });
  });
});

const lineOf = (checked: ReturnType<typeof prepareFolder>): string => (checked.ok ? 'no fault' : faultLine(checked.fault));
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('DAT-4 the data folder is 0700 and every file in it 0600, whatever the umask was', () => {
  process.umask(0o000);
  const data = join(parent, 'a', 'b');
  expect(lineOf(prepareFolder(data))).toBe('no fault');
  const lock = lockFolder(data);
  const file = join(data, 'journal.db');
  const key = journalKey({ data, journal: file, kept: 'file', keyring: undefined });
  const journal = key.ok ? openJournal({ file, key: key.value, kiosk: 'foyer-test00' }) : undefined;
  if (!lock.ok || !journal?.ok) throw new Error('not opened');
  const visit: Visit = {
    badgeId: '1',
    code: 'FJUEIW',
    visitor: { name: 'Ingrid Erfunden' },
    blocked: false,
    period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' },
    state: 'initial',
    place: {},
  };
  expect(journal.value.checkIn({ basis: { from: 'server' }, visitId: 'v', visit, at: '2026-11-22T09:00:00+08:00' }).ok).toBe(true);
  const log = createLog({ file: join(data, 'foyer.log') });
  log.log('stopped', {});
  // Whatever else the process makes, without a mode of its own.
  writeFileSync(join(data, 'badge.png'), 'x');
  mkdirSync(join(data, 'badges'));

  expect(readdirSync(data)).toEqual(
    expect.arrayContaining(['foyer.log', 'journal.db', 'journal.db-shm', 'journal.db-wal', 'key', 'lock', 'badge.png']),
  );
  for (const name of readdirSync(data)) expect(modeOf(join(data, name)), name).toBe(name === 'badges' ? '700' : '600');
  for (const folder of [data, join(parent, 'a')]) expect(modeOf(folder)).toBe('700');
  log.close();
  journal.value.close();
  lock.value.release();
});

it('DAT-4 a folder of ours that was opened to others is closed again', () => {
  const data = join(parent, 'data');
  mkdirSync(data);
  chmodSync(data, 0o755);
  expect(lineOf(prepareFolder(data))).toBe('no fault');
  expect(modeOf(data)).toBe('700');
  writeFileSync(join(data, 'lock'), '');
  chmodSync(data, 0o777);
  expect(lineOf(prepareFolder(data))).toBe('no fault');
  expect(modeOf(data)).toBe('700');
});

it('a folder that others share and that holds other files is not taken over', () => {
  writeFileSync(join(parent, 'letter.txt'), 'private');
  chmodSync(parent, 0o755);
  expect(lineOf(prepareFolder(parent))).toMatch(/^foyer: FOYER_DATA: must be a folder of its own/);
  expect(modeOf(parent)).toBe('755');
  expect(readdirSync(parent)).toEqual(['letter.txt']);
});

it('a file in the place of the folder, or on the way to it, is said in words', () => {
  const file = join(parent, 'file');
  writeFileSync(file, 'x');
  expect(lineOf(prepareFolder(file))).toBe('foyer: FOYER_DATA: must be a folder, and is a file');
  expect(lineOf(prepareFolder(join(file, 'data')))).toBe('foyer: FOYER_DATA: must be a folder: a part of its path is a file');
  expect(readFileSync(file, 'utf8')).toBe('x');
});

it.skipIf(process.platform !== 'linux')('a folder that cannot be made is said in words', () => {
  expect(lineOf(prepareFolder('/proc/foyer'))).toMatch(/^foyer: FOYER_DATA: must be a folder that this account can make/);
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder that cannot be written to is said in words', () => {
  chmodSync(parent, 0o500);
  expect(lineOf(prepareFolder(parent))).toMatch(/^foyer: FOYER_DATA: must be a folder that this account can make and write to/);
});

it('nothing of the trial is left', () => {
  expect(lineOf(prepareFolder(parent))).toBe('no fault');
  expect(readdirSync(parent)).toEqual([]);
});

it('a second Foyer with the same folder is told so, and may start after the first one has stopped', () => {
  const first = lockFolder(parent);
  if (!first.ok) throw new Error(first.fault.message);
  const second = lockFolder(parent);
  expect(second.ok ? '' : faultLine(second.fault)).toMatch(/^foyer: FOYER_DATA: Foyer is already running with this folder/);
  first.value.release();
  const third = lockFolder(parent);
  expect(third.ok).toBe(true);
  if (third.ok) third.value.release();
});

it('a lock is seen by another process, and is gone when that process is killed', async () => {
  const script = `const db = new (require('libsql'))(${JSON.stringify(join(parent, 'lock'))});
    db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => db, 1000);`;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(lockFolder(parent).ok).toBe(false);
  holder.kill('SIGKILL');
  await once(holder, 'close');
  const after = lockFolder(parent);
  expect(after.ok).toBe(true);
  if (after.ok) after.value.release();
});

it('a durable write replaces the whole file, also after one that was interrupted, and keeps the old one when it fails', () => {
  const file = join(parent, 'key');
  writeFileSync(`${file}.new`, 'half of an interrupted wri', { mode: 0o644 });
  writeDurably(file, 'first');
  writeDurably(file, Buffer.from('second'));
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(modeOf(file)).toBe('600');
  expect(existsSync(`${file}.new`)).toBe(false);
  mkdirSync(join(parent, 'taken', 'inside'), { recursive: true });
  expect(() => writeDurably(join(parent, 'taken'), 'x')).toThrow();
  expect(readdirSync(join(parent, 'taken'))).toEqual(['inside']);
});
