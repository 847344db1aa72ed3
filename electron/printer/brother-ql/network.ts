import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '../../contract/failure.ts';
import type { PrintOutcome } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import type { Patience, Protocol, Ready } from '../protocol.ts';
import type { QlSetup } from './job.ts';
import { createBrotherQl } from './protocol.ts';
import { fitsRoll, mediaText, type QlStatus, troubleOf } from './status.ts';

/** Asks the printer past the line that jobs go over; undefined: it did not answer within `wait` milliseconds. */
export type AskBeside = (wait: number) => Promise<QlStatus | undefined>;

const poll = 200;

/**
 * Brother QL on a network: it is asked by SNMP, since on its port it says nothing. That tells before a job what is wrong and what is loaded, and
 * after it whether it is well; it is never about one job, so such a job is `sent` at best. One that does not answer by SNMP (a print server
 * with a QL at its USB) is asked on the line, as by USB.
 */
export function createNetworkedQl(setup: QlSetup, askBeside: AskBeside): Protocol {
  const byLine = createBrotherQl(setup);
  let answersBeside: boolean | undefined;
  return {
    encode: byLine.encode,
    talk: (line, times) => {
      const talk = byLine.talk(line, times);
      let isBeside = false;
      return {
        ask: async () => {
          const status = answersBeside === false ? undefined : await askBeside(times.answer);
          // One that has answered before and does not now is not asked in another way: it is off, or out of reach.
          if (!status && answersBeside) return failure(line.ended ? 'printer.cutOff' : 'printer.silent');
          if (!status) {
            const ready = await talk.ask();
            if (ready.ok) answersBeside = false;
            return ready;
          }
          answersBeside = true;
          isBeside = true;
          return idle(line, status, () => askBeside(times.answer), setup, times);
        },
        outcome: (job) => (isBeside ? outcomeOf(line, askBeside, setup, times) : talk.outcome(job)),
      };
    },
  };
}

/** What a status says about printing now, once it has ended what it prints. */
async function idle(
  line: Line,
  first: QlStatus,
  again: () => Promise<QlStatus | undefined>,
  setup: QlSetup,
  times: Patience,
): Promise<Result<Ready>> {
  for (let status: QlStatus | undefined = first, end = performance.now() + times.answer; ; status = await again()) {
    if (line.ended) return failure('printer.cutOff');
    if (!status) return failure('printer.silent');
    const well = isWell(status, setup);
    if (!well.ok) return well;
    if (!status.isPrinting) return success({ warnings: [], media: mediaText(status) });
    if (performance.now() >= end) return failure('printer.offline');
    await sleep(poll);
  }
}

function isWell(status: QlStatus, { roll }: QlSetup): Result<void> {
  const trouble = troubleOf(status);
  if (trouble) return failure(trouble);
  return fitsRoll(status, roll);
}

/** It is looked at until it has printed, or for as long as a label takes: the end of the roll shows only then. */
async function outcomeOf(line: Line, askBeside: AskBeside, setup: QlSetup, times: Patience): Promise<PrintOutcome> {
  let began = false;
  for (const end = performance.now() + times.confirm; performance.now() < end; await sleep(poll)) {
    const status = await askBeside(times.answer);
    if (line.ended) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
    if (!status) return { state: 'unknown', failure: { code: 'printer.silent' } };
    const well = isWell(status, setup);
    if (!well.ok) return { state: 'unknown', failure: well.failure };
    if (began && !status.isPrinting) return { state: 'sent' };
    began ||= status.isPrinting;
  }
  // Still printing is not printed; never seen printing is as much as it can say.
  return began ? { state: 'unknown', failure: { code: 'printer.silent' } } : { state: 'sent' };
}
