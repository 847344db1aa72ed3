import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '../../contract/failure.ts';
import type { LabelSize } from '../address.ts';
import type { Patience } from '../protocol.ts';
import type { Channel } from './channel.ts';
import type { Document } from './document.ts';
import { askedOfJob, isOver, type JobView, jobViewOf } from './job-view.ts';
import { type Answer, isDone, textsOf } from './message.ts';
import { askedOfPrinter, type IppReady, readinessOf } from './readiness.ts';

/** What is said to one printer about jobs. `owner` marks this kiosk's own among those of others. */
export function talkOn(channel: Channel, times: Patience, owner: string) {
  const mark = `badge ${owner}-`;
  // A printer that sleeps needs seconds for its first answer.
  const wait = times.confirm;

  const cancel = async (id: number): Promise<boolean> => {
    const answered = await channel.ask({ operation: 'Cancel-Job', own: { 'job-id': id } }, wait);
    return answered.ok && isDone(answered.value);
  };

  const ownJobs = async (): Promise<Result<readonly { readonly id: number; readonly name: string }[]>> => {
    const own = { 'my-jobs': true, 'which-jobs': 'not-completed', 'requested-attributes': ['job-id', 'job-name'] };
    const answered = await channel.ask({ operation: 'Get-Jobs', own: own }, wait);
    if (!answered.ok) return answered;
    if (!isDone(answered.value)) return success([]);
    return success(
      answered.value.jobs.flatMap((job) => {
        const [id, [name = '']] = [job['job-id'], textsOf(job['job-name'])];
        return typeof id === 'number' && name.startsWith(mark) ? [{ id, name }] : [];
      }),
    );
  };

  return {
    ready: async (size: LabelSize | undefined): Promise<Result<IppReady>> => {
      const asked = { operation: 'Get-Printer-Attributes', own: { 'requested-attributes': askedOfPrinter } } as const;
      const answered = await channel.ask(asked, wait);
      return answered.ok ? readinessOf(answered.value, size) : answered;
    },

    /** A name for a job that no other has, and that says nothing of a visitor. */
    newName: (): string => `${mark}${randomBytes(4).toString('hex')}`,

    /**
     * Cancels what an earlier run of this kiosk, or an answer that was lost, left in the queue: it would come out beside another visitor.
     * To be called where no job of one's own is on its way.
     */
    clear: async (): Promise<Result<void>> => {
      const jobs = await ownJobs();
      if (!jobs.ok) return jobs;
      for (const { id } of jobs.value) await cancel(id);
      return success(undefined);
    },

    find: async (name: string): Promise<number | undefined> => {
      const jobs = await ownJobs();
      return jobs.ok ? jobs.value.find((job) => job.name === name)?.id : undefined;
    },

    /** A job without a document, of which nothing is printed. */
    create: async (name: string, job: Readonly<Record<string, unknown>>): Promise<Result<number>> => {
      const answered = await channel.ask({ operation: 'Create-Job', own: { 'job-name': name }, job }, wait);
      return answered.ok ? idOf(answered.value) : answered;
    },

    document: (id: number, { format, bytes }: Document, left: number): Promise<Result<Answer>> => {
      const own = { 'job-id': id, 'last-document': true, 'document-format': format };
      return channel.ask({ operation: 'Send-Document', own }, left, bytes);
    },

    /** Both in one, for printers that know no other way. */
    print: async (name: string, job: Readonly<Record<string, unknown>>, { format, bytes }: Document, left: number) => {
      const own = { 'job-name': name, 'document-format': format };
      const answered = await channel.ask({ operation: 'Print-Job', own, job }, left, bytes);
      return answered.ok ? idOf(answered.value) : answered;
    },

    cancel,

    /** Looks at a job again and again until it is over, or it is late, or the signal ends it; what was seen, the last look last. */
    follow: async (id: number, until: number, cups: IppReady['cups'], signal?: AbortSignal): Promise<readonly JobView[]> => {
      const views: JobView[] = [];
      for (let pause = 50; ; pause = Math.min(pause * 2, 500)) {
        const left = until - performance.now();
        if (left <= 0 || signal?.aborted) return views;
        const asked = { operation: 'Get-Job-Attributes', own: { 'job-id': id, 'requested-attributes': askedOfJob } } as const;
        const answered = await channel.ask(asked, Math.min(wait, left));
        // One look that fails is not the end of a job: a printer may be busy printing it.
        const job = answered.ok && isDone(answered.value) ? answered.value.jobs[0] : undefined;
        const view = job?.['job-id'] === id ? jobViewOf(job) : undefined;
        if (view) views.push(view);
        if (view && isOver(view, cups)) return views;
        await sleep(Math.max(0, Math.min(pause, until - performance.now())), undefined, { ...(signal && { signal }) }).catch(
          () => {},
        );
      }
    },
  };
}

export type IppTalk = ReturnType<typeof talkOn>;

function idOf(answer: Answer): Result<number> {
  const id = answer.jobs[0]?.['job-id'];
  if (isDone(answer) && typeof id === 'number') return success(id);
  return failure(answer.status === 'server-error-not-accepting-jobs' ? 'printer.offline' : 'printer.fault');
}
