import type { ServerView } from '../core/event.ts';
import { differenceOf } from '../core/reconcile.ts';
import type { Comparable, Review } from '../core/review.ts';
import type { Log } from '../log/log.ts';
import type { Answers } from './answers.ts';
import type { Clock } from './clock.ts';

/** What a refresh of the roster has found of the badges that were watched, in a window of time (ISO 8601 with offset). */
interface Refreshed {
  readonly views: ReadonlyMap<string, ServerView>;
  readonly from: string;
  readonly to: string;
}

/** The journal compared with the server's word, refresh by refresh. */
export interface Comparison {
  /** The server's ids of the badges that the next refresh is to tell of. Ask when it begins: only those can be missing from it. */
  watched(): ReadonlySet<string>;
  refreshed(found: Refreshed): void;
  stop(): void;
}

/** Each is a write to the disk, and visitors use the same process: the rest is written a little later. */
const mostAtOnce = 25;
const restMs = 500;

/** Notes the differences of each refresh. `skew`: how far the server's clock is ahead (milliseconds). */
export function startComparison(parts: {
  readonly review: Pick<Review, 'comparable' | 'differ'>;
  readonly answers: Answers;
  readonly clock: Clock;
  readonly log: Log;
  readonly skew: () => number | undefined;
}): Comparison {
  const { review, answers, clock, log, skew } = parts;
  let asked: ReadonlySet<string> = new Set();
  let missing: ReadonlySet<string> = new Set();
  let cancel = () => {};

  const comparable = () => answers.read(review.comparable()) ?? [];

  function compare(visits: readonly Comparable[], thereOf: (visit: Comparable) => ServerView | undefined): void {
    const [at, skewMs] = [clock.wall(), skew()];
    let count = 0;
    for (const visit of visits) {
      const there = thereOf(visit);
      const kind = there && differenceOf(visit, there, at, skewMs);
      if (!kind || kind === 'same') continue;
      if (count === mostAtOnce) {
        cancel = clock.after(restMs, () => compare(comparable(), thereOf));
        return;
      }
      count += 1;
      const noted = review.differ({ visitId: visit.visitId, kind, there, at });
      answers.written(noted);
      // What cannot be written now is found again at the next refresh.
      if (!noted.ok) return;
      log.log('differed', { kind });
    }
  }

  return {
    watched: () => {
      asked = new Set(comparable().map(({ badgeId }) => badgeId));
      return asked;
    },
    refreshed: ({ views, from, to }) => {
      cancel();
      const [began, ended] = [Date.parse(from), Date.parse(to)];
      const isMissing = ({ badgeId, period }: Comparable) =>
        asked.has(badgeId) &&
        views.get(badgeId)?.kind !== 'badge' &&
        Date.parse(period.from) >= began &&
        Date.parse(period.to) <= ended;
      const visits = comparable();
      // A row can slip from one page to another while a list is read: a badge is gone once it was missing twice.
      const before = missing;
      missing = new Set(visits.filter(isMissing).map(({ badgeId }) => badgeId));
      const gone = new Set([...missing].filter((badgeId) => before.has(badgeId)));
      compare(visits, ({ badgeId }) => {
        const there = views.get(badgeId);
        return there?.kind === 'badge' ? there : gone.has(badgeId) ? { kind: 'gone' } : undefined;
      });
    },
    stop: () => cancel(),
  };
}
