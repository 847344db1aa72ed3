import { type FailureCode, failure, type Result } from '../../contract/failure.ts';
import type { Printer, PrinterReport, PrintOutcome } from '../../core/ports.ts';
import type { LabelSize } from '../address.ts';
import type { Badges } from '../badge.ts';
import type { Media } from '../media.ts';
import type { Patience } from '../protocol.ts';
import { createQueue } from '../queue.ts';
import { printInTurn } from '../turn.ts';
import { openChannel } from './channel.ts';
import { isDeviceThere } from './device.ts';
import { documentOf, jobAttributesOf } from './document.ts';
import { isOver, isUnprinted, type JobView, outcomeOfCompleted } from './job-view.ts';
import type { IppReady } from './readiness.ts';
import { type IppTalk, talkOn } from './talk.ts';

/**
 * A printer that takes jobs by IPP, its own or a queue of CUPS. The job is made first, then recorded as `sending`, then its document is
 * sent; then it is followed to its end, and cancelled when its time is over: a queue keeps what it has, and lets it out when the
 * printer is switched on again. `owner`: a text of this kiosk's own, by which it knows its jobs again after a restart.
 */
export function createIppPrinter(parts: {
  readonly name: string;
  readonly url: URL;
  readonly media: Media;
  readonly size?: LabelSize | undefined;
  readonly badges: Badges;
  readonly times: Patience;
  readonly owner: string;
}): Printer {
  const { name, url, media, size, badges, times, owner } = parts;
  const queue = createQueue();
  let running: Promise<unknown> = Promise.resolve();

  async function withTalk<T>(work: (talk: IppTalk) => Promise<T>): Promise<T> {
    // Not ended by closing: what has begun is cancelled then, which needs the channel.
    const channel = openChannel(url, times.connect);
    const working = work(talkOn(channel, times, owner)).finally(channel.close);
    running = working.catch(() => undefined);
    return working;
  }

  // What a stopped run left in the queue. Soon, and before any job of this one.
  void queue.run(
    times.job,
    () => withTalk((talk) => talk.clear()),
    () => undefined,
  );

  const report = async (talk: IppTalk): Promise<PrinterReport> => {
    // What could not be cancelled when its time was over would come out when the printer is mended, with nobody waiting for it any more.
    const cleared = await talk.clear();
    if (!cleared.ok) return { name, failure: cleared.failure.code, warnings: [] };
    const ready = await readyOn(talk, url, size, times);
    if (!ready.ok) return { name, failure: ready.failure.code, warnings: [] };
    const { warnings, media: loaded } = ready.value;
    return { name, warnings, ...(loaded && { media: loaded }) };
  };

  return {
    print: (content, beforeFirstByte) =>
      printInTurn({ name, badges, times, queue }, content, (drawn) => (left) => {
        const late = performance.now() + left;
        const job = { late, closing: queue.closing, times, record: () => beforeFirstByte(name) };
        return withTalk(async (talk): Promise<PrintOutcome> => {
          const ready = await readyOn(talk, url, size, times);
          if (!ready.ok) return { state: 'failed', failure: ready.failure };
          const document = documentOf(drawn, ready.value, { media, size });
          if (!document) return { state: 'failed', failure: { code: 'printer.fault', field: 'document-format-supported' } };
          return submit(talk, ready.value, document, job);
        });
      }),

    report: () =>
      queue.run(
        times.job,
        async () => [await withTalk(report)],
        () => [],
      ),

    close: async () => {
      queue.close();
      const enough = new Promise((resolve) => setTimeout(resolve, times.answer).unref());
      await Promise.race([running, enough]);
    },
  };
}

async function readyOn(talk: IppTalk, url: URL, size: LabelSize | undefined, times: Patience): Promise<Result<IppReady>> {
  const ready = await talk.ready(size);
  if (!ready.ok) return ready;
  const there = await isDeviceThere(url, ready.value.cups?.device, times.connect);
  return there.ok ? ready : there;
}

interface Submitted {
  /** When it has to be over, and what ends it before. */
  readonly late: number;
  readonly closing: AbortSignal;
  readonly times: Patience;
  readonly record: () => Result<void>;
}

async function submit(
  talk: IppTalk,
  ready: IppReady,
  document: NonNullable<ReturnType<typeof documentOf>>,
  { late, closing, times, record }: Submitted,
): Promise<PrintOutcome> {
  const cleared = await talk.clear();
  if (!cleared.ok) return { state: 'failed', failure: cleared.failure };
  const name = talk.newName();
  const left = () => Math.max(0, late - performance.now());
  const attributes = jobAttributesOf(document, ready, Math.ceil(times.job / 1000));
  const created = ready.createsJobs ? await talk.create(name, attributes) : undefined;
  if (created && !created.ok) return { state: 'failed', failure: created.failure };
  // Many answers came before: what would be cancelled in the middle of its page is better not begun.
  const isLate = closing.aborted || left() < times.confirm;
  const recorded = isLate ? failure('printer.silent') : record();
  if (!recorded.ok) {
    if (created) await talk.cancel(created.value);
    return { state: 'failed', failure: recorded.failure };
  }
  // The document is out from here, in part or whole. What the printer answers to it is only the beginning of what
  // became of it; half of the time is left for the rest.
  const taken = created
    ? await talk.document(created.value, document, Math.max(times.confirm, left() / 2))
    : await talk.print(name, attributes, document, Math.max(times.confirm, left() / 2));
  if (!taken.ok && taken.failure.code === 'printer.unreachable') return { state: 'failed', failure: taken.failure };
  const printed = !created && taken.ok && typeof taken.value === 'number' ? taken.value : undefined;
  const id = created?.value ?? printed ?? (await talk.find(name));
  if (id === undefined) return { state: 'unknown', failure: taken.ok ? { code: 'printer.silent' } : taken.failure };
  return settle(talk, id, ready, { late, closing, times });
}

/** Follows a job to its end, cancels it where there is none in time, and says what that means. */
async function settle(
  talk: IppTalk,
  id: number,
  { cups }: IppReady,
  { late, closing, times }: Omit<Submitted, 'record'>,
): Promise<PrintOutcome> {
  const looks = await talk.follow(id, late - 2 * times.answer, cups, closing);
  const done = judged(looks, cups, 'printer.fault');
  if (done) return done;
  await talk.cancel(id);
  const soon = performance.now() + times.answer;
  const after = await talk.follow(id, closing.aborted ? soon : Math.max(late, soon), cups);
  const cancelled = after.length > 0 ? judged([...looks, ...after], cups, 'printer.offline') : undefined;
  return cancelled ?? { state: 'unknown', failure: { code: 'printer.silent' } };
}

/** What the last look at a job means; undefined: it is not over. `code`: why it did not print, where it did not. */
function judged(looks: readonly JobView[], cups: IppReady['cups'], code: FailureCode): PrintOutcome | undefined {
  const last = looks.at(-1);
  if (!last || !isOver(last, cups)) return undefined;
  if (last.state === 'completed') {
    const state = outcomeOfCompleted(last, cups);
    return state === 'unknown' ? { state, failure: { code: 'printer.fault' } } : { state };
  }
  const state = isUnprinted(last, looks.slice(0, -1), cups) ? 'failed' : 'unknown';
  return { state, failure: { code } };
}
