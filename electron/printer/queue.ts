/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  /**
   * Runs `job` when those before it have ended. `expire` answers instead when that has not happened after `wait` milliseconds or when
   * `signal` ends the waiting; the job is then never run. `job` is told how many of the milliseconds are left.
   */
  run<T>(wait: number, signal: AbortSignal, job: (left: number) => Promise<T>, expire: () => T): Promise<T>;
}

/** A queue for one physical printer: its jobs never interleave. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (wait, signal, job, expire) =>
      new Promise((resolve, reject) => {
        const begun = performance.now();
        let expired = false;
        const giveUp = () => {
          expired = true;
          stopWaiting();
          resolve(expire());
        };
        const timer = setTimeout(giveUp, wait);
        signal.addEventListener('abort', giveUp, { once: true });
        const stopWaiting = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', giveUp);
        };
        if (signal.aborted) giveUp();
        last = last.then(async () => {
          stopWaiting();
          if (!expired) await job(wait - (performance.now() - begun)).then(resolve, reject);
        });
      }),
  };
}
