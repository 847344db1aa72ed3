import type { Failure, Result } from '../contract/failure.ts';
import type { Clock } from '../effects/clock.ts';
import { pauseAfter } from './pause.ts';

/** Something that is asked for again and again. */
export interface Fresh {
  /** The server says that it has changed: asked for at once, yet never more than once a second. */
  now(): void;
  stop(): void;
}

const closestMs = 1_000;
/** At most a twentieth of the time is spent asking: a slow server is asked less often. */
const share = 20;

/**
 * Asks at once, then every `everyMs()` milliseconds or so; sooner after a failure, and when told. One asking runs at a time; told
 * during one, it asks once more. `refresh` is given whether the server told it to; it never rejects.
 */
export function keepFresh(parts: {
  readonly clock: Clock;
  readonly chance: () => number;
  readonly everyMs: () => number;
  readonly refresh: (isTold: boolean) => Promise<Result<unknown>>;
}): Fresh {
  const { clock, chance, everyMs, refresh } = parts;
  let beganAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let isRunning = false;
  let isTold = false;
  let stopped = false;
  let cancel = () => {};

  function wait(milliseconds: number): void {
    cancel();
    cancel = clock.after(Math.max(0, milliseconds), () => void run());
  }

  const waitAsTold = () => wait(beganAt + closestMs - clock.now());

  async function run(): Promise<void> {
    const told = isTold;
    isTold = false;
    isRunning = true;
    beganAt = clock.now();
    const answer = await refresh(told);
    isRunning = false;
    if (stopped) return;
    failures = answer.ok ? 0 : failures + 1;
    if (isTold) waitAsTold();
    else wait(answer.ok ? usualWait() : waitAfter(answer.failure));
  }

  const usualWait = () => Math.max(everyMs() * (0.9 + chance() / 5), (clock.now() - beganAt) * share);
  const waitAfter = ({ code }: Failure) => Math.min(usualWait(), pauseAfter(failures, code, chance()));

  void run();
  return {
    now: () => {
      if (stopped) return;
      isTold = true;
      if (!isRunning) waitAsTold();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
