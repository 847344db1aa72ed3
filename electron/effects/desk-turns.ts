import type { Clock } from './clock.ts';

/** How often the journal is read while somebody looks: yet at most a fiftieth of the time. */
const readMs = 3_000;
const share = 50;
/** What happens elsewhere is shown after so long, so that several things at once are read once; a slow reading is a tenth of the time at most. */
const lookMs = 50;
const lookShare = 10;

/** When the journal is read for a desk. */
export interface DeskTurns {
  /** At once, and then now and again while somebody looks. */
  now(): void;
  /** Something may be in the journal that is not shown yet: soon, where somebody looks. */
  soon(): void;
  /** Nobody looks any more. */
  rest(): void;
}

/** `read` reads and shows, and throws nothing. */
export function deskTurns(parts: {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly isWatched: () => boolean;
  readonly read: () => void;
}): DeskTurns {
  const { clock, isWatched, read } = parts;
  let cancel = () => {};
  let cancelSoon = () => {};
  let isSoon = false;
  let lastMs = 0;

  function rest(): void {
    cancel();
    cancelSoon();
    isSoon = false;
  }
  function now(): void {
    rest();
    const began = clock.now();
    read();
    lastMs = clock.now() - began;
    if (isWatched()) cancel = clock.after(Math.max(readMs, lastMs * share), now);
  }
  return {
    now,
    soon: () => {
      if (isSoon || !isWatched()) return;
      isSoon = true;
      cancelSoon = clock.after(Math.max(lookMs, lastMs * lookShare), now);
    },
    rest,
  };
}
