import { expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import type { LetterCounts, Receiver } from '../../electron/core/outbox.ts';
import { hearAnswers } from '../../electron/effects/answers.ts';
import { readLetters } from '../../electron/effects/desk-letters.ts';

const answers = hearAnswers({ log: { log: () => {}, close: () => {} }, tell: () => {} });
const none = { sent: 0, waiting: 0, dead: 0 };
const before = { receivers: [], letters: none, dead: [] };

function lettersOf(counts: Partial<Record<Receiver, LetterCounts>>, set: readonly Receiver[]) {
  const outbox = { outboxCounts: (receiver: Receiver) => success(counts[receiver] ?? none), deadLetters: () => success([]) };
  return readLetters({ outbox, answers, set }, before);
}

it('adds up the letters of all receivers; what no receiver has is not counted as none', () => {
  const webhook = { sent: 5, waiting: 1, dead: 2 };
  expect(lettersOf({ webhook }, ['webhook'])).toEqual({ receivers: ['webhook'], letters: webhook, dead: [] });
  const hosts = { sent: 7, waiting: 0, dead: 1, expired: 3 };
  expect(lettersOf({ webhook, hosts }, ['webhook', 'hosts'])).toEqual({
    ...{ receivers: ['webhook', 'hosts'], dead: [] },
    letters: { sent: 12, waiting: 1, dead: 3, expired: 3 },
  });
});

it('a receiver that was taken out of the settings is shown while something of it waits or is dead, not for what is settled', () => {
  expect(lettersOf({ hosts: { sent: 7, waiting: 0, dead: 0, expired: 3, unsure: 1 } }, []).receivers).toEqual([]);
  expect(lettersOf({ hosts: { sent: 7, waiting: 1, dead: 0, unsure: 1 } }, [])).toMatchObject({
    ...{ receivers: ['hosts'], letters: { waiting: 1, unsure: 1 } },
  });
});

it('what cannot be read stays as it was', () => {
  const outbox = { outboxCounts: () => failure('journal.locked'), deadLetters: () => success([]) };
  expect(readLetters({ outbox, answers, set: ['hosts'] }, before)).toBe(before);
});
