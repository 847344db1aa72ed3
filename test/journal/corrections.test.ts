import { describe, expect, it } from 'vitest';
import type { Correction } from '../../electron/core/correction.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { at, basis, codeOf, connectTo, journalHandingOn, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const now = '2026-11-22T12:00:00+08:00';
const visit = visitOf('FIRST1');
const wanted = [{ id: '31', name: [{ language: 'en', text: 'Coffee' }] }];

const correct = (journal: WholeJournal, correction: Correction, visitId = 'v1') =>
  journal.correct({ visitId, correction, reason: 'The wrong one', by: 'Ruth', at: now });

function withOneIn(folder = temporaryFolder(), journal = journalIn(folder)): { folder: string; journal: WholeJournal } {
  theValue(journal.checkIn({ basis, visitId: 'v1', visit, at, printId: 'p1', wanted }));
  return { folder, journal };
}

/** Where every reader of the journal says that `v1` is. */
function readers(journal: WholeJournal) {
  const [recorded] = theValue(journal.recorded());
  return {
    standing: theValue(journal.standing('FIRST1')).kind,
    visit: theValue(journal.visit('v1')) !== undefined,
    recorded: recorded && (recorded.checkedOutAt ?? recorded.closedAt ?? 'in'),
    compared: theValue(journal.comparable()).length,
    wishes: theValue(journal.wishes(at)).length,
  };
}

describe('a check-in that was a mistake', () => {
  it('counts as if it had never been: nobody is in, nobody has left, and no letter, chain or event is lost', () => {
    const folder = temporaryFolder();
    const { journal } = withOneIn(folder, journalHandingOn(folder));
    expect(readers(journal)).toEqual({ standing: 'in', visit: true, recorded: 'in', compared: 1, wishes: 1 });
    theValue(correct(journal, { what: 'notIn' }));
    expect(readers(journal)).toEqual({ standing: 'none', visit: false, recorded: undefined, compared: 0, wishes: 0 });
    expect(theValue(journal.verify())).toEqual({ events: 3 });
    expect(theValue(journal.outboxCounts('webhook')).waiting).toBe(3);
    const rows = connectTo(folder).prepare("SELECT actor, detail FROM events WHERE kind = 'corrected'").raw().all();
    expect(rows).toEqual([['staff', '{"what":"notIn","reason":"The wrong one","by":"Ruth"}']]);
  });

  it('lets the badge in again, as another visit, and the mistaken one never', () => {
    const { journal } = withOneIn();
    theValue(correct(journal, { what: 'notIn' }));
    expect(codeOf(journal.checkIn({ basis, visitId: 'v1', visit, at: now }))).toBe('bug');
    expect(codeOf(journal.checkOut({ basis, visitId: 'v1', visit, at: now }))).toBe('bug');
    theValue(journal.checkIn({ basis, visitId: 'v2', visit, at: now }));
    expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'in', visitId: 'v2', at: now });
    expect(theValue(journal.recorded()).map(({ visitId }) => visitId)).toEqual(['v2']);
  });

  it('closes, confirms, compares and prints nothing of it', () => {
    const { folder, journal } = withOneIn();
    theValue(journal.print({ printId: 'p1', state: 'sending', at, printer: 'front' }));
    theValue(journal.print({ printId: 'p1', state: 'unknown', at }));
    theValue(correct(journal, { what: 'notIn' }));
    expect(theValue(journal.closeAutomatically({ visitIds: ['v1'], at: now }))).toBe(0);
    expect(codeOf(journal.confirmLeft({ visitId: 'v1', at: now }))).toBe('bug');
    theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at: now }));
    expect(theValue(journal.differences())).toEqual([]);
    expect(codeOf(journal.printAgain({ printId: 'p1', reprintId: 'p2', at: now }))).toBe('bug');
    expect(connectTo(folder).prepare('SELECT voided_at FROM prints').raw().all()).toEqual([[now]]);
    expect(theValue(journal.verify())).toEqual({ events: 3 });
  });

  it('asks nobody any more what was open of it, and goes with its names when its time is over', () => {
    const { journal } = withOneIn();
    theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: { kind: 'gone' }, at }));
    const id = theValue(journal.differences())[0]?.id ?? '';
    theValue(correct(journal, { what: 'notIn' }));
    expect(theValue(journal.differences())).toEqual([]);
    theValue(journal.decide({ differenceId: id, decision: 'theirs', at: now }));
    expect(readers(journal).standing).toBe('none');
    expect(theValue(journal.purge({ before: now }))).toBe(0);
    expect(theValue(journal.purge({ before: '2026-11-22T12:00:01+08:00' }))).toBe(1);
    expect(theValue(journal.history('v1'))).toBeUndefined();
    expect(theValue(journal.verify()).brokenAt).toBeUndefined();
    // What is told of it afterwards writes nothing.
    expect(theValue(journal.closeAutomatically({ visitIds: ['v1'], at: now }))).toBe(0);
    expect(codeOf(correct(journal, { what: 'notIn' }))).toBe('bug');
    expect(codeOf(journal.checkIn({ basis, visitId: 'v1', visit, at: now }))).toBe('bug');
    expect(codeOf(journal.checkOut({ basis, visitId: 'v1', visit, at: now }))).toBe('ok');
    expect(theValue(journal.recorded())).toEqual([]);
  });
});

describe('a check-out that was a mistake', () => {
  it('leaves the visitor in, who may leave again, as often as that happens', () => {
    const { folder, journal } = withOneIn();
    for (const leftAt of [later, '2026-11-22T11:10:00+08:00', '2026-11-22T11:20:00+08:00']) {
      theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: leftAt }));
      theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: now }));
      expect(readers(journal)).toMatchObject({ standing: 'out', recorded: leftAt });
      theValue(correct(journal, { what: 'notOut' }));
      theValue(correct(journal, { what: 'notOut' }));
      expect(readers(journal)).toMatchObject({ standing: 'in', recorded: 'in' });
      expect(codeOf(journal.checkOut({ basis, visitId: 'v2', visit, at: now }))).toBe('bug');
    }
    expect(theValue(journal.purge({ before: '2036-01-01T00:00:00Z' }))).toBe(0);
    expect(theValue(journal.verify())).toEqual({ events: 8 });
    // Whatever a program gets wrong, the file takes no second check-out without that.
    const leave = `INSERT INTO events (event_id, visit_id, kind, at, actor, digest, hash) VALUES ('e', 'v1', 'checkedOut', '', 'staff', '', '')`;
    expect(() => connectTo(folder).exec(`${leave}; ${leave}`)).toThrow(/leaves once/);
  });

  it('of one whom the kiosk had closed and somebody confirmed: that is open again', () => {
    const { journal } = withOneIn();
    theValue(journal.closeAutomatically({ visitIds: ['v1'], at: later }));
    theValue(journal.confirmLeft({ visitId: 'v1', by: 'Ruth', at: later }));
    expect(readers(journal)).toMatchObject({ standing: 'out', recorded: later });
    theValue(correct(journal, { what: 'notOut' }));
    expect(theValue(journal.recorded())[0]).toMatchObject({ closedAt: later });
    expect(theValue(journal.closeAutomatically({ visitIds: ['v1'], at: now }))).toBe(0);
    theValue(journal.confirmLeft({ visitId: 'v1', at: now }));
    expect(readers(journal)).toMatchObject({ standing: 'out', recorded: now });
  });

  it('is not taken back once the badge has come again', () => {
    const { journal } = withOneIn();
    theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
    theValue(journal.checkIn({ basis, visitId: 'v2', visit, at: later }));
    expect(codeOf(correct(journal, { what: 'notOut' }))).toBe('bug');
    theValue(correct(journal, { what: 'notIn' }, 'v2'));
    theValue(correct(journal, { what: 'notOut' }));
    expect(theValue(journal.standing('FIRST1'))).toMatchObject({ kind: 'in', visitId: 'v1' });
  });

  it('that the server meant, after a decision, may be decided anew', () => {
    const { journal } = withOneIn();
    const differ = (checkedOutAt: string) => {
      const there = { kind: 'badge', state: 'visited', checkedInAt: at, checkedOutAt } as const;
      theValue(journal.differ({ visitId: 'v1', kind: 'leftThere', there, at: later }));
      const id = theValue(journal.differences())[0]?.id ?? '';
      theValue(journal.decide({ differenceId: id, decision: 'theirs', by: 'Ruth', at: now }));
    };
    differ(later);
    theValue(correct(journal, { what: 'notOut' }));
    differ('2026-11-22T11:30:00+08:00');
    expect(readers(journal)).toMatchObject({ standing: 'out', recorded: '2026-11-22T11:30:00+08:00' });
  });
});

describe('another time', () => {
  it('is what everybody shows, and the event stays as it is', () => {
    const { folder, journal } = withOneIn();
    const time = '2026-11-22T08:50:00+08:00';
    theValue(correct(journal, { what: 'cameAt', time }));
    expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'in', visitId: 'v1', at: time });
    theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
    theValue(correct(journal, { what: 'leftAt', time: '2026-11-22T10:45:00+08:00' }));
    const times = { checkedInAt: time, checkedOutAt: '2026-11-22T10:45:00+08:00' };
    expect(theValue(journal.recorded())).toMatchObject([times]);
    expect(theValue(journal.comparable())).toMatchObject([times]);
    expect(theValue(journal.standing('FIRST1')).kind).toBe('out');
    const rows = connectTo(folder).prepare("SELECT kind, at FROM events WHERE kind LIKE 'checked%'").raw().all();
    expect(rows).toEqual([
      ['checkedIn', at],
      ['checkedOut', later],
    ]);
  });

  it('is on the badge that is printed again', () => {
    const { journal } = withOneIn();
    theValue(journal.print({ printId: 'p1', state: 'failed', at }));
    const time = '2026-11-22T08:50:00+08:00';
    theValue(correct(journal, { what: 'cameAt', time }));
    expect(theValue(journal.printAgain({ printId: 'p1', reprintId: 'p2', at: now }))?.checkedInAt).toBe(time);
  });

  it('does not make a visit older than it is, for retention', () => {
    const { journal } = withOneIn();
    theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
    theValue(correct(journal, { what: 'leftAt', time: '2026-11-22T09:31:00+08:00' }));
    expect(theValue(journal.purge({ before: '2026-11-22T10:59:59+08:00' }))).toBe(0);
    expect(theValue(journal.purge({ before: '2026-11-22T11:00:01+08:00' }))).toBe(1);
  });

  it('is refused where it makes no sense, and nothing is written', () => {
    const { journal } = withOneIn();
    const refused: [Correction, string?][] = [
      [{ what: 'notOut' }],
      [{ what: 'leftAt', time: now }],
      [{ what: 'cameAt', time: '2026-11-22T12:00:01+08:00' }],
      [{ what: 'cameAt', time: 'yesterday' }],
      [{ what: 'notIn' }, 'nobody'],
    ];
    for (const [correction, visitId] of refused) expect(codeOf(correct(journal, correction, visitId))).toBe('bug');
    theValue(journal.checkOut({ basis, visitId: 'v1', visit, at: later }));
    expect(codeOf(correct(journal, { what: 'notIn' }))).toBe('bug');
    expect(codeOf(correct(journal, { what: 'leftAt', time: '2026-11-22T09:29:00+08:00' }))).toBe('bug');
    expect(theValue(journal.verify())).toEqual({ events: 3 });
  });
});
