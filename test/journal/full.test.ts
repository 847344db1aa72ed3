import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { mountSmallDisk, type SmallDisk } from '../settings/small-disk.ts';
import { at, basis, codeOf, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const tomorrow = '2026-11-23T09:30:00+08:00';
const visitors = Array.from({ length: 12 }, (_, number) => number);
const visitIdOf = (number: number): string => `visit-${number}`;
const long = (number: number) => visitOf(`CODE${number + 10}`, { company: 'ž'.repeat(400 * number) } as object);

/** A day of everything that writes, each step as often as it takes: what is done already changes nothing. Answers the code of each step. */
function liveADay(journal: WholeJournal): readonly string[] {
  const codes: string[] = [];
  const step = (result: Parameters<typeof codeOf>[0]): void => void codes.push(codeOf(result));
  for (const number of visitors) {
    const [visitId, visit, printId] = [visitIdOf(number), long(number), `badge-${number}`];
    const wanted = [{ id: '1', name: [{ language: 'en', text: 'Coffee' }] }];
    if (theValue(journal.standing(visit.code)).kind === 'none')
      step(journal.checkIn({ basis, visitId, visit, at, printId, wanted }));
    for (const state of ['sending', 'confirmed'] as const) {
      const now = theValue(journal.prints(visitId))[0]?.state;
      if (now === (state === 'sending' ? 'queued' : 'sending')) step(journal.print({ printId, state, at }));
    }
    if (theValue(journal.standing(visit.code)).kind !== 'in') continue;
    if (number % 3 === 0) step(journal.checkOut({ basis, visitId, visit, at, printId: `slip-${number}` }));
    if (number % 3 === 1) step(journal.differ({ visitId, kind: 'leftThere', there: { kind: 'gone' }, at }));
    if (number % 3 !== 2) continue;
    const closed = journal.closeAutomatically({ visitIds: [visitId], at });
    step(closed);
    if (closed.ok && number % 6 === 5) step(journal.confirmLeft({ visitId, at }));
  }
  const letters = journal.waiting({ receiver: 'webhook', most: 100 });
  if (letters.ok)
    for (const { eventId } of letters.value) step(journal.tried({ receiver: 'webhook', eventId, outcome: 'sent', at }));
  const open = journal.differences();
  if (open.ok) for (const { id } of open.value) step(journal.decide({ differenceId: id, decision: 'ours', at }));
  return codes;
}

/** Nobody is half there: a visitor is in with the visit and the print that belong to it, or not at all; and the chain is whole. */
function expectWhole(journal: WholeJournal): void {
  for (const number of visitors) {
    const isThere = theValue(journal.standing(long(number).code)).kind !== 'none';
    expect(theValue(journal.visit(visitIdOf(number))) !== undefined, `visitor ${number}`).toBe(isThere);
    expect(theValue(journal.prints(visitIdOf(number))).length > 0, `visitor ${number}`).toBe(isThere);
  }
  const { events, brokenAt } = theValue(journal.verify());
  expect(brokenAt).toBeUndefined();
  const { sent, waiting, dead } = theValue(journal.outboxCounts('webhook'));
  expect(sent + waiting + dead).toBe(events);
}

const open = (folder: string, pageLimit?: number) =>
  openJournal({
    file: join(folder, 'journal.db'),
    key,
    kiosk: 'foyer-000000',
    receivers: ['webhook'],
    ...(pageLimit ? { pageLimit } : {}),
  });

it('DUR-5 a journal that may grow by one page more each time: it says that it is full, at every write, and nobody is half there', () => {
  const folder = temporaryFolder();
  const outcomes: string[] = [];
  for (let limit = 2; outcomes.at(-1) !== 'ok'; limit += 1) {
    expect(limit).toBeLessThan(500);
    const opened = open(folder, limit);
    if (!opened.ok) {
      expect(opened.failure.code).toBe('journal.full');
      outcomes.push('full start');
      continue;
    }
    const codes = liveADay(opened.value);
    expect(new Set([...codes, 'ok', 'journal.full'])).toEqual(new Set(['ok', 'journal.full']));
    expectWhole(opened.value);
    opened.value.close();
    outcomes.push(codes.includes('journal.full') ? 'full' : 'ok');
  }
  expect(outcomes.filter((outcome) => outcome === 'full start').length).toBeGreaterThan(5);
  expect(outcomes.filter((outcome) => outcome === 'full').length).toBeGreaterThan(5);
  const journal = theValue(open(folder));
  expect(visitors.map((number) => theValue(journal.standing(long(number).code)).kind)).not.toContain('none');
  expect(codeOf(journal.purge({ before: tomorrow }))).toBe('ok');
  journal.close();
});

/** Whether this account may mount a disk of its own. */
const mayMount = ((disk) => {
  disk?.end();
  return disk !== undefined;
})(mountSmallDisk(100_000));

function smallDisk(): SmallDisk {
  const disk = mountSmallDisk(16_000_000);
  if (!disk) throw new Error('no disk');
  onTestFinished(() => disk.end());
  return disk;
}

it.skipIf(!mayMount)(
  'DUR-5 a disk that is full at every write: it says so, nobody is half there, and it goes on by itself with room again',
  () => {
    const seen = new Set<string>();
    for (let left = 0; !seen.has('a whole day'); left += 131_072) {
      expect(left).toBeLessThan(14_000_000);
      const { folder, fillUpTo } = smallDisk();
      const journal = theValue(open(folder));
      fillUpTo(left);
      const codes = liveADay(journal);
      for (const code of codes) seen.add(code);
      if (!codes.includes('journal.full')) seen.add('a whole day');
      expectWhole(journal);
      rmSync(join(folder, 'filler'));
      // The same journal, without a start.
      expect(new Set(liveADay(journal))).toEqual(new Set(['ok']));
      expectWhole(journal);
      expect(visitors.map((number) => theValue(journal.standing(long(number).code)).kind)).not.toContain('none');
      journal.close();
    }
    expect(seen).toEqual(new Set(['ok', 'journal.full', 'a whole day']));
  },
);

it.skipIf(!mayMount)(
  'DUR-5 a start on a full disk is refused in one word, and leaves nothing that a start with room stumbles over',
  () => {
    const small = mountSmallDisk(16_000_000);
    if (!small) return;
    onTestFinished(() => small.end());
    const codes: string[] = [];
    for (let left = 0; left <= 300_000; left += 4096) {
      small.fillUpTo(left);
      const opened = open(small.folder);
      codes.push(codeOf(opened));
      if (opened.ok) opened.value.close();
      rmSync(join(small.folder, 'filler'));
      if (opened.ok) break;
      if (existsSync(join(small.folder, 'journal.db')))
        expect(readFileSync(join(small.folder, 'journal.db')).length % 4096).toBe(0);
    }
    expect(new Set(codes)).toEqual(new Set(['journal.full', 'ok']));
    const journal = theValue(open(small.folder));
    expect(new Set(liveADay(journal))).toEqual(new Set(['ok']));
    expectWhole(journal);
    journal.close();
  },
);
