import type { Failure, Result } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';
import type { Journal, Printer, PrintOutcome } from '../core/ports.ts';
import type { PrintContent } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';

/** What a print is carried out with. `withinMs`: a print that has not begun so long after it was asked for is not printed any more. */
export interface PrintParts {
  readonly printer: Printer;
  readonly journal: Pick<Journal, 'print'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly withinMs: number;
}

/**
 * Prints what the journal has as `queued`, and records what becomes of it: `sending` before the first byte leaves (rule PRN-8), then the
 * outcome. Nothing is sent where it could not be recorded, nor once whoever asked for it has gone on: `printer.late`.
 */
export async function printQueued(printId: string, content: PrintContent, parts: PrintParts): Promise<PrintOutcome> {
  const { printer, journal, clock, log } = parts;
  const isLate = lateness(parts);
  let mayHaveBegun = false;
  const record = (name?: string): Result<void> => {
    if (isLate()) return failure('printer.late');
    const recorded = journal.print({ printId, state: 'sending', at: clock.wall(), ...(name !== undefined && { printer: name }) });
    mayHaveBegun ||= recorded.ok;
    return recorded;
  };
  const outcome = await printer.print(content, record).catch((): PrintOutcome => {
    // A bug; a print must not be left without an end, for then nobody would ever look at it.
    log.log('bug', { effect: 'print' });
    return { state: mayHaveBegun ? 'unknown' : 'failed', failure: { code: 'printer.fault' } };
  });
  failpoint('print.before-outcome');
  const { state, failure: why, printer: name, kept } = outcome;
  const entry = { printId, state, at: clock.wall(), ...besides(why, name) };
  const whole = journal.print({ ...entry, ...(kept && { kept }) });
  // What became of it is worth more than what it looked like.
  const recorded = !whole.ok && kept ? journal.print(entry) : whole;
  if (!recorded.ok) log.log('notKept', { failure: recorded.failure.code, operation: recorded.failure.operation });
  log.log('printed', { state, ...(why && { failure: why.code }) });
  return outcome;
}

const besides = (why: Failure | undefined, printer: string | undefined) => ({
  ...(why && { failure: why }),
  ...(printer !== undefined && { printer }),
});

/**
 * Whether too much time has passed since now, by either clock: the monotonic one may stand still while the machine sleeps, and the wall clock
 * says nothing of how long it was once somebody has set it, forward or back.
 */
function lateness({ clock, withinMs }: Pick<PrintParts, 'clock' | 'withinMs'>): () => boolean {
  const begun = { now: clock.now(), wall: Date.parse(clock.wall()) };
  return () => clock.now() - begun.now > withinMs || Math.abs(Date.parse(clock.wall()) - begun.wall) > withinMs;
}
