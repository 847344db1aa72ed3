import { describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import type { PrintOutcome } from '../../electron/core/ports.ts';
import type { PrintContent } from '../../electron/core/visit.ts';
import { printQueued } from '../../electron/effects/print.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { drivenClock, realJournal } from './parts.ts';

const content: PrintContent = { kind: 'badge', visitor: 'Amélie Lambert', date: '1', time: '2', code: 'FJUEIW' };

/** A print that waits in a real journal, and a printer that is busy until the test lets it begin. */
function waiting(outcome: PrintOutcome = { state: 'confirmed', printer: 'front', kept: Buffer.from('png') }, withinMs = 120_000) {
  const journal = realJournal();
  const time = drivenClock();
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const { visit, ...entry } = { visit: exampleVisit, visitId: 'v1', at: exampleNow, basis: { from: 'server' as const } };
  expect(journal.checkIn({ ...entry, visit, printId: 'p1' }).ok).toBe(true);
  let begin = () => {};
  const sent: string[] = [];
  const busy = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const printer = {
    print: async (_: PrintContent, beforeFirstByte: (name?: string) => ReturnType<typeof journal.print>) => {
      await busy;
      const recorded = beforeFirstByte('front');
      if (!recorded.ok) return { state: 'failed' as const, failure: recorded.failure, printer: 'front' };
      const states = journal.prints('v1');
      sent.push(states.ok ? (states.value[0]?.state ?? '') : '');
      return outcome;
    },
    report: async () => [],
    close: async () => {},
  };
  const done = printQueued('p1', content, { printer, journal, clock: time.clock, log, withinMs });
  const print = () => {
    const printed = journal.printed();
    return printed.ok ? printed.value[0] : undefined;
  };
  return { ...time, journal, logged, sent, begin: () => begin(), done, print };
}

describe('a print that waits', () => {
  it('PRN-8 is recorded as sending, with its printer, before the first byte, and as what became of it afterwards', async () => {
    const { begin, done, sent, print, journal } = waiting();
    begin();
    await done;
    expect(sent).toEqual(['sending']);
    expect(print()).toMatchObject({ state: 'confirmed', printer: 'front', hasPicture: true });
    expect(journal.rolls()).toEqual(success([{ printer: 'front', labels: 1 }]));
  });

  it.each([
    [true, 'unknown'],
    [false, 'failed'],
  ] as const)(
    'a bug in the printer’s code (after the record: %s) leaves no print without an end: %s',
    async (afterRecord, state) => {
      const { journal, clock } = { journal: realJournal(), clock: drivenClock().clock };
      const logged: string[] = [];
      const log: Log = { log: (event) => logged.push(event), close: () => {} };
      const entry = { visit: exampleVisit, visitId: 'v1', at: exampleNow, basis: { from: 'server' as const }, printId: 'p1' };
      expect(journal.checkIn(entry).ok).toBe(true);
      const printer = {
        print: async (_: PrintContent, beforeFirstByte: () => unknown): Promise<PrintOutcome> => {
          if (afterRecord) beforeFirstByte();
          throw new Error('a name that must not be logged');
        },
        report: async () => [],
        close: async () => {},
      };
      const outcome = await printQueued('p1', content, { printer, journal, clock, log, withinMs: 120_000 });
      expect(outcome).toEqual({ state, failure: { code: 'printer.fault' } });
      const prints = journal.prints('v1');
      expect(prints.ok && prints.value.map((print) => print.state)).toEqual([state]);
      expect(logged).toEqual(['bug', 'printed']);
    },
  );

  it('is printed as long as its visitor may still be there', async () => {
    const { begin, done, sent, move, setWall } = waiting();
    await move(120_000);
    setWall('2026-11-22T10:17:00.000+08:00');
    begin();
    expect((await done).state).toBe('confirmed');
    expect(sent).toHaveLength(1);
  });

  it.each<[string, (time: ReturnType<typeof waiting>) => unknown]>([
    ['by the monotonic clock', ({ move }) => move(120_001)],
    ['by the wall clock, as after a sleep', ({ setWall }) => setWall('2026-11-22T10:17:00.001+08:00')],
    ['by a wall clock that was set back', ({ setWall }) => setWall('2026-11-22T10:12:59.000+08:00')],
  ])('too old %s: nothing is sent, it has failed, and the desk says why', async (_, pass) => {
    const late = waiting();
    await pass(late);
    late.begin();
    expect(await late.done).toMatchObject({ state: 'failed', failure: { code: 'printer.late' } });
    expect(late.sent).toEqual([]);
    expect(late.print()).toMatchObject({ state: 'failed', failure: 'printer.late', printer: 'front', hasPicture: false });
    expect(late.logged).toEqual(['{"event":"printed","state":"failed","failure":"printer.late"}']);
  });

  it('where there is no room for its picture, what became of it is recorded all the same', async () => {
    const { begin, done, journal, print, logged } = waiting();
    const record = journal.print;
    Object.assign(journal, {
      print: (entry: Parameters<typeof record>[0]) =>
        entry.kept ? failure('journal.full', { operation: 'journal.print' }) : record(entry),
    });
    begin();
    await done;
    expect(print()).toMatchObject({ state: 'confirmed', hasPicture: false });
    expect(logged).toEqual(['{"event":"printed","state":"confirmed"}']);
  });

  it('is not sent where it cannot be recorded', async () => {
    const { begin, done, sent, journal } = waiting();
    const record = journal.print;
    Object.assign(journal, { print: () => failure('journal.full', { operation: 'journal.print' }) });
    begin();
    expect(await done).toMatchObject({ state: 'failed', failure: { code: 'journal.full' } });
    expect(sent).toEqual([]);
    Object.assign(journal, { print: record });
  });
});
