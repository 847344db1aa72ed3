import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, temporaryFolder, visitOf } from '../journal/visit-of.ts';
import { codeAt, filesIn, fill, found, rosterIn, twoClocks } from './rosters.ts';

const hour = 60 * 60_000;
const onDay = (code: string, day: string) =>
  visitOf(code, { period: { from: `2026-11-${day}T09:00:00+08:00`, to: `2026-11-${day}T12:00:00+08:00` } });

describe('DAT-2 a roster that no download renews', () => {
  it('keeps no visit for longer than so many hours after its day', async () => {
    const { clock, move } = twoClocks();
    const { roster } = rosterIn(temporaryFolder(), { clock });
    await fill(roster, [onDay('DAY21A', '21'), onDay('DAY22A', '22'), onDay('DAY23A', '23')]);
    // The 21st is over at midnight: until the next midnight it is kept.
    await move(14 * hour);
    expect(roster.status().badges).toBe(3);
    await move(1.5 * hour);
    expect(roster.status().badges).toBe(2);
    expect(await found(roster, 'DAY21A')).toEqual([]);
    expect(await found(roster, 'DAY22A')).toEqual(['badge-DAY22A']);
    await move(48 * hour);
    expect(roster.status()).toMatchObject({ badges: 0 });
  });

  it('after a restart weeks later it is emptied within the hour, bytes included', async () => {
    const folder = temporaryFolder();
    const first = rosterIn(folder);
    await fill(
      first.roster,
      Array.from({ length: 150 }, (_, place) => visitOf(codeAt(place))),
    );
    first.roster.close();
    const file = join(folder, filesIn(folder)[0] ?? '');
    const before = readFileSync(file);
    const { clock, move } = twoClocks('2026-12-13T09:00:00+08:00');
    const { roster } = rosterIn(folder, { clock });
    await move(hour);
    await expect.poll(() => roster.status().badges).toBe(0);
    expect(await found(roster, codeAt(1))).toEqual([]);
    const after = readFileSync(file);
    expect(readFileSync(`${file}-wal`)).toHaveLength(0);
    const same = Array.from({ length: before.length / 4096 }, (_, page) => page * 4096).filter((page) =>
      before.subarray(page, page + 4096).equals(after.subarray(page, page + 4096)),
    );
    // The page that says when it was downloaded may be the same.
    expect(same.length).toBeLessThan(2);
  });

  it('CLK-1 loses nothing to a wall clock that jumps ahead and comes back', async () => {
    const { at, clock, move } = twoClocks();
    const { roster } = rosterIn(temporaryFolder(), { clock });
    await fill(roster, [onDay('DAY22A', '22')]);
    await move(2 * hour);
    at.wall += 48 * hour;
    await move(0.5 * hour);
    at.wall -= 48 * hour;
    await move(2 * hour);
    at.wall = 0;
    await move(2 * hour);
    expect(await found(roster, 'DAY22A')).toEqual(['badge-DAY22A']);
  });

  it('is written anew by the next download, even one that brings what the last one brought', async () => {
    const { at, clock, move } = twoClocks();
    const { roster } = rosterIn(temporaryFolder(), { clock });
    await fill(roster, [onDay('DAY22A', '22')]);
    at.wall += 72 * hour;
    await move(2 * hour);
    expect(roster.status().badges).toBe(0);
    at.wall -= 72 * hour;
    await fill(roster, [onDay('DAY22A', '22')]);
    expect(await found(roster, 'DAY22A')).toEqual(['badge-DAY22A']);
  });
});

it('DAT-2 what is over for longer already is never written', async () => {
  const { roster } = rosterIn(temporaryFolder(), { retentionHours: 1 });
  expect(codeOf(await fill(roster, [onDay('DAY21A', '21'), onDay('DAY22A', '22')]))).toBe('ok');
  expect(roster.status().badges).toBe(1);
  expect(await found(roster, 'DAY21A')).toEqual([]);
});

it('closed, it looks at no clock any more', () => {
  const { clock, waiting } = twoClocks();
  const { roster } = rosterIn(temporaryFolder(), { clock });
  expect(waiting()).toBe(1);
  roster.close();
  expect(waiting()).toBe(0);
});
