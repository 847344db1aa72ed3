import { expect, it } from 'vitest';
import { failure, success } from '../electron/contract/failure.ts';
import type { DeskNews } from '../electron/core/desk.ts';
import type { HandOver } from '../electron/core/outbox.ts';
import type { WholeJournal } from '../electron/core/ports.ts';
import { expectedList } from '../electron/effects/expected.ts';
import { startUpkeep } from '../electron/upkeep.ts';
import { exampleVisit } from './core/example.ts';
import { drivenClock, realJournal } from './effects/parts.ts';

/** Upkeep over a journal, with a driven clock and a server that is away. */
function startOver(journal: WholeJournal, handOvers: readonly HandOver[], told: DeskNews[] = []) {
  const clock = drivenClock();
  const sleeps = { count: 0 };
  const upkeep = startUpkeep({
    settings: { rosterDays: 1, retentionHours: 24 },
    bookings: {
      connection: () => ({ circuit: 'closed', signedOut: false, revoked: 'no', skewMilliseconds: 0, running: 0, waiting: 0 }),
      downloadRoster: async () => failure('bookings.unreachable'),
      refresh: () => {},
    },
    connection: { resumed: () => {} },
    journal,
    roster: {
      find: async () => failure('bug'),
      status: () => ({ badges: 0 }),
      draft: () => failure('journal.locked'),
      close: () => {},
    },
    handOvers,
    expected: expectedList(() => {}).sink,
    clock: clock.clock,
    log: { log: () => {}, close: () => {} },
    tell: (news) => told.push(news),
    slept: () => {
      sleeps.count += 1;
    },
  });
  return { ...clock, upkeep, sleeps };
}

it('a journal that does not answer at the start is told to staff, and stops no start', async () => {
  const journal = realJournal(['webhook']);
  const told: DeskNews[] = [];
  let isLocked = true;
  const handOver: HandOver = { receiver: 'webhook', hand: async () => ({ outcome: 'sent' }), close: async () => {} };
  const lockedAtFirst: WholeJournal = {
    ...journal,
    waiting: (entry) => (isLocked ? failure('journal.locked', { operation: 'journal.waiting' }) : journal.waiting(entry)),
  };
  const { upkeep, move } = startOver(lockedAtFirst, [handOver], told);
  expect(told).toContainEqual({ handOver: { webhook: 'journal.locked' } });
  isLocked = false;
  await move(3_000);
  expect(told).toContainEqual({ handOver: { webhook: undefined } });
  await upkeep.stop();
});

it('a letter to a host that is a day old is settled, also where hosts are not told any more; one of yesterday evening is not', async () => {
  const journal = realJournal(['hosts']);
  const hostMail = 'ottilie@example.org';
  const came = (visitId: string, at: string) =>
    journal.checkIn({ visitId, visit: { ...exampleVisit, badgeId: visitId, hostMail }, at, basis: { from: 'server' } });
  came('old', '2026-11-21T09:29:00+08:00');
  came('new', '2026-11-21T20:00:00+08:00');
  const { upkeep, move, setWall } = startOver(journal, []);
  setWall('2026-11-22T09:30:00+08:00');
  await move(60_000);
  expect(journal.outboxCounts('hosts')).toEqual(success({ sent: 0, waiting: 1, dead: 0, expired: 1 }));
  await upkeep.stop();
});

it('CLK-4 a sleep is told to the screens, whichever host there is; a clock that is set is none (CLK-1)', async () => {
  const { upkeep, move, setWall, sleeps } = startOver(realJournal([]), []);
  setWall('2026-11-23T09:30:00+08:00');
  await move(5_000);
  expect(sleeps.count).toBe(0);
  // A timer that comes an hour late.
  await move(3_600_000);
  expect(sleeps.count).toBe(1);
  upkeep.woken();
  expect(sleeps.count).toBe(1);
  await upkeep.stop();
});
