import { type Failure, failure, type Result, success } from '../contract/failure.ts';
import type { RosterStatus } from '../core/ports.ts';
import type { Clock } from '../effects/clock.ts';
import { failpoint } from '../failpoint.ts';
import { attempt } from '../journal/failures.ts';
import type { Log } from '../log/log.ts';
import { generationsIn, removeGenerations, rosterFile } from './files.ts';
import { type Generation, openGeneration } from './generation.ts';

/** A roster that is whole. `begun`: when its download began (monotonic milliseconds); `digest` tells its content, of this run's own alone. */
interface Held {
  readonly generation: Generation;
  readonly number: number;
  begun: number;
  badges: number;
  digest: string | undefined;
}

/** Our own statements are right: where SQLite finds an error in one, or a format that it does not know, the file is not as we wrote it. */
const besides = { SQLITE_ERROR: 'journal.damaged' } as const;

/** What has come of a download: another generation, and what it is known by. */
type Whole = Omit<Held, 'badges'>;

/** The generation that is looked at, and how another takes its place. */
export interface Current {
  /** Undefined where there is no roster. One that turns out to be damaged goes. */
  use<T>(operation: string, work: (generation: Generation) => T): Result<T | undefined>;
  status(): RosterStatus;
  /** The number of the next generation. No file of it is removed before `release`. */
  reserve(): number;
  release(number: number): Promise<void>;
  /** Has the one that is looked at this content? Then it is as new as this download. */
  renew(told: { at: string; begun: number; digest: string }): Result<boolean>;
  /** The next download is written, whatever its content. */
  doubt(): void;
  swap(whole: Whole): Promise<void>;
  /** Something of it was removed. */
  recount(): void;
  close(): void;
}

/**
 * Takes the newest generation of a folder that is whole and removes the rest. Nothing that is wrong with it is a failure, for it is a copy: the
 * log tells of it, and the next download brings another.
 */
export function openCurrent(parts: {
  readonly folder: string;
  readonly passphrase: string;
  readonly mark: number;
  readonly clock: Clock;
  readonly log: Log;
}): Current {
  const { folder, passphrase, mark, clock, log } = parts;
  const reserved = new Set<number>();
  let newest = 0;
  let held: Held | undefined;
  let closed = false;

  const note = ({ code, operation }: Failure): void => {
    log.log('roster', { ok: false, milliseconds: 0, failure: code, operation });
  };
  const isOld = (number: number): boolean => number <= newest && number !== held?.number && !reserved.has(number);

  function openNewest(): void {
    const numbers = attempt('roster.open', () => success(generationsIn(folder)));
    if (!numbers.ok) {
      note(numbers.failure);
      return;
    }
    newest = numbers.value[0] ?? 0;
    let fault: Failure | undefined;
    for (const number of numbers.value) {
      const opened = attempt('roster.open', () => success(openHeld(number)), besides);
      if (!opened.ok) fault ??= opened.failure;
      held = opened.ok ? opened.value : undefined;
      if (held) break;
    }
    if (fault && !held) note(fault);
    // A disk that does not answer now may come back with what is on it.
    if (held || !fault || fault.code === 'journal.damaged') void removeGenerations(folder, isOld);
  }

  function openHeld(number: number): Held | undefined {
    const generation = openGeneration(rosterFile(folder, number), passphrase, mark);
    if (!generation) return undefined;
    // Only the wall clock bridges a restart; one that was set back makes nothing younger than new.
    const ageMs = Math.max(0, Date.parse(clock.wall()) - Date.parse(generation.at));
    return { generation, number, begun: clock.now() - ageMs, badges: generation.badges(), digest: undefined };
  }

  function drop(damaged: Held, fault: Failure): void {
    note(fault);
    held = undefined;
    attempt('roster.open', () => success(damaged.generation.close()));
    void removeGenerations(folder, isOld);
  }

  function use<T>(operation: string, work: (generation: Generation) => T): Result<T | undefined> {
    if (closed) return failure('journal.unwritable', { operation });
    const now = held;
    if (!now) return success(undefined);
    const used = attempt(operation, () => success(work(now.generation)), besides);
    if (!used.ok && used.failure.code === 'journal.damaged') drop(now, used.failure);
    return used;
  }

  openNewest();
  return {
    use,
    status: () => ({
      badges: held?.badges ?? 0,
      ...(held && { at: held.generation.at, ageMs: clock.now() - held.begun }),
    }),
    reserve() {
      newest += 1;
      reserved.add(newest);
      return newest;
    },
    async release(number) {
      reserved.delete(number);
      if (number !== held?.number) await removeGenerations(folder, (one) => one === number);
    },
    renew({ at, begun, digest }) {
      const now = held;
      if (now?.digest !== digest) return success(false);
      const renewed = use('roster.renew', (generation) => generation.renew(at));
      // It was damaged: it is written anew.
      if (!renewed.ok) return held ? renewed : success(false);
      now.begun = begun;
      return success(true);
    },
    doubt: () => {
      if (held) held.digest = undefined;
    },
    async swap(whole) {
      if (closed) {
        whole.generation.close();
        return;
      }
      const before = held?.generation;
      held = { ...whole, badges: whole.generation.badges() };
      failpoint('roster.swapped');
      before?.close();
      await removeGenerations(folder, isOld);
      failpoint('roster.removed');
    },
    recount() {
      const left = use('roster.purge', (generation) => generation.badges());
      if (held && left.ok) held = { ...held, badges: left.value ?? 0, digest: undefined };
    },
    close() {
      use('roster.close', (generation) => generation.close());
      held = undefined;
      closed = true;
    },
  };
}
