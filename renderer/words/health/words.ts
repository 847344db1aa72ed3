import type { HealthShown } from '../../../electron/contract/desk-kiosk.ts';
import type { Counted } from '../counted.ts';

type Note = HealthShown['settingsNotes'][number];

/** What is said of how the kiosk is, in one language. Times, numbers and sizes come already written. */
export interface HealthWords {
  readonly title: string;
  readonly looking: string;
  readonly again: string;
  readonly version: string;
  readonly runs: string;
  readonly runsFor: (time: string) => string;
  readonly host: Record<HealthShown['host'], string>;
  readonly demo: string;
  readonly server: string;
  readonly noWord: string;
  readonly signedOut: string;
  readonly clock: string;
  readonly ahead: (time: string) => string;
  readonly behind: (time: string) => string;
  readonly inStep: string;
  readonly odd: string;
  /** What was odd in the server's answers, by its kind; `other` for one that this page does not know. */
  readonly findings: { readonly other: string } & Readonly<Record<string, string>>;
  readonly handedOn: (to: string) => string;
  readonly counts: (sent: string, waiting: string, dead: string) => string;
  readonly finding: (what: string, count: string) => string;
  readonly camera: string;
  readonly cameraState: { readonly other: string } & Readonly<Record<string, string>>;
  readonly journal: string;
  readonly chainWhole: Counted;
  readonly chainBroken: (event: string) => string;
  readonly chainLooked: string;
  readonly disk: string;
  readonly free: (free: string, all: string) => string;
  readonly settings: string;
  readonly notes: Record<Exclude<Note['kind'], 'leftOut'>, string> & {
    readonly leftOut: Record<Extract<Note, { kind: 'leftOut' }>['why'], (name: string) => string>;
  };
  readonly log: string;
}
