import { failure, type Result, success } from '../../contract/failure.ts';
import type { PrintOutcome } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import type { Job, Patience, Protocol } from '../protocol.ts';
import { type Replies, repliesOn, roundTrip } from '../replies.ts';
import { encodeJob } from './job.ts';
import { createStatusReader, type StarReply, type StarStatus, statusQuestion, troubleOf, warningsOf } from './status.ts';

// A printer that counts says so by itself; one that does not is asked, this often.
const poll = 250;
const counts = 32;

/**
 * Star in raster mode, with the automatic status (ASB).
 *
 * `confirmed`: its ETB counter stands exactly as many further than before as this job has ETB at its end, and it counts them only once
 * all before them is on paper. `sent`: its firmware has no such counter, and it is well afterwards.
 */
export function createStar(): Protocol {
  return {
    encode: encodeJob,
    talk: (line, times) => {
      const replies = repliesOn(line, createStatusReader());
      let before: number | undefined;
      return {
        ask: async () => {
          const status = await ask(line, replies, times);
          if (!status.ok) return status;
          before = status.value.count;
          return success({ warnings: warningsOf(status.value) });
        },
        outcome: (job) => outcomeOf(line, replies, job, before, times),
      };
    },
  };
}

/** The newest status after a question, of a printer that is well. One that is only heard by itself, and does not answer, is silent. */
async function ask(line: Line, replies: Replies<StarReply>, times: Patience): Promise<Result<StarStatus>> {
  // A network connection begins with a status of its own, which is no answer.
  await replies.settle(roundTrip, times.answer);
  if (!(await line.send(statusQuestion))) return failure('printer.cutOff');
  let newest: StarStatus | undefined;
  for (const end = performance.now() + times.answer; ; ) {
    const reply = await replies.next(newest ? roundTrip : Math.max(0, end - performance.now()));
    if (reply === 'stray') return failure('printer.silent');
    if (reply) newest = reply;
    if (!reply || performance.now() > end) break;
  }
  if (line.ended) return failure('printer.cutOff');
  if (!newest) return failure('printer.silent');
  const trouble = troubleOf(newest);
  return trouble ? failure(trouble) : success(newest);
}

async function outcomeOf(
  line: Line,
  replies: Replies<StarReply>,
  job: Job,
  before: number | undefined,
  times: Patience,
): Promise<PrintOutcome> {
  const due = before === undefined ? undefined : (before + Number(job.id)) % counts;
  for (const end = performance.now() + times.confirm; performance.now() < end && !line.ended; ) {
    const reply = await replies.next(Math.min(poll, Math.max(0, end - performance.now())));
    if (reply === undefined) {
      await line.send(statusQuestion);
      continue;
    }
    if (reply === 'stray') {
      // What follows a byte in the wrong place may be the rest of a status, read as a shorter one: asked anew.
      await replies.settle(roundTrip, times.answer);
      continue;
    }
    const trouble = troubleOf(reply);
    if (trouble) return { state: 'unknown', failure: { code: trouble } };
    if (due !== undefined && reply.count === due) return { state: 'confirmed' };
  }
  if (line.ended) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  const after = await ask(line, replies, times);
  if (!after.ok) return { state: 'unknown', failure: after.failure };
  // A printer with a counter that stands elsewhere has not printed this, or somebody else prints on it too.
  return before === undefined ? { state: 'sent' } : { state: 'unknown', failure: { code: 'printer.silent' } };
}
