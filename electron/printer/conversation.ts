import { failure, type Result, success } from '../contract/failure.ts';
import type { PrintOutcome } from '../core/ports.ts';
import { failpoint } from '../failpoint.ts';
import type { Job } from './escpos.ts';
import { questions, readiness, statusQuestion } from './status.ts';
import type { Connection } from './tcp.ts';

/** How long each step may take, in milliseconds. `job` counts from the call and includes waiting for the printer. */
export interface Patience {
  readonly connect: number;
  readonly answer: number;
  readonly confirm: number;
  readonly job: number;
}

export const patience: Patience = { connect: 2_000, answer: 1_000, confirm: 5_000, job: 15_000 };

const roundTrip = 20; // milliseconds, ample in the same building

/** What a printer has shown that it can do, kept from job to job. */
export interface Abilities {
  confirms: boolean;
}

/**
 * Asks, sends, and hears what became of it.
 *
 * A printer that does not answer the status question gets no job: `failed`, `printer.silent`. Epson's answer even when they are out of
 * paper, so silence is a printer that is off, hung or behind a print server with a buffer of its own, and what it is sent now comes out
 * when nobody stands there any more.
 *
 * `confirmed`: it gave this job's process id back. `sent`: it took every byte, is well afterwards, and has never been heard to give
 * a process id: it cannot say. `unknown`: everything else once a byte has left. `failed`: no byte has left.
 */
export async function converse(
  connection: Connection,
  job: Job,
  beforeFirstByte: () => Result<void>,
  abilities: Abilities,
  times: Patience,
): Promise<PrintOutcome> {
  const ready = await ask(connection, times);
  if (!ready.ok) return { state: 'failed', failure: ready.failure };
  failpoint('print.before-sending');
  const recorded = beforeFirstByte();
  if (!recorded.ok) return { state: 'failed', failure: recorded.failure };
  failpoint('print.sending-recorded');
  // The record took a moment in which nothing was heard; if the printer hung up in it, this is the last chance to say "failed".
  await connection.next(0);
  if (connection.ended) return { state: 'failed', failure: { code: 'printer.cutOff' } };
  connection.forget();

  const middle = job.bytes.length >> 1;
  const half = await connection.send(job.bytes.subarray(0, middle));
  failpoint('print.half-sent');
  const whole = half && (await connection.send(job.bytes.subarray(middle)));
  if (!whole) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  failpoint('print.all-sent');
  return outcomeOf(connection, job, abilities, times);
}

async function outcomeOf(connection: Connection, job: Job, abilities: Abilities, times: Patience): Promise<PrintOutcome> {
  const end = performance.now() + times.confirm;
  let strange = false;
  for (;;) {
    const reply = await connection.next(Math.max(0, end - performance.now()));
    if (reply?.kind === 'process' && reply.id === job.processId) {
      abilities.confirms = true;
      return { state: 'confirmed' };
    }
    if (reply === undefined) break;
    // An older job's id, a late answer, noise: this printer says things that we do not understand, and silence is no good sign then.
    strange = true;
  }
  if (connection.ended) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  const after = await ask(connection, times);
  if (!after.ok) return { state: 'unknown', failure: after.failure };
  return strange || abilities.confirms ? { state: 'unknown', failure: { code: 'printer.silent' } } : { state: 'sent' };
}

/**
 * Asks the four questions, each after the answer to the one before. The answers do not say what they answer, so they have to be four:
 * one more means that one was late or doubled, and that none may be where it belongs.
 */
async function ask(connection: Connection, times: Patience): Promise<Result<void>> {
  const answers: (number | undefined)[] = [];
  for (const question of questions) {
    const unasked = connection.forget();
    if (unasked > 0 && answers.length > 0) return failure('printer.silent');
    if (!(await connection.send(statusQuestion(question)))) return failure('printer.cutOff');
    const reply = await connection.next(times.answer);
    if (reply === undefined) return failure(connection.ended ? 'printer.cutOff' : 'printer.silent');
    answers.push(reply.kind === 'status' ? reply.byte : undefined);
  }
  const ready = readiness(answers);
  if (!ready.ok) return ready;
  const tooMany = await connection.next(roundTrip);
  if (connection.ended) return failure('printer.cutOff');
  return tooMany ? failure('printer.silent') : success(undefined);
}
