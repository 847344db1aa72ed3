import { describe, expect, it } from 'vitest';
import { at, basis, codeOf, connectTo, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const midnight = '2026-11-23T00:00:30+08:00';
const morning = '2026-11-23T07:00:00+08:00';

it('lists who is in and who has left, the newest first, with what the desk shows', () => {
  const journal = journalIn(temporaryFolder());
  expect(theValue(journal.recorded())).toEqual([]);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND', { visitor: { name: 'Ana Beispiel' } }), at }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: later }));
  const { period } = visitOf('FIRST1');
  const shown = { visitor: 'Žofie Ångström-Castañeda', company: 'Canary & Söhne', host: 'Ottilie Beispiel', period, walkIn: false };
  const ana = { ...shown, visitor: 'Ana Beispiel', badgeId: 'badge-SECOND', code: 'SECOND' };
  const { company: _, ...second } = ana;
  const first = { ...shown, badgeId: 'badge-FIRST1', code: 'FIRST1' };
  expect(theValue(journal.recorded())).toEqual([
    { visitId: 'v2', ...second, checkedInBy: 'visitor', checkedInAt: at },
    { visitId: 'v1', ...first, checkedInBy: 'visitor', checkedInAt: at, checkedOutAt: later },
  ]);
});

it('compares each visit with its code, its badge and what it was decided on, oldest first', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis: { from: 'roster', ageMs: 5_000 }, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.checkOut({ basis: { from: 'journal' }, visitId: 'v1', visit: visitOf('FIRST1'), at: later }));
  const { period } = visitOf('FIRST1');
  expect(theValue(journal.comparable())).toEqual([
    {
      ...{ visitId: 'v1', badgeId: 'badge-FIRST1', code: 'FIRST1', period, checkedInAt: at, checkedOutAt: later },
      ...{ basis: { from: 'roster', ageMs: 5_000 }, given: [] },
    },
    { visitId: 'v2', badgeId: 'badge-SECOND', code: 'SECOND', period, checkedInAt: at, basis, given: [] },
  ]);
});

it('of who was never checked in here the server’s check-in is told, or at least the check-out', () => {
  const journal = journalIn(temporaryFolder());
  const elsewhere = visitOf('FIRST1', { checkedInAt: '2026-11-22T08:55:00+08:00' });
  theValue(journal.checkOut({ basis: { from: 'journal' }, visitId: 'v1', visit: elsewhere, at: later }));
  theValue(journal.checkOut({ basis, visitId: 'v2', visit: visitOf('SECOND'), at: later }));
  expect(theValue(journal.comparable())).toMatchObject([
    { visitId: 'v1', checkedInAt: '2026-11-22T08:55:00+08:00', checkedOutAt: later, basis: { from: 'journal' } },
    { visitId: 'v2', checkedInAt: later, checkedOutAt: later },
  ]);
});

it('what was known is written with the event, and who did it', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  const wanted = [{ id: '31', name: [{ language: 'en', text: 'Coffee' }] }];
  theValue(
    journal.checkIn({ basis: { from: 'roster', ageMs: 7 }, visitId: 'v1', visit: visitOf('FIRST1'), at, printId: 'p', wanted }),
  );
  theValue(journal.print({ printId: 'p', state: 'sending', at }));
  theValue(journal.print({ printId: 'p', state: 'confirmed', at: later }));
  theValue(journal.checkOut({ basis: { from: 'journal' }, visitId: 'v1', visit: visitOf('FIRST1'), at: later }));
  const rows = connectTo(folder).prepare('SELECT kind, actor, basis, detail FROM events ORDER BY sequence').raw().all();
  expect(rows).toEqual([
    ['checkedIn', 'visitor', '{"from":"roster","ageMs":7}', null],
    ['wished', 'visitor', null, JSON.stringify(wanted[0])],
    ['badgePrinted', 'kiosk', null, '{"printId":"p","kind":"badge","state":"confirmed"}'],
    ['checkedOut', 'visitor', '{"from":"journal"}', null],
  ]);
});

it.each(['failed', 'unknown'] as const)('a print that is %s is no badge printed', (state) => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at, printId: 'p' }));
  theValue(journal.print({ printId: 'p', state: 'sending', at }));
  theValue(journal.print({ printId: 'p', state, at, failure: { code: 'printer.cutOff' } }));
  expect(theValue(journal.verify())).toEqual({ events: 1 });
});

describe('closing', () => {
  it('marks who is still in, once, and passes over who has left or is closed', () => {
    const journal = journalIn(temporaryFolder());
    for (const index of [1, 2, 3]) theValue(journal.checkIn({ basis, visitId: `v${index}`, visit: visitOf(`CODE0${index}`), at }));
    theValue(journal.checkOut({ basis, visitId: 'v3', visit: visitOf('CODE03'), at: later }));
    expect(theValue(journal.closeAutomatically({ visitIds: ['v1', 'v3', 'v1', 'nobody'], at: midnight }))).toBe(1);
    expect(theValue(journal.closeAutomatically({ visitIds: ['v1', 'v2'], at: morning }))).toBe(1);
    expect(theValue(journal.closeAutomatically({ visitIds: [], at: morning }))).toBe(0);
    expect(theValue(journal.recorded())).toMatchObject([
      { visitId: 'v3', checkedOutAt: later },
      { visitId: 'v2', closedAt: morning },
      { visitId: 'v1', closedAt: midnight },
    ]);
    expect(theValue(journal.recorded())[2]).not.toHaveProperty('checkedOutAt');
  });

  it('leaves the visit open to its own badge: the check-out is recorded and counts', () => {
    const journal = journalIn(temporaryFolder());
    theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
    theValue(journal.closeAutomatically({ visitIds: ['v1'], at: midnight }));
    expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'in', visitId: 'v1', at });
    theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: morning }));
    const [visit] = theValue(journal.recorded());
    expect(visit).toMatchObject({ checkedOutAt: morning });
    expect(visit).not.toHaveProperty('closedAt');
    theValue(journal.confirmLeft({ visitId: 'v1', at: morning }));
    expect(theValue(journal.verify())).toEqual({ events: 3 });
  });

  it('keeps the visit unconfirmed until a person says so, once', () => {
    const journal = journalIn(temporaryFolder());
    theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
    expect(codeOf(journal.confirmLeft({ visitId: 'v1', at: later }))).toBe('bug');
    expect(codeOf(journal.confirmLeft({ visitId: 'nobody', at: later }))).toBe('bug');
    theValue(journal.closeAutomatically({ visitIds: ['v1'], at: midnight }));
    theValue(journal.confirmLeft({ visitId: 'v1', at: morning }));
    theValue(journal.confirmLeft({ visitId: 'v1', at: '2026-11-23T08:00:00+08:00' }));
    const [visit] = theValue(journal.recorded());
    expect(visit).toMatchObject({ checkedOutAt: morning });
    expect(visit).not.toHaveProperty('closedAt');
    expect(theValue(journal.verify())).toEqual({ events: 3 });
  });
});
