import type { Call } from '../bookings/call.ts';
import { failure, type Result } from '../contract/failure.ts';
import type { Clock } from '../effects/clock.ts';
import type { Log } from '../log/log.ts';
import type { Settings } from '../settings/settings.ts';
import { type CallbackKind, type CallbackListener, openCallback } from './callback.ts';
import { keepFresh } from './fresh.ts';
import { pauseAfter } from './pause.ts';
import { keepSubscribed, type Subscription } from './subscriptions.ts';

/** What is to be kept fresh: of which resources, and how it is asked for. */
export interface Watched {
  readonly kind: CallbackKind;
  readonly ids: readonly string[];
  readonly refresh: (isTold: boolean) => Promise<Result<unknown>>;
}

const pollMs = 5 * 60_000;
/** Asked for all the same where the server calls: a call may be lost. */
const calledPollMs = 30 * 60_000;

/**
 * Keeps things fresh: by polling, and where the site gave an address at which the server reaches this kiosk, by its calls too. A
 * subscription makes polling rarer only once the server has really called. Listening that fails is tried again; polling goes on.
 */
export function watch(parts: {
  readonly call: Call;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly callback: Settings['callback'];
  readonly watched: readonly Watched[];
}): { stop(): Promise<void> } {
  const { call, clock, log, chance, callback, watched } = parts;
  const called = new Set<CallbackKind>();
  const subscriptions = new Map<CallbackKind, Subscription>();
  const fresh = watched.map(({ kind, refresh }) => {
    const isCalled = () => called.has(kind) && subscriptions.get(kind)?.isActive() === true;
    const safely = (isTold: boolean) =>
      refresh(isTold).catch(() => {
        log.log('bug', {});
        return failure('bug');
      });
    return { kind, kept: keepFresh({ clock, chance, refresh: safely, everyMs: () => (isCalled() ? calledPollMs : pollMs) }) };
  });
  let listener: CallbackListener | undefined;
  let opening: Promise<void> | undefined;
  let failures = 0;
  let noted = '';
  let stopped = false;
  let cancel = () => {};

  function hear(kind: CallbackKind): void {
    called.add(kind);
    for (const one of fresh) if (one.kind === kind) one.kept.now();
  }

  async function open(at: NonNullable<Settings['callback']>): Promise<void> {
    const opened = await openCallback(at, hear);
    note(opened.ok ? 'listening' : opened.problem);
    if (opened.ok) listener = opened.value;
    if (stopped) return;
    if (!opened.ok) {
      // A network that comes up after the kiosk, or a program that goes.
      failures += 1;
      cancel = clock.after(pauseAfter(failures, undefined, chance()), () => start(at));
      return;
    }
    for (const { kind, ids } of watched) {
      const address = opened.value.addressOf(kind);
      subscriptions.set(kind, keepSubscribed({ call, clock, log, chance, kind, ids, address }));
    }
  }

  function start(at: NonNullable<Settings['callback']>): void {
    opening = open(at);
  }

  function note(state: 'listening' | Extract<Awaited<ReturnType<typeof openCallback>>, { ok: false }>['problem']): void {
    if (stopped || state === noted) return;
    noted = state;
    log.log('callback', { state });
  }

  if (callback && watched.length > 0) start(callback);
  return {
    stop: async () => {
      stopped = true;
      cancel();
      for (const { kept } of fresh) kept.stop();
      for (const subscription of subscriptions.values()) subscription.stop();
      await opening;
      await listener?.close();
    },
  };
}
