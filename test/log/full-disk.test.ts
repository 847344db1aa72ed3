import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../electron/log/log.ts';
import { rotatingLines } from '../../electron/log/rotating.ts';

/** The bytes that the disk still takes; a write beyond them is cut short, and the next one fails, as a real one does. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeSync = (descriptor: number, bytes: Buffer): number => {
    if (disk.room === 0) throw Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    const taken = fs.writeSync(descriptor, bytes.subarray(0, disk.room));
    disk.room -= taken;
    return taken;
  };
  return { ...fs, writeSync };
});
afterEach(() => {
  disk.room = Number.POSITIVE_INFINITY;
});

function fileInFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'foyer.log');
}

it('LOG-4 a disk that fills up in the middle of a line costs that line and those after it, and no later one', () => {
  for (let room = 0; room <= 12; room += 1) {
    const file = fileInFolder();
    disk.room = room;
    const lines = rotatingLines(file);
    for (const line of ['first', 'second', 'third']) lines.write(line);
    disk.room = Number.POSITIVE_INFINITY;
    for (const line of ['fourth', 'fifth']) lines.write(line);
    lines.close();
    const whole = ['first', 'second'].filter((_line, place) => room >= [6, 13][place]!);
    const left = readFileSync(file, 'utf8').split('\n');
    expect(left.slice(0, whole.length), `room for ${room} bytes`).toEqual(whole);
    expect(left.slice(-3), `room for ${room} bytes`).toEqual(['fourth', 'fifth', '']);
  }
});

it('LOG-4 the log goes on by itself after a full disk, and its numbers tell how many events were lost', () => {
  const file = fileInFolder();
  const log = createLog({ file });
  onTestFinished(() => log.close());
  log.log('stopped', {});
  disk.room = 0;
  for (let index = 0; index < 100; index += 1) expect(() => log.log('stopped', {})).not.toThrow();
  disk.room = Number.POSITIVE_INFINITY;
  log.log('stopped', {});
  const numbers = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).sequence);
  expect(numbers).toEqual([1, 102]);
});

it('LOG-4 a hundred thousand events stay within three files of 1 MB, the newest whole', () => {
  const file = fileInFolder();
  const log = createLog({ file });
  for (let index = 0; index < 100_000; index += 1) log.log('lookedUp', { outcome: 'found', milliseconds: index });
  log.close();
  const files = readdirSync(join(file, '..'));
  expect(files.sort()).toEqual(['foyer.log', 'foyer.log.1', 'foyer.log.2']);
  for (const name of files) expect(statSync(join(file, '..', name)).size).toBeLessThanOrEqual(1_000_000);
  const last = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ sequence: 100_000, milliseconds: 99_999 });
});
