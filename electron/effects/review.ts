import type { Result } from '../contract/failure.ts';
import { isoWithOffset } from '../contract/moment.ts';
import { mayClose, overdue } from '../core/closing.ts';
import type { Review, Verified } from '../core/review.ts';
import { isBelieved, lookAtWall, type WallLook } from '../core/steady.ts';
import type { Log } from '../log/log.ts';
import { hearAnswers, type Noticed } from './answers.ts';
import type { Clock } from './clock.ts';
import { type Comparison, startComparison } from './comparison.ts';

/** The journal being looked after while no visitor waits for it. */
export interface ReviewRunner extends Comparison {
  /** The wall clock was seen to move, or the machine has slept. */
  clockMoved(): void;
}

/** The first screen comes first. */
const startMs = 5_000;
const lookMs = 60_000;
/** All visits are gone through for it. */
const closeMs = 10 * 60_000;
const hourMs = 60 * 60_000;
/** Between two steps through the chain. */
const stepMs = 50;
/** So many in one write, for visitors use the same process: the rest at the next look. */
const mostAtOnce = 50;

/**
 * Looks after the journal: notes differences at each refresh of the roster, closes forgotten visits, takes out the names whose time is over at
 * the start and every hour, and checks the chain once. `skew`: how far the server's clock is ahead (milliseconds); `tell`:
 * what staff should know.
 */
export function startReview(parts: {
  readonly review: Review;
  readonly clock: Clock;
  readonly log: Log;
  readonly retentionHours: number;
  readonly skew?: () => number | undefined;
  readonly tell: (news: Noticed) => void;
}): ReviewRunner {
  const { review, clock, log, retentionHours, tell, skew = () => undefined } = parts;
  const answers = hearAnswers({ log, tell });
  const comparison = startComparison({ review, answers, clock, log, skew });
  const look = (): WallLook => ({ now: clock.now(), wall: clock.wall(), skewMs: skew() });
  let watch = lookAtWall(undefined, look());
  let closeAt = Number.NEGATIVE_INFINITY;
  let purgeAt = Number.NEGATIVE_INFINITY;
  let cancelChecking = () => {};
  let cancel = clock.after(startMs, () => {
    safely(() => checkChain(review.verifying()));
    lookAfter();
  });

  /** An exception is a bug; the next look comes all the same. */
  function safely(work: () => void): void {
    try {
      work();
    } catch {
      log.log('bug', { effect: 'review' });
    }
  }

  /** A long chain is gone through in steps, between which visitors are served. */
  function checkChain(next: () => Result<Verified | undefined>): void {
    const step = next();
    const checked = answers.read(step);
    if (step.ok && !checked) cancelChecking = clock.after(stepMs, () => safely(() => checkChain(next)));
    if (!checked) return;
    const ok = checked.brokenAt === undefined;
    log.log('chainChecked', { ok, ...checked });
    if (!ok) tell({ notices: { chainBroken: true } });
  }

  function lookAfter(): void {
    cancel = clock.after(lookMs, lookAfter);
    const seen = look();
    watch = lookAtWall(watch, seen);
    safely(() => close(seen));
    safely(() => purge(seen));
  }

  function close(seen: WallLook): void {
    if (seen.now < closeAt || !mayClose(watch, seen)) return;
    // The oldest first.
    const forgotten = overdue(answers.read(review.recorded()) ?? [], seen.wall).reverse();
    const visitIds = forgotten.slice(0, mostAtOnce);
    if (visitIds.length === forgotten.length) closeAt = seen.now + closeMs;
    if (visitIds.length === 0) return;
    const visits = answers.written(review.closeAutomatically({ visitIds, at: seen.wall }));
    if (visits) log.log('closedAutomatically', { visits });
  }

  /**
   * Names that are lost too early are lost: a clock that cannot be believed is waited for. Of whoever left today all is kept: the server may
   * still expect that badge, and it would be let in a second time.
   */
  function purge(seen: WallLook): void {
    if (seen.now < purgeAt || !isBelieved(watch, seen)) return;
    const midnight = new Date(seen.wall).setHours(0, 0, 0, 0);
    const before = isoWithOffset(new Date(Math.min(midnight, Date.parse(seen.wall) - retentionHours * hourMs)));
    const visits = answers.written(review.purge({ before }));
    // Until none is left: each purge takes so many.
    if (visits === 0) purgeAt = seen.now + hourMs;
    if (visits) log.log('purged', { visits });
  }

  return {
    watched: comparison.watched,
    refreshed: (found) => safely(() => comparison.refreshed(found)),
    clockMoved: () => {
      watch = lookAtWall(watch, look(), true);
    },
    stop: () => {
      cancel();
      cancelChecking();
      comparison.stop();
    },
  };
}
