import { onTestFinished } from 'vitest';
import type { HandOver, Outbox } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { startHandOver } from '../../electron/handover/worker.ts';
import { type Arrival, startReceiver } from '../fakes/receiver.ts';
import { basis, theValue, visitOf } from '../journal/visit-of.ts';
import { createWorld } from '../sync/world.ts';

export const secret = 'secret-of-a-test-0123456789abcdef';

/** Records a visitor's arrival. */
export function arrive(journal: WholeJournal, visitId: string): void {
  const number = visitId.replace(/\D/g, '').padStart(5, '0');
  const visit = visitOf(`C${number}`, { badgeId: number });
  theValue(journal.checkIn({ visitId, visit, at: '2026-11-22T09:30:00.000+08:00', basis }));
}

/** Records that the visitor has left. */
export function leave(journal: WholeJournal, visitId: string): void {
  const visit = theValue(journal.visit(visitId));
  if (!visit) throw new Error('nobody has arrived');
  theValue(journal.checkOut({ visitId, visit, at: '2026-11-22T11:30:00.000+08:00', basis }));
}

/** Visits from `visit-<first>` on, all of which came before the first one left: two letters each. */
export function recordVisits(journal: WholeJournal, count: number, first = 0): void {
  const ids = Array.from({ length: count }, (_, at) => `visit-${first + at}`);
  for (const id of ids) arrive(journal, id);
  for (const id of ids) leave(journal, id);
}

/** A receiver, and time that is driven: what goes over real HTTP is waited for. `handed` counts tries, `told` what the worker told. */
export async function startSite({ withinMs = 2_000, chance = (): number => 0.5 } = {}) {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.down());
  const world = createWorld(() => receiver.url.origin);
  const counts = { handed: 0, told: 0 };

  function start(outbox: Outbox, over: Partial<HandOver> = {}) {
    const webhook = createWebhook({ url: receiver.url, secret, withinMs });
    const handOver: HandOver = {
      ...webhook,
      hand: (letter) => {
        counts.handed += 1;
        return world.awaited(webhook.hand(letter));
      },
      ...over,
    };
    const tell = () => {
      counts.told += 1;
    };
    const worker = startHandOver({ outbox, handOver, clock: world.clock, log: world.log, chance, tell });
    onTestFinished(async () => {
      const stopped = worker.stop();
      await world.move(1_000);
      await stopped;
    });
    return worker;
  }

  return { receiver, world, counts, start };
}

/** Were the events of each visit acted on in the order in which they happened? */
export function inOrder(events: readonly Arrival['event'][]): boolean {
  const newest = new Map<string, number>();
  return events.every(({ visit, sequence }) => {
    const before = newest.get(visit?.id ?? '') ?? 0;
    newest.set(visit?.id ?? '', sequence);
    return before < sequence;
  });
}

/** The sum of all letters in a journal, and the parts of it. */
export function countsOf(journal: WholeJournal) {
  const { sent, waiting, dead } = theValue(journal.outboxCounts('webhook'));
  return { all: sent + waiting + dead, sent, waiting, dead };
}
