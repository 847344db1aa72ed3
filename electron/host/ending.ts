import { sayBug } from './terminal.ts';

/** Milliseconds after which a stop that hangs is ended all the same: what was promised is committed long before. */
const patience = 1_900;

/**
 * Runs `stop` once, however often and by whatever road it is asked for, and then `exit`: with 0, or with 1 when the stop failed or
 * did not end in time.
 */
export function createEnding(stop: () => Promise<void>, exit: (code: number) => void): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    const late = setTimeout(() => exit(1), patience);
    stop().then(
      () => {
        clearTimeout(late);
        exit(0);
      },
      () => exit(1),
    );
  };
}

/** A bug that nobody caught ends the process: its name and place are said, never its message, which may hold anything; the journal is whole. */
export function endOnBugs(exit: (code: number) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      sayBug(error);
      exit(1);
    });
  }
}

/** Ends on SIGTERM, SIGINT and SIGHUP. A terminal's Ctrl-C reaches both us and the starter, which forwards it: the second is ignored. */
export function endOnSignals(end: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}
