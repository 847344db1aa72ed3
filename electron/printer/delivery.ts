import type { Result } from '../contract/failure.ts';
import type { PrintOutcome } from '../core/ports.ts';
import { failpoint } from '../failpoint.ts';
import type { Line } from './line.ts';
import type { Job, Talk } from './protocol.ts';

/**
 * Asks, sends, and hears what became of it, in whatever language: `failed` as long as no byte of the job has left, never afterwards.
 * `beforeFirstByte` records that it is about to leave; when that fails, nothing is sent.
 */
export async function deliver(line: Line, talk: Talk, job: Job, beforeFirstByte: () => Result<void>): Promise<PrintOutcome> {
  const ready = await talk.ask('job');
  if (!ready.ok) return { state: 'failed', failure: ready.failure };
  failpoint('print.before-sending');
  const recorded = beforeFirstByte();
  if (!recorded.ok) return { state: 'failed', failure: recorded.failure };
  failpoint('print.sending-recorded');
  // The record took a moment in which nothing was heard. What was said in it is no answer to anything; if the printer hung up in it, this is the
  // last chance to say "failed".
  await line.hear(0);
  if (line.ended) return { state: 'failed', failure: { code: 'printer.cutOff' } };

  const middle = job.bytes.length >> 1;
  const half = await line.send(job.bytes.subarray(0, middle));
  failpoint('print.half-sent');
  const whole = half && (await line.send(job.bytes.subarray(middle)));
  if (!whole) return { state: 'unknown', failure: { code: 'printer.cutOff' } };
  failpoint('print.all-sent');
  return talk.outcome(job);
}
