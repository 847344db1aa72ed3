import { setTimeout as sleep } from 'node:timers/promises';
import { type FailureCode, failure, type Result, success } from '../../contract/failure.ts';
import type { PrintOutcome } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import type { Patience, Protocol, Ready } from '../protocol.ts';
import { type Replies, repliesOn, roundTrip } from '../replies.ts';
import { encodeJob, invalidate, type QlSetup, rasterMode } from './job.ts';
import { createStatusReader, fitsRoll, mediaText, type QlReply, type QlStatus, statusQuestion, troubleOf } from './status.ts';

// The models that have modes besides raster: QL-710W, 720NW, 800, 810W, 820NWB, 1100, 1110NWB.
const withModes: readonly number[] = [0x36, 0x37, 0x38, 0x39, 0x41, 0x43, 0x44];

/** A question that comes while it prints is never answered, so another is asked after so many milliseconds. */
const patient = 400;

/** What one printer has shown of itself, kept from job to job. */
interface Shown {
  confirms: boolean;
  hot: boolean;
}

/**
 * Brother QL in its raster language.
 *
 * By USB a QL answers, and says when a page is printed. Over a network it says nothing at all on its port (the reference's 5.9 has no
 * status in it, https://github.com/mkienitz/brother_ql/issues/14): see network.ts.
 *
 * `confirmed`: after the job's bytes it said that it is printing and then that printing is completed; before them it was idle and had nothing left
 * to say, so this is no other job's. `sent`: it answers, is idle and well afterwards, and has never been heard to say so.
 */
export function createBrotherQl(setup: QlSetup): Protocol {
  const shown: Shown = { confirms: false, hot: false };
  return {
    encode: (picture) => encodeJob(picture, setup),
    talk: (line, times) => {
      const replies = repliesOn(line, createStatusReader());
      return {
        ask: () => ask(line, replies, setup, shown, times),
        outcome: () => outcomeOf(line, replies, setup, shown, times),
      };
    },
  };
}

async function ask(line: Line, replies: Replies<QlReply>, setup: QlSetup, shown: Shown, times: Patience): Promise<Result<Ready>> {
  // USB keeps what nobody fetched: the end of a job that Foyer no longer waited for would be heard now, as that of the next one.
  await replies.settle(roundTrip, times.answer);
  if (!(await line.send(Buffer.concat([invalidate, ...(setup.switches ? [rasterMode] : [])])))) return failure('printer.cutOff');
  const answer = await idleAnswer(line, replies, shown, times);
  if (!answer.ok) return answer;
  const status = answer.value;
  const fits = fitsRoll(status, setup.roll);
  if (!fits.ok) return fits;
  if (!setup.switches && withModes.includes(status.model) && !(await line.send(rasterMode))) return failure('printer.cutOff');
  return success({ warnings: shown.hot ? ['headHot'] : [], media: mediaText(status) });
}

/** Asks until it is idle and well. While it still ends the job before it does not answer or says so: that is waited for. */
async function idleAnswer(line: Line, replies: Replies<QlReply>, shown: Shown, times: Patience): Promise<Result<QlStatus>> {
  let open = 0; // questions that have no answer yet
  for (const end = performance.now() + times.answer; ; ) {
    if (!(await line.send(statusQuestion))) return failure('printer.cutOff');
    open++;
    const left = end - performance.now();
    let answer = await answerOn(replies, shown, Math.max(roundTrip, Math.min(patient, left)));
    if (line.ended) return failure('printer.cutOff');
    if (answer === undefined && left > patient) continue;
    // The newest counts. One more answer than questions: one of them is late or doubled, and none may be where it belongs.
    for (let more = answer; more; more = await answerOn(replies, shown, roundTrip)) {
      if (typeof more === 'string') return failure(more);
      if (open === 0) return failure('printer.silent');
      open--;
      answer = more;
    }
    if (line.ended) return failure('printer.cutOff');
    if (answer === undefined || typeof answer === 'string') return failure('printer.silent');
    const trouble = troubleOf(answer);
    if (trouble) return failure(trouble);
    if (!answer.isPrinting) return success(answer);
    if (performance.now() >= end) return failure('printer.offline');
    await sleep(50);
  }
}

/** The next answer to a question, past what the printer says by itself: of that, only trouble is an answer. */
async function answerOn(replies: Replies<QlReply>, shown: Shown, wait: number): Promise<QlStatus | FailureCode | undefined> {
  for (const end = performance.now() + wait; ; ) {
    const reply = await replies.next(Math.max(0, end - performance.now()));
    if (reply === undefined) return undefined;
    if (reply === 'stray') return 'printer.silent';
    note(reply, shown);
    if (reply.kind === 'reply') return reply;
    const trouble = troubleOf(reply);
    if (trouble) return trouble;
  }
}

function note(status: QlStatus, shown: Shown): void {
  if (status.kind !== 'notification') return;
  if (status.notice === 3) shown.hot = true;
  if (status.notice === 4) shown.hot = false;
}

async function outcomeOf(
  line: Line,
  replies: Replies<QlReply>,
  setup: QlSetup,
  shown: Shown,
  times: Patience,
): Promise<PrintOutcome> {
  let began = false;
  let strange = false;
  for (const end = performance.now() + times.confirm; ; ) {
    const reply = await replies.next(Math.max(0, end - performance.now()));
    if (reply === undefined) break;
    if (reply === 'stray') {
      strange = true;
      continue;
    }
    note(reply, shown);
    const trouble = troubleOf(reply);
    if (trouble) return { state: 'unknown', failure: { code: trouble } };
    if (reply.kind === 'phase' && reply.isPrinting) began = true;
    else if (reply.kind === 'completed' && began) {
      shown.confirms = true;
      return { state: 'confirmed' };
    } else if (reply.kind === 'completed' || reply.kind === 'reply') strange = true;
  }
  if (line.ended) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  // What it began and did not end is in it still: a question now would only put what follows out of order.
  if (began || strange || shown.confirms) return { state: 'unknown', failure: { code: 'printer.silent' } };
  const after = await idleAnswer(line, replies, shown, times);
  if (!after.ok) return { state: 'unknown', failure: after.failure };
  const fits = fitsRoll(after.value, setup.roll);
  return fits.ok ? { state: 'sent' } : { state: 'unknown', failure: fits.failure };
}
