import { onTestFinished } from 'vitest';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { createMail } from '../../electron/handover/mail.ts';
import { startHandOver } from '../../electron/handover/worker.ts';
import type { Settings } from '../../electron/settings/settings.ts';
import type { startMailServer } from '../fakes/mail.ts';
import { basis, journalIn, theValue, visitOf } from '../journal/visit-of.ts';
import { createWorld } from '../sync/world.ts';

type Server = Awaited<ReturnType<typeof startMailServer>>;
export type Mail = NonNullable<Settings['mail']>;

/** The time of the driven clock's beginning. */
export const came = '2026-11-22T09:00:00.000+08:00';
export const hostMail = 'ottilie.canary@example.org';

/** A visit of one day that has a host with an address; `more` wins. */
const hosted = (number: number, more: Partial<Visit> = {}): Visit =>
  visitOf(`C${String(number).padStart(5, '0')}`, { badgeId: String(number), hostMail, ...more });

/** Records a visitor's arrival, under `visit-<number>`. */
export function arrive(journal: WholeJournal, number = 0, more: Partial<Visit> = {}, at = came): void {
  theValue(journal.checkIn({ visitId: `visit-${number}`, visit: hosted(number, more), at, basis }));
}

/** Records that the visitor has left. */
export function leave(journal: WholeJournal, number = 0, at = came): void {
  theValue(journal.checkOut({ visitId: `visit-${number}`, visit: hosted(number), at, basis }));
}

/** A journal in `folder` whose arrivals are told to hosts. */
export const journalTelling = (folder: string): WholeJournal => journalIn(folder, undefined, ['hosts']);

/** How to reach a server of the tests. */
export const mailTo = ({ port }: Pick<Server, 'port'>, more: Partial<Mail> = {}): Mail => ({
  ...{ host: '127.0.0.1', port, security: 'none', from: 'reception@example.org', language: 'en' },
  ...more,
});

/** A driven clock, and workers that tell hosts by a server; what goes over real SMTP is waited for. */
export function startTelling(server: Server, { withinMs = 10_000 } = {}) {
  const world = createWorld(() => '');
  function start(journal: WholeJournal) {
    const way = createMail({ mail: mailTo(server), outbox: journal, wall: world.clock.wall, withinMs });
    const handOver = { ...way, hand: (letter: Parameters<typeof way.hand>[0]) => world.awaited(way.hand(letter)) };
    const worker = startHandOver({
      outbox: journal,
      handOver,
      clock: world.clock,
      log: world.log,
      chance: () => 0.5,
      tell: () => {},
    });
    const stop = async () => {
      const stopped = worker.stop();
      await world.move(1_000);
      await stopped;
    };
    onTestFinished(stop);
    return { ...worker, stop };
  }
  return { world, start };
}

/** What became of the letters to hosts. */
export const countsOf = (journal: WholeJournal) => theValue(journal.outboxCounts('hosts'));
