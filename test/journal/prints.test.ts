import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PrintState } from '../../electron/core/visit.ts';
import { connect, passphraseOf } from '../../electron/journal/database.ts';
import { at, basis, codeOf, journalIn, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const states: readonly PrintState[] = ['queued', 'sending', 'confirmed', 'sent', 'failed', 'unknown'];
const allowed = new Set([
  'queued sending',
  'queued failed',
  'sending confirmed',
  'sending sent',
  'sending failed',
  'sending unknown',
  ...states.map((state) => `${state} ${state}`),
]);
const wayTo: Record<PrintState, readonly PrintState[]> = {
  queued: [],
  sending: ['sending'],
  confirmed: ['sending', 'confirmed'],
  sent: ['sending', 'sent'],
  failed: ['failed'],
  unknown: ['sending', 'unknown'],
};

function journalWithPrint(folder = temporaryFolder()) {
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FJUEIW'), at, printId: 'p1' }));
  return journal;
}

it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
  'a print goes from %s to %s only where the drawing says so',
  (from, to) => {
    const journal = journalWithPrint();
    for (const state of wayTo[from]) theValue(journal.print({ printId: 'p1', state, at }));
    const may = allowed.has(`${from} ${to}`);
    expect(codeOf(journal.print({ printId: 'p1', state: to, at }))).toBe(may ? 'ok' : 'bug');
    expect(theValue(journal.prints('v1'))[0]?.state).toBe(may ? to : from);
  },
);

it('a print that nobody queued is refused', () => {
  expect(codeOf(journalWithPrint().print({ printId: 'other', state: 'sending', at }))).toBe('bug');
});

it('every state of a print stays in its history, with its time and its failure; a repeated state is not there twice', () => {
  const folder = temporaryFolder();
  const journal = journalWithPrint(folder);
  theValue(journal.print({ printId: 'p1', state: 'sending', at: '2026-11-22T09:30:01+08:00' }));
  theValue(journal.print({ printId: 'p1', state: 'sending', at: '2026-11-22T09:30:02+08:00' }));
  theValue(
    journal.print({ printId: 'p1', state: 'unknown', at: '2026-11-22T09:30:03+08:00', failure: { code: 'printer.cutOff' } }),
  );
  const look = connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
  expect(look.prepare('SELECT state, at, failure FROM print_states ORDER BY sequence').all()).toEqual([
    { state: 'queued', at, failure: null },
    { state: 'sending', at: '2026-11-22T09:30:01+08:00', failure: null },
    { state: 'unknown', at: '2026-11-22T09:30:03+08:00', failure: '{"code":"printer.cutOff"}' },
  ]);
  expect(theValue(journal.prints('v1'))).toEqual([
    { printId: 'p1', kind: 'badge', state: 'unknown', at: '2026-11-22T09:30:03+08:00' },
  ]);
});

it('settling turns what was sending into unknown and what was queued into failed, once, and leaves the rest', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  for (const [index, state] of (['queued', 'queued', 'sending', 'confirmed', 'failed'] as const).entries()) {
    theValue(journal.checkIn({ basis, visitId: `v${index}`, visit: visitOf(`CODE0${index}`), at, printId: `p${index}` }));
    for (const step of wayTo[state]) theValue(journal.print({ printId: `p${index}`, state: step, at }));
  }
  const restarted = journalIn(folder);
  expect(theValue(restarted.settle(at))).toEqual({ unknown: 1, failed: 2 });
  expect(theValue(restarted.settle(at))).toEqual({ unknown: 0, failed: 0 });
  const after = [0, 1, 2, 3, 4].map((index) => theValue(restarted.prints(`v${index}`))[0]?.state);
  expect(after).toEqual(['failed', 'failed', 'unknown', 'confirmed', 'failed']);
  expect(codeOf(restarted.print({ printId: 'p2', state: 'sending', at }))).toBe('bug');
});

it('two prints cannot share an id: the check-in that tries fails whole', () => {
  const journal = journalWithPrint();
  expect(() => journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at, printId: 'p1' })).toThrow(/UNIQUE/);
  expect(theValue(journal.standing('SECOND'))).toEqual({ kind: 'none' });
  expect(codeOf(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at, printId: 'p2' }))).toBe('ok');
});
