import type { Snapshot } from '../contract/snapshot.ts';

/** What a window shows, snapshot after snapshot, and who is told of it. */
export interface Snapshots {
  /** The newest; undefined: nothing was shown yet. */
  newest(): Snapshot | undefined;
  /**
   * Shows this under the next number and tells it to whoever listens, before it answers. With `compared`, only where that reads otherwise as JSON than
   * it did when something was shown last; the answer is what is shown now.
   */
  show(content: Omit<Snapshot, 'number'>, compared?: unknown): Snapshot;
  /** Calls back with each new snapshot, in the order of those who listen; the answer unsubscribes. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Whether anybody listens. */
  isHeard(): boolean;
}

/** Numbers what a window shows, from 1 and without a gap: a page ignores what is older than what it has. */
export function createSnapshots(): Snapshots {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let newest: Snapshot | undefined;
  let known: string | undefined;
  return {
    newest: () => newest,
    show: (content, compared) => {
      const text = compared === undefined ? undefined : JSON.stringify(compared);
      if (newest && text !== undefined && text === known) return newest;
      known = text;
      newest = { ...content, number: (newest?.number ?? 0) + 1 };
      // Where one of them brings about another snapshot, the others hear of that one, and of none that is older.
      for (const listener of listeners) listener(newest);
      return newest;
    },
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isHeard: () => listeners.size > 0,
  };
}
