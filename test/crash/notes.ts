import type { Deed } from './deeds.ts';

/** What a screen says that has to be true for ever after: of a visit, or of its badge. */
export type Word = 'checkedIn' | 'checkedOut' | 'take' | 'sent';

/** What the outside saw of a Foyer through all its lives on one data folder. */
export interface Notes {
  /** By code, what the screen said of it. */
  readonly said: Map<string, Set<Word>>;
  /** By code and kind of print, the numbers of the jobs that the printer began to get. */
  readonly prints: Map<string, readonly number[]>;
  /** The jobs that have been read and belong to whom they should. */
  readonly read: Set<number>;
  /** What contradicts what was said before, in words. */
  readonly contradictions: string[];
  /** What staff did at the desk, and in how many shifts. */
  readonly deeds: Deed[];
  shifts: number;
  /** Whoever came without a code, by the first word of the name: the code that the desk gave, once it was shown. */
  readonly codes: Map<string, string | undefined>;
  /** The codes of those whose check-in was taken back. */
  readonly neverIn: Set<string>;
  /** The musters that were shown as ended, by their ids. */
  readonly musters: Set<string>;
}

/** Nothing seen yet. */
export const emptyNotes = (): Notes => ({
  ...{ said: new Map(), prints: new Map(), read: new Set(), contradictions: [] },
  ...{ deeds: [], shifts: 0, codes: new Map(), neverIn: new Set(), musters: new Set() },
});

/** Notes that the screen said this of a code. */
export function say({ said }: Notes, code: string, word: Word): void {
  said.set(code, (said.get(code) ?? new Set()).add(word));
}

/** Whether the screen has said this of a code. */
export const wasSaid = ({ said }: Notes, code: string, word: Word): boolean => said.get(code)?.has(word) ?? false;
