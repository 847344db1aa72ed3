import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect, passphraseOf } from '../../electron/journal/database.ts';
import { at, basis, codeOf, journalIn, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const visit = visitOf('FJUEIW');
const later = '2026-11-22T11:00:00+08:00';

/** What the tables hold, seen through a connection of its own. */
const rows = (folder: string, sql: string): unknown[] =>
  connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')))
    .prepare(sql)
    .all();

it('knows nothing of a code that was never recorded', () => {
  const journal = journalIn(temporaryFolder());
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'none' });
  expect(theValue(journal.visit('nobody'))).toBeUndefined();
  expect(theValue(journal.prints('nobody'))).toEqual([]);
});

it('a check-in, then a check-out, each change the standing and keep the visit as it was at check-in', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1' }));
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'in', visitId: 'v1', at });
  expect(theValue(journal.prints('v1'))).toEqual([{ printId: 'p1', kind: 'badge', state: 'queued', at }]);

  theValue(journal.checkOut({ basis, visitId: 'v1', visit: { ...visit, host: 'Somebody Else' }, at: later, printId: 'p2' }));
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'out', visitId: 'v1', at: later });
  expect(theValue(journal.visit('v1'))).toEqual(visit);
  expect(theValue(journal.prints('v1')).map(({ kind }) => kind)).toEqual(['badge', 'slip']);
  expect(rows(folder, 'SELECT sequence, visit_id, kind, at, actor FROM events')).toEqual([
    { sequence: 1, visit_id: 'v1', kind: 'checkedIn', at, actor: 'visitor' },
    { sequence: 2, visit_id: 'v1', kind: 'checkedOut', at: later, actor: 'visitor' },
  ]);
});

it('a check-out of a visit that was never checked in here is recorded with the visit', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkOut({ basis, visitId: 'v9', visit, at }));
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'out', visitId: 'v9', at });
  expect(theValue(journal.visit('v9'))).toEqual(visit);
});

it('recording the same again succeeds and changes nothing: no second event, no second print, the first time stands', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  for (const [printId, time] of [
    ['p1', at],
    ['p2', later],
  ] as const) {
    theValue(journal.checkIn({ basis, visitId: 'v1', visit, at: time, printId }));
  }
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'in', visitId: 'v1', at });
  expect(theValue(journal.prints('v1')).map(({ printId }) => printId)).toEqual(['p1']);
  theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: '2026-11-22T11:00:01+08:00', printId: 'p3' }));
  expect(theValue(journal.standing('FJUEIW'))).toMatchObject({ kind: 'out', at: later });
  expect(rows(folder, 'SELECT kind FROM events')).toHaveLength(2);
  expect(rows(folder, 'SELECT print_id FROM prints')).toHaveLength(1);
});

it('a badge that is in is not recorded again under another visit id on that day, neither in nor out', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at }));
  expect(codeOf(journal.checkIn({ basis, visitId: 'v2', visit, at: later, printId: 'p2' }))).toBe('bug');
  expect(codeOf(journal.checkOut({ basis, visitId: 'v3', visit, at: later }))).toBe('bug');
  expect(rows(folder, 'SELECT visit_id FROM visits')).toEqual([{ visit_id: 'v1' }]);
  expect(rows(folder, 'SELECT visit_id FROM events')).toHaveLength(1);
});

it('a visit that is out does not go in again, but its badge may with a new visit', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
  expect(codeOf(journal.checkIn({ basis, visitId: 'v1', visit, at: later }))).toBe('bug');
  theValue(journal.checkIn({ basis, visitId: 'v2', visit, at: later }));
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'in', visitId: 'v2', at: later });
});

it('a check-out that somebody forgot yesterday does not keep the badge out today', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at: '2026-11-21T09:30:00+08:00' }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit, at }));
  expect(theValue(journal.standing('FJUEIW'))).toEqual({ kind: 'in', visitId: 'v2', at });
});

it('the newest visit under a code is the one recorded last, whatever its clock said', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('SAMEAA', { badgeId: 'b1' }), at }));
  theValue(
    journal.checkOut({ basis, visitId: 'v2', visit: visitOf('SAMEAA', { badgeId: 'b2' }), at: '1970-01-01T00:00:00+00:00' }),
  );
  expect(theValue(journal.standing('SAMEAA'))).toMatchObject({ kind: 'out', visitId: 'v2' });
});

it('events and the history of prints are appended and never changed, whoever tries', () => {
  const folder = temporaryFolder();
  theValue(journalIn(folder).checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1' }));
  for (const sql of [
    "UPDATE events SET at = '2000-01-01T00:00:00Z'",
    'DELETE FROM events',
    "UPDATE print_states SET state = 'confirmed'",
    'DELETE FROM print_states',
  ]) {
    expect(() => rows(folder, sql), sql).toThrow(/append-only/);
  }
  expect(rows(folder, 'SELECT at FROM events')).toEqual([{ at }]);
});

it('odd texts come back as they went in', () => {
  const journal = journalIn(temporaryFolder());
  const name = `'); DROP TABLE visits;-- "quoted" \\ \u0007 王小明 👩‍👩‍👧 ${'x'.repeat(5000)}`;
  const odd = visitOf('ODDODD', { visitor: { name }, place: {} });
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: odd, at }));
  expect(theValue(journal.visit('v1'))).toEqual(odd);
});

it('what a visitor asks reception for is recorded with the check-in, once, and found again since a moment', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  const wanted = [
    { id: '31', name: [{ language: 'en', text: 'Coffee' }] },
    { id: '32', name: [{ language: 'en', text: 'Water' }] },
  ];
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, wanted }));
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, wanted }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
  const wishes = theValue(journal.wishes('2026-11-22T00:00:00+08:00'));
  expect(wishes).toEqual(wanted.map((service) => ({ visitId: 'v1', visitor: visit.visitor.name, service, at })));
  expect(theValue(journal.wishes('2026-11-22T09:30:01+08:00'))).toEqual([]);
  expect(theValue(journal.standing('FJUEIW'))).toMatchObject({ kind: 'out' });
  expect(theValue(journalIn(folder).wishes(at))).toHaveLength(2);
});
