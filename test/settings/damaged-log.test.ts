import { copyFileSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkIn, damagedName, stop, toldOf } from './start.ts';
import { dataFolder, filesIn, storeIn } from './store-of.ts';

/**
 * A folder as a killed Foyer leaves it: the last visitors are in the -wal alone. A power cut leaves the same, but for the -shm.
 */
const visitors = [0, 1, 2, 3, 4, 5];
let left: ReadonlyMap<string, Buffer>;
let expected: readonly string[];
beforeEach(() => {
  const data = dataFolder();
  const store = storeIn(data);
  for (const number of visitors) expect(checkIn(store, number)).toBe('ok');
  expected = visitors.map((number) => toldOf(store, number));
  left = filesIn(data);
  stop(store);
});
const frameLength = 24 + 4096;

function folderOf(change: (data: string) => void): string {
  const data = dataFolder();
  for (const [name, bytes] of left) if (name !== 'lock') writeFileSync(join(data, name), bytes);
  change(data);
  return data;
}

/** What a start in the folder finds: 'replaced', or the visitors of whom it tells what was recorded. */
function foundIn(data: string): 'replaced' | readonly number[] {
  const before = filesIn(data);
  const store = storeIn(data);
  const told = visitors.filter((number) => toldOf(store, number) === expected[number]);
  stop(store);
  if (store.replaced === undefined) return told;
  for (const end of ['', '-wal']) {
    const bytes = before.get(`journal.db${end}`);
    if (bytes) expect(readFileSync(join(data, damagedName + end)).equals(bytes)).toBe(true);
  }
  return 'replaced';
}

const flip = (file: string, offset: number): void => {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x41;
  writeFileSync(file, bytes);
};

it('a folder that nobody damaged tells of everybody, with the -shm of the killed process and without', () => {
  expect(left.get('journal.db-wal')?.length).toBeGreaterThan(10 * frameLength);
  expect(foundIn(folderOf(() => {}))).toEqual(visitors);
  expect(foundIn(folderOf((data) => rmSync(join(data, 'journal.db-shm'))))).toEqual(visitors);
});

describe('DUR-7 after a kill', () => {
  it('DUR-7 a byte flipped in the head of the -wal, its first frame, its middle or its end moves the journal aside', () => {
    const frames = Math.floor((left.get('journal.db-wal')?.length ?? 0) / frameLength);
    for (const offset of [0, 20, ...[0, Math.floor(frames / 2), frames - 1].map((frame) => 32 + frame * frameLength + 2000)]) {
      expect(foundIn(folderOf((data) => flip(join(data, 'journal.db-wal'), offset))), `byte ${offset}`).toBe('replaced');
    }
  });

  it.each([0, 32, 32 + 7 * frameLength + 100])('DUR-7 a -wal cut to %i bytes is noticed', (size) => {
    expect(foundIn(folderOf((data) => truncateSync(join(data, 'journal.db-wal'), size)))).toBe('replaced');
  });

  it('DUR-7 a -wal that is missing, is zeros or a text is noticed', () => {
    const log = (data: string): string => join(data, 'journal.db-wal');
    expect(foundIn(folderOf((data) => rmSync(log(data))))).toBe('replaced');
    expect(foundIn(folderOf((data) => writeFileSync(log(data), Buffer.alloc(100_000))))).toBe('replaced');
    expect(foundIn(folderOf((data) => writeFileSync(log(data), 'not a log '.repeat(10_000))))).toBe('replaced');
  });

  it.each(['missing', 'empty'])('DUR-7 a -wal whose database is %s is moved aside, and never read into a new one', (what) => {
    const damage = (data: string): void => {
      if (what === 'missing') rmSync(join(data, 'journal.db'));
      else truncateSync(join(data, 'journal.db'), 0);
    };
    const data = folderOf(damage);
    expect(foundIn(data)).toBe('replaced');
    expect(readFileSync(join(data, damagedName)).length).toBe(0);
  });
});

describe('DUR-7 after a power cut, which leaves no -shm, or one of before', () => {
  it.each(['no -shm', 'an old -shm'])('DUR-7 with %s a byte flipped in the middle of the -wal moves the journal aside', (which) => {
    const middle = Math.floor((left.get('journal.db-wal')?.length ?? 0) / 2);
    const data = folderOf((folder) => {
      flip(join(folder, 'journal.db-wal'), middle);
      if (which === 'no -shm') rmSync(join(folder, 'journal.db-shm'));
      else utimesSync(join(folder, 'journal.db-shm'), 1000, 1000);
    });
    expect(foundIn(data)).toBe('replaced');
  });

  it('DUR-7 a last transaction that was cut off, as a power cut cuts it, is no damage: nobody was told of it', () => {
    const size = (left.get('journal.db-wal')?.length ?? 0) - 100;
    const data = folderOf((folder) => {
      truncateSync(join(folder, 'journal.db-wal'), size);
      rmSync(join(folder, 'journal.db-shm'));
    });
    expect(foundIn(data)).toEqual(visitors.slice(0, -1));
  });

  it('a copy of a journal that was stopped in order opens without its -wal and -shm', () => {
    const data = dataFolder();
    const store = storeIn(data);
    expect(checkIn(store, 0)).toBe('ok');
    stop(store);
    const copy = dataFolder();
    for (const name of ['journal.db', 'key', 'kiosk-id']) copyFileSync(join(data, name), join(copy, name));
    expect(toldOf(storeIn(copy), 0)).toBe(toldOf(storeIn(data), 0));
  });
});
