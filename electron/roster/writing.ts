import { setImmediate as turn } from 'node:timers/promises';
import { type Derivation, type Derived, finderOf } from './derivation.ts';
import type { Building } from './generation.ts';
import { seal } from './seal.ts';

/** Records that are worked on before everybody else gets a turn: a few milliseconds. */
export const slice = 64;
/** Derivations at once, of the four threads that Node has for such work. */
const atOnce = 2;

/** A visit as JSON, under its code; `ends`: when its days are over (milliseconds since 1970). */
export interface Plain {
  readonly code: string;
  readonly text: string;
  readonly ends: number;
}

/** What is ready to be sealed. */
export interface Derivable {
  readonly derived: Derived;
  readonly text: string;
  readonly ends: number;
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
    for (const { code, text, ends } of waiting) {
      const known = derivation.forDownload(code);
      const derived = typeof known === 'string' ? known : await known;
      lists[derived.charCodeAt(0)]?.push({ derived, text, ends });
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
      building.write(rows.map(({ derived, text, ends }) => ({ finder: finderOf(derived), sealed: seal(derived, text), ends })));
      await turn();
    }
  }
}
