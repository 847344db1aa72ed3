import type { ExportKind, ExportShown } from '../../../electron/contract/desk-figures.ts';
import type { Counted } from '../counted.ts';

type Why = Extract<ExportShown, { state: 'failed' }>['why'];

/** What the page of the day's figures says, in one language. Times, numbers and lengths of time come already written. */
export interface FiguresWords {
  readonly title: string;
  readonly waiting: {
    readonly title: string;
    readonly none: string;
    readonly late: Counted;
    readonly oldest: (since: string) => string;
  };
  readonly inside: { readonly title: string; readonly most: (count: string, when: string) => string; readonly nobody: string };
  readonly stay: { readonly title: string; readonly of: Counted; readonly none: string };
  readonly badge: { readonly title: string; readonly of: Counted; readonly none: string; readonly measured: string };
  readonly nineOfTen: (length: string) => string;
  readonly nothing: string;
  readonly coming: string;
  readonly recordedOnly: string;
  readonly arrivals: {
    readonly title: string;
    readonly each: Record<30 | 60, string>;
    readonly expected: string;
    readonly arrived: string;
    readonly summary: (arrived: string, expected: string) => string;
  };
  readonly curve: {
    readonly title: string;
    readonly each: Record<30 | 60, string>;
    readonly most: string;
    readonly now: string;
    readonly label: (count: string) => string;
    readonly summary: (now: string, most: string) => string;
  };
  readonly numbers: string;
  readonly from: string;
  readonly counts: {
    readonly title: string;
    readonly where: string;
    readonly here: string;
    readonly there: string;
    readonly silent: string;
  };
  readonly export: {
    readonly title: string;
    readonly kept: (length: string, since: string) => string;
    readonly from: string;
    readonly to: string;
    readonly button: Record<ExportKind, string>;
    readonly running: Record<ExportKind, string>;
    readonly seconds: (written: string) => string;
    readonly done: (place: string) => string;
    readonly rows: Counted;
    readonly why: Record<Why, string>;
    /** Whoever opens the file should know what is in it. */
    readonly careful: string;
  };
}
