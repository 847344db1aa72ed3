/**
 * What Foyer finds odd in the server's answers and can read all the same. `datesWithoutOffset`: taken in this machine's zone.
 * `statesAgainstDates`: badges whose state contradicts their check dates, which win. `filtersIgnored`: searches answered with rows that
 * nobody asked for. `rowsTwice`: rows that came again on a later page. `namesUnknown`: what stood in the place of a name from a closed
 * list. `rowsSkipped`: unreadable rows of lists that are only nice to have.
 */
const findings = [
  'datesWithoutOffset',
  'statesAgainstDates',
  'filtersIgnored',
  'rowsTwice',
  'namesUnknown',
  'rowsSkipped',
] as const;

/** One kind of oddity. */
export type Finding = (typeof findings)[number];

/** Counts an oddity, so many times (once, unless said). */
export type Note = (finding: Finding, times?: number) => void;

/** How often each was met, since the start and each time it was read. Numbers alone: nothing of an answer is in them. */
export type FindingCounts = Readonly<Record<Finding, number>>;

/** The counter of one client, for staff and for the connection report. */
export interface Findings {
  readonly note: Note;
  counts(): FindingCounts;
}

/** A counter at nought. */
export function createFindings(): Findings {
  const counts = Object.fromEntries(findings.map((finding) => [finding, 0])) as Record<Finding, number>;
  return {
    note: (finding, times = 1) => {
      counts[finding] += times;
    },
    counts: () => ({ ...counts }),
  };
}
