import { describe, expect, it } from 'vitest';
import { failure } from '../../electron/contract/failure.ts';
import type { Outbox } from '../../electron/core/outbox.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { startHandOver } from '../../electron/handover/worker.ts';
import { startReceiver } from '../fakes/receiver.ts';
import { journalHandingOn, temporaryFolder, theValue } from '../journal/visit-of.ts';
import { until } from '../sync/world.ts';
import { arrive, countsOf, inOrder, leave, recordVisits, secret, startSite } from './site.ts';

const minute = 60_000;

describe('what is recorded is handed on', () => {
  it('at the start what waits from before, then each as it happens, and it is told', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 3);
    const { receiver, world, counts, start } = await startSite();
    const worker = start(journal);
    await world.quiet();
    expect(receiver.acted.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array(3).fill('checkedIn'),
      ...Array(3).fill('checkedOut'),
    ]);
    arrive(journal, 'visit-7');
    worker.now();
    worker.now();
    await world.quiet();
    expect(receiver.acted.at(-1)).toMatchObject({ kind: 'checkedIn', visit: { id: 'visit-7' } });
    expect(countsOf(journal)).toEqual({ all: 7, sent: 7, waiting: 0, dead: 0 });
    expect([counts.handed, counts.told]).toEqual([7, 7]);
    expect([worker.state(), world.waiting()]).toEqual([{}, 0]);
  });

  it('API-6 four visits at once, and never two letters of one', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 20);
    const { receiver, world, start } = await startSite();
    start(journal);
    await world.quiet();
    expect(receiver.mostBusy).toBeLessThanOrEqual(4);
    expect(receiver.acted).toHaveLength(40);
    expect(inOrder(receiver.acted)).toBe(true);
  });
});

describe('API-6 one bad event never blocks the rest', () => {
  it('API-6 a poisoned first letter: all others go at once, those of its visit wait behind it', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 30);
    const { receiver, world, start } = await startSite();
    const isPoison = ({ kind, visit }: { kind: string; visit: { id: string } | null }) =>
      kind === 'checkedIn' && visit?.id === 'visit-0';
    receiver.answer = ({ event }) => (isPoison(event) ? 500 : 204);
    start(journal);
    await world.quiet();
    expect(countsOf(journal)).toEqual({ all: 60, sent: 58, waiting: 2, dead: 0 });
    await world.move(60 * minute);
    expect(countsOf(journal)).toEqual({ all: 60, sent: 58, waiting: 2, dead: 0 });
    const tries = receiver.arrivals.filter(({ event }) => isPoison(event)).length;
    expect(tries).toBeGreaterThan(8);
    expect(tries).toBeLessThan(20);
    receiver.answer = () => 204;
    await world.move(10 * minute);
    expect(countsOf(journal)).toEqual({ all: 60, sent: 60, waiting: 0, dead: 0 });
    expect(inOrder(receiver.acted)).toBe(true);
  });

  it('API-6 twelve of them at the head, and a receiver that was away in between: a new visitor does not wait behind them', async () => {
    const journal = journalHandingOn(temporaryFolder());
    for (let number = 0; number < 12; number += 1) arrive(journal, `visit-${number}`);
    const { receiver, world, start } = await startSite();
    receiver.answer = ({ event }) => (Number(event.visit?.id.slice(6)) < 12 ? 500 : 204);
    const worker = start(journal);
    await world.move(30 * minute);
    arrive(journal, 'visit-99');
    worker.now();
    await world.move(2 * minute);
    expect(receiver.acted.map(({ visit }) => visit?.id)).toEqual(['visit-99']);
  });

  it('API-5 one that is refused is a dead letter, and what comes after it goes on', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 2);
    const { receiver, world, start } = await startSite();
    receiver.answer = ({ event }) => (event.kind === 'checkedIn' ? 422 : 204);
    const worker = start(journal);
    await world.move(60 * minute);
    expect(countsOf(journal)).toEqual({ all: 4, sent: 2, waiting: 0, dead: 2 });
    expect(receiver.arrivals).toHaveLength(4);
    const dead = theValue(journal.deadLetters('webhook'));
    expect(dead.map(({ kind, failure, status }) => [kind, failure.code, status])).toEqual(
      Array(2).fill(['checkedIn', 'handOver.refused', 422]),
    );
    receiver.answer = () => 204;
    theValue(journal.sendAgain({ receiver: 'webhook' }));
    worker.now();
    await world.quiet();
    expect(countsOf(journal)).toEqual({ all: 4, sent: 4, waiting: 0, dead: 0 });
    expect(world.noted('handOver')).toEqual([
      { receiver: 'webhook', kind: 'checkedIn', outcome: 'dead', status: 422, failure: 'handOver.refused' },
      { receiver: 'webhook', kind: 'checkedIn', outcome: 'dead', status: 422, failure: 'handOver.refused' },
      { receiver: 'webhook', kind: 'checkedOut', outcome: 'sent' },
    ]);
  });
});

describe('API-7 a second try is the first one again', () => {
  it('API-7 the key and the very bytes, over tries and a restart', async () => {
    const folder = temporaryFolder();
    const before = journalHandingOn(folder);
    recordVisits(before, 2);
    const kept = theValue(before.waiting({ receiver: 'webhook', most: 10 })).map(({ body }) => body);
    const { receiver, world, start } = await startSite();
    receiver.answer = () => 503;
    const worker = start(before);
    await world.move(10 * minute);
    const stopped = worker.stop();
    await world.move(1_000);
    await stopped;
    before.close();
    const triesBefore = receiver.arrivals.length;
    expect(triesBefore).toBeGreaterThan(4);
    const after = journalHandingOn(folder);
    receiver.answer = () => 204;
    start(after);
    await world.move(minute);
    expect(receiver.arrivals.length).toBe(triesBefore + 4);
    for (const { key, event } of receiver.arrivals) expect(key).toBe(`"${event.id}"`);
    expect(new Set(receiver.arrivals.map(({ key }) => key)).size).toBe(4);
    expect(new Set(receiver.arrivals.map(({ key, body }) => `${key} ${body}`)).size).toBe(4);
    expect(kept.every((body) => receiver.arrivals.some((arrival) => arrival.body === body))).toBe(true);
    expect(countsOf(after)).toEqual({ all: 4, sent: 4, waiting: 0, dead: 0 });
  });

  it('API-8 the receiver acts and its answer is lost: one effect, and the letter is settled by its 409', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 10);
    const { receiver, world, start } = await startSite();
    receiver.answer = () => 'lost';
    start(journal);
    await world.move(60 * minute);
    expect(receiver.acted).toHaveLength(20);
    expect(new Set(receiver.acted.map(({ id }) => id)).size).toBe(20);
    expect(receiver.arrivals.length).toBeGreaterThanOrEqual(40);
    expect(countsOf(journal)).toEqual({ all: 20, sent: 20, waiting: 0, dead: 0 });
  });
});

describe('API-9 a receiver that is away is not called ten thousand times', () => {
  it('API-9 six hours of it are some hundred tries and two lines in the log; then everything goes', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 100);
    const { receiver, world, counts, start } = await startSite();
    await receiver.down();
    const worker = start(journal);
    await world.move(6 * 60 * minute);
    expect(counts.handed).toBeGreaterThan(150);
    expect(counts.handed).toBeLessThan(400);
    expect(worker.state()).toEqual({ failure: { code: 'handOver.unreachable' } });
    expect(countsOf(journal)).toEqual({ all: 200, sent: 0, waiting: 200, dead: 0 });
    const before = counts.handed;
    await receiver.up();
    await world.move(2 * minute);
    expect(countsOf(journal)).toEqual({ all: 200, sent: 200, waiting: 0, dead: 0 });
    expect(counts.handed).toBe(before + 200);
    expect(inOrder(receiver.acted)).toBe(true);
    expect(worker.state()).toEqual({});
    expect(world.noted('handOver').map(({ outcome, failure }) => [outcome, failure])).toEqual([
      ['later', 'handOver.unreachable'],
      ['sent', undefined],
    ]);
    expect(world.waiting()).toBe(0);
  }, 120_000);

  it('API-4 a receiver that asks to be left alone is, by each letter that it says so of', async () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const { receiver, world, start } = await startSite();
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '45' } });
    start(journal);
    await world.move(44_000);
    expect(receiver.arrivals).toHaveLength(1);
    receiver.answer = () => 204;
    await world.move(15_000);
    expect(receiver.arrivals).toHaveLength(2);
    expect(countsOf(journal).sent).toBe(1);
  });
});

describe('a journal that takes no notes', () => {
  it.each(['journal.full', 'journal.unwritable'] as const)(
    'DUR-5 %s: no letter goes twice, and nothing is tried without a pause',
    async (code) => {
      const journal = journalHandingOn(temporaryFolder());
      recordVisits(journal, 10);
      const { receiver, world, counts, start } = await startSite();
      let refused = 0;
      let isFull = true;
      const outbox: Outbox = {
        ...journal,
        tried: (entry) => {
          if (!isFull) return journal.tried(entry);
          refused += 1;
          return failure(code, { operation: 'journal.tried' });
        },
      };
      const worker = start(outbox);
      await world.move(60 * minute);
      for (let calls = 0; calls < 1_000; calls += 1) worker.now();
      await world.move(60 * minute);
      expect(counts.handed).toBe(4);
      expect(refused).toBeLessThan(300);
      expect(worker.state()).toEqual({ failure: { code, operation: 'journal.tried' } });
      expect(world.noted('notKept')).toEqual([{ failure: code, operation: 'journal.tried' }]);
      isFull = false;
      await world.move(minute);
      expect(countsOf(journal)).toEqual({ all: 20, sent: 20, waiting: 0, dead: 0 });
      expect(receiver.arrivals).toHaveLength(20);
      expect(worker.state()).toEqual({});
    },
  );

  it('DUR-6 one that cannot be read is asked again after a pause', async () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const { receiver, world, start } = await startSite();
    let asked = 0;
    let isLocked = true;
    const outbox: Outbox = {
      ...journal,
      waiting: (entry) => {
        asked += 1;
        return isLocked ? failure('journal.locked') : journal.waiting(entry);
      },
    };
    start(outbox);
    await world.move(60 * minute);
    expect(asked).toBeLessThan(100);
    isLocked = false;
    await world.move(minute);
    expect(receiver.acted).toHaveLength(1);
  });

  it('a bug in either is a line in the log and a pause, never a failed check-in or an endless loop', async () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const { receiver, world, start } = await startSite();
    let isBroken = true;
    const worker = start({
      ...journal,
      waiting: (entry) => {
        if (isBroken) throw new Error('a bug');
        return journal.waiting(entry);
      },
    });
    expect(() => worker.now()).not.toThrow();
    expect(worker.state()).toEqual({ failure: { code: 'bug' } });
    isBroken = false;
    await world.move(minute);
    expect(receiver.acted).toHaveLength(1);
    expect(world.noted('bug')).toEqual([{ effect: 'handOver' }]);
  });

  it('a bug on the way is for later', async () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const { world, start } = await startSite();
    const worker = start(journal, { hand: () => Promise.reject(new Error('a bug')) });
    await world.quiet();
    expect(worker.state()).toEqual({ failure: { code: 'bug' } });
    expect(theValue(journal.waiting({ receiver: 'webhook', most: 1 }))[0]?.tries).toBe(1);
  });
});

describe('CLK-5 a stop', () => {
  it('CLK-5 waits for what is on its way, and notes it', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 1);
    const { receiver, world, start } = await startSite();
    const worker = start(journal);
    const stopped = worker.stop();
    await world.quiet();
    await stopped;
    expect(countsOf(journal)).toEqual({ all: 2, sent: 1, waiting: 1, dead: 0 });
    worker.now();
    await world.move(60 * minute);
    expect(receiver.arrivals).toHaveLength(1);
    expect(world.waiting()).toBe(0);
  });

  it('CLK-5 waits a second at the most, and notes nothing of what comes later', async () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const receiver = await startReceiver();
    receiver.answer = () => 'hang';
    const { world } = await startSite();
    const handOver = createWebhook({ url: receiver.url, secret });
    const worker = startHandOver({
      outbox: journal,
      handOver,
      clock: machineClock,
      log: world.log,
      chance: () => 0.5,
      tell: () => {},
    });
    await until(() => receiver.arrivals.length === 1);
    const began = performance.now();
    await worker.stop();
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(performance.now() - began).toBeLessThan(5_000);
    await receiver.down();
    const [letter] = theValue(journal.waiting({ receiver: 'webhook', most: 1 }));
    expect(letter?.tries).toBe(0);
    journal.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.noted('notKept')).toEqual([]);
  });

  it('API-7 what a stop cut off is sent again by the next run, under the same key', async () => {
    const folder = temporaryFolder();
    const before = journalHandingOn(folder);
    arrive(before, 'visit-1');
    const { receiver, world, start } = await startSite();
    receiver.answer = () => 'drip';
    // Not waited for by the driven clock, so that the stop finds it on its way.
    const first = start(before, createWebhook({ url: receiver.url, secret }));
    await until(() => receiver.acted.length === 1);
    const stopped = first.stop();
    await world.move(1_000);
    await stopped;
    before.close();
    const after = journalHandingOn(folder);
    leave(after, 'visit-1');
    start(after);
    await world.quiet();
    expect(receiver.acted.map(({ kind }) => kind)).toEqual(['checkedIn', 'checkedOut']);
    expect(countsOf(after)).toEqual({ all: 2, sent: 2, waiting: 0, dead: 0 });
  });
});
