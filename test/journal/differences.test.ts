import { describe, expect, it } from 'vitest';
import type { Decision, DifferenceKind, ServerView } from '../../electron/core/event.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { at, basis, codeOf, connectTo, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const later = '2026-11-22T11:00:00+08:00';
const visited: ServerView = { kind: 'badge', state: 'visited', checkedInAt: at, checkedOutAt: '2026-11-22T10:40:00+08:00' };
const earlier: ServerView = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:10:00+08:00' };
const gone: ServerView = { kind: 'gone' };

/** A journal with `v1` in, and a difference of it. */
function differing(kind: DifferenceKind, there: ServerView): { journal: WholeJournal; folder: string; id: string } {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at }));
  theValue(journal.differ({ visitId: 'v1', kind, there, at: later }));
  return { journal, folder, id: theValue(journal.differences())[0]?.id ?? '' };
}

const decide = (journal: WholeJournal, differenceId: string, decision: Decision, note?: string) =>
  journal.decide({ differenceId, decision, at: later, ...(note && { note }) });

/** Kind, actor, time and detail of every event after the check-in. */
const eventsIn = (folder: string) =>
  (
    connectTo(folder).prepare('SELECT kind, actor, at, detail FROM events WHERE sequence > 1 ORDER BY sequence').raw().all() as [
      string,
      string,
      string,
      string | null,
    ][]
  ).map(([kind, actor, when, detail]) => [kind, actor, when, detail && JSON.parse(detail)]);

it('a difference has both sides, and the name of the visitor', () => {
  const { journal, id } = differing('leftThere', visited);
  expect(theValue(journal.differences())).toEqual([
    {
      ...{ id, visitId: 'v1', kind: 'leftThere', at: later },
      ...{ visitor: 'Žofie Ångström-Castañeda', company: 'Canary & Söhne' },
      ...{ here: { checkedInAt: at }, there: visited },
    },
  ]);
});

it('a difference is noted once for the same word of the server, decided or not, and again for another', () => {
  const { journal, id } = differing('leftThere', visited);
  const again = (kind: DifferenceKind, there: ServerView) => theValue(journal.differ({ visitId: 'v1', kind, there, at: later }));
  again('leftThere', visited);
  again('leftThere', { checkedOutAt: '2026-11-22T10:40:00+08:00', checkedInAt: at, state: 'visited', kind: 'badge' });
  expect(theValue(journal.differences())).toHaveLength(1);
  theValue(decide(journal, id, 'ours'));
  again('leftThere', visited);
  expect(theValue(journal.differences())).toEqual([]);
  again('leftThere', { ...visited, checkedOutAt: later });
  again('goneThere', gone);
  again('goneThere', gone);
  expect(theValue(journal.differences()).map(({ kind }) => kind)).toEqual(['leftThere', 'goneThere']);
  expect(theValue(journal.comparable())[0]?.given).toEqual([
    { kind: 'leftThere', there: visited },
    { kind: 'leftThere', there: { ...visited, checkedOutAt: later } },
    { kind: 'goneThere', there: gone },
  ]);
});

it('a difference of a visit that nobody recorded, and a decision of no difference, are refused', () => {
  const { journal, folder } = differing('goneThere', gone);
  const before = eventsIn(folder);
  expect(codeOf(journal.differ({ visitId: 'nobody', kind: 'goneThere', there: gone, at }))).toBe('bug');
  expect(codeOf(decide(journal, 'nothing', 'ours'))).toBe('bug');
  expect(eventsIn(folder)).toEqual(before);
});

describe('a decision', () => {
  it.each(['ours', 'note'] as const)('for %s is an event and changes nothing else', (decision) => {
    const { journal, folder, id } = differing('leftThere', visited);
    theValue(decide(journal, id, decision, 'still at her desk'));
    expect(eventsIn(folder)).toEqual([
      ['differed', 'kiosk', later, { kind: 'leftThere', there: visited }],
      ['decided', 'staff', later, { of: id, decision, note: 'still at her desk' }],
    ]);
    expect(theValue(journal.standing('FIRST1')).kind).toBe('in');
    expect(theValue(journal.differences())).toEqual([]);
  });

  it.each<[DifferenceKind, ServerView, string]>([
    ['leftThere', visited, '2026-11-22T10:40:00+08:00'],
    ['leftThere', { kind: 'badge', state: 'visited' }, later],
    ['goneThere', gone, later],
  ])('for theirs of %s checks the visitor out, by staff, at the server’s time where it has one', (kind, there, outAt) => {
    const { journal, folder, id } = differing(kind, there);
    theValue(decide(journal, id, 'theirs'));
    expect(eventsIn(folder).slice(1)).toEqual([
      ['decided', 'staff', later, { of: id, decision: 'theirs' }],
      ['checkedOut', 'staff', outAt, null],
    ]);
    expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'out', visitId: 'v1', at: outAt });
    expect(theValue(journal.recorded())[0]).toMatchObject({ checkedInAt: at, checkedOutAt: outAt });
  });

  it('for theirs of somebody who has left here meanwhile leaves the check-out as it is', () => {
    const { journal, folder, id } = differing('leftThere', visited);
    theValue(journal.checkOut({ basis, visitId: 'v1', visit: visitOf('FIRST1'), at: '2026-11-22T10:59:00+08:00' }));
    theValue(decide(journal, id, 'theirs'));
    expect(eventsIn(folder).map(([kind]) => kind)).toEqual(['differed', 'checkedOut', 'decided']);
    expect(theValue(journal.recorded())[0]).toMatchObject({ checkedOutAt: '2026-11-22T10:59:00+08:00' });
  });

  it('for theirs of an earlier check-in corrects its time, not what was recorded', () => {
    const { journal, folder, id } = differing('earlierThere', earlier);
    theValue(decide(journal, id, 'theirs'));
    expect(eventsIn(folder).at(-1)).toEqual(['corrected', 'staff', later, { checkedInAt: '2026-11-22T09:10:00+08:00' }]);
    expect(theValue(journal.recorded())[0]).toMatchObject({ checkedInAt: '2026-11-22T09:10:00+08:00' });
    expect(theValue(journal.comparable())[0]).toMatchObject({ checkedInAt: '2026-11-22T09:10:00+08:00' });
    expect(theValue(journal.standing('FIRST1'))).toEqual({ kind: 'in', visitId: 'v1', at: '2026-11-22T09:10:00+08:00' });
  });

  it('for theirs of a server that answers in UTC is shown on this kiosk’s clock, as all the others are', () => {
    const { journal, id } = differing('earlierThere', { ...earlier, checkedInAt: '2026-11-22T01:10:00Z' });
    theValue(decide(journal, id, 'theirs'));
    expect(theValue(journal.recorded())[0]).toMatchObject({ checkedInAt: '2026-11-22T09:10:00.000+08:00' });
  });

  it('of a second correction, the later one stands', () => {
    const { journal, id } = differing('earlierThere', earlier);
    theValue(decide(journal, id, 'theirs'));
    const again: ServerView = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:15:00+08:00' };
    theValue(journal.differ({ visitId: 'v1', kind: 'earlierThere', there: again, at: later }));
    expect(theValue(journal.differences())[0]?.here).toEqual({ checkedInAt: '2026-11-22T09:10:00+08:00' });
    theValue(decide(journal, theValue(journal.differences())[0]?.id ?? '', 'theirs'));
    expect(theValue(journal.recorded())[0]).toMatchObject({ checkedInAt: '2026-11-22T09:15:00+08:00' });
  });

  it('is made once: the second one succeeds and writes nothing', () => {
    const { journal, folder, id } = differing('leftThere', visited);
    theValue(decide(journal, id, 'ours'));
    const before = eventsIn(folder);
    theValue(decide(journal, id, 'theirs'));
    expect(eventsIn(folder)).toEqual(before);
    expect(theValue(journal.standing('FIRST1')).kind).toBe('in');
  });

  it('of one difference leaves the others to be decided', () => {
    const { journal, id } = differing('earlierThere', earlier);
    theValue(journal.differ({ visitId: 'v1', kind: 'goneThere', there: gone, at: later }));
    theValue(decide(journal, id, 'ours'));
    expect(theValue(journal.differences()).map(({ kind }) => kind)).toEqual(['goneThere']);
    expect(theValue(journal.verify())).toEqual({ events: 4 });
  });
});
