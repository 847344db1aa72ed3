import type { Filed } from '../core/desk.ts';
import { receivers as allReceivers, type LetterCounts, type Outbox, type Receiver } from '../core/outbox.ts';
import type { Answers } from './answers.ts';

/** What the desk shows of what is handed on, and to whom. */
export type Letters = Pick<Filed, 'letters' | 'dead'> & { readonly receivers: readonly Receiver[] };

/**
 * Reads it from the journal; what cannot be read stays as it was `before`. `set`: to whom events are handed on now; one that was taken out of
 * the settings is shown for as long as something waits for it, or is dead.
 */
export function readLetters(
  parts: {
    readonly outbox: Pick<Outbox, 'deadLetters' | 'outboxCounts'>;
    readonly answers: Answers;
    readonly set: readonly Receiver[];
  },
  before: Letters,
): Letters {
  const { outbox, answers, set } = parts;
  let letters: LetterCounts = { sent: 0, waiting: 0, dead: 0 };
  const dead: Filed['dead'][number][] = [];
  const receivers: Receiver[] = [];
  for (const receiver of allReceivers) {
    const counts = answers.read(outbox.outboxCounts(receiver));
    if (!counts) return before;
    if (!set.includes(receiver) && counts.waiting + counts.dead === 0) continue;
    const unsent = answers.read(outbox.deadLetters(receiver));
    if (!unsent) return before;
    receivers.push(receiver);
    letters = both(letters, counts);
    dead.push(...unsent.map((letter) => ({ ...letter, receiver })));
  }
  return { receivers, letters, dead };
}

/** Both together. Absent is none, and stays so. */
const both = (some: LetterCounts, more: LetterCounts): LetterCounts => ({
  ...some,
  sent: some.sent + more.sent,
  waiting: some.waiting + more.waiting,
  dead: some.dead + more.dead,
  ...(more.expired !== undefined && { expired: (some.expired ?? 0) + more.expired }),
  ...(more.unsure !== undefined && { unsure: (some.unsure ?? 0) + more.unsure }),
});
