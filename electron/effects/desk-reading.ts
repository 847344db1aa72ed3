import { badgeListsOf } from '../core/badges.ts';
import { type Filed, nothingFiled } from '../core/desk.ts';
import { musterOf } from '../core/muster.ts';
import type { Receiver } from '../core/outbox.ts';
import type { WholeJournal } from '../core/ports.ts';
import type { Answers } from './answers.ts';
import { type Letters, readLetters } from './desk-letters.ts';
import type { Reading } from './desk-pages/page.ts';

/** What a desk has read of the journal: for its pages, and for what every page shows. */
export interface DeskReading extends Reading {
  readonly filed: Filed;
  /** The receivers whose letters are shown: those that are set, and those that still have some. */
  readonly receivers: Letters['receivers'];
}

/** Nothing is read yet. */
export const nothingRead = (receivers: readonly Receiver[]): DeskReading => ({
  ...{ recorded: [], lists: nothingFiled.lists, now: '', filed: nothingFiled, receivers },
});

/** Reads the journal anew. What cannot be read stays as it was last. `set`: the receivers that the settings name; `now`: ISO 8601 with offset. */
export function readDesk(
  { journal, answers, set, now }: { journal: WholeJournal; answers: Answers; set: readonly Receiver[]; now: string },
  before: DeskReading,
): DeskReading {
  const { filed } = before;
  const recorded = answers.read(journal.recorded()) ?? before.recorded;
  const printed = answers.read(journal.printed());
  const lists = printed ? badgeListsOf(printed, recorded, now) : filed.lists;
  const handed = { receivers: before.receivers, letters: filed.letters, dead: filed.dead };
  const { receivers, letters, dead } = readLetters({ outbox: journal, answers, set }, handed);
  const differences = answers.read(journal.differences()) ?? filed.differences;
  const rolls = answers.read(journal.rolls()) ?? filed.rolls;
  return { recorded, lists, now, receivers, filed: { muster: musterOf(recorded), differences, letters, dead, lists, rolls } };
}
