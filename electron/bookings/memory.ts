import { LRUCache } from 'lru-cache';

/** A remembered value and when it came (monotonic milliseconds). */
interface Remembered {
  readonly value: unknown;
  readonly at: number;
}

/** What was answered before, by the name of the call. */
export interface Memory {
  /** A value and its age (milliseconds), if it is no older than `most`. */
  recall(name: string, most: number): { readonly value: unknown; readonly age: number } | undefined;
  keep(name: string, value: unknown): void;
  forget(name: string): void;
}

/** About 8 MB of JSON in all, and no answer that alone would fill a quarter of it. */
const mostCharacters = 4_000_000;

/** An empty memory that holds at most `most` answers; what was not wanted for longest goes first. */
export function createMemory({ most = 500, clock = () => performance.now() } = {}): Memory {
  const kept = new LRUCache<string, Remembered>({
    max: most,
    maxSize: mostCharacters,
    maxEntrySize: mostCharacters / 4,
    sizeCalculation: ({ value }, name) => name.length + JSON.stringify(value).length,
  });
  return {
    recall(name, oldest) {
      const remembered = kept.get(name);
      const age = remembered ? clock() - remembered.at : Number.POSITIVE_INFINITY;
      return remembered && age <= oldest ? { value: remembered.value, age } : undefined;
    },
    keep: (name, value) => void kept.set(name, { value, at: clock() }),
    forget: (name) => void kept.delete(name),
  };
}
