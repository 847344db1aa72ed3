import { expect, it } from 'vitest';
import type { Outbox } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import {
  at,
  basis,
  codeOf,
  connectTo,
  journalHandingOn,
  journalIn,
  kiosk,
  temporaryFolder,
  theValue,
  visitOf,
} from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const receiver = 'webhook';
type Tried = Parameters<Outbox['tried']>[0];

const letters = (journal: WholeJournal, most = 100, besides: string[] = []) =>
  theValue(journal.waiting({ receiver, most, besides }));
const namesOf = (journal: WholeJournal, most?: number, besides?: string[]) =>
  letters(journal, most, besides).map(({ kind, visitId }) => `${kind} ${visitId ?? 'kiosk'}`);
const tried = (journal: WholeJournal, eventId: string, outcome: Tried['outcome'], more: Partial<Tried> = {}) =>
  theValue(journal.tried({ receiver, eventId, outcome, at: later, ...more }));
const firstId = (journal: WholeJournal): string => letters(journal, 1)[0]?.eventId ?? '';

/** `v1` in and out, `v2` in, then something of the kiosk's own. */
function threeParties(folder = temporaryFolder()): WholeJournal {
  const journal = journalHandingOn(folder);
  theValue(journal.checkIn({ basis: { from: 'roster', ageMs: 61_000 }, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: later }));
  theValue(journal.noteReplaced(later));
  return journal;
}

it('a letter says the event, the visit without its code, and its place in the chain', () => {
  const folder = temporaryFolder();
  const journal = threeParties(folder);
  const [letter, , own] = letters(journal);
  expect(letter).toMatchObject({ sequence: 1, kind: 'checkedIn', visitId: 'v1', badgeId: 'badge-FIRST1', at, tries: 0 });
  const [row] = connectTo(folder).prepare('SELECT event_id, digest, hash FROM events ORDER BY sequence').all() as {
    event_id: string;
    digest: string;
    hash: string;
  }[];
  expect(JSON.parse(letter?.body ?? '')).toEqual({
    version: 1,
    id: row?.event_id,
    kiosk,
    sequence: 1,
    kind: 'checkedIn',
    at,
    actor: 'visitor',
    basis: { from: 'roster', ageMs: 61_000 },
    visit: {
      id: 'v1',
      badgeId: 'badge-FIRST1',
      name: 'Žofie Ångström-Castañeda',
      company: 'Canary & Söhne',
      host: 'Ottilie Beispiel',
      period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T12:00:00+08:00' },
      place: { buildingId: '7', building: 'Harbour House' },
    },
    detail: null,
    previous: '0'.repeat(64),
    digest: row?.digest,
    hash: row?.hash,
  });
  expect(own?.badgeId).toBeUndefined();
  expect(JSON.parse(own?.body ?? '')).toMatchObject({ kind: 'journalReplaced', actor: 'kiosk', basis: null, visit: null });
});

it('no letter holds a registration code, of whatever kind it is', () => {
  const journal = journalHandingOn(temporaryFolder());
  const visit = visitOf('XCODEX', { badgeId: '77' });
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1', wanted: [{ id: '3', name: [] }] }));
  theValue(journal.print({ printId: 'p1', state: 'sending', at }));
  theValue(journal.print({ printId: 'p1', state: 'sent', at }));
  theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at }));
  theValue(journal.decide({ differenceId: theValue(journal.differences())[0]?.id ?? '', decision: 'theirs', at }));
  const bodies: string[] = [];
  for (let [letter] = letters(journal); letter; [letter] = letters(journal)) {
    bodies.push(letter.body);
    tried(journal, letter.eventId, 'sent');
  }
  expect(bodies.map((body) => JSON.parse(body).kind)).toEqual([
    ...['checkedIn', 'wished', 'badgePrinted', 'differed', 'decided', 'checkedOut'],
  ]);
  expect(bodies.join()).not.toContain('XCODEX');
  // Each follows the one before it.
  const chain = bodies.map((body) => JSON.parse(body) as { previous: string; hash: string });
  expect(chain.slice(1).map(({ previous }) => previous)).toEqual(chain.slice(0, -1).map(({ hash }) => hash));
});

it('texts in several languages are handed on in English, or the first where there is none', () => {
  const journal = journalHandingOn(temporaryFolder());
  const place = {
    building: [
      { language: 'zh-Hant', text: '海港大樓' },
      { language: 'en', text: 'Harbour House' },
    ],
    room: [{ language: 'de', text: 'Saal 2' }],
  };
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1', { place }), at }));
  expect(JSON.parse(letters(journal)[0]?.body ?? '').visit.place).toEqual({ building: 'Harbour House', room: 'Saal 2' });
});

it('API-6 the first waiting letter of each visit goes, in order; the later ones of a visit wait behind it', () => {
  const journal = threeParties();
  expect(namesOf(journal)).toEqual(['checkedIn v1', 'checkedIn v2', 'journalReplaced kiosk']);
  expect(namesOf(journal, 1)).toEqual(['checkedIn v1']);
  tried(journal, firstId(journal), 'sent');
  expect(namesOf(journal)).toEqual(['checkedIn v2', 'checkedOut v1', 'journalReplaced kiosk']);
});

it('API-6 a letter that is under way holds back its own visit and no other', () => {
  const journal = threeParties();
  expect(namesOf(journal, 10, [firstId(journal)])).toEqual(['checkedIn v2', 'journalReplaced kiosk']);
  const all = letters(journal).map(({ eventId }) => eventId);
  expect(letters(journal, 10, all)).toEqual([]);
});

it('API-6 a poisoned first letter delays its own visit until it is dead, and nobody else', () => {
  const journal = threeParties();
  const poison = firstId(journal);
  for (let index = 0; index < 3; index += 1) tried(journal, poison, 'later', { failure: { code: 'handOver.broken' }, status: 500 });
  expect(letters(journal)[0]).toMatchObject({ eventId: poison, tries: 3 });
  expect(namesOf(journal)).toEqual(['checkedIn v1', 'checkedIn v2', 'journalReplaced kiosk']);
  tried(journal, poison, 'dead', { failure: { code: 'handOver.refused' }, status: 422 });
  expect(namesOf(journal)).toEqual(['checkedIn v2', 'checkedOut v1', 'journalReplaced kiosk']);
  expect(theValue(journal.deadLetters(receiver))).toEqual([
    {
      ...{ eventId: poison, kind: 'checkedIn', at, visitor: 'Žofie Ångström-Castañeda' },
      ...{ failure: { code: 'handOver.refused' }, status: 422 },
    },
  ]);
});

it('API-5 what went in is sent, waiting or dead, at every moment', () => {
  const journal = threeParties();
  const counts = () => theValue(journal.outboxCounts(receiver));
  expect(counts()).toEqual({ sent: 0, waiting: 4, dead: 0 });
  const [first, second, third] = letters(journal).map(({ eventId }) => eventId);
  tried(journal, first ?? '', 'dead', { failure: { code: 'handOver.refused' } });
  tried(journal, second ?? '', 'sent');
  tried(journal, third ?? '', 'later');
  expect(counts()).toEqual({ sent: 1, waiting: 2, dead: 1 });
  // An answer that comes late, or twice, changes nothing.
  for (const outcome of ['sent', 'dead', 'later'] as const) {
    for (const eventId of [first ?? '', second ?? '', 'unknown']) tried(journal, eventId, outcome);
  }
  expect(counts()).toEqual({ sent: 1, waiting: 2, dead: 1 });
  expect(theValue(journal.sendAgain({ receiver, eventId: second ?? '' }))).toBe(0);
  expect(theValue(journal.sendAgain({ receiver, eventId: first ?? '' }))).toBe(1);
  expect(counts()).toEqual({ sent: 1, waiting: 3, dead: 0 });
  expect(namesOf(journal)).toEqual(['checkedIn v1', 'journalReplaced kiosk']);
  for (let eventId = firstId(journal); eventId; eventId = firstId(journal)) tried(journal, eventId, 'dead');
  expect(counts()).toEqual({ sent: 1, waiting: 0, dead: 3 });
  expect(theValue(journal.sendAgain({ receiver }))).toBe(3);
  expect(theValue(journal.deadLetters(receiver))).toEqual([]);
});

it('API-5 no letter is ever deleted, whoever tries', () => {
  const folder = temporaryFolder();
  const journal = threeParties(folder);
  const raw = connectTo(folder);
  tried(journal, firstId(journal), 'sent');
  expect(() => raw.exec('DELETE FROM outbox')).toThrow(/never deleted/);
  expect(() => raw.exec("UPDATE outbox SET body = '{}'")).toThrow(/keep their bytes/);
  expect(() => raw.exec("UPDATE outbox SET receiver = 'other'")).toThrow(/keep their bytes/);
  expect(() => raw.exec("UPDATE outbox SET body = NULL WHERE state = 'waiting'")).toThrow(/CHECK/);
  expect(theValue(journal.outboxCounts(receiver))).toEqual({ sent: 1, waiting: 3, dead: 0 });
});

it('API-7 the bytes of a letter are the same at every try, over restarts and whatever is learnt of the visit', () => {
  const folder = temporaryFolder();
  const before = threeParties(folder);
  const bodies = letters(before).map(({ body }) => body);
  tried(before, firstId(before), 'later', { failure: { code: 'handOver.timeout' } });
  theValue(before.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at }));
  before.close();
  const after = journalHandingOn(folder);
  tried(after, firstId(after), 'dead', { failure: { code: 'handOver.refused' } });
  theValue(after.sendAgain({ receiver }));
  expect(letters(after).map(({ body }) => body)).toEqual(bodies);
  expect(letters(after)[0]).toMatchObject({ tries: 2 });
});

it('each receiver has letters, counts and outcomes of its own', () => {
  const journal = journalIn(temporaryFolder(), undefined, ['webhook', 'bookings']);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  tried(journal, firstId(journal), 'sent');
  expect(theValue(journal.outboxCounts('webhook'))).toEqual({ sent: 1, waiting: 0, dead: 0 });
  expect(theValue(journal.outboxCounts('bookings'))).toEqual({ sent: 0, waiting: 1, dead: 0 });
});

it('a journal that hands nothing on keeps no letters, and those of an earlier receiver wait for it', () => {
  const folder = temporaryFolder();
  threeParties(folder).close();
  const alone = journalIn(folder);
  theValue(alone.checkOut({ basis, visitId: 'v2', visit: visitOf('SECOND'), at: later }));
  expect(theValue(alone.outboxCounts(receiver))).toEqual({ sent: 0, waiting: 4, dead: 0 });
});

it('DUR-2 an event whose letter finds no room is not recorded either', () => {
  const folder = temporaryFolder();
  journalHandingOn(folder).close();
  const full = journalIn(folder, 50, ['webhook']);
  const codes = Array.from({ length: 60 }, (_, index) => {
    const visit = visitOf(`FULL${index}`, { visitor: { name: 'ž'.repeat(100 + ((index * 977) % 3000)) } });
    return codeOf(full.checkIn({ basis, visitId: `v${index}`, visit, at }));
  });
  expect(new Set(codes)).toEqual(new Set(['ok', 'journal.full']));
  const recorded = codes.filter((code) => code === 'ok').length;
  expect(theValue(full.outboxCounts(receiver))).toEqual({ sent: 0, waiting: recorded, dead: 0 });
  expect(theValue(full.verify())).toEqual({ events: recorded });
});

it('among thousands of waiting letters the next ones are found by an index, in order', () => {
  const folder = temporaryFolder();
  const journal = journalHandingOn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v', visit: visitOf('FIRST1'), at }));
  const raw = connectTo(folder);
  const clone = (count: number) => `
    WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO`;
  raw.exec(`${clone(5000)} visits (visit_id, badge_id, code, visit) SELECT 'v' || i, 'b', 'c', '{}' FROM n`);
  raw.exec(`${clone(10_000)} events (sequence, event_id, visit_id, kind, at, actor, digest, hash)
    SELECT i, 'e' || i, 'v' || (i / 2 + 1), 'wished', '', 'kiosk', '', '' FROM n WHERE i < 10000`);
  raw.exec(`INSERT INTO outbox (receiver, sequence, visit_id, body)
    SELECT 'webhook', sequence, visit_id, '{}' FROM events WHERE sequence > 1`);
  expect(theValue(journal.outboxCounts(receiver)).waiting).toBe(9999);
  expect(letters(journal, 4).map(({ sequence }) => sequence)).toEqual([1, 2, 4, 6]);
  const besides = letters(journal, 8).map(({ eventId }) => eventId);
  expect(letters(journal, 2, besides).map(({ sequence }) => sequence)).toEqual([16, 18]);
});
