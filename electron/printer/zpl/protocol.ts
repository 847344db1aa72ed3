import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '../../contract/failure.ts';
import type { PrinterWarning, PrintOutcome } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import { dotsOf, type Media } from '../media.ts';
import type { Patience, Protocol, Ready } from '../protocol.ts';
import { repliesOn } from '../replies.ts';
import { encodeJob } from './job.ts';
import { createQuestions, type Questions, type Shown } from './questions.ts';
import { createReplyReader } from './replies.ts';
import type { ZplStatus } from './status.ts';

const poll = 150;

/**
 * Zebra's ZPL II.
 *
 * `~HS` and `~HQES` are about the printer and never about a job, so they confirm nothing. What does is its odometer: the count of the labels
 * of its life stood at n, with nothing waiting in it, before the job, and stands at n + 1, with nothing waiting and nothing wrong, after it.
 * If it moved by more, somebody else prints there too, and it cannot be told whose label came out: `unknown`. `sent`: it has no
 * odometer (or is another make that speaks ZPL), has nothing left to print, and is well.
 */
export function createZpl(media: Media): Protocol {
  const shown: Shown = { errors: undefined, counts: undefined };
  return {
    encode: (picture) => encodeJob(picture, media),
    talk: (line, times) => {
      const questions = createQuestions(line, repliesOn(line, createReplyReader()), shown, times);
      let before: number | undefined;
      return {
        ask: async (next) => {
          const ready = await ask(questions, media, times, next === 'job');
          if (!ready.ok) return ready;
          before = ready.value.count;
          const { warnings, media: loaded } = ready.value;
          return success({ warnings, ...(loaded !== undefined && { media: loaded }) });
        },
        outcome: async () => {
          const outcome = await outcomeOf(line, questions, before, times);
          // A Zebra without paper keeps the label and prints it when there is some again, for nobody.
          if (outcome.state === 'unknown' && !line.ended) await questions.cancelAll();
          return outcome;
        },
      };
    },
  };
}

async function ask(
  questions: Questions,
  media: Media,
  times: Patience,
  mayCancel: boolean,
): Promise<Result<Ready & { readonly count?: number }>> {
  const errors = await questions.errors();
  if (!errors.ok) return errors;
  const idle = await idleStatus(questions, times, mayCancel);
  if (!idle.ok) return idle;
  const { labelLength, isHot } = idle.value;
  const fits = fitsLabel(labelLength, media);
  if (!fits.ok) return fits;
  const count = await questions.count();
  if (!count.ok) return count;
  const quiet = await questions.quiet();
  if (!quiet.ok) return quiet;
  const warnings: PrinterWarning[] = [...errors.value, ...(isHot ? ['headHot' as const] : [])];
  const loaded = media.height === undefined ? {} : { media: `${Math.round((labelLength * 25.4) / media.dpi)} mm` };
  return success({ warnings, ...loaded, ...(count.value !== undefined && { count: count.value }) });
}

/**
 * Asks until nothing waits in it. A part of a format may be another kiosk's badge on its way, or what is left of one that was cut off: one that
 * was there whenever it was looked at, for as long as an answer may take, is cancelled, where it may be.
 */
async function idleStatus(questions: Questions, times: Patience, mayCancel: boolean): Promise<Result<ZplStatus>> {
  let isLeft = mayCancel;
  for (let end = performance.now() + times.answer; ; ) {
    const status = await statusOrReason(questions);
    if (!status.ok) return status;
    const { trouble, isIdle, isPartial, isUntaken } = status.value;
    if (trouble) return failure(trouble);
    if (isIdle && !isUntaken) return status;
    isLeft &&= isPartial;
    if (performance.now() >= end) {
      if (!isLeft) return failure('printer.offline');
      await questions.cancelPartial();
      isLeft = false;
      end = performance.now() + times.answer;
    }
    await sleep(poll);
  }
}

/** `~HS` is not answered while it is stopped. That may have happened since it was asked for errors, which are answered always. */
async function statusOrReason(questions: Questions): Promise<Result<ZplStatus>> {
  const status = await questions.status();
  if (status.ok || status.failure.code !== 'printer.silent') return status;
  const errors = await questions.errors();
  return errors.ok ? status : errors;
}

/** A label that is shorter than the badge would carry a part of it, and the next one the rest. 3 mm are how the sensor measures. */
const fitsLabel = (labelLength: number, { height, dpi }: Media): Result<void> =>
  height !== undefined && labelLength + dotsOf(3, dpi) < height ? failure('printer.media') : success(undefined);

async function outcomeOf(line: Line, questions: Questions, before: number | undefined, times: Patience): Promise<PrintOutcome> {
  for (const end = performance.now() + times.confirm; performance.now() < end; await sleep(poll)) {
    const errors = await questions.errors();
    if (!errors.ok) return { state: 'unknown', failure: errors.failure };
    const status = await statusOrReason(questions);
    if (!status.ok) return { state: 'unknown', failure: status.failure };
    if (status.value.trouble) return { state: 'unknown', failure: { code: status.value.trouble } };
    if (!status.value.isIdle) continue;
    if (before === undefined) return { state: 'sent' };
    const count = await questions.count();
    if (!count.ok) return { state: 'unknown', failure: count.failure };
    if (count.value === before + 1) return { state: 'confirmed' };
    if (count.value !== before) break;
  }
  return { state: 'unknown', failure: { code: line.ended ? 'printer.cutOff' : 'printer.silent' } };
}
