import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { at, codeAt, filesIn, fill, found, rosterIn, twoClocks } from './rosters.ts';

const minute = 60_000;

describe('a roster', () => {
  it('that was never downloaded has nobody, and says that there is none', async () => {
    const { roster, logged } = rosterIn(temporaryFolder());
    expect(await found(roster, 'FJUEIW')).toEqual([]);
    expect(roster.status()).toEqual({ badges: 0 });
    expect(logged).toEqual([]);
  });

  it('answers the visits of a code as they were, and nobody for another', async () => {
    const { roster } = rosterIn(temporaryFolder());
    const visit = visitOf('FJUEIW', {
      ...{ checkedInAt: at, state: 'visiting', appointmentId: '3', hostId: '11', hostMail: 'oskar@example.com' },
    });
    const tomorrow = visitOf('FJUEIW', { badgeId: 'tomorrow' });
    expect(codeOf(await fill(roster, [visit, visitOf('OTHER1'), tomorrow]))).toBe('ok');
    const visits = theValue(await roster.find('FJUEIW'));
    expect(visits).toHaveLength(2);
    expect(visits).toEqual(expect.arrayContaining([visit, tomorrow]));
    expect(await found(roster, 'OTHER1')).toEqual(['badge-OTHER1']);
    expect(await found(roster, 'FJUEIX')).toEqual([]);
    expect(await found(roster, '')).toEqual([]);
    expect(roster.status()).toMatchObject({ badges: 3, at });
  });

  it('is there after a restart, in one file', async () => {
    const folder = temporaryFolder();
    const first = rosterIn(folder);
    await fill(first.roster, [visitOf('FJUEIW')]);
    first.roster.close();
    const { roster, logged } = rosterIn(folder);
    expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
    expect(roster.status()).toMatchObject({ badges: 1, at });
    expect(filesIn(folder)).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('of another server or building is nobody’s here, and goes', async () => {
    const folder = temporaryFolder();
    const first = rosterIn(folder, { site: 'trial' });
    await fill(first.roster, [visitOf('FJUEIW')]);
    first.roster.close();
    const { roster, logged } = rosterIn(folder, { site: 'the real one' });
    expect(await found(roster, 'FJUEIW')).toEqual([]);
    expect(roster.status()).toEqual({ badges: 0 });
    await expect.poll(() => filesIn(folder)).toEqual([]);
    await fill(roster, [visitOf('OTHER1')]);
    expect(await found(roster, 'OTHER1')).toEqual(['badge-OTHER1']);
    expect(logged).toEqual([]);
  });

  it('notices deletions: what a whole download does not bring is gone', async () => {
    const { roster } = rosterIn(temporaryFolder());
    await fill(roster, [visitOf('FJUEIW'), visitOf('OTHER1')]);
    await fill(roster, [visitOf('OTHER1')]);
    expect(await found(roster, 'FJUEIW')).toEqual([]);
    expect(await found(roster, 'OTHER1')).toEqual(['badge-OTHER1']);
    await fill(roster, []);
    expect(await found(roster, 'OTHER1')).toEqual([]);
    expect(roster.status()).toMatchObject({ badges: 0, at });
  });

  it('closed, takes and tells nothing more', async () => {
    const { roster } = rosterIn(temporaryFolder());
    const draft = theValue(roster.draft());
    roster.close();
    roster.close();
    expect(codeOf(await roster.find('FJUEIW'))).toBe('journal.unwritable');
    expect(codeOf(roster.draft())).toBe('journal.unwritable');
    expect(codeOf(await draft.add([visitOf('FJUEIW')]))).toBe('journal.unwritable');
    expect(codeOf(await draft.finish({ at }))).toBe('journal.unwritable');
  });

  it('DAT-4 is readable by this account alone, with what SQLite puts beside it', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [visitOf('FJUEIW')]);
    const [file = ''] = filesIn(folder);
    for (const end of ['', '-wal', '-shm']) {
      const path = join(folder, `${file}${end}`);
      if (existsSync(path)) expect(statSync(path).mode & 0o077, end).toBe(0);
    }
  });
});

describe('a draft', () => {
  it('is seen by nobody before it is whole, and not at all when it is abandoned', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [visitOf('FJUEIW')]);
    const files = filesIn(folder);
    const draft = theValue(roster.draft());
    await draft.add([visitOf('OTHER1')]);
    expect(await found(roster, 'OTHER1')).toEqual([]);
    draft.abandon();
    draft.abandon();
    expect(codeOf(await draft.finish({ at }))).toBe('journal.unwritable');
    expect(await found(roster, 'FJUEIW')).toEqual(['badge-FJUEIW']);
    expect(filesIn(folder)).toEqual(files);
  });

  it('is the only one: another waits until it has ended', async () => {
    const { roster } = rosterIn(temporaryFolder());
    const draft = theValue(roster.draft());
    expect(codeOf(roster.draft())).toBe('journal.locked');
    draft.abandon();
    expect(codeOf(await fill(roster, [visitOf('FJUEIW')]))).toBe('ok');
    expect(codeOf(roster.draft())).toBe('ok');
  });

  it('abandoned while it is written leaves no file behind, and the old roster', async () => {
    const folder = temporaryFolder();
    const { roster } = rosterIn(folder);
    await fill(roster, [visitOf('FJUEIW')]);
    const files = filesIn(folder);
    const draft = theValue(roster.draft());
    await draft.add(Array.from({ length: 40 }, (_, place) => visitOf(codeAt(place))));
    const finishing = draft.finish({ at });
    draft.abandon();
    expect(codeOf(await finishing)).toBe('journal.unwritable');
    expect(filesIn(folder)).toEqual(files);
    expect(roster.status()).toMatchObject({ badges: 1 });
  });

  it('with the same content makes the roster young again and writes no other file', async () => {
    const folder = temporaryFolder();
    const { clock, move } = twoClocks();
    const { roster } = rosterIn(folder, { clock });
    const visits = [visitOf('FJUEIW'), visitOf('OTHER1')];
    await fill(roster, visits);
    const files = filesIn(folder);
    await move(10 * minute);
    expect(roster.status()).toMatchObject({ ageMs: 10 * minute });
    await fill(roster, visits, '2026-11-22T09:40:00+08:00');
    expect(filesIn(folder)).toEqual(files);
    expect(roster.status()).toEqual({ badges: 2, at: '2026-11-22T09:40:00+08:00', ageMs: 0 });
    roster.close();
    expect(rosterIn(folder, { clock }).roster.status()).toMatchObject({ at: '2026-11-22T09:40:00+08:00' });
    const changed = rosterIn(folder, { clock }).roster;
    await fill(changed, [visitOf('FJUEIW', { host: 'Somebody Else' }), visitOf('OTHER1')]);
    expect(filesIn(folder)).not.toEqual(files);
    expect(theValue(await changed.find('FJUEIW'))[0]?.host).toBe('Somebody Else');
  });
});

describe('the age of a roster', () => {
  it('CLK-1 goes by the monotonic clock, from when its download began, whatever the wall clock does', async () => {
    const { at: clocks, clock, move } = twoClocks();
    const { roster } = rosterIn(temporaryFolder(), { clock });
    const draft = theValue(roster.draft());
    await move(3 * minute);
    await draft.finish({ at });
    expect(roster.status().ageMs).toBe(3 * minute);
    clocks.wall += 24 * 60 * minute;
    await move(minute);
    expect(roster.status().ageMs).toBe(4 * minute);
    clocks.wall = 0;
    expect(roster.status().ageMs).toBe(4 * minute);
  });

  it('CLK-1 goes on over a restart by the wall clock, and is never negative', async () => {
    const folder = temporaryFolder();
    const first = rosterIn(folder);
    await fill(first.roster, [visitOf('FJUEIW')]);
    first.roster.close();
    const later = twoClocks('2026-11-22T10:00:00+08:00');
    const second = rosterIn(folder, { clock: later.clock }).roster;
    expect(second.status().ageMs).toBe(30 * minute);
    await later.move(minute);
    expect(second.status().ageMs).toBe(31 * minute);
    second.close();
    const earlier = twoClocks('1970-01-01T00:00:00+08:00');
    expect(rosterIn(folder, { clock: earlier.clock }).roster.status().ageMs).toBe(0);
  });
});

it('only files that are called as ours are touched', async () => {
  const folder = temporaryFolder();
  const others = ['journal.db', 'roster.db', 'roster-1.db.old', 'my-roster-1.db', 'roster-x.db', 'roster-1.dbx', 'roster-.db'];
  for (const name of [...others, 'roster-7.db', 'roster-7.db-wal', 'roster-3.db-journal']) writeFileSync(join(folder, name), '');
  const { roster } = rosterIn(folder);
  await fill(roster, [visitOf('FJUEIW')]);
  for (const name of others) expect(existsSync(join(folder, name)), name).toBe(true);
  await expect.poll(() => filesIn(folder)).toEqual(['roster-8.db']);
});
