import type { Result } from '../contract/failure.ts';
import type { Expected } from '../core/day-list.ts';
import type { Visit } from '../core/visit.ts';
import type { Clock } from './clock.ts';

/** What a download of the roster tells whoever wants to see whom it brings. */
export interface ExpectedSink {
  /** Somebody looks at the list now. */
  isWanted(): boolean;
  begin(at: string): void;
  take(visits: readonly Visit[]): void;
  end(result: Result<unknown>): void;
}

/** Whom the server expects, while somebody looks at the list, and not a moment longer. */
export interface ExpectedList {
  /** Calls back whenever more is known; the answer ends it, and with the last one the list is forgotten. */
  watch(listener: () => void): () => void;
  current(): Expected;
  /** Somebody turns to the list: it is asked for anew. */
  renew(): void;
  readonly sink: ExpectedSink;
}

const nobody: Expected = { visits: [], state: 'none' };

/** A desk whose window opens with Foyer is there after a few seconds (milliseconds). */
const awaitedMs = 60_000;

/**
 * The names of everybody who is expected are nowhere but here, and here only while a desk is open: on the disk each lies under the visitor's own code. The list of a
 * download takes the place of the one before when it is whole; the first is shown as it comes. `ask` begins a download now. `awaited`: a desk is about to
 * open, so what the first download brings is for it, and no second one competes with the storing of the first.
 */
export function expectedList(ask: () => void, awaited?: Pick<Clock, 'after'>): ExpectedList {
  const listeners = new Set<() => void>();
  let current = nobody;
  let coming: { readonly at: string; readonly visits: Visit[] } | undefined;
  let isAwaited = awaited !== undefined;
  const stopAwaiting = awaited?.after(awaitedMs, () => {
    isAwaited = false;
    forget();
  });
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const isWanted = () => isAwaited || listeners.size > 0;
  function forget(): void {
    current = nobody;
    coming = undefined;
  }
  return {
    watch: (listener) => {
      stopAwaiting?.();
      isAwaited = false;
      listeners.add(listener);
      // A part that a download left behind is not what is looked for.
      if (listeners.size === 1 && !coming && current.state !== 'whole') ask();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) forget();
      };
    },
    current: () => current,
    renew: ask,
    sink: {
      isWanted,
      begin: (at) => {
        coming = isWanted() ? { at, visits: [] } : undefined;
        if (!coming || current.state !== 'none') return;
        current = { visits: [], state: 'coming' };
        tell();
      },
      take: (visits) => {
        if (!coming) return;
        coming.visits.push(...visits);
        if (current.state === 'whole') return;
        current = { visits: [...coming.visits], state: 'coming' };
        tell();
      },
      end: (result) => {
        // A part is not shown for long as if it were all: what came stays, and is said to be a part.
        if (result.ok && coming) current = { visits: coming.visits, state: 'whole', at: coming.at };
        else if (current.visits.length === 0 && current.state === 'coming') current = nobody;
        coming = undefined;
        tell();
      },
    },
  };
}
