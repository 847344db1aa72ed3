import type { DayCounts } from '../contract/desk-today.ts';
import type { Bookings } from '../core/ports.ts';
import type { Clock } from './clock.ts';

/** The day's counts by the server's own dashboard, while somebody looks at them. */
export interface Dashboard {
  /** Calls back whenever they have changed; the answer ends it. */
  watch(listener: () => void): () => void;
  current(): DayCounts | undefined;
}

const everyMs = 60_000;

/** Asks at once and every minute while somebody looks; what cannot be asked is not shown. */
export function watchDashboard({ bookings, clock }: { bookings: Pick<Bookings, 'dayCounts'>; clock: Clock }): Dashboard {
  const listeners = new Set<() => void>();
  let current: DayCounts | undefined;
  let cancel = () => {};

  async function ask(): Promise<void> {
    const answer = await bookings.dayCounts(new Date(clock.wall()));
    if (listeners.size === 0) return;
    const before = JSON.stringify(current);
    current = answer.ok ? answer.value : undefined;
    cancel();
    cancel = clock.after(everyMs, () => void ask());
    if (JSON.stringify(current) !== before) for (const listener of listeners) listener();
  }

  return {
    watch: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) void ask();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel();
        current = undefined;
      };
    },
    current: () => current,
  };
}
