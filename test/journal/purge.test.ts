import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { type Connection, connect } from '../../electron/journal/database.ts';
import { journalOn } from '../../electron/journal/journal.ts';
import { migrate } from '../../electron/journal/migrations.ts';
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

const left = '2026-11-22T11:00:00+08:00';
const dayAfter = '2026-11-23T11:00:01+08:00';
const receiver = 'webhook';

function visit(journal: WholeJournal, visitId: string, what: Visit, { out = left }: { out?: string | undefined } = {}): void {
  theValue(journal.checkIn({ basis, visitId, visit: what, at, printId: `print-${visitId}` }));
  theValue(journal.checkOut({ basis, visitId, visit: what, at: out }));
}

/** Hands everything on that waits. */
function handOn(journal: WholeJournal): void {
  const next = () => theValue(journal.waiting({ receiver, most: 50 }));
  for (let letters = next(); letters.length > 0; letters = next()) {
    for (const { eventId } of letters) theValue(journal.tried({ receiver, eventId, outcome: 'sent', at: left }));
  }
}

it('a purged visit is as if it had never been there, and its badge may come again', () => {
  const journal = journalIn(temporaryFolder());
  visit(journal, 'v1', visitOf('FIRST1'));
  expect(theValue(journal.purge({ before: dayAfter }))).toBe(1);
  expect(theValue(journal.purge({ before: dayAfter }))).toBe(0);
  expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'none' });
  expect(theValue(journal.standing(''))).toEqual({ kind: 'none' });
  expect(theValue(journal.visit('v1'))).toBeUndefined();
  expect([theValue(journal.recorded()), theValue(journal.comparable()), theValue(journal.wishes(at))]).toEqual([[], [], []]);
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('FIRST1'), at: dayAfter }));
  expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'in', visitId: 'v2', at: dayAfter });
});

it('what is told of a purged visit afterwards writes nothing of it, and leaves the chain whole', () => {
  const folder = temporaryFolder();
  const journal = journalHandingOn(folder);
  visit(journal, 'v1', visitOf('FIRST1'));
  handOn(journal);
  theValue(journal.purge({ before: dayAfter }));
  theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: dayAfter }));
  theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at: dayAfter }));
  expect(theValue(journal.closeAutomatically({ visitIds: ['v1'], at: dayAfter }))).toBe(0);
  expect(theValue(journal.verify())).toEqual({ events: 2 });
  // A printer that answers after a day: that it printed is an event, but no longer whose badge.
  theValue(journal.print({ printId: 'print-v1', state: 'sending', at: dayAfter }));
  theValue(journal.print({ printId: 'print-v1', state: 'confirmed', at: dayAfter, kept: pictureOf(100) }));
  expect(theValue(journal.picture('print-v1'))).toBeUndefined();
  expect(theValue(journal.verify())).toEqual({ events: 3 });
  const [letter] = theValue(journal.waiting({ receiver, most: 1 }));
  expect(JSON.parse(letter?.body ?? '')).toMatchObject({ kind: 'badgePrinted', visit: null });
});

it('only those who left before the moment go, by the instant and not by its text', () => {
  const journal = journalIn(temporaryFolder());
  // 11:00 in Hong Kong is 03:00 UTC and 04:00 in Paris.
  visit(journal, 'v1', visitOf('FIRST1'), { out: '2026-11-22T11:00:00+08:00' });
  visit(journal, 'v2', visitOf('SECOND'), { out: '2026-11-22T04:00:01+01:00' });
  visit(journal, 'v3', visitOf('THIRDD'), { out: '2026-11-22T03:00:02.500Z' });
  theValue(journal.checkIn({ basis, visitId: 'v4', visit: visitOf('STILLI'), at }));
  const kept = (before: string) => {
    theValue(journal.purge({ before }));
    return theValue(journal.recorded()).map(({ visitId }) => visitId);
  };
  expect(kept('2026-11-22T03:00:00Z')).toEqual(['v4', 'v3', 'v2', 'v1']);
  expect(kept('2026-11-22T11:00:01+08:00')).toEqual(['v4', 'v3', 'v2']);
  expect(kept('2026-11-21T22:00:02.000-05:00')).toEqual(['v4', 'v3']);
  expect(kept('2036-01-01T00:00:00Z')).toEqual(['v4']);
  expect(theValue(journal.standing('STILLI')).kind).toBe('in');
});

it('who was closed automatically stays until a person has confirmed it', () => {
  const journal = journalIn(temporaryFolder());
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  theValue(journal.closeAutomatically({ visitIds: ['v1'], at: '2026-11-23T00:00:30+08:00' }));
  const before = '2026-12-24T00:00:00+08:00';
  expect(theValue(journal.purge({ before }))).toBe(0);
  theValue(journal.confirmLeft({ visitId: 'v1', at: '2026-11-23T08:00:00+08:00' }));
  expect(theValue(journal.purge({ before: '2026-11-23T07:00:00+08:00' }))).toBe(0);
  expect(theValue(journal.purge({ before }))).toBe(1);
});

it('API-5 a visit of which a letter waits or is dead is not purged, and the counts stay whole after it is', () => {
  const journal = journalHandingOn(temporaryFolder());
  visit(journal, 'v1', visitOf('FIRST1'));
  const purge = () => theValue(journal.purge({ before: dayAfter }));
  const [first] = theValue(journal.waiting({ receiver, most: 1 }));
  expect(purge()).toBe(0);
  theValue(journal.tried({ receiver, eventId: first?.eventId ?? '', outcome: 'dead', at: left }));
  const [second] = theValue(journal.waiting({ receiver, most: 1 }));
  theValue(journal.tried({ receiver, eventId: second?.eventId ?? '', outcome: 'sent', at: left }));
  expect(purge()).toBe(0);
  expect(theValue(journal.deadLetters(receiver))[0]?.visitor).toBe('Žofie Ångström-Castañeda');
  theValue(journal.sendAgain({ receiver }));
  expect(theValue(journal.waiting({ receiver, most: 1 }))[0]?.body).toBe(first?.body);
  handOn(journal);
  expect(purge()).toBe(1);
  expect(theValue(journal.outboxCounts(receiver))).toEqual({ sent: 2, waiting: 0, dead: 0 });
});

it('a visit with a difference that nobody has decided is not purged', () => {
  const journal = journalIn(temporaryFolder());
  visit(journal, 'v1', visitOf('FIRST1'));
  theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at: left }));
  expect(theValue(journal.purge({ before: dayAfter }))).toBe(0);
  const id = theValue(journal.differences())[0]?.id ?? '';
  theValue(journal.decide({ differenceId: id, decision: 'note', note: 'asked her', at: left }));
  expect(theValue(journal.purge({ before: dayAfter }))).toBe(1);
  // Decided is decided, though what it said is gone.
  expect(theValue(journal.differences())).toEqual([]);
  theValue(journal.decide({ differenceId: id, decision: 'theirs', at: dayAfter }));
  expect(theValue(journal.verify())).toEqual({ events: 4 });
});

it('the chain is whole after a purge, and still notices whoever takes more away', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  visit(journal, 'v1', visitOf('FIRST1'));
  theValue(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }));
  theValue(journal.purge({ before: dayAfter }));
  expect(theValue(journal.verify())).toEqual({ events: 3 });
  const raw = connectTo(folder);
  // Taking the content away is what a purge may do; the trigger cannot know that this is none.
  raw.exec('UPDATE events SET detail = NULL, content_key = NULL WHERE sequence = 3');
  expect(theValue(journal.verify())).toEqual({ events: 2, brokenAt: 3 });
  expect(() => raw.exec(`UPDATE events SET content_key = x'00' WHERE sequence = 3`)).toThrow(/append-only/);
  expect(() => raw.exec(`UPDATE events SET detail = NULL, content_key = NULL, at = '' WHERE sequence = 3`)).toThrow(/append-only/);
});

it('a reader who holds the -wal is named, and the next purge empties it', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  visit(journal, 'v1', visitOf('FIRST1'));
  const reader = connectTo(folder);
  reader.exec('BEGIN; SELECT count(*) FROM visits');
  expect(codeOf(journal.purge({ before: dayAfter }))).toBe('journal.locked');
  expect(theValue(journal.recorded())).toEqual([]);
  reader.exec('COMMIT');
  expect(theValue(journal.purge({ before: dayAfter }))).toBe(0);
  expect(statSync(join(folder, 'journal.db-wal')).size).toBe(0);
});

/** A journal without encryption, so that a test can look for names in its files; all else is as in a real one. */
function plainJournal(folder: string): { journal: WholeJournal; raw: Connection } {
  const raw = connect(join(folder, 'journal.db'), '');
  theValue(migrate(raw, kiosk));
  const journal = journalOn(raw, [receiver], () => true);
  onTestFinished(() => journal.close());
  return { journal, raw };
}

/** What stands in for the picture of a badge: so many bytes, which can be found wherever they lie. */
const pictureOf = (length: number): Buffer => Buffer.alloc(length, 'CanaryPicture ');

/** Which of these texts any file in `folder` holds, in any of the usual encodings. */
function foundIn(folder: string, texts: readonly string[]): string[] {
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  return texts.filter((text) =>
    (['utf8', 'utf16le', 'latin1'] as const).some((encoding) => bytes.includes(Buffer.from(text, encoding))),
  );
}

it('DAT-2 the bytes of a purged visit are in no file: name, company, host, code, badge, note, wish, picture, and what staff did and wrote', () => {
  const folder = temporaryFolder();
  const { journal } = plainJournal(folder);
  // Codes in no order, names of many lengths, some longer than a page: what is moved between pages must not stay behind on one.
  for (let index = 0; index < 300; index += 1) {
    const mark = `${((index * 7919) % 1000).toString(36)}${index}`;
    const name = `CanaryName ${mark} ${'ž'.repeat((index * 37) % 700)}${index % 50 === 0 ? 'x'.repeat(9000) : ''}`;
    const visitor = { name, company: `CanaryFirm ${mark}` };
    visit(journal, `v${index}`, visitOf(`CODE${mark}`, { badgeId: `CanaryBadge${mark}`, visitor, host: `CanaryHost ${mark}` }));
  }
  const wanted = [{ id: '3', name: [{ language: 'en', text: 'CanaryWish' }] }];
  theValue(journal.checkIn({ basis, visitId: 'w', visit: visitOf('WISHES'), at, wanted }));
  theValue(journal.differ({ visitId: 'w', kind: 'goneThere', there: { kind: 'gone' }, at }));
  const differenceId = theValue(journal.differences())[0]?.id ?? '';
  theValue(journal.decide({ differenceId, decision: 'theirs', note: 'CanaryNote', at: left }));
  theValue(journal.checkIn({ basis, visitId: 'b', visit: visitOf('BADGED'), at, printId: 'badge' }));
  theValue(journal.print({ printId: 'badge', state: 'sending', at }));
  // A picture is as long as several pages, and another takes its place.
  theValue(journal.print({ printId: 'badge', state: 'unknown', at, kept: pictureOf(30_000) }));
  theValue(journal.printAgain({ printId: 'badge', reprintId: 'again', at }));
  theValue(journal.print({ printId: 'again', state: 'sending', at }));
  theValue(journal.print({ printId: 'again', state: 'confirmed', at, kept: pictureOf(3_000) }));
  theValue(journal.checkOut({ basis, visitId: 'b', visit: visitOf('BADGED'), at: left }));
  atTheDesk(journal);
  const desk = ['By', 'Text', 'Reason', 'Mail', 'Purpose', 'Mistake'];
  const canaries = ['CODE', 'Picture', 'Name', 'Firm', 'Badge', 'Host', 'Wish', 'Note', ...desk].map((what) =>
    what === 'CODE' ? what : `Canary${what}`,
  );
  const staying = visitOf('STAYIN', { badgeId: 'StayingBadge', visitor: { name: 'Stays Erfunden' }, host: 'Other Host' });
  theValue(journal.checkIn({ basis, visitId: 'stays', visit: staying, at }));
  handOn(journal);

  expect(foundIn(folder, canaries).toSorted()).toEqual(canaries.toSorted());
  const rounds = Array.from({ length: 5 }, () => theValue(journal.purge({ before: dayAfter })));
  expect(rounds).toEqual([100, 100, 100, 4, 0]);
  expect([theValue(journal.picture('badge')), theValue(journal.picture('again'))]).toEqual([undefined, undefined]);
  expect(foundIn(folder, canaries)).toEqual([]);
  expect(foundIn(folder, ['Stays Erfunden', 'STAYIN', 'StayingBadge'])).toHaveLength(3);
  expect(statSync(join(folder, 'journal.db-wal')).size).toBe(0);
  expect(theValue(journal.verify())).toMatchObject({ events: expect.any(Number) });
  expect(theValue(journal.verify()).brokenAt).toBeUndefined();
});

/** A walk-in whom a receptionist lets in and out, writes of, corrects and finds at a muster; and another check-in, which was a mistake. */
function atTheDesk(journal: WholeJournal): void {
  const by = 'CanaryBy';
  const walkIn = visitOf('WALKIN', { badgeId: 'W-1', walkIn: { purpose: 'CanaryPurpose' }, hostMail: 'CanaryMail@example.com' });
  theValue(journal.checkIn({ basis, visitId: 'd', visit: walkIn, at, actor: 'staff', by }));
  theValue(journal.note({ visitId: 'd', text: 'CanaryText', by, at }));
  theValue(
    journal.correct({
      visitId: 'd',
      correction: { what: 'cameAt', time: '2026-11-22T09:00:00+08:00' },
      reason: 'CanaryReason',
      by,
      at,
    }),
  );
  theValue(journal.beginMuster({ musterId: 'm', at }));
  theValue(journal.tick({ musterId: 'm', visitId: 'd', isFound: true, by, at }));
  theValue(journal.endMuster({ musterId: 'm', at }));
  theValue(journal.checkOut({ basis, visitId: 'd', visit: walkIn, at: left, actor: 'staff', by }));
  theValue(journal.correct({ visitId: 'd', correction: { what: 'notOut' }, reason: 'CanaryReason', by, at: left }));
  theValue(journal.checkOut({ basis, visitId: 'd', visit: walkIn, at: left }));
  theValue(journal.checkIn({ basis, visitId: 'e', visit: visitOf('ERRORS', { visitor: { name: 'CanaryMistake' } }), at }));
  theValue(journal.correct({ visitId: 'e', correction: { what: 'notIn' }, reason: 'CanaryReason', at: left }));
}

it('DAT-2 visits that are purged day after day leave nothing behind, whoever stays', () => {
  const folder = temporaryFolder();
  const { journal } = plainJournal(folder);
  for (let day = 1; day <= 9; day += 1) {
    for (let index = 0; index < 40; index += 1) {
      const mark = `${day}x${(index * 31) % 40}`;
      const who = visitOf(`CANARY${mark}`, { badgeId: `Canary${mark}`, visitor: { name: `Canary ${mark}` } });
      visit(journal, `v${mark}`, who, { out: `2026-11-0${day}T12:00:00+08:00` });
    }
    theValue(
      journal.checkIn({
        basis,
        visitId: `stays${day}`,
        visit: visitOf(`STAYS${day}`, { visitor: { name: 'Stays Erfunden' } }),
        at,
      }),
    );
    handOn(journal);
    expect(theValue(journal.purge({ before: `2026-11-0${day}T13:00:00+08:00` }))).toBe(40);
    expect(foundIn(folder, ['Canary', 'CANARY'])).toEqual([]);
  }
  expect(theValue(journal.recorded())).toHaveLength(9);
});
