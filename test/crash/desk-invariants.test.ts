import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { at, basis, theValue, visitOf } from '../journal/visit-of.ts';
import { deeds } from './deeds.ts';
import { brokenInvariants } from './invariants.ts';
import { journalIn } from './journal.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

const visit = visitOf('INSIDE', { hostMail: 'host@example.org' });
const { name } = visit.visitor;

/** Somebody is in, and the journal is left after what `live` does. */
function record(live: (journal: WholeJournal) => void = () => {}): string {
  const journal = journalIn(site.data, ['hosts']);
  theValue(journal.checkIn({ visitId: 'visit', visit, at, basis }));
  const [letter] = theValue(journal.waiting({ receiver: 'hosts', most: 1 }));
  live(journal);
  journal.close();
  return letter?.eventId ?? '';
}

/** The mail server has the mail of an event, for which it was asked so many milliseconds after the check-in. */
function mail(eventId: string, { after = 1_000, to = 'host@example.org' } = {}): void {
  const text = `Message-ID: <${eventId}@foyer>\r\nSubject: x\r\n\r\nx\r\n`;
  site.mail.kept.push({ from: 'reception@example.org', to: [to], text, askedAt: Date.parse(at) + after });
}

const note = (journal: WholeJournal) => theValue(journal.note({ visitId: 'visit', text: 'Waits', at }));
const later = (seconds: number): string => `2026-11-22T09:30:${String(seconds).padStart(2, '0')}.000+08:00`;

it('DUR-3 what staff were shown and is recorded breaks nothing; what was asked for and is not, neither', async () => {
  record(note);
  const [noted, corrected] = [deeds.noted(name, 'Waits'), deeds.corrected(name, 'cameAt', 'The queue')];
  Object.assign(noted, { isAsked: true, isShown: true });
  corrected.isAsked = true;
  site.notes.deeds.push(noted, corrected);
  expect(await brokenInvariants(site)).toEqual([]);
});

it.each([
  ['what was shown and is not recorded', () => {}, { isAsked: true, isShown: true }, 'shown as done, and not recorded'],
  ['what is there twice', (journal: WholeJournal) => [note(journal), note(journal)], { isAsked: true }, '2 times'],
  ['what nobody asked for', note, {}, 'nobody asked for it'],
] as const)('DUR-3 finds %s', async (_, live, known, found) => {
  record(live);
  site.notes.deeds.push(Object.assign(deeds.noted(name, 'Waits'), known));
  expect(await brokenInvariants(site)).toEqual([expect.stringContaining(found)]);
});

it('DUR-3 finds somebody in whose check-in was taken back', async () => {
  site.notes.neverIn.add('INSIDE');
  record();
  expect(await brokenInvariants(site)).toEqual([expect.stringContaining('taken back')]);
});

const sent = (journal: WholeJournal) => {
  const [letter] = theValue(journal.waiting({ receiver: 'hosts', most: 1 }));
  theValue(journal.tried({ receiver: 'hosts', eventId: letter?.eventId ?? '', outcome: 'sent', at }));
};

it('DUR-3 a host who was told once, and is noted, breaks nothing; nor one of whom nobody knows', async () => {
  mail(record(sent));
  expect(await brokenInvariants(site, true)).toEqual([]);
});

it('DUR-3 a mail that was about to leave may be there or not', async () => {
  const id = record((journal) => {
    const [letter] = theValue(journal.waiting({ receiver: 'hosts', most: 1 }));
    theValue(journal.begun({ receiver: 'hosts', eventId: letter?.eventId ?? '' }));
  });
  expect(await brokenInvariants(site)).toEqual([]);
  mail(id);
  expect(await brokenInvariants(site)).toEqual([]);
});

it.each([
  ['a host who was told twice', sent, [{}, {}], ['a host was told 2 times']],
  ['a host who is said to be told and was not', sent, [], ['the mail server has nothing']],
  ['a host who was told although nothing says so', () => {}, [{}], ['the mail server has it']],
  ['somebody else who was told', sent, [{ to: 'other@example.org' }], ['somebody else was told']],
  [
    'a host who was told of somebody who had left',
    (journal: WholeJournal) => {
      theValue(journal.checkOut({ visitId: 'visit', visit, at: later(2), basis }));
      sent(journal);
    },
    [{ after: 60_000 }],
    ['not here'],
  ],
  [
    'a host who was told of somebody who never was in',
    (journal: WholeJournal) => {
      theValue(journal.correct({ visitId: 'visit', correction: { what: 'notIn' }, reason: 'Another', at: later(2) }));
      sent(journal);
    },
    [{ after: 60_000 }],
    ['not here'],
  ],
] as const)('DUR-3 finds %s', async (_, live, mails, found) => {
  const id = record(live);
  for (const each of mails) mail(id, each);
  expect(await brokenInvariants(site)).toEqual(found.map((part) => expect.stringContaining(part)));
});
