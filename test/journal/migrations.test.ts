import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect, passphraseOf, pragma } from '../../electron/journal/database.ts';
import { newestVersion } from '../../electron/journal/migrations.ts';
import { runCrashChild } from './crash-child-run.ts';
import { at, basis, codeOf, connectTo, journalHandingOn, journalIn, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

/**
 * A journal of each earlier schema, as the Foyer of its time wrote it with the key of the tests: one visitor in, whose badge was being
 * sent, and one who has left. Since version 2 the first has asked for a coffee.
 */
const released = join(import.meta.dirname, 'released');
const wishesIn = (version: number): string[] => (version > 1 ? ['31'] : []);
const earlier = Array.from({ length: newestVersion - 1 }, (_, index) => index + 1);

/** A folder with the journal of an earlier version. */
function folderOf(version: number): string {
  const folder = temporaryFolder();
  copyFileSync(join(released, `version-${version}.db`), join(folder, 'journal.db'));
  chmodSync(join(folder, 'journal.db'), 0o600);
  return folder;
}

function versionIn(folder: string): unknown {
  const look = connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
  const version = pragma(look, 'user_version');
  expect(pragma(look, 'integrity_check')).toBe('ok');
  look.close();
  return version;
}

function expectKept(folder: string, version: number): void {
  const journal = journalIn(folder);
  expect(theValue(journal.standing('INSIDE'))).toEqual({ kind: 'in', visitId: 'visit-in', at });
  expect(theValue(journal.visit('visit-in'))).toEqual(visitOf('INSIDE'));
  expect(theValue(journal.standing('LEFTUS')).kind).toBe('out');
  expect(theValue(journal.prints('visit-out')).map(({ state }) => state)).toEqual(['confirmed']);
  expect(theValue(journal.wishes('2020-01-01T00:00:00Z')).map(({ service }) => service.id)).toEqual(wishesIn(version));
  journal.close();
}

it('DUR-9 there is a journal of every earlier version', () => {
  expect(readdirSync(released).sort()).toEqual(earlier.map((version) => `version-${version}.db`));
  for (const version of earlier) expect(versionIn(folderOf(version))).toBe(version);
});

describe.each(earlier)('DUR-9 a journal of version %i', (version) => {
  it('is brought forward and keeps all that it holds', () => {
    const folder = folderOf(version);
    expectKept(folder, version);
    expect(versionIn(folder)).toBe(newestVersion);
  });

  it('goes on: who is in leaves, and a new visitor’s wish is noted', () => {
    const journal = journalIn(folderOf(version));
    expect(theValue(journal.settle(at))).toEqual({ unknown: 1, failed: 0 });
    expect(codeOf(journal.checkOut({ basis, visitId: 'visit-in', visit: visitOf('INSIDE'), at }))).toBe('ok');
    const wanted = [{ id: '1', name: [{ language: 'en', text: 'Coffee' }] }];
    theValue(journal.checkIn({ basis, visitId: 'visit-new', visit: visitOf('NEWONE'), at, wanted }));
    expect(theValue(journal.wishes(at)).map(({ service }) => service.id)).toEqual([...wishesIn(version), '1']);
  });

  it('goes on at the desk: who had left by mistake is back and leaves again, and a check-in is taken back', () => {
    const folder = folderOf(version);
    const journal = journalIn(folder);
    const now = '2026-11-22T12:00:00+08:00';
    theValue(journal.correct({ visitId: 'visit-out', correction: { what: 'notOut' }, reason: 'The wrong one', at: now }));
    expect(theValue(journal.standing('LEFTUS'))).toEqual({ kind: 'in', visitId: 'visit-out', at });
    theValue(journal.checkOut({ basis, visitId: 'visit-out', visit: visitOf('LEFTUS'), at: now }));
    theValue(journal.correct({ visitId: 'visit-in', correction: { what: 'notIn' }, reason: 'A test', at: now }));
    expect(theValue(journal.recorded())).toMatchObject([{ visitId: 'visit-out', checkedOutAt: now, checkedInBy: 'visitor' }]);
    expect(theValue(journal.verify()).brokenAt).toBeUndefined();
    const look = connectTo(folder);
    const again =
      "INSERT INTO events (event_id, visit_id, kind, at, actor, digest, hash) VALUES ('e', 'visit-out', 'checkedOut', '', 'staff', '', '')";
    expect(() => look.exec(again)).toThrow(/leaves once/);
  });

  it('is chained, in the order that its events had, and is as much as a new one', () => {
    const folder = folderOf(version);
    const sequences = () =>
      connectTo(folder).prepare('SELECT sequence, event_id, kind, at FROM events ORDER BY sequence').raw().all();
    const before = sequences();
    const journal = journalHandingOn(folder);
    expect(sequences()).toEqual(before);
    expect(theValue(journal.verify())).toEqual({ events: before.length });
    expect(theValue(journal.comparable())).toMatchObject([
      { visitId: 'visit-in', checkedInAt: at, basis: { from: 'server' } },
      { visitId: 'visit-out', checkedInAt: at, checkedOutAt: expect.any(String) },
    ]);
    expect(theValue(journal.outboxCounts('webhook'))).toEqual({ sent: 0, waiting: 0, dead: 0 });
    theValue(journal.closeAutomatically({ visitIds: ['visit-in'], at }));
    expect(theValue(journal.outboxCounts('webhook')).waiting).toBe(1);
    expect(theValue(journal.purge({ before: '2036-01-01T00:00:00Z' }))).toBe(1);
    expect(theValue(journal.verify())).toEqual({ events: before.length + 1 });
    expect(() => connectTo(folder).exec("UPDATE events SET kind = 'x'")).toThrow(/append-only/);
  });

  it.each(['migration.before-commit', 'migration.after-commit'])('DUR-4 kill -9 at %s, twice, loses nothing', async (name) => {
    const folder = folderOf(version);
    expect((await runCrashChild(folder, name)).signal).toBe('SIGKILL');
    expect([version, version + 1]).toContain(versionIn(folder));
    await runCrashChild(folder, name);
    expectKept(folder, version);
    expect(versionIn(folder)).toBe(newestVersion);
  });
});
