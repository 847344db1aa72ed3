import { spreadOut } from '../bookings/backoff.ts';
import { type Failure, failure, type Result, success } from '../contract/failure.ts';
import { type Steps, waitAfter } from '../core/backoff.ts';
import { firstHanding, type HandingEvent, mayLeave, stepHanding, wakesAt } from '../core/handing.ts';
import type { Handed, HandOver, Letter, Outbox } from '../core/outbox.ts';
import { type Clock, within } from '../effects/clock.ts';
import { failpoint } from '../failpoint.ts';
import type { Log } from '../log/log.ts';
import { createTelling } from './telling.ts';

/** Between two tries of a journal that takes no notes, such as one on a full disk. */
const journalSteps: Steps = { first: 2_000, most: 60_000 };
/** How long a stop waits for what is on its way (milliseconds). A reply that is lost then is harmless: the next try has the same key. */
const stopMs = 1_000;

/** Why letters wait, where something is wrong: the journal's failure, or the receiver's last one. */
interface HandOverState {
  readonly failure?: Failure;
}

/** Events on their way to one receiver. */
export interface HandOverWorker {
  /** Something was put into the outbox, or waits there once more. */
  now(): void;
  state(): HandOverState;
  /** Waits at most a second for what is on its way, then closes the way to the receiver. */
  stop(): Promise<void>;
}

/** What came of a letter and is not yet in the journal. */
interface Came {
  readonly letter: Letter;
  readonly handed: Handed;
}

/**
 * Takes waiting letters and hands them on until none is left, four at once; wakes by itself for those that are due again. What came of a
 * letter is noted before anything else is done about it: while the journal takes no note, nothing leaves, and what could not be noted
 * is not handed on a second time in this run. `tell`: what waits, or the state, has changed; it may be called before this returns.
 */
export function startHandOver(parts: {
  readonly outbox: Outbox;
  readonly handOver: HandOver;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly tell: (state: HandOverState) => void;
}): HandOverWorker {
  const { outbox, handOver, clock, log, chance } = parts;
  const { receiver } = handOver;
  const telling = createTelling(receiver, log);
  const flights = new Set<Promise<void>>();
  let handing = firstHanding;
  let owed: readonly Came[] = [];
  let journal: { readonly failures: number; readonly until: number; readonly failure: Failure } | undefined;
  let failing: Failure | undefined;
  let isStopping = false;
  let isClosed = false;
  let cancel = () => {};

  const tell = () => parts.tell(state());
  const step = (event: HandingEvent) => {
    handing = stepHanding(handing, event, { now: clock.now(), chance: chance() });
  };

  function run(): void {
    if (isClosed) return;
    cancel();
    if (!journal || clock.now() >= journal.until) judgeJournal(advance());
    const at = isStopping ? undefined : (journal?.until ?? wakesAt(handing, clock.now()));
    if (at !== undefined) cancel = clock.after(Math.max(0, at - clock.now()), run);
  }

  function advance(): Result<void> {
    try {
      const noted = noteOwed();
      return noted.ok && !isStopping ? leave() : noted;
    } catch {
      // An exception is a bug; whoever has just recorded something is not to suffer from it, and it is not run into again at once.
      log.log('bug', { effect: 'handOver' });
      return failure('bug');
    }
  }

  function judgeJournal(answer: Result<void>): void {
    if (answer.ok && !journal) return;
    const failures = (journal?.failures ?? 0) + 1;
    journal = answer.ok
      ? undefined
      : { failures, until: clock.now() + waitAfter(failures, journalSteps, chance()), failure: answer.failure };
    if (!answer.ok && failures === 1) {
      log.log('notKept', { failure: answer.failure.code, operation: answer.failure.operation });
    }
    tell();
  }

  function noteOwed(): Result<void> {
    for (;;) {
      const [came, ...rest] = owed;
      if (!came) return success(undefined);
      const { letter, handed } = came;
      failpoint('handOver.before-note');
      const { retryAfterMs: _, ...outcome } = { retryAfterMs: 0, ...handed };
      const noted = outbox.tried({ receiver, eventId: letter.eventId, at: clock.wall(), ...outcome });
      if (!noted.ok) return noted;
      failpoint('handOver.after-note');
      owed = rest;
      settle(letter, handed);
    }
  }

  function settle({ eventId, kind, tries }: Letter, handed: Handed): void {
    const wasAway = handing.away !== undefined;
    if (handed.outcome === 'expired') step({ type: 'dropped', eventId });
    // A lost answer is no sign of health: a receiver that loses every one is left alone like one that is away.
    else if (handed.outcome === 'later' || handed.outcome === 'unsure') {
      step({ type: 'later', eventId, tries: tries + 1, askedMs: spreadOut(handed.retryAfterMs ?? 0, chance()) });
      failing = handed.failure;
    } else {
      step({ type: 'settled', eventId });
      failing = undefined;
    }
    telling.came(kind, handed, wasAway);
    tell();
  }

  /** Lets leave what may. */
  function leave(): Result<void> {
    const { most, besides, orElse } = mayLeave(handing, clock.now());
    if (most <= 0) return success(undefined);
    const first = outbox.waiting({ receiver, most, besides });
    const letters = first.ok && first.value.length === 0 && orElse ? outbox.waiting({ receiver, most, besides: orElse }) : first;
    if (!letters.ok) return letters;
    for (const letter of letters.value) {
      step({ type: 'left', eventId: letter.eventId });
      const flight = fly(letter).finally(() => flights.delete(flight));
      flights.add(flight);
    }
    return success(undefined);
  }

  async function fly(letter: Letter): Promise<void> {
    failpoint('handOver.before-send');
    const handed = await handOver.hand(letter).catch((): Handed => {
      log.log('bug', { effect: 'handOver' });
      return { outcome: 'later', failure: { code: 'bug' } };
    });
    if (isClosed) return;
    owed = [...owed, { letter, handed }];
    run();
  }

  function state(): HandOverState {
    const wrong = journal?.failure ?? failing;
    return wrong ? { failure: wrong } : {};
  }

  run();
  return {
    now: run,
    state,
    async stop() {
      if (isStopping) return;
      isStopping = true;
      cancel();
      await within(clock, stopMs, Promise.all(flights), undefined);
      isClosed = true;
      await handOver.close();
    },
  };
}
