import type { MachineState } from '../../fakes/machine.ts';
import type { Random } from '../random.ts';
import type { Said } from './kiosk.ts';

/** What a fake printer can be told to do, whatever its language. */
type Trouble = Readonly<Partial<MachineState>>;

/** Something that goes wrong with a print. `may`: what the kiosk may truly say then; `killAfter`: milliseconds to a SIGKILL of the kiosk. */
export interface Fault {
  readonly name: string;
  readonly first: Trouble;
  /** What is wrong with the spare, where there is one. */
  readonly spare?: Trouble;
  readonly may: readonly Said[];
  readonly killAfter?: number;
}

const notReady = [{ paperOut: true }, { coverOpen: true }, { offline: true }, { fault: true }, { silent: true }] as const;
const nameOf = (trouble: Trouble): string => Object.keys(trouble).join(' and ');

/** The fault of a print, by chance. `length`: of a whole job, in bytes; `hasSpare`: a second printer stands in. */
export function faultOf(random: Random, length: number, hasSpare: boolean): Fault {
  const one = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;
  // Half of the cuts are in the commands before and after the picture, where the states change.
  const offset = () => one([1 + random.below(40), length - 1 - random.below(40), 1 + random.below(length - 1)]);
  switch (random.below(9)) {
    case 0:
    case 1:
      return { name: 'none', first: {}, may: ['confirmed'] };
    case 2: {
      const first = one(notReady);
      return { name: nameOf(first), first, may: hasSpare ? ['confirmed'] : ['failed'] };
    }
    case 3: {
      const [first, spare] = [one(notReady), one(notReady)];
      return { name: `${nameOf(first)}, and ${nameOf(spare)} at the spare`, first, spare, may: ['failed'] };
    }
    case 4: {
      const cutAfterBytes = offset();
      return { name: `cut after ${cutAfterBytes} bytes`, first: { cutAfterBytes }, may: ['unknown'] };
    }
    case 5: {
      const readsOnly = offset();
      return { name: `cable pulled after ${readsOnly} bytes`, first: { readsOnly }, may: ['unknown'] };
    }
    case 6:
      return { name: 'paper out as the job ends', first: { paperOutAfterJob: true }, may: ['unknown'] };
    case 7:
      // A language whose answers are long may take them for none before the job, and then nothing has left.
      return { name: 'slow answers', first: { drip: 5 + random.below(20) }, may: ['confirmed', 'unknown', 'failed'] };
    default: {
      const killAfter = random.below(120);
      return { name: `kill -9 after ${killAfter} ms`, first: {}, may: ['confirmed', 'killed'], killAfter };
    }
  }
}
