import type { DayFilter, Happened } from '../../../electron/contract/desk-today.ts';
import type { Counted } from '../counted.ts';

/** What can be corrected of a visit. */
export type Correction = NonNullable<Happened['correction']>;

/** What the day's list and a single visit say, in one language. Times and numbers come already written. */
export interface TodayWords {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly clear: string;
  readonly show: string;
  readonly filter: Record<DayFilter, string>;
  /** How many fit the search, said politely when it changes. */
  readonly found: Counted;
  readonly nobody: string;
  /** Where only this kiosk's own record is known. */
  readonly nobodyRecorded: string;
  readonly nobodyFound: string;
  readonly coming: string;
  readonly recordedOnly: string;
  readonly dashboard: (counts: string) => string;
  readonly columns: { readonly when: string; readonly state: string };
  readonly late: string;
  readonly blocked: string;
  readonly walkIn: string;
  readonly hint: string;
  readonly done: { readonly in: (name: string) => string; readonly out: (name: string) => string; readonly undo: string };
  /** The reason that is recorded where something is undone at once. */
  readonly undone: string;
  readonly visit: {
    readonly close: string;
    readonly code: string;
    readonly when: string;
    readonly where: string;
    readonly purpose: string;
    readonly checkIn: string;
    readonly comesBack: string;
    readonly checkOut: string;
    readonly again: string;
    readonly isBlocked: string;
    readonly badge: string;
    readonly group: Counted;
    readonly groupIn: Counted;
    readonly history: string;
    readonly nothingYet: string;
    readonly note: string;
    readonly keepNote: string;
    readonly correct: string;
    readonly correction: Record<Correction, string>;
    readonly follows: Record<Correction, string>;
    readonly time: string;
    readonly reason: string;
    readonly by: (name: string) => string;
    readonly actor: Record<Happened['actor'], string>;
    /** An event, and what it says besides. */
    readonly how: (what: string, how: string) => string;
    /** At a muster, and that it was taken back. */
    readonly found: string;
    readonly notFound: string;
  };
  readonly newVisitor: {
    readonly open: string;
    readonly title: string;
    readonly more: string;
    readonly accepted: string;
    readonly letIn: string;
  };
  readonly keys: {
    readonly title: string;
    readonly close: string;
    readonly use: string;
    readonly does: readonly (readonly [key: string, what: string])[];
  };
}
