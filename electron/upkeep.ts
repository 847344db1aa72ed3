import type { BookingsClient } from './bookings/client.ts';
import { isoWithOffset } from './contract/moment.ts';
import type { DeskNews } from './core/desk.ts';
import type { HandOver } from './core/outbox.ts';
import type { Roster, WholeJournal } from './core/ports.ts';
import type { Clock } from './effects/clock.ts';
import type { Connection } from './effects/connection.ts';
import type { ExpectedSink } from './effects/expected.ts';
import { startReview } from './effects/review.ts';
import { watchTime } from './effects/time-watch.ts';
import { startHandOver } from './handover/worker.ts';
import type { Log } from './log/log.ts';
import type { Settings } from './settings/settings.ts';
import { startRosterRefresh } from './sync/roster.ts';

/** Events that no screen follows, such as a visit closed after midnight, leave within so long (milliseconds). */
const handOnMs = 60_000;
/** What a host was not told within so long holds nothing back any more, such as the names of the visit, whether it waits or is dead (milliseconds). */
const hostsMs = 24 * 60 * 60_000;

/** What keeps the records true beside the visitors, running. */
export interface Upkeep {
  /** Something was recorded: it may be handed on. */
  handOn(): void;
  /** The server is back, or the machine was asleep. */
  refresh(): void;
  /** The host says that the machine has slept. */
  woken(): void;
  stop(): Promise<void>;
}

/** Starts the roster's refresh, the comparison with the server, the journal's review, the handing on of events, and the watch over the clocks. */
export function startUpkeep(parts: {
  readonly settings: Pick<Settings, 'rosterDays' | 'retentionHours'>;
  readonly bookings: Pick<BookingsClient, 'connection' | 'downloadRoster' | 'refresh'>;
  readonly connection: Pick<Connection, 'resumed'>;
  readonly journal: WholeJournal;
  readonly roster: Roster;
  readonly handOvers: readonly HandOver[];
  readonly expected: ExpectedSink;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: (news: DeskNews) => void;
  /** The machine has slept: whoever stands at a screen now may be somebody else. */
  readonly slept: () => void;
}): Upkeep {
  const { settings, bookings, connection, journal, roster, expected, clock, log, tell, slept } = parts;
  const { rosterDays: days, retentionHours } = settings;
  const workers = parts.handOvers.map((handOver) =>
    startHandOver({
      outbox: journal,
      handOver,
      clock,
      log,
      chance: Math.random,
      tell: ({ failure }) => tell({ handOver: { [handOver.receiver]: failure?.code } }),
    }),
  );
  const handOn = () => {
    for (const worker of workers) worker.now();
  };
  const skew = () => bookings.connection().skewMilliseconds;
  const review = startReview({ review: journal, clock, log, retentionHours, skew, tell });
  const refreshing = startRosterRefresh({
    download: bookings.downloadRoster,
    roster,
    clock,
    log,
    days,
    watched: review.watched,
    onRefreshed: review.refreshed,
    expected,
    tell: (download) => tell({ download }),
  });
  const time = watchTime({
    clock,
    log,
    resumed: (hasSlept) => {
      if (hasSlept) slept();
      bookings.refresh();
      connection.resumed();
      review.clockMoved();
      refreshing.now();
    },
  });
  /** A journal that takes no notes is asked again in a minute, and others say so. */
  function expire(): void {
    const at = clock.wall();
    journal.expire({ receiver: 'hosts', before: isoWithOffset(new Date(Date.parse(at) - hostsMs)), at });
  }
  let cancel = clock.after(handOnMs, again);
  function again(): void {
    cancel = clock.after(handOnMs, again);
    expire();
    handOn();
  }

  return {
    handOn,
    refresh: refreshing.now,
    woken: time.woken,
    async stop() {
      cancel();
      time.stop();
      review.stop();
      await Promise.all([refreshing.stop(), ...workers.map((worker) => worker.stop())]);
    },
  };
}
