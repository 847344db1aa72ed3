import { expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../electron/contract/failure.ts';
import { success } from '../../electron/contract/failure.ts';
import type { PrinterReport, PrintOutcome } from '../../electron/core/ports.ts';
import { hearAnswers } from '../../electron/effects/answers.ts';
import { watchPrinters } from '../../electron/effects/printers.ts';
import type { Log } from '../../electron/log/log.ts';
import { drivenClock, realJournal, settled } from './parts.ts';

const content = { kind: 'badge', visitor: 'A', date: '1', time: '2', code: 'AAAAAA' } as const;
const well: PrinterReport = { name: '10.0.0.9:9100', warnings: [] };

/** A watch over printers that say what the test sets, on a real journal. */
function watching(first: readonly PrinterReport[] = [well]) {
  const journal = realJournal();
  const time = drivenClock();
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const now = { reports: first, outcome: { state: 'confirmed' } as PrintOutcome, breaks: false };
  const counts = { asked: 0 };
  let finish = () => {};
  const told: (readonly PrinterReport[])[] = [];
  const watch = watchPrinters({
    printer: {
      report: async () => {
        counts.asked += 1;
        if (now.breaks) throw new Error('Amélie Lambert');
        return now.reports;
      },
      print: async (_, beforeFirstByte: () => Result<void>) => {
        beforeFirstByte();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return now.outcome;
      },
      close: async () => {},
    },
    rolls: journal,
    answers: hearAnswers({ log, tell: () => {} }),
    clock: time.clock,
    log,
    chance: () => 0.5,
    tell: ({ printers }) => told.push(printers),
  });
  onTestFinished(() => watch.stop());
  const labels = () => {
    const rolls = journal.rolls();
    return rolls.ok ? rolls.value : [];
  };
  const say = async (...reports: PrinterReport[]) => {
    now.reports = reports;
    await time.move(60_000);
  };
  return { ...time, watch, logged, told, now, counts, labels, say, finish: () => finish() };
}

it('asks at the start and every minute, and stops', async () => {
  const { counts, move, told, watch, waiting } = watching();
  await settled();
  expect([counts.asked, told]).toEqual([1, [[well]]]);
  await move(60_000);
  await move(60_000);
  expect(counts.asked).toBe(3);
  watch.stop();
  await move(600_000);
  expect([counts.asked, waiting()]).toEqual([3, 0]);
});

it('LOG-1 the log hears each change once, by the place of the printer and without its name', async () => {
  const { say, logged } = watching();
  const low: PrinterReport = { ...well, warnings: ['paperLow'], media: 'Amélie Lambert' };
  await settled();
  await say(well);
  await say(low);
  await say(low);
  await say({ ...well, failure: 'printer.paperOut' });
  await say(well);
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    { event: 'printer', printer: 1, ok: true, paperLow: false, head: false },
    { event: 'printer', printer: 1, ok: true, paperLow: true, head: false },
    { event: 'printer', printer: 1, ok: false, failure: 'printer.paperOut', paperLow: false, head: false },
    { event: 'printer', printer: 1, ok: true, paperLow: false, head: false },
  ]);
});

it.each(['printer.paperOut', 'printer.coverOpen'] as const)(
  'a printer that was %s and can print again has a new roll',
  async (code) => {
    const { say, labels } = watching();
    await settled();
    expect(labels()).toEqual([]);
    await say({ ...well, failure: code });
    // What it says in between is no paper.
    await say({ ...well, failure: 'printer.unreachable' });
    expect(labels()).toEqual([{ printer: well.name, labels: 0 }]);
    await say(well);
    expect(labels()).toEqual([{ printer: well.name, labels: 0, since: expect.any(String) }]);
  },
);

it('keeps what is known of a printer that is busy for long', async () => {
  const { say, told } = watching();
  await settled();
  await say();
  expect(told.at(-1)).toEqual([well]);
});

it('asks nothing while a visitor waits for a print, and at once when it did not surely come out', async () => {
  const { watch, now, counts, move, finish } = watching();
  await settled();
  const printing = watch.printer.print(content, () => success(undefined));
  await move(60_000);
  expect(counts.asked).toBe(1);
  finish();
  expect(await printing).toEqual({ state: 'confirmed' });
  await settled();
  expect(counts.asked).toBe(1);
  now.outcome = { state: 'unknown' };
  const second = watch.printer.print(content, () => success(undefined));
  finish();
  await second;
  await settled();
  expect(counts.asked).toBe(2);
});

it('LOG-1 a bug is logged without its words, and the next look comes all the same', async () => {
  const { now, counts, move, logged } = watching();
  await settled();
  now.breaks = true;
  await move(60_000);
  now.breaks = false;
  await move(60_000);
  expect(counts.asked).toBe(3);
  expect(logged.join()).toContain('{"event":"bug","effect":"printers"}');
  expect(logged.join()).not.toContain('Amélie');
});
