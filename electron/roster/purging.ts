import { setImmediate as turn } from 'node:timers/promises';
import { isBelieved, isSteady, lookAtWall } from '../core/steady.ts';
import type { Clock } from '../effects/clock.ts';
import type { Current } from './current.ts';
import { slice } from './writing.ts';

/** How often the wall clock is looked at, in milliseconds. */
const everyMs = 30 * 60_000;

/**
 * Removes what ended longer ago than `retentionMs`, every half hour: a server that is away for weeks must not make a roster keep names
 * for ever. Only while the wall clock goes steadily: one that jumps ahead would leave a kiosk without its roster when it needs it.
 * The answer stops it.
 */
export function keepPurged(parts: { readonly clock: Clock; readonly current: Current; readonly retentionMs: number }): () => void {
  const { clock, current, retentionMs } = parts;
  let stopped = false;
  let watch = lookAtWall(undefined, { now: clock.now(), wall: clock.wall() });
  let cancel = clock.after(everyMs, () => void look());

  async function look(): Promise<void> {
    cancel = clock.after(everyMs, () => void look());
    const seen = { now: clock.now(), wall: clock.wall() };
    watch = lookAtWall(watch, seen);
    if (isSteady(watch, seen) && isBelieved(watch, seen)) await remove(Date.parse(seen.wall) - retentionMs);
  }

  async function remove(before: number): Promise<void> {
    let removed = 0;
    for (let last = slice; last === slice && !stopped; await turn()) {
      const purged = current.use('roster.purge', (generation) => generation.purge(before, slice));
      last = (purged.ok && purged.value) || 0;
      removed += last;
    }
    if (removed === 0 || stopped) return;
    current.use('roster.purge', (generation) => generation.settle());
    current.recount();
  }

  return () => {
    stopped = true;
    cancel();
  };
}
