import type { Result } from '../contract/failure.ts';

/** A muster that is being taken: a fire drill, or an alarm. `ticks`: by visit, whether the visitor was found, as last said. Times: ISO 8601 with offset. */
export interface Drill {
  readonly musterId: string;
  readonly begunAt: string;
  readonly by?: string;
  readonly ticks: ReadonlyMap<string, { readonly isFound: boolean; readonly at: string }>;
}

/** Somebody who was in at some moment of a muster. `leftAt`: checked out meanwhile. Missing is who was neither found nor left. */
export interface Mustered {
  readonly visitId: string;
  readonly visitor: string;
  readonly company?: string;
  readonly host?: string;
  readonly foundAt?: string;
  readonly leftAt?: string;
}

/**
 * What came of a muster; `endedAt` absent: it goes on. `listed`: those whose names are still kept, in the order in which they came. `counts`: as at its end;
 * they stay when the names go.
 */
export interface DrillReport {
  readonly musterId: string;
  readonly begunAt: string;
  readonly by?: string;
  readonly endedAt?: string;
  readonly endedBy?: string;
  readonly listed: readonly Mustered[];
  readonly counts: { readonly found: number; readonly missing: number };
}

/** How a muster is taken. One at a time; it is in the journal, so that it goes on after a restart. Failures: `journal.`. */
export interface Drills {
  /** Begins a muster; while one is open, that one is answered and nothing is written. An id that was used before is `bug`. */
  beginMuster(entry: { musterId: string; by?: string; at: string }): Result<Drill>;
  /** A person has found a visitor, or takes that back. Not of the open muster, or of an unknown visit: `bug`. Said again, it changes nothing. */
  tick(entry: { musterId: string; visitId: string; isFound: boolean; by?: string; at: string }): Result<void>;
  /** Ends it, and notes how many were found and are missing. One that has ended: success, and nothing is written. An unknown one is `bug`. */
  endMuster(entry: { musterId: string; by?: string; at: string }): Result<void>;
  /** The one that is open. */
  muster(): Result<Drill | undefined>;
  musterReport(musterId: string): Result<DrillReport | undefined>;
  /** The last one that has ended. */
  lastMuster(): Result<DrillReport | undefined>;
}
