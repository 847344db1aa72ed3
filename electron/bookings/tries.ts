import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result } from '../contract/failure.ts';
import { waitAfter } from '../core/backoff.ts';
import { repeatSteps, spreadOut } from './backoff.ts';
import type { Exchange, Message } from './exchange.ts';
import type { Line } from './line.ts';
import { answeredWithin } from './patience.ts';
import type { SignIn } from './sign-in.ts';
import { isWorthRepeating } from './verdict.ts';

/** A call to be tried until it is answered: `isRead` may go several times; `isBackground`: no visitor waits for it. */
export interface Task extends Message {
  readonly isRead: boolean;
  readonly isBackground?: boolean;
}

/** What came of the last try, and how long it was on the wire (milliseconds). `isUnsent`: it never was. */
export type Attempt = Exchange & { readonly wireMilliseconds: number; readonly isUnsent?: boolean };

const mostTries = 3;
/** With less than this left of the deadline another try has no time to succeed (milliseconds). */
const leastForTry = 100;

/**
 * Tries a call until it is answered or `until` (monotonic milliseconds): each try waits as long as the server asked to be left alone,
 * then for its place, then is sent. Reads go up to three times, with growing waits, while `isHopeful`; writes once. Rejects only when
 * `closing` ends it.
 */
export function createTries(parts: {
  wire: (message: Message, within: number) => Promise<Exchange>;
  line: Line;
  signIn: SignIn;
  isHopeful: () => boolean;
  closing: AbortSignal;
  clock: () => number;
  chance: () => number;
}): (task: Task, until: number) => Promise<Attempt> {
  const { wire, line, signIn, isHopeful, closing, clock, chance } = parts;
  let quietUntil = 0;

  async function tryOnce(task: Task, until: number): Promise<Attempt> {
    const quiet = quietUntil - clock();
    if (quiet > 0 && quietUntil + leastForTry > until) return unsent(failure('bookings.busy'));
    if (quiet > 0) await sleep(quiet, undefined, { signal: closing });
    const leave = await line.enter({ until, isBackground: task.isBackground === true });
    if (!leave) return unsent(failure(closing.aborted ? 'bookings.unreachable' : 'bookings.timeout'));
    try {
      if (!signIn.permits()) return unsent(failure('bookings.unauthorized'));
      const sent = clock();
      const came = { ...(await wire(task, until - sent)), wireMilliseconds: clock() - sent };
      // Said with a refusal of this one request it is no wish of the server's for all of them.
      if (came.retryAfter !== undefined && isWorthRepeating(came)) {
        quietUntil = Math.max(quietUntil, clock() + spreadOut(came.retryAfter, chance()));
      }
      const isTakenAfterAll = await answeredWithin(signIn.judge(came), until - clock());
      if (!isTakenAfterAll || came.status !== 401 || !task.isRead) return came;
      return { ...(await wire(task, until - clock())), wireMilliseconds: 0 };
    } finally {
      leave();
    }
  }

  return async (task, until) => {
    for (let tries = 1; ; tries += 1) {
      const tried = await tryOnce(task, until);
      // A kept connection that the server has just closed is no sign of trouble: the next one is opened at once.
      const step = tried.isDropped && tries === 1 ? 0 : waitAfter(tries, repeatSteps, chance());
      const wait = Math.max(step, quietUntil - clock());
      const isOver = tries === mostTries || clock() + wait + leastForTry > until || !isHopeful();
      if (isOver || !task.isRead || !isWorthRepeating(tried)) return tried;
      await sleep(wait, undefined, { signal: closing });
    }
  };
}

const unsent = (result: Result<never>): Attempt => ({ result, wireMilliseconds: 0, isUnsent: true });
