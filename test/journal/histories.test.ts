import { expect, it } from 'vitest';
import type { History } from '../../electron/core/history.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { at, basis, codeOf, connectTo, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const visit = visitOf('FIRST1');
const by = 'Ruth';
const coffee = { id: '31', name: [{ language: 'en', text: 'Coffee' }] };

const historyOf = (journal: WholeJournal, visitId = 'v1'): History | undefined => theValue(journal.history(visitId));

it('a history has the visit, where it stands, every event with who did it, and its prints', () => {
  const journal = journalIn(temporaryFolder());
  const { checkIn, note, correct } = journal;
  theValue(checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1', wanted: [coffee], actor: 'staff', by }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.print({ printId: 'p1', state: 'failed', at, printer: 'front', failure: { code: 'printer.paperOut' } }));
  theValue(journal.printAgain({ printId: 'p1', reprintId: 'p2', by, at: later }));
  theValue(journal.print({ printId: 'p2', state: 'failed', at: later }));
  theValue(journal.handedOver({ printId: 'p2', by, at: later }));
  theValue(note({ visitId: 'v1', text: 'Waits in the café', by, at: later }));
  const there = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:10:00+08:00' } as const;
  theValue(journal.differ({ visitId: 'v1', kind: 'earlierThere', there, at: later }));
  const differenceId = theValue(journal.differences())[0]?.id ?? '';
  theValue(journal.decide({ differenceId, decision: 'theirs', note: 'The side door', by, at: later }));
  theValue(correct({ visitId: 'v1', correction: { what: 'cameAt', time: at }, reason: 'No, here', by, at: later }));
  theValue(journal.closeAutomatically({ visitIds: ['v1'], at: later }));
  theValue(journal.confirmLeft({ visitId: 'v1', at: later }));
  theValue(correct({ visitId: 'v1', correction: { what: 'notOut' }, reason: 'In the lab', at: later }));

  const history = historyOf(journal);
  expect(history).toMatchObject({ visitId: 'v1', visit, stay: { state: 'in', cameAt: at, closedAt: later, checkedInBy: 'staff' } });
  expect(history?.events.map(({ id, ...event }) => ({ ...event, isKnown: id !== '' }))).toEqual(
    [
      { kind: 'checkedIn', at, actor: 'staff', by, told: {} },
      { kind: 'wished', at, actor: 'staff', told: { service: coffee } },
      { kind: 'badgeVoided', at: later, actor: 'staff', by, told: { print: { printId: 'p1', state: 'failed' } } },
      { kind: 'badgeHandedOver', at: later, actor: 'staff', by, told: { print: { printId: 'p2', state: 'failed' } } },
      { kind: 'noted', at: later, actor: 'staff', by, told: { text: 'Waits in the café' } },
      { kind: 'differed', at: later, actor: 'kiosk', told: { difference: 'earlierThere' } },
      { kind: 'decided', at: later, actor: 'staff', by, told: { decision: 'theirs', text: 'The side door' } },
      { kind: 'corrected', at: later, actor: 'staff', by, told: { checkedInAt: '2026-11-22T09:10:00+08:00' } },
      { kind: 'corrected', at: later, actor: 'staff', by, told: { correction: { what: 'cameAt', time: at }, reason: 'No, here' } },
      { kind: 'closedAutomatically', at: later, actor: 'kiosk', told: {} },
      { kind: 'leftConfirmed', at: later, actor: 'staff', told: {} },
      { kind: 'corrected', at: later, actor: 'staff', told: { correction: { what: 'notOut' }, reason: 'In the lab' } },
    ].map((event) => ({ ...event, isKnown: true })),
  );
  expect(history?.prints).toMatchObject([
    { printId: 'p1', state: 'failed', failure: 'printer.paperOut', printer: 'front', isReplaced: true },
    { printId: 'p2', state: 'failed', isReprint: true, handedOverAt: later },
  ]);
  expect(historyOf(journal, 'v2')?.events).toHaveLength(1);
});

it('a void visit has a history; one that is unknown or purged has none, and takes no note', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at }));
  theValue(journal.correct({ visitId: 'v1', correction: { what: 'notIn' }, reason: 'A test', at: later }));
  theValue(journal.note({ visitId: 'v1', text: 'Only a test', at: later }));
  expect(historyOf(journal)).toMatchObject({ visit, stay: { state: 'void' }, events: { length: 3 } });
  theValue(journal.purge({ before: '2026-12-01T00:00:00Z' }));
  for (const visitId of ['v1', 'nobody']) {
    expect(historyOf(journal, visitId)).toBeUndefined();
    expect(codeOf(journal.note({ visitId, text: 'Too late', at: later }))).toBe('bug');
  }
});

it('who of staff did something stays with the names of its visit, and goes with them', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, actor: 'staff', by: 'Canary' }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later, actor: 'staff', by: 'Canary' }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at, actor: 'staff' }));
  const details = () => connectTo(folder).prepare('SELECT actor, detail FROM events ORDER BY sequence').raw().all();
  expect(details()).toEqual([
    ['staff', '{"by":"Canary"}'],
    ['staff', '{"by":"Canary"}'],
    ['staff', null],
  ]);
  expect(theValue(journal.recorded()).map(({ checkedInBy }) => checkedInBy)).toEqual(['staff', 'staff']);
  theValue(journal.purge({ before: '2026-12-01T00:00:00Z' }));
  expect(details()).toEqual([
    ['staff', null],
    ['staff', null],
    ['staff', null],
  ]);
  expect(theValue(journal.verify())).toEqual({ events: 3 });
});

it('a list says of a visit what staff need besides: its badge, its days, its appointment, whether it is a walk-in', () => {
  const journal = journalIn(temporaryFolder());
  const walkIn = visitOf('WALKIN', { badgeId: 'W-1', walkIn: { purpose: 'Delivery' }, hostMail: 'canary@example.com' });
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: walkIn, at, actor: 'staff' }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND', { appointmentId: '3', hostId: '11' }), at }));
  expect(theValue(journal.recorded())).toMatchObject([
    { badgeId: 'badge-SECOND', code: 'SECOND', period: visit.period, appointmentId: '3', walkIn: false, checkedInBy: 'visitor' },
    { badgeId: 'W-1', code: 'WALKIN', walkIn: true, checkedInBy: 'staff' },
  ]);
  // The server does not know it: it can miss nothing there.
  expect(theValue(journal.comparable()).map(({ visitId }) => visitId)).toEqual(['v2']);
  expect(theValue(journal.visit('v1'))).toEqual(walkIn);
});

it('of a walk-in, the webhook is told that it is one and what for, and Bookings ONE nothing', () => {
  const journal = journalIn(temporaryFolder(), undefined, ['webhook', 'bookings']);
  const walkIn = visitOf('WALKIN', {
    badgeId: 'W-1',
    walkIn: { purpose: 'Delivery', termsAt: at },
    hostMail: 'canary@example.com',
  });
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: walkIn, at }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit: walkIn, at: later }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  const bodies = theValue(journal.waiting({ receiver: 'webhook', most: 9 })).map(
    ({ body }) => JSON.parse(body) as { visit: object },
  );
  expect(bodies[0]?.visit).toMatchObject({ badgeId: 'W-1', walkIn: true, purpose: 'Delivery' });
  for (const key of ['walkIn', 'purpose']) expect(bodies[1]?.visit).not.toHaveProperty(key);
  expect(JSON.stringify(bodies)).not.toContain('canary');
  expect(theValue(journal.waiting({ receiver: 'bookings', most: 9 })).map(({ visitId }) => visitId)).toEqual(['v2']);
});
