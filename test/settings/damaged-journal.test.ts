import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkIn, damagedName, stop, toldOf } from './start.ts';
import { dataFolder, filesIn, storeIn } from './store-of.ts';

const visitors = [0, 1, 2, 3, 4, 5];

/** A folder whose journal has six visitors and was stopped in order; `expected`: what it says of each. */
function keptFolder(): { data: string; file: string; expected: readonly string[] } {
  const data = dataFolder();
  const store = storeIn(data);
  for (const number of visitors) expect(checkIn(store, number)).toBe('ok');
  const expected = visitors.map((number) => toldOf(store, number));
  stop(store);
  return { data, file: join(data, 'journal.db'), expected };
}

/** A start that must replace the journal: the old one's bytes are all there, and the new one says so and works. */
function expectReplaced(data: string, damaged: ReadonlyMap<string, Buffer>): void {
  const store = storeIn(data);
  expect(store.replaced).toBe(damagedName);
  for (const [name, bytes] of damaged) {
    if (!/^journal\.db(-wal|-journal)?$/.test(name)) continue;
    expect(readFileSync(join(data, name.replace('journal.db', damagedName))).equals(bytes), name).toBe(true);
  }
  expect(store.journal.verify()).toEqual({ ok: true, value: { events: 1 } });
  expect(toldOf(store, 0)).toContain('none');
  expect(checkIn(store, 0)).toBe('ok');
  stop(store);
  // Whoever looks at the desk may not have seen that start: it is said until the old one is taken out of the folder.
  const next = storeIn(data);
  expect(next.replaced).toBe(damagedName);
  expect(next.journal.verify()).toEqual({ ok: true, value: { events: 2 } });
  stop(next);
  rmSync(join(data, damagedName));
  expect(storeIn(data).replaced).toBeUndefined();
}

it.each<[string, (file: string) => void]>([
  ['a text file', (file) => writeFileSync(file, 'not a database, '.repeat(1000))],
  ['a short text file', (file) => writeFileSync(file, 'x')],
  ['an empty file', (file) => truncateSync(file)],
  ['zeros', (file) => writeFileSync(file, Buffer.alloc(16_384))],
  ['a journal cut to half a page', (file) => truncateSync(file, 2048)],
  ['a journal cut to three pages', (file) => truncateSync(file, 4096 * 3)],
  ['a first page of noise', (file) => writeFileSync(file, noisy(readFileSync(file), 0))],
  ['a first page with a plain header and noise', (file) => writeFileSync(file, noisy(readFileSync(file), 32))],
  ['a page of noise in the middle', (file) => writeFileSync(file, noisy(readFileSync(file), 4096 * 2))],
])('DUR-7 %s is moved aside whole, a new journal is started, and staff are told', (_, damage) => {
  const { data, file } = keptFolder();
  damage(file);
  expectReplaced(data, filesIn(data));
});

it('DUR-7 a flipped byte in any page, header or body, is harmless, or moves the journal aside, or breaks its chain', () => {
  const { data, file, expected } = keptFolder();
  const whole = readFileSync(file);
  const outcomes = { harmless: 0, moved: 0, chain: 0 };
  const pages = Array.from({ length: whole.length / 4096 }, (_, page) => page);
  const inPages = pages.flatMap((page) => [0, 3, 5, 8, (page * 977) % 4096].map((byte) => page * 4096 + byte));
  for (const offset of [...Array.from({ length: 108 }, (_, byte) => byte), ...inPages]) {
    const folder = dataFolder();
    for (const name of ['key', 'kiosk-id', 'journal.check']) copyFileSync(join(data, name), join(folder, name));
    const flipped = Buffer.from(whole);
    flipped[offset] = (flipped[offset] ?? 0) ^ 0x41;
    writeFileSync(join(folder, 'journal.db'), flipped);
    const store = storeIn(folder);
    if (store.replaced === undefined) {
      const isSame = visitors.every((number) => toldOf(store, number) === expected[number]);
      const chain = store.journal.verify();
      const isBroken = chain.ok && chain.value.brokenAt !== undefined;
      expect(isSame || isBroken, `byte ${offset} changes what is told`).toBe(true);
      outcomes[isSame ? 'harmless' : 'chain'] += 1;
    } else {
      expect(readFileSync(join(folder, damagedName)).equals(flipped), `byte ${offset}`).toBe(true);
      expect(checkIn(store, 0)).toBe('ok');
      outcomes.moved += 1;
    }
    stop(store);
  }
  expect(outcomes.moved).toBeGreaterThan(150);
});

function noisy(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = 0; index < 100; index += 1) copy[offset + index] = (copy[offset + index] ?? 0) ^ 0xa5;
  return copy;
}
