import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { digestOf, hashOf } from '../../electron/journal/chain.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { verify } from '../../electron/journal/verify.ts';
import { at, basis, connectTo, journalIn, key, kiosk, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const wanted = [{ id: '31', name: [{ language: 'en', text: 'Coffee' }] }];

/** Every kind of event, some of a visit, one of the kiosk itself. */
function appendAll(journal: WholeJournal): void {
  theValue(journal.noteReplaced(at));
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at, printId: 'p1', wanted }));
  theValue(journal.print({ printId: 'p1', state: 'sending', at }));
  theValue(journal.print({ printId: 'p1', state: 'confirmed', at }));
  theValue(journal.checkIn({ basis: { from: 'roster', ageMs: 90_000 }, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.closeAutomatically({ visitIds: ['v1'], at: later }));
  theValue(journal.confirmLeft({ visitId: 'v1', at: later }));
  const there = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:00:00+08:00' } as const;
  theValue(journal.differ({ visitId: 'v2', kind: 'earlierThere', there, at: later }));
  const [difference] = theValue(journal.differences());
  theValue(journal.decide({ differenceId: difference?.id ?? '', decision: 'theirs', note: 'came by the side door', at: later }));
  theValue(journal.checkOut({ basis: { from: 'journal' }, visitId: 'v2', visit: visitOf('SECOND'), at: later }));
  theValue(journal.note({ visitId: 'v2', text: 'left by the side door', by: 'Ruth', at: later }));
  theValue(journal.correct({ visitId: 'v2', correction: { what: 'notOut' }, reason: 'somebody else', by: 'Ruth', at: later }));
  theValue(journal.beginMuster({ musterId: 'm1', by: 'Ruth', at: later }));
  theValue(journal.tick({ musterId: 'm1', visitId: 'v2', isFound: true, at: later }));
  theValue(journal.endMuster({ musterId: 'm1', at: later }));
}
const count = 16;

/** What is said of a journal with all kinds of events once its tables were worked on as somebody with the key could, each time anew. */
function tampering(): (sql: string) => { events: number; brokenAt?: number } {
  const folder = temporaryFolder();
  appendAll(journalIn(folder));
  const raw = connectTo(folder);
  raw.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER events_unchanged; DROP TRIGGER events_kept; DROP INDEX events_once');
  expect(theValue(verify(raw))).toEqual({ events: count });
  return (sql) => {
    raw.exec(`BEGIN; ${sql}`);
    const verdict = theValue(verify(raw));
    raw.exec('ROLLBACK');
    return verdict;
  };
}

it('a chain of every kind of event is whole, and still is after a restart', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  expect(theValue(journal.verify())).toEqual({ events: 0 });
  appendAll(journal);
  journal.close();
  expect(theValue(journalIn(folder).verify())).toEqual({ events: count });
  const kinds = connectTo(folder).prepare('SELECT DISTINCT kind FROM events').all();
  expect(kinds).toHaveLength(14);
});

it.each(Array.from({ length: count }, (_, index) => index + 1))('a change of any column of event %i is noticed', (sequence) => {
  const changes: [string, string][] = [
    ['event_id', `event_id || 'x'`],
    ['visit_id', `CASE visit_id WHEN 'v1' THEN 'v2' ELSE 'v1' END`],
    ['visit_id', `'nobody'`],
    ['kind', `CASE kind WHEN 'corrected' THEN 'wished' ELSE 'corrected' END`],
    ['at', `replace(at, '2026', '2025')`],
    ['actor', `CASE actor WHEN 'staff' THEN 'kiosk' ELSE 'staff' END`],
    ['basis', `CASE WHEN basis IS NULL THEN '{"from":"server"}' END`],
    ['basis', `coalesce(basis || ' ', '{"from":"journal"}')`],
    ['detail', `CASE WHEN detail IS NULL THEN '{}' END`],
    ['detail', `coalesce(detail || ' ', 'null')`],
    ['content_key', 'randomblob(16)'],
    ['content_key', `x''`],
    ['detail', 'NULL, content_key = NULL'],
    ['digest', `replace(digest, substr(digest, 1, 1), 'x')`],
    ['hash', `replace(hash, substr(hash, 1, 1), 'x')`],
  ];
  const tampered = tampering();
  for (const [column, value] of changes) {
    const { brokenAt } = tampered(`UPDATE events SET ${column} = ${value} WHERE sequence = ${sequence}`);
    expect(brokenAt, `${column} = ${value}`).toBe(sequence);
  }
});

it('an event that is taken away is missed: the first, one in the middle, the last, all', () => {
  const tampered = tampering();
  for (const sequence of [1, 2, 6, 10, 16]) {
    const verdict = tampered(`DELETE FROM events WHERE sequence = ${sequence}`);
    expect(verdict).toEqual({ events: sequence - 1, brokenAt: sequence });
  }
  expect(tampered('DELETE FROM events WHERE sequence > 8')).toEqual({ events: 8, brokenAt: 9 });
  expect(tampered('DELETE FROM events')).toEqual({ events: 0, brokenAt: 1 });
});

it('two events that change places are noticed, and one that is put in at the end', () => {
  const tampered = tampering();
  const swap = 'UPDATE events SET sequence = CASE sequence WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE sequence IN (3, 4)';
  expect(tampered(`${swap}; UPDATE events SET sequence = -sequence WHERE sequence < 0`).brokenAt).toBe(3);
  const added = tampered(`INSERT INTO events (event_id, visit_id, kind, at, actor, content_key, digest, hash)
                          SELECT 'x', visit_id, 'corrected', at, actor, content_key, digest, hash FROM events WHERE sequence = 16`);
  expect(added.brokenAt).toBe(17);
});

it.each([
  [`visit = replace(visit, 'Beispiel', 'Erfunden')`],
  [`visit = visit || ' '`],
  [`code = 'OTHERS'`],
  [`badge_id = '1'`],
  ['purged = 1'],
  [`purged = 1, visit = '{}', code = '', badge_id = ''`],
])('a visit that is changed under its events is noticed: %s', (change) => {
  expect(tampering()(`UPDATE visits SET ${change} WHERE visit_id = 'v2'`).brokenAt).toBe(5);
});

it('the id of the kiosk is part of the chain', () => {
  expect(tampering()(`UPDATE journal SET kiosk = 'foyer-other0'`).brokenAt).toBe(1);
});

it('a gap at the end stays a gap when the chain goes on', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  appendAll(journal);
  const raw = connectTo(folder);
  raw.exec('DROP TRIGGER events_kept');
  raw.exec('DELETE FROM events WHERE sequence = 16');
  theValue(journal.checkIn({ basis, visitId: 'v3', visit: visitOf('THIRDD'), at: later }));
  expect(raw.prepare('SELECT max(sequence) AS highest FROM events').get()).toMatchObject({ highest: 17 });
  expect(theValue(journal.verify())).toEqual({ events: 15, brokenAt: 16 });
});

it('a chain goes on under the kiosk that began it, whatever the installation is called later', () => {
  const folder = temporaryFolder();
  appendAll(journalIn(folder));
  const renamed = theValue(openJournal({ file: join(folder, 'journal.db'), key, kiosk: 'foyer-other0', receivers: ['webhook'] }));
  theValue(renamed.checkIn({ basis, visitId: 'v3', visit: visitOf('THIRDD'), at: later }));
  expect(theValue(renamed.verify())).toEqual({ events: count + 1 });
  const [letter] = theValue(renamed.waiting({ receiver: 'webhook', most: 1 }));
  expect(JSON.parse(letter?.body ?? '')).toMatchObject({ kiosk, sequence: count + 1 });
  renamed.close();
});

it('the format of the chain is that of every journal since version 3', () => {
  const digest = digestOf(Buffer.alloc(16, 7), '{"code":"FJUEIW"}', null);
  expect(digest).toBe('e79b4295f44cfad34b1653da2d821ec2ca71e2cf60e0286c24ce5e755b18ea55');
  const link = { sequence: 1, eventId: 'e1', kiosk, visitId: 'v1', kind: 'checkedIn', at, actor: 'visitor', basis: null, digest };
  expect(hashOf('0'.repeat(64), link)).toBe('77c36b06f4f45e3935c6c5f0ca8797614c2d301b5343df1fdb284e15f81a7ac6');
});

it('CLK-2 events are in the order of their numbers, whatever the clock said', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder, undefined, ['webhook']);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: '2026-11-23T09:00:00+08:00' }));
  // Set back by a day, then to what a clock without a battery says.
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: '1970-01-01T00:00:10+00:00' }));
  expect(theValue(journal.verify())).toEqual({ events: 3 });
  expect(theValue(journal.standing('FIRST1'))).toMatchObject({ kind: 'out', at: '1970-01-01T00:00:10+00:00' });
  expect(theValue(journal.recorded()).map(({ visitId }) => visitId)).toEqual(['v2', 'v1']);
  const letters = theValue(journal.waiting({ receiver: 'webhook', most: 10 }));
  expect(letters.map(({ sequence }) => sequence)).toEqual([1, 2]);
  theValue(journal.tried({ receiver: 'webhook', eventId: letters[0]?.eventId ?? '', outcome: 'sent', at }));
  expect(theValue(journal.waiting({ receiver: 'webhook', most: 10 })).map(({ sequence }) => sequence)).toEqual([2, 3]);
  // The event's own time is kept, and when it left.
  const raw = connectTo(folder);
  expect(raw.prepare(`SELECT events.at, settled_at FROM outbox JOIN events USING (sequence) WHERE state = 'sent'`).all()).toEqual([
    { at: '2026-11-23T09:00:00+08:00', settled_at: at },
  ]);
});
