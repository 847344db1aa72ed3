import { type DownloadRoster, rosterDays } from '../bookings/roster.ts';
import { type FailureCode, failure, type Result, success } from '../contract/failure.ts';
import type { ServerView } from '../core/event.ts';
import type { Roster, RosterDraft } from '../core/ports.ts';
import type { Clock } from '../effects/clock.ts';
import type { ExpectedSink } from '../effects/expected.ts';
import type { Log } from '../log/log.ts';
import { keepFresh } from './fresh.ts';
import { noteOf } from './presence.ts';

const everyMs = 60_000;
/** A download that takes longer is told of, and then once in so long (milliseconds). */
const tellMs = 1_000;
/** Rows on a page: fewer where the server takes too long over them or they are too large. */
const mostRows = 200;
const fewestRows = 25;

/** What staff may know of a download: how many badges have come while it takes longer than a moment; why the last one failed. */
export interface DownloadNews {
  readonly badges?: number;
  readonly failure?: FailureCode;
}

/** The roster being refreshed. */
export interface RosterRefresh {
  /** The server is back, or may have changed: at once, yet never more than once a second. */
  now(): void;
  /** Ends a download; nothing of it is kept. */
  stop(): Promise<void>;
}

/**
 * Downloads the roster at once and then every minute or so, less often from a server that is slow; the old one stays until the next is whole.
 * `days`: how many days ahead of today. `watched` (ids of badges) is asked when a download begins; `onRefreshed` hears what the server says of them
 * and of which days it was asked, as soon as everything has come. `expected` is shown whom it brings, where somebody looks at a list of them. `tell` hears how it goes. Only what changes is logged.
 */
export function startRosterRefresh(parts: {
  readonly download: DownloadRoster;
  readonly roster: Pick<Roster, 'draft'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly days: number;
  readonly watched: () => ReadonlySet<string>;
  readonly onRefreshed: (found: { views: ReadonlyMap<string, ServerView>; from: string; to: string }) => void;
  readonly expected: ExpectedSink;
  readonly tell: (news: DownloadNews) => void;
  readonly chance?: () => number;
}): RosterRefresh {
  const { download, roster, clock, log, days, watched, onRefreshed, expected, tell, chance = Math.random } = parts;
  let rows = mostRows;
  let draft: RosterDraft | undefined;
  let storing: Promise<void> | undefined;
  let fault: FailureCode | undefined;
  let noted = '';
  let told = '{}';
  let stopped = false;

  async function refresh(): Promise<Result<unknown>> {
    // Of thousands of new badges each has a key to be derived, which may take minutes; the server is not asked meanwhile but for whoever looks.
    if (stopped || (storing && !expected.isWanted())) return success(undefined);
    const begun = clock.now();
    const begin = storing ? success(undefined) : roster.draft();
    if (!begin.ok) return end(begun, begin);
    const drafted = begin.value;
    draft = drafted ?? draft;
    const at = clock.wall();
    expected.begin(at);
    const span = rosterDays(new Date(at), days);
    const read = await download({
      ...span,
      rows,
      watched: watched(),
      take: async (visits) => {
        expected.take(visits);
        return drafted ? await drafted.add(visits) : success(undefined);
      },
      onRead: progress(begun),
      isStopped: () => stopped,
    });
    if (!read.ok || stopped) drafted?.abandon();
    expected.end(read);
    if (stopped) return success(undefined);
    if (!read.ok) {
      if (['bookings.timeout', 'bookings.tooLarge'].includes(read.failure.code)) rows = Math.max(fewestRows, Math.floor(rows / 2));
      return end(begun, read);
    }
    const { badges, views } = read.value;
    onRefreshed({ views, ...span });
    if (!drafted) return success(undefined);
    storing = drafted
      .finish({ at })
      .then((kept) => end(begun, kept.ok ? success(badges) : kept))
      .catch(bug)
      .then(() => {
        storing = undefined;
      });
    return success(undefined);
  }

  /** Tells how many badges have come, where it takes its time. */
  function progress(begun: number): (badges: number) => void {
    let nextAt = begun + tellMs;
    return (badges) => {
      if (stopped || clock.now() < nextAt) return;
      nextAt = clock.now() + tellMs;
      hear(badges);
    };
  }

  /** A download has come to its end: how many visits it has brought, or why it failed. */
  function end(begun: number, result: Result<number>): Result<number> {
    if (stopped) return result;
    const fields = result.ok ? { ok: true, badges: result.value } : { ok: false, ...noteOf(result.failure) };
    if (noted !== JSON.stringify(fields)) log.log('roster', { ...fields, milliseconds: Math.round(clock.now() - begun) });
    noted = JSON.stringify(fields);
    fault = result.ok ? undefined : result.failure.code;
    hear();
    return result;
  }

  function hear(badges?: number): void {
    const news = { ...(badges !== undefined && { badges }), ...(fault && { failure: fault }) };
    if (told !== JSON.stringify(news)) tell(news);
    told = JSON.stringify(news);
  }

  function bug(): Result<never> {
    draft?.abandon();
    log.log('bug', { effect: 'roster' });
    return failure('bug');
  }

  let running: Promise<unknown> = Promise.resolve();
  const fresh = keepFresh({
    clock,
    chance,
    everyMs: () => everyMs,
    refresh: () => {
      const refreshing = refresh().catch(bug);
      running = refreshing;
      return refreshing;
    },
  });
  return {
    now: fresh.now,
    async stop() {
      stopped = true;
      fresh.stop();
      draft?.abandon();
      await running;
      await storing;
    },
  };
}
