import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { type Derivation, type Derived, finderOf } from './derivation.ts';
import type { Building } from './generation.ts';
import { seal } from './seal.ts';

/** Records that are worked on before everybody else gets a turn: a few milliseconds. */
export const slice = 64;
/** Derivations at once, of the four threads that Node has for such work: a core is left to whoever stands at a screen. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));

/**
 * A visit as JSON, from one byte to another of what was added together: a hundred thousand texts of their own would keep the collector busy
 * while others wait. `ends`: when its days are over (milliseconds since 1970).
 */
export interface Plain {
  readonly code: string;
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  readonly ends: number;
}

/** What is ready to be sealed. */
interface Derivable {
  readonly derived: Derived;
  readonly plain: Plain;
}

/** Records with what finds and opens them, in 256 lists by the first byte of it: none is long to sort. Stops when `isEnded`. */
export async function deriveAll(
  plain: readonly Plain[],
  derivation: Derivation,
  isEnded: () => boolean,
): Promise<readonly Derivable[][]> {
  const lists: Derivable[][] = Array.from({ length: 256 }, () => []);
  const waiting = plain.values();
  const work = async () => {
    let done = 0;
    for (const visit of waiting) {
      const known = derivation.forDownload(visit.code);
      const derived = typeof known === 'string' ? known : await known;
      lists[derived.charCodeAt(0)]?.push({ derived, plain: visit });
      done += 1;
      if (done % slice === 0) await turn();
      if (isEnded()) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (!isEnded()) derivation.forgetOthers();
  return lists;
}

/** Seals and writes in slices, in the order of what the records are found by, which tells nothing of the server's. Stops when `isEnded`. */
export async function writeAll(building: Building, lists: readonly Derivable[][], isEnded: () => boolean): Promise<void> {
  for (const list of lists) {
    list.sort((a, b) => (a.derived < b.derived ? -1 : 1));
    while (list.length > 0 && !isEnded()) {
      const rows = list.splice(0, slice);
      building.write(
        rows.map(({ derived, plain: { bytes, from, to, ends } }) => ({
          finder: finderOf(derived),
          sealed: seal(derived, bytes.subarray(from, to)),
          ends,
        })),
      );
      await turn();
    }
  }
}
