import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { at, codeAt, filesIn, fill, found, rosterIn } from './rosters.ts';

/** As long as three pages, so that few visits fill a file. */
const host = 'Ottilie Beispiel '.repeat(700);
const visits = Array.from({ length: 8 }, (_, place) => visitOf(codeAt(place), { host }));
const damaged = (operation: string) => ['roster', { ok: false, milliseconds: 0, failure: 'journal.damaged', operation }];

/** A folder with a closed roster, and its file. */
async function closedRoster(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const { roster } = rosterIn(folder);
  await fill(roster, visits);
  roster.close();
  return { folder, file: join(folder, filesIn(folder)[0] ?? '') };
}

function flip(file: string, place: number): void {
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

describe('DUR-7 a roster that is damaged', () => {
  it.each<[string, (file: string) => void]>([
    ['is a text', (file) => writeFileSync(file, 'not a database, but a text that somebody has put here'.repeat(200))],
    ['is all zeros', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
    ['has another first page', (file) => flip(file, 100)],
  ])('because it %s is removed, said, and downloaded again', async (_, damage) => {
    const { folder, file } = await closedRoster();
    damage(file);
    const { roster, logged } = rosterIn(folder);
    expect(roster.status()).toEqual({ badges: 0 });
    expect(logged).toEqual([damaged('roster.open')]);
    expect(await found(roster, codeAt(1))).toEqual([]);
    await expect.poll(() => filesIn(folder)).toEqual([]);
    expect(codeOf(await fill(roster, visits))).toBe('ok');
    expect(await found(roster, codeAt(1))).toEqual([`badge-${codeAt(1)}`]);
  });

  it('at any page says so or answers what it can, never something else, and the next download mends it', async () => {
    const { file } = await closedRoster();
    const whole = readFileSync(file);
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const folder = temporaryFolder();
      const copy = join(folder, 'roster-1.db');
      writeFileSync(copy, whole);
      flip(copy, page * 4096 + 40);
      const { roster } = rosterIn(folder);
      for (let place = 0; place < visits.length; place += 3) {
        const looked = await roster.find(codeAt(place));
        if (looked.ok) expect([[], [visits[place]]]).toContainEqual(looked.value);
        else expect(looked.failure.code).toBe('journal.damaged');
      }
      expect(codeOf(await fill(roster, [visitOf('FJUEIW')])), `page ${page}`).toBe('ok');
      expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
      roster.close();
    }
  });

  it('because it was cut is never taken for whole', async () => {
    const { file } = await closedRoster();
    const whole = readFileSync(file);
    for (const share of [0, 0.001, 0.1, 0.5, 0.99]) {
      const folder = temporaryFolder();
      const copy = join(folder, 'roster-1.db');
      writeFileSync(copy, whole);
      truncateSync(copy, Math.floor(whole.length * share));
      const { roster } = rosterIn(folder);
      const looked = await roster.find(codeAt(3));
      if (looked.ok) expect([[], [visits[3]]]).toContainEqual(looked.value);
      expect(codeOf(await fill(roster, [visitOf('FJUEIW')])), String(share)).toBe('ok');
      expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
    }
  });

  it('leaves the one before it in its place, where that is still there', async () => {
    const { folder, file } = await closedRoster();
    writeFileSync(join(folder, 'roster-9.db'), readFileSync(file).subarray(0, 6000));
    const { roster } = rosterIn(folder);
    expect(await found(roster, codeAt(7))).toEqual([`badge-${codeAt(7)}`]);
    await expect.poll(() => filesIn(folder)).toEqual(['roster-1.db']);
    await fill(roster, [visitOf('FJUEIW')]);
    expect(filesIn(folder)).toEqual(['roster-10.db']);
  });
});

describe('DUR-5 where there is no room', () => {
  it('the old roster stays and the failure says it; with room the next one is taken, without a restart', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder, { pageLimit: 20 });
    expect(codeOf(await fill(roster, [visitOf('FJUEIW')]))).toBe('ok');
    const files = filesIn(folder);
    expect(codeOf(await fill(roster, visits))).toBe('journal.full');
    expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
    expect(filesIn(folder)).toEqual(files);
    expect(codeOf(await fill(roster, visits.slice(0, 3)))).toBe('ok');
    expect(roster.status().badges).toBe(3);
  });

  it('at whatever page the room ends, nothing is left of what was begun', async () => {
    const folder = temporaryFolder();
    const outcomes = new Set<string>();
    for (let pageLimit = 1; pageLimit < 20; pageLimit += 1) {
      const { roster } = rosterIn(folder, { pageLimit });
      const outcome = codeOf(await fill(roster, visits.slice(0, 3), at));
      outcomes.add(outcome);
      expect(filesIn(folder)).toHaveLength(outcome === 'ok' || roster.status().badges > 0 ? 1 : 0);
      roster.close();
    }
    expect([...outcomes]).toEqual(['journal.full', 'ok']);
  });
});

describe('DUR-6 where the folder', () => {
  it('is gone, nothing is thrown, and it is said', async () => {
    const folder = join(temporaryFolder(), 'gone');
    const { roster, logged } = rosterIn(folder);
    expect(logged).toMatchObject([['roster', { failure: 'journal.unwritable' }]]);
    expect(codeOf(await fill(roster, visits))).toBe('journal.unwritable');
    expect(await found(roster, codeAt(1))).toEqual([]);
    mkdirSync(folder);
    expect(codeOf(await fill(roster, visits))).toBe('ok');
  });

  it.skipIf(process.getuid?.() === 0)('cannot be written to, the old roster stays', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [visitOf('FJUEIW')]);
    chmodSync(folder, 0o500);
    try {
      expect(codeOf(await fill(roster, visits))).toBe('journal.unwritable');
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
    expect(codeOf(await fill(roster, visits))).toBe('ok');
  });

  it('goes away under an open roster, what can still be read is read', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [visitOf('FJUEIW')]);
    rmSync(folder, { recursive: true });
    const looked = await roster.find('FJUEIW');
    if (looked.ok) expect(theValue(looked)).toHaveLength(1);
    expect(codeOf(await fill(roster, visits))).toBe('journal.unwritable');
  });
});
