import { failure, type Result, success } from '../../contract/failure.ts';
import type { PrinterWarning, PrintOutcome } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import type { Job, Patience, Protocol, Ready } from '../protocol.ts';
import { type Replies, repliesOn, roundTrip } from '../replies.ts';
import { type EscposFamily, encodeJob } from './job.ts';
import { createReplyReader, type Reply } from './replies.ts';
import { isPaperLow, questions, readiness, statusQuestion } from './status.ts';

/** What a printer has shown that it can do, kept from job to job. */
interface Abilities {
  confirms: boolean;
}

/**
 * ESC/POS with one picture a job, of Epson's and the families that take the same.
 *
 * A printer that does not answer the status question gets no job: `failed`, `printer.silent`. Epson's answer even when they are out of
 * paper, so silence is a printer that is off, hung or behind a print server with a buffer of its own, and what it is sent now comes out
 * when nobody stands there any more.
 *
 * `confirmed`: it gave this job's process id back. `sent`: it took every byte, is well afterwards, and has never been heard to give
 * a process id: it cannot say.
 */
export function createEscpos(family: EscposFamily = 'epson'): Protocol {
  const abilities: Abilities = { confirms: false };
  return {
    encode: (picture) => encodeJob(picture, family),
    talk: (line, times) => {
      const replies = repliesOn(line, createReplyReader());
      return {
        ask: () => ask(line, replies, times),
        outcome: (job) => outcomeOf(line, replies, job, abilities, times),
      };
    },
  };
}

async function outcomeOf(
  line: Line,
  replies: Replies<Reply>,
  job: Job,
  abilities: Abilities,
  times: Patience,
): Promise<PrintOutcome> {
  const end = performance.now() + times.confirm;
  let strange = false;
  for (;;) {
    const reply = await replies.next(Math.max(0, end - performance.now()));
    if (reply?.kind === 'process' && job.id !== undefined && reply.id === job.id) {
      abilities.confirms = true;
      return { state: 'confirmed' };
    }
    if (reply === undefined) break;
    // An older job's id, a late answer, noise: this printer says things that we do not understand, and silence is no good sign then.
    strange = true;
  }
  if (line.ended) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  const after = await ask(line, replies, times);
  if (!after.ok) return { state: 'unknown', failure: after.failure };
  return strange || abilities.confirms ? { state: 'unknown', failure: { code: 'printer.silent' } } : { state: 'sent' };
}

/**
 * Asks the four questions, each after the answer to the one before. The answers do not say what they answer, so they have to be four:
 * one more means that one was late or doubled, and that none may be where it belongs.
 */
async function ask(line: Line, replies: Replies<Reply>, times: Patience): Promise<Result<Ready>> {
  const answers: (number | undefined)[] = [];
  for (const question of questions) {
    const unasked = await replies.forget();
    if (unasked && answers.length > 0) return failure('printer.silent');
    if (!(await line.send(statusQuestion(question)))) return failure('printer.cutOff');
    const reply = await replies.next(times.answer);
    if (reply === undefined) return failure(line.ended ? 'printer.cutOff' : 'printer.silent');
    answers.push(reply.kind === 'status' ? reply.byte : undefined);
  }
  const ready = readiness(answers);
  if (!ready.ok) return ready;
  const tooMany = await replies.next(roundTrip);
  if (line.ended) return failure('printer.cutOff');
  if (tooMany) return failure('printer.silent');
  const warnings: PrinterWarning[] = isPaperLow(answers[3] ?? 0) ? ['paperLow'] : [];
  return success({ warnings });
}
