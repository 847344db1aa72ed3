import { setMaxListeners } from 'node:events';

/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  /** Ends when the queue is closed. Also for what a running job waits for, of which there may be many. */
  readonly closing: AbortSignal;
  /**
   * Runs `job` when those before it have ended. `expire` answers instead when that has not happened after `wait` milliseconds or when the
   * queue is closed; the job is then never run. `job` is told how many of the milliseconds are left.
   */
  run<T>(wait: number, job: (left: number) => Promise<T>, expire: () => T): Promise<T>;
  /** Ends the waiting of all jobs, not the one that runs. */
  close(): void;
}

/** A queue for one physical printer: its jobs never interleave. */
export function createQueue(): Queue {
  const controller = new AbortController();
  const { signal } = controller;
  setMaxListeners(0, signal); // one for each waiting job, which may be many
  let last: Promise<unknown> = Promise.resolve();
  return {
    closing: signal,
    close: () => controller.abort(),
    run: (wait, job, expire) =>
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
