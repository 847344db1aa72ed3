import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Correction } from '../../electron/core/correction.ts';
import { musterOf } from '../../electron/core/muster.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { basis, codeOf, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

/** A visit by the simplest rules that there are. Times: minutes of one day; `first`: when it was recorded. */
interface Modelled {
  readonly visitId: string;
  readonly code: string;
  readonly first: number;
  readonly state: 'in' | 'out' | 'void';
  readonly came?: number;
  readonly left?: number;
  readonly closed?: number;
  readonly isBack?: boolean;
}
const actions = ['in', 'out', 'close', 'confirm', 'notIn', 'notOut', 'cameAt', 'leftAt', 'restart'] as const;
interface Step {
  readonly action: (typeof actions)[number];
  readonly badge: number;
  readonly visit: number;
  readonly minute: number;
}

const timeOf = (minute: number): string =>
  `2026-11-22T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`;

/** A badge for each number; each visit is of one badge for ever. */
const codes = ['CODE00', 'CODE01'];
const steps = fc.array(
  fc.record<Step>({
    action: fc.constantFrom(...actions),
    badge: fc.nat(codes.length - 1),
    visit: fc.nat(3),
    minute: fc.nat(100),
  }),
  // Without a size, fast-check makes lists of about ten.
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** Says a step to the journal. */
function say(journal: WholeJournal, { action, minute }: Step, visitId: string, code: string, now: number): string {
  const at = timeOf(now);
  const entry = { basis, visitId, visit: visitOf(code), at };
  const correct = (correction: Correction) => codeOf(journal.correct({ visitId, correction, reason: 'so', at }));
  switch (action) {
    case 'in':
      return codeOf(journal.checkIn(entry));
    case 'out':
      return codeOf(journal.checkOut(entry));
    case 'close':
      return codeOf(journal.closeAutomatically({ visitIds: [visitId], at }));
    case 'confirm':
      return codeOf(journal.confirmLeft({ visitId, at }));
    case 'cameAt':
    case 'leftAt':
      return correct({ what: action, time: timeOf(minute) });
    case 'notIn':
    case 'notOut':
      return correct({ what: action });
    case 'restart':
      return 'ok';
  }
}

/** What a step makes of a visit; undefined: it makes no sense, and the journal has to refuse it. */
function after(
  visits: readonly Modelled[],
  { action, minute }: Step,
  visitId: string,
  code: string,
  now: number,
): Modelled | 'nothing' | undefined {
  const known = visits.find((visit) => visit.visitId === visitId);
  const ofBadge = visits.filter((visit) => visit.code === code && visit.state !== 'void');
  const newest = ofBadge.at(-1);
  const isTaken = newest?.state === 'in' && newest.visitId !== visitId;
  const hasComeAgain = known !== undefined && ofBadge.some((visit) => visits.indexOf(visit) > visits.indexOf(known));
  const { left: _, isBack: __, ...back } = known ?? { left: 0 };
  if (action === 'close' || action === 'restart') {
    return action === 'close' && known?.state === 'in' && known.closed === undefined ? { ...known, closed: now } : 'nothing';
  }
  if ((action === 'in' || action === 'out') && isTaken) return undefined;
  if (!known) {
    if (action === 'in') return { visitId, code, first: now, state: 'in', came: now };
    return action === 'out' ? { visitId, code, first: now, state: 'out', left: now } : undefined;
  }
  if (known.state === 'void') return action === 'notIn' ? 'nothing' : undefined;
  switch (action) {
    case 'in':
      return known.state === 'in' ? 'nothing' : undefined;
    case 'out':
      return known.state === 'in' ? { ...known, state: 'out', left: now, isBack: false } : 'nothing';
    case 'confirm':
      if (known.closed === undefined) return undefined;
      return known.state === 'in' ? { ...known, state: 'out', left: now, isBack: false } : 'nothing';
    case 'notIn':
      return known.state === 'in' ? { ...known, state: 'void' } : undefined;
    case 'notOut':
      if (known.state === 'in') return known.isBack ? 'nothing' : undefined;
      return hasComeAgain ? undefined : ({ ...back, state: 'in', isBack: true } as Modelled);
    case 'cameAt':
      return minute > now || minute > (known.left ?? minute) ? undefined : { ...known, came: minute };
    case 'leftAt':
      if (known.state !== 'out' || minute > now || minute < (known.came ?? minute)) return undefined;
      return { ...known, left: minute };
  }
}

/** Every reader of the journal says the same, and what the model says. */
function expectSame(journal: WholeJournal, visits: readonly Modelled[]): void {
  const counting = visits.filter(({ state }) => state !== 'void');
  for (const code of codes) {
    const newest = counting.filter((visit) => visit.code === code).at(-1);
    const { state, visitId, came, left, first } = newest ?? { state: 'none' };
    const at = state === 'in' ? (came ?? first) : left;
    const standing = theValue(journal.standing(code));
    expect(standing).toEqual(newest ? { kind: state, visitId, at: timeOf(at ?? 0) } : { kind: 'none' });
  }
  const shown = counting.map(({ visitId, came, left, closed, first, state }) => ({
    visitId,
    checkedInAt: timeOf(came ?? left ?? first),
    ...(left !== undefined && { checkedOutAt: timeOf(left) }),
    ...(state === 'in' && closed !== undefined && { closedAt: timeOf(closed) }),
  }));
  const recorded = theValue(journal.recorded());
  const timesIn = (list: readonly (typeof shown)[number][]) =>
    list.map(({ visitId, checkedInAt, checkedOutAt, closedAt }) => ({
      ...{ visitId, checkedInAt },
      ...(checkedOutAt !== undefined && { checkedOutAt }),
      ...(closedAt !== undefined && { closedAt }),
    }));
  expect(timesIn(recorded)).toEqual(shown.toReversed());
  expect(timesIn(theValue(journal.comparable()))).toEqual(shown);
  const closed = counting.filter((visit) => visit.state === 'in' && visit.closed !== undefined).length;
  const inside = counting.filter((visit) => visit.state === 'in').length - closed;
  expect(musterOf(recorded).counts).toEqual({ inside, left: counting.length - inside - closed, unconfirmed: closed });
  for (const { visitId, state } of visits) {
    expect(theValue(journal.history(visitId))?.stay.state).toBe(state);
    expect(theValue(journal.visit(visitId)) !== undefined).toBe(state !== 'void');
  }
}

it('through any day of coming, leaving, closing and correcting, all readers agree, with each other and with a small model', () => {
  fc.assert(
    fc.property(steps, (day) => {
      const folder = temporaryFolder();
      let journal = journalIn(folder);
      let visits: readonly Modelled[] = [];
      for (const [index, step] of day.entries()) {
        const visitId = `v${step.visit}`;
        const known = visits.find((visit) => visit.visitId === visitId);
        const code = known?.code ?? codes[step.badge] ?? '';
        const now = 50 + index;
        if (step.action === 'restart') {
          journal.close();
          journal = journalIn(folder);
        }
        const expected = after(visits, step, visitId, code, now);
        const before = theValue(journal.verify()).events;
        expect(say(journal, step, visitId, code, now), JSON.stringify(step)).toBe(expected === undefined ? 'bug' : 'ok');
        if (expected === undefined || expected === 'nothing') expect(theValue(journal.verify())).toEqual({ events: before });
        else if (known) visits = visits.map((visit) => (visit === known ? expected : visit));
        else visits = [...visits, expected];
        expectSame(journal, visits);
      }
      expect(theValue(journal.verify()).brokenAt).toBeUndefined();
      const over = visits.filter(({ state }) => state !== 'in').length;
      expect(theValue(journal.purge({ before: '2026-11-24T00:00:00Z' }))).toBe(over);
      expectSame(
        journal,
        visits.filter(({ state }) => state === 'in'),
      );
      expect(theValue(journal.verify()).brokenAt).toBeUndefined();
      journal.close();
    }),
    { numRuns: 40 },
  );
});
