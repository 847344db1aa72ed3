import { failure, type Result, success } from '../../contract/failure.ts';
import type { PrinterWarning } from '../../core/ports.ts';
import type { Line } from '../line.ts';
import type { Patience } from '../protocol.ts';
import { type Replies, roundTrip } from '../replies.ts';
import type { ZplReply } from './replies.ts';
import {
  cancelAll,
  cancelPartial,
  countQuestion,
  errorQuestion,
  readCount,
  readErrors,
  readStatus,
  statusQuestion,
  type ZplStatus,
} from './status.ts';

/** Which questions one printer has answered, kept from job to job; undefined: not asked yet, false: it does not know this one. */
export interface Shown {
  errors: boolean | undefined;
  counts: boolean | undefined;
}

/**
 * The questions to a Zebra, each after the answer to the one before. An answer that is none, comes unasked, or fails to come fails as
 * `printer.silent`, a line that ended as `printer.cutOff`.
 */
export interface Questions {
  /** Fails with what is wrong, by its own word; else what staff should see to. An old printer that does not know the question has nothing wrong. */
  errors(): Promise<Result<readonly PrinterWarning[]>>;
  status(): Promise<Result<ZplStatus>>;
  /** How many labels it has printed in its life; undefined: it does not count them. */
  count(): Promise<Result<number | undefined>>;
  cancelPartial(): Promise<boolean>;
  /** Drops what waits in it: what it could not print now is not to come out when somebody has loaded paper. */
  cancelAll(): Promise<boolean>;
  /** Fails when something comes that nobody has asked for. */
  quiet(): Promise<Result<void>>;
}

export function createQuestions(line: Line, replies: Replies<ZplReply>, shown: Shown, times: Patience): Questions {
  const lost = () => failure(line.ended ? 'printer.cutOff' : 'printer.silent');
  let asked = false;

  /** The first reply to a question; undefined when none came. Something that came before it is no answer to anything. */
  const put = async (question: string): Promise<Result<ZplReply | undefined>> => {
    const unasked = await replies.forget();
    if (unasked && asked) return failure('printer.silent');
    asked = true;
    if (!(await line.send(Buffer.from(question, 'latin1')))) return failure('printer.cutOff');
    const reply = await replies.next(times.answer);
    return line.ended && !reply ? failure('printer.cutOff') : success(reply);
  };

  return {
    errors: async () => {
      if (shown.errors === false) return success([]);
      const reply = await put(errorQuestion);
      if (!reply.ok) return reply;
      // Whether it is silent or does not know this question, the next one tells.
      if (!reply.value) return shown.errors ? lost() : success([]);
      const errors = reply.value.kind === 'text' ? readErrors(reply.value.text) : undefined;
      if (!errors) return lost();
      shown.errors = true;
      return errors.trouble ? failure(errors.trouble) : success(errors.warnings);
    },
    status: async () => {
      const first = await put(statusQuestion);
      if (!first.ok) return first;
      const lines: string[] = [];
      for (let reply = first.value; ; reply = await replies.next(times.answer)) {
        if (reply?.kind !== 'text') return lost();
        lines.push(reply.text);
        if (lines.length === 3) break;
      }
      const status = readStatus(lines);
      if (!status) return lost();
      shown.errors ??= false;
      return success(status);
    },
    count: async () => {
      if (shown.counts === false) return success(undefined);
      const reply = await put(countQuestion);
      if (!reply.ok) return reply;
      const count = reply.value?.kind === 'value' ? readCount(reply.value.text) : undefined;
      if (count === undefined && (shown.counts || reply.value?.kind === 'text' || reply.value?.kind === 'stray')) return lost();
      shown.counts ??= count !== undefined;
      return success(count);
    },
    cancelAll: () => line.send(Buffer.from(cancelAll, 'latin1')),
    cancelPartial: () => line.send(Buffer.from(cancelPartial, 'latin1')),
    quiet: async () => {
      const unasked = await replies.next(roundTrip);
      return unasked || line.ended ? lost() : success(undefined);
    },
  };
}
