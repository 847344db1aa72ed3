import type { Call } from '../bookings/call.ts';
import type { Failure } from '../contract/failure.ts';
import type { Clock } from '../effects/clock.ts';
import type { Log } from '../log/log.ts';
import type { CallbackKind } from './callback.ts';
import { pauseAfter } from './pause.ts';
import { noteOf } from './presence.ts';

const operations = {
  bookings: 'bookableResource.subscribe',
  content: 'bookableResourcePlayerContent.subscribe',
  accessKeys: 'bookableResourceAccessKey.subscribe',
} as const;

/** What is asked for, in minutes: the page's default. A kiosk that is gone is not called for long. */
const expireTime = 60;

/** A subscription that is renewed before it ends. */
export interface Subscription {
  /** Does the server hold it now, as far as it has said? */
  isActive(): boolean;
  stop(): void;
}

/** Subscribes to changes of one kind for these ids, at the address to be called; renews it after about four fifths of its time. */
export function keepSubscribed(parts: {
  readonly call: Call;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly kind: CallbackKind;
  readonly ids: readonly string[];
  readonly address: string;
}): Subscription {
  const { call, clock, log, chance, kind, ids, address } = parts;
  let activeUntil = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let noted = '';
  let stopped = false;
  let cancel = () => {};

  async function subscribe(): Promise<void> {
    const askedAt = clock.now();
    const body = { ids: ids.join(','), callbackUrl: address, expireTime };
    const answer = await call(operations[kind], { body });
    if (stopped) return;
    // What the answer's text means is not told; that there is one counts.
    const fault = answer.ok ? undefined : answer.failure;
    note(fault);
    failures = fault ? failures + 1 : 0;
    if (!fault) activeUntil = askedAt + expireTime * 60_000;
    const wait = fault ? pauseAfter(failures, fault.code, chance()) : expireTime * 60_000 * (0.75 + chance() / 10);
    cancel = clock.after(wait, () => void subscribe());
  }

  function note(fault: Failure | undefined): void {
    const fields = { kind, ok: !fault, ...(fault && noteOf(fault)) };
    if (noted === JSON.stringify(fields)) return;
    noted = JSON.stringify(fields);
    log.log('subscribed', fields);
  }

  void subscribe();
  return {
    isActive: () => clock.now() < activeUntil,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
