import type { DeskScreen } from '../../contract/desk.ts';
import type { Intent } from '../../contract/intent.ts';
import type { Language } from '../../contract/language.ts';
import type { BadgeLists } from '../../core/badges.ts';
import type { Recorded } from '../../core/review.ts';

/** What a page hears each time that the journal is read. */
export interface Reading {
  /** Who is in the journal, the newest first. */
  readonly recorded: readonly Recorded[];
  /** What was printed. */
  readonly lists: BadgeLists;
  /** The wall clock, ISO 8601 with offset. */
  readonly now: string;
}

/** What came of a wish: the journal may hold something new; only what is shown has changed; or the wish is not this page's. */
export type Carried = 'changed' | 'shown' | undefined;

/** One page of the desk, while it is looked at. */
export interface DeskPage {
  /** Reads what it shows anew. */
  read(reading: Reading): void;
  shown(language: Language): DeskScreen['page'];
  carryOut(intent: Intent, at: string): Carried;
  /** Nobody looks any more: what it holds in memory goes. */
  close(): void;
}
