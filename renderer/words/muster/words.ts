import type { Counted } from '../counted.ts';

/** What the list of those in the building, and the muster that is taken of them, say in one language. Times and numbers come already written. */
export interface MusterWords {
  readonly title: string;
  readonly nobody: string;
  readonly search: string;
  readonly clear: string;
  /** How many fit the search, said politely when it changes. */
  readonly fits: Counted;
  readonly nobodyFits: string;
  /** After the heading of a group that a search has made shorter. */
  readonly more: Counted;
  readonly columns: {
    readonly name: string;
    readonly company: string;
    readonly host: string;
    readonly since: string;
    readonly seen: string;
    readonly left: string;
  };
  /** Of one person. */
  readonly since: (when: string) => string;
  readonly hostOf: (name: string) => string;
  readonly closed: string;
  readonly found: (when: string) => string;
  readonly left: (when: string) => string;
  /** What is not known, above the list. */
  readonly away: (when: string) => string;
  readonly listOf: (when: string) => string;
  readonly coming: string;
  readonly noList: string;
  readonly closedOnes: Counted;
  readonly elsewhere: { readonly title: string; readonly more: string; readonly none: string };
  readonly begin: string;
  readonly beginMore: string;
  readonly print: string;
  readonly last: (when: string) => string;
  readonly running: {
    readonly title: string;
    readonly how: string;
    readonly begun: (when: string) => string;
    readonly end: string;
    readonly stillMissing: Counted;
    readonly goOn: string;
    readonly endAnyway: string;
  };
  /** How far it is, said politely each time that it changes. */
  readonly progress: { readonly found: (found: string, all: string) => string; readonly missing: (count: string) => string };
  readonly groups: { readonly missing: string; readonly found: string; readonly left: string };
  readonly allFound: string;
  readonly report: {
    readonly title: string;
    readonly begun: string;
    readonly ended: string;
    readonly by: (when: string, name: string) => string;
    readonly back: string;
    /** The names of a muster go with their visits. */
    readonly gone: Counted;
  };
  readonly sheet: { readonly printed: (when: string) => string; readonly inside: (count: string) => string };
}
