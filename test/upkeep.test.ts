import { expect, it } from 'vitest';
import { failure } from '../electron/contract/failure.ts';
import type { DeskNews } from '../electron/core/desk.ts';
import type { HandOver } from '../electron/core/outbox.ts';
import { expectedList } from '../electron/effects/expected.ts';
import { startUpkeep } from '../electron/upkeep.ts';
import { drivenClock, realJournal } from './effects/parts.ts';

it('a journal that does not answer at the start is told to staff, and stops no start', async () => {
  const journal = realJournal(['webhook']);
  const clock = drivenClock();
  const told: DeskNews[] = [];
  let isLocked = true;
  const handOver: HandOver = { receiver: 'webhook', hand: async () => ({ outcome: 'sent' }), close: async () => {} };
  const upkeep = startUpkeep({
    settings: { rosterDays: 1, retentionHours: 24 },
    bookings: {
      connection: () => ({ circuit: 'closed', signedOut: false, revoked: 'no', skewMilliseconds: 0, running: 0, waiting: 0 }),
      downloadRoster: async () => failure('bookings.unreachable'),
      refresh: () => {},
    },
    connection: { resumed: () => {} },
    journal: {
      ...journal,
      waiting: (entry) => (isLocked ? failure('journal.locked', { operation: 'journal.waiting' }) : journal.waiting(entry)),
    },
    roster: {
      find: async () => failure('bug'),
      status: () => ({ badges: 0 }),
      draft: () => failure('journal.locked'),
      close: () => {},
    },
    handOvers: [handOver],
    expected: expectedList(() => {}).sink,
    clock: clock.clock,
    log: { log: () => {}, close: () => {} },
    tell: (news) => told.push(news),
  });
  expect(told).toContainEqual({ handOver: { webhook: 'journal.locked' } });
  isLocked = false;
  await clock.move(3_000);
  expect(told).toContainEqual({ handOver: { webhook: undefined } });
  await upkeep.stop();
});
