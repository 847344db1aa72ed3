import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, basis, theValue, visitOf } from '../journal/visit-of.ts';
import { brokenInvariants } from './invariants.ts';
import { journalIn } from './journal.ts';
import { say } from './notes.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

/** Somebody is in, as the journal has it, and the badge is out. */
function recordOne(code: string): void {
  const journal = journalIn(site.data);
  theValue(journal.checkIn({ visitId: `visit-${code}`, visit: visitOf(code), at, basis, printId: `print-${code}` }));
  theValue(journal.print({ printId: `print-${code}`, state: 'sending', at }));
  theValue(journal.print({ printId: `print-${code}`, state: 'confirmed', at }));
  journal.close();
}

it('DUR-3 what was said and is recorded breaks nothing, and looking leaves the folder as it was', async () => {
  recordOne('INSIDE');
  say(site.notes, 'INSIDE', 'checkedIn');
  say(site.notes, 'INSIDE', 'take');
  site.notes.prints.set('INSIDE badge', [0]);
  expect(await brokenInvariants(site)).toEqual([]);
  expect(await brokenInvariants(site)).toEqual([]);
});

it('DUR-3 nothing was said, and there is no journal yet: nothing is broken', async () => {
  expect(await brokenInvariants(site)).toEqual([]);
});

it.each([
  ['a check-in of which nothing is recorded', 'NOBODY', 'checkedIn'],
  ['a check-out that is not recorded', 'INSIDE', 'checkedOut'],
  ['a badge that the journal does not have as sent', 'INSIDE', 'sent'],
] as const)('DUR-3 finds %s', async (_, code, word) => {
  recordOne('INSIDE');
  say(site.notes, code, word);
  expect(await brokenInvariants(site)).toEqual([expect.stringContaining(`${code}: ${word} was said`)]);
});

it('DUR-3 PRN-10 finds a badge that began to come out twice', async () => {
  recordOne('INSIDE');
  site.notes.prints.set('INSIDE badge', [0, 1]);
  expect(await brokenInvariants(site)).toEqual(['INSIDE badge: 2 automatic prints']);
});
