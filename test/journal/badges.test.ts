import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { PrintState } from '../../electron/core/visit.ts';
import { connect, passphraseOf } from '../../electron/journal/database.ts';
import { at, basis, codeOf, journalHandingOn, journalIn, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T09:31:00+08:00';
const png = Buffer.from('89504e470d0a1a0a', 'hex');
const printer = 'front desk';

/** A visitor is in, whose badge (`p1`) has come to a state. */
function withBadge(state: PrintState, journal: WholeJournal = journalIn(temporaryFolder())): WholeJournal {
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FJUEIW'), at, printId: 'p1' }));
  bring(journal, 'p1', state);
  return journal;
}

function bring(journal: WholeJournal, printId: string, state: PrintState): void {
  if (state !== 'queued') theValue(journal.print({ printId, state: state === 'failed' ? 'failed' : 'sending', at, printer }));
  if (state !== 'queued' && state !== 'failed' && state !== 'sending') {
    theValue(journal.print({ printId, state, at, kept: png }));
  }
}

/** The events that a journal hands on, in order, as kind and detail. */
function eventsOf(journal: WholeJournal): { kind: string; actor: string; detail: object }[] {
  const events: { kind: string; actor: string; detail: object }[] = [];
  for (;;) {
    const [letter] = theValue(journal.waiting({ receiver: 'webhook', most: 1 }));
    if (!letter) return events;
    const { kind, actor, detail } = JSON.parse(letter.body) as { kind: string; actor: string; detail: object };
    events.push({ kind, actor, detail });
    theValue(journal.tried({ receiver: 'webhook', eventId: letter.eventId, outcome: 'sent', at }));
  }
}

const again = (journal: WholeJournal, printId = 'p1', reprintId = 'p2') => journal.printAgain({ printId, reprintId, at: later });
const states = (journal: WholeJournal) => theValue(journal.prints('v1')).map(({ state }) => state);

it('a spare that takes over is the printer that a crash leaves in question', () => {
  const folder = temporaryFolder();
  const journal = withBadge('sending', journalIn(folder));
  theValue(journal.print({ printId: 'p1', state: 'sending', at, printer: 'the spare' }));
  journal.close();
  const after = journalIn(folder);
  theValue(after.settle(at));
  expect(theValue(after.printed())[0]).toMatchObject({ state: 'unknown', printer: 'the spare' });
  expect(theValue(after.rolls())).toEqual([{ printer: 'the spare', labels: 1 }]);
});

describe('PRN-10 another badge', () => {
  it.each([
    ['unknown', ['badgeVoided', 'badgePrinted']],
    ['sent', ['badgePrinted', 'badgeVoided', 'badgePrinted']],
    ['confirmed', ['badgePrinted', 'badgeVoided', 'badgePrinted']],
    // Nothing had left, and somebody asked for another all the same.
    ['failed', ['badgeVoided', 'badgePrinted']],
  ] as const)('is a new print; the one before, %s, is void if anything of it may be out', (state, kinds) => {
    const journal = withBadge(state, journalHandingOn(temporaryFolder()));
    expect(theValue(again(journal))).toEqual({ visit: visitOf('FJUEIW'), checkedInAt: at });
    expect(states(journal)).toEqual([state, 'queued']);
    bring(journal, 'p2', 'confirmed');
    const events = eventsOf(journal).slice(1);
    expect(events.map(({ kind }) => kind)).toEqual(kinds);
    expect(events.at(-1)).toEqual({
      kind: 'badgePrinted',
      actor: 'kiosk',
      detail: { printId: 'p2', kind: 'badge', state: 'confirmed', printer, reprintOf: 'p1' },
    });
    const voided = events.filter(({ kind }) => kind === 'badgeVoided');
    expect(voided).toEqual([{ kind: 'badgeVoided', actor: 'staff', detail: { printId: 'p1', state, reprint: 'p2' } }]);
    expect(theValue(journal.verify()).brokenAt).toBeUndefined();
  });

  it('is asked for once: said again, or while one is on its way, nothing is written', () => {
    const journal = withBadge('unknown', journalHandingOn(temporaryFolder()));
    expect(theValue(again(journal))).toBeDefined();
    expect(theValue(again(journal, 'p1', 'p3'))).toBeUndefined();
    expect(theValue(again(journal, 'p2', 'p3'))).toBeUndefined();
    bring(journal, 'p2', 'sending');
    expect(theValue(again(journal, 'p2', 'p3'))).toBeUndefined();
    expect(states(journal)).toEqual(['unknown', 'sending']);
    expect(eventsOf(journal).filter(({ kind }) => kind === 'badgeVoided')).toHaveLength(1);
  });

  it('is not for one who has left or was closed, nor of a slip, nor of what nobody printed', () => {
    const journal = withBadge('failed');
    expect(codeOf(again(journal, 'nothing'))).toBe('bug');
    theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FJUEIW'), at: later, printId: 'slip' }));
    theValue(journal.print({ printId: 'slip', state: 'failed', at: later }));
    expect(codeOf(again(journal))).toBe('bug');
    expect(codeOf(again(journal, 'slip'))).toBe('bug');
    const other = withBadge('failed');
    theValue(other.closeAutomatically({ visitIds: ['v1'], at: later }));
    expect(codeOf(again(other))).toBe('bug');
  });

  it('of one that was made by hand, the one made by hand is void', () => {
    const journal = withBadge('failed', journalHandingOn(temporaryFolder()));
    theValue(journal.handedOver({ printId: 'p1', at: later }));
    theValue(again(journal));
    expect(eventsOf(journal).map(({ kind }) => kind)).toEqual(['checkedIn', 'badgeHandedOver', 'badgeVoided']);
  });

  it('that was queued when the process ended is failed afterwards, and what it replaced stays void', () => {
    const folder = temporaryFolder();
    const journal = withBadge('unknown', journalIn(folder));
    theValue(again(journal));
    const restarted = journalIn(folder);
    for (let start = 0; start < 3; start += 1) theValue(restarted.settle(later));
    expect(states(restarted)).toEqual(['unknown', 'failed']);
    const look = connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
    expect(look.prepare('SELECT print_id, reprint_of, asked_by, voided_at FROM prints ORDER BY number').all()).toEqual([
      { print_id: 'p1', reprint_of: null, asked_by: 'visitor', voided_at: later },
      { print_id: 'p2', reprint_of: 'p1', asked_by: 'staff', voided_at: null },
    ]);
  });
});

describe('a badge that somebody handed over', () => {
  it('is an event of staff, once', () => {
    const journal = withBadge('unknown', journalHandingOn(temporaryFolder()));
    theValue(journal.handedOver({ printId: 'p1', at: later }));
    theValue(journal.handedOver({ printId: 'p1', at: '2026-11-22T10:00:00+08:00' }));
    expect(eventsOf(journal).slice(1)).toEqual([
      { kind: 'badgeHandedOver', actor: 'staff', detail: { printId: 'p1', state: 'unknown' } },
    ]);
    expect(theValue(journal.printed())).toMatchObject([{ printId: 'p1', handedOverAt: later }]);
  });

  it('cannot be one that is being printed, was replaced, is a slip, or is not there', () => {
    const printing = withBadge('sending');
    expect(codeOf(printing.handedOver({ printId: 'p1', at: later }))).toBe('bug');
    expect(codeOf(printing.handedOver({ printId: 'nothing', at: later }))).toBe('bug');
    const replaced = withBadge('failed');
    theValue(again(replaced));
    expect(codeOf(replaced.handedOver({ printId: 'p1', at: later }))).toBe('bug');
  });
});

describe('the list of prints', () => {
  it('says of each what is known, oldest first', () => {
    const journal = withBadge('unknown');
    theValue(again(journal));
    theValue(journal.print({ printId: 'p2', state: 'failed', at: later, failure: { code: 'printer.late' }, printer: 'spare' }));
    const who = { visitId: 'v1', visitor: 'Žofie Ångström-Castañeda', kind: 'badge' };
    expect(theValue(journal.printed())).toEqual([
      { ...who, printId: 'p1', state: 'unknown', at, printer, isReprint: false, isReplaced: true, hasPicture: true },
      {
        ...{ ...who, printId: 'p2', state: 'failed', at: later, failure: 'printer.late', printer: 'spare' },
        ...{ isReprint: true, isReplaced: false, hasPicture: false },
      },
    ]);
  });

  it('holds the last ones, and all that wait for a person', () => {
    const journal = journalIn(temporaryFolder());
    for (let index = 0; index < 60; index += 1) {
      theValue(journal.checkIn({ basis, visitId: `v${index}`, visit: visitOf(`CODE${index}`), at, printId: `p${index}` }));
      bring(journal, `p${index}`, index === 3 ? 'failed' : 'sent');
    }
    const ids = theValue(journal.printed()).map(({ printId }) => printId);
    expect(ids).toEqual(['p3', ...Array.from({ length: 30 }, (_, index) => `p${index + 30}`)]);
  });
});

describe('the picture of a print', () => {
  it.each([
    ['confirmed', true],
    ['sent', true],
    ['unknown', true],
    ['failed', false],
  ] as const)('is kept of one that is %s: %s', (state, isKept) => {
    const journal = journalIn(temporaryFolder());
    theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FJUEIW'), at, printId: 'p1' }));
    theValue(journal.print({ printId: 'p1', state: 'sending', at }));
    theValue(journal.print({ printId: 'p1', state, at, kept: png }));
    const kept = theValue(journal.picture('p1'));
    expect(kept && Buffer.from(kept)).toEqual(isKept ? png : undefined);
    expect(theValue(journal.picture('p2'))).toBeUndefined();
  });
});

describe('the labels of a roll', () => {
  const labels = (journal: WholeJournal) => theValue(journal.rolls()).find((roll) => roll.printer === printer);

  it.each([
    ['confirmed', 1],
    ['sent', 1],
    ['unknown', 1],
    ['failed', undefined],
  ] as const)('a job that is %s counts: %s', (state, count) => {
    expect(labels(withBadge(state))?.labels).toBe(count);
  });

  it('one that a stop left at the printer counts too, as it is settled, and once', () => {
    const folder = temporaryFolder();
    withBadge('sending', journalIn(folder));
    const restarted = journalIn(folder);
    for (let start = 0; start < 2; start += 1) theValue(restarted.settle(later));
    expect(labels(restarted)?.labels).toBe(1);
  });

  it('begin anew when the printer was without paper, or open, and can print again', () => {
    const folder = temporaryFolder();
    const journal = withBadge('confirmed', journalIn(folder));
    theValue(journal.rollSeen({ printer, isOpen: false, at: later }));
    expect(labels(journal)).toEqual({ printer, labels: 1 });
    theValue(journal.rollSeen({ printer, isOpen: true, at: later }));
    expect(labels(journal)).toEqual({ printer, labels: 1 });
    // It is changed while Foyer does not run.
    const restarted = journalIn(folder);
    theValue(restarted.rollSeen({ printer, isOpen: false, at: '2026-11-22T09:40:00+08:00' }));
    expect(labels(restarted)).toEqual({ printer, labels: 0, since: '2026-11-22T09:40:00+08:00' });
  });

  it('begin anew when a person says so, also of a printer that has not printed yet', () => {
    const journal = withBadge('sent');
    theValue(journal.rollChanged({ printer, at: later }));
    expect(labels(journal)).toEqual({ printer, labels: 0, since: later });
    theValue(journal.rollChanged({ printer: 'new one', at: later }));
    expect(theValue(journal.rolls())).toHaveLength(2);
  });
});
