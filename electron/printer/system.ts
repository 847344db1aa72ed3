import type { Printer } from '../core/ports.ts';
import type { LabelSize } from './address.ts';
import type { Badges } from './badge.ts';
import type { Media } from './media.ts';
import { pngOf } from './picture.ts';
import type { Patience } from './protocol.ts';
import { createQueue } from './queue.ts';
import { printInTurn } from './turn.ts';

/** The operating system's own printing, which the host brings. Neither call rejects. */
export interface SystemPrinting {
  /** The names of the printers that it knows. */
  names(): Promise<readonly string[]>;
  /** Hands a picture to a printer's queue, on a page of so many micrometres. False: it was not taken, whole or in part. */
  print(job: { readonly queue: string; readonly png: Buffer; readonly width: number; readonly height: number }): Promise<boolean>;
}

/** The queue of this name at this machine's CUPS. */
export const queueUrl = (queue: string): URL => new URL(`http://localhost:631/printers/${encodeURIComponent(queue)}`);

/**
 * A printer of the operating system. `sent` at best: it only tells that a job was taken into its queue, never what became of it. Fails as
 * `printer.unreachable` where there is no printer of that name, as `printer.none` in a host that has no printing.
 */
export function createSystemPrinter(parts: {
  readonly name: string;
  readonly queue: string;
  readonly media: Media;
  readonly size?: LabelSize | undefined;
  readonly badges: Badges;
  readonly times: Patience;
  readonly printing: SystemPrinting | undefined;
}): Printer {
  const { name, media, size, badges, times, printing } = parts;
  const queue = createQueue();
  const within = async <T>(wait: number, asked: Promise<T>, otherwise: T): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<T>((resolve) => {
      timer = setTimeout(() => resolve(otherwise), wait);
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  };
  const problem = async () => {
    if (!printing) return 'printer.none' as const;
    const names = await within(times.confirm, printing.names(), undefined);
    if (names === undefined) return 'printer.silent' as const;
    return names.includes(parts.queue) ? undefined : ('printer.unreachable' as const);
  };

  return {
    print: (content, beforeFirstByte) =>
      printInTurn({ name, badges, times, queue }, content, (drawn) => {
        const micrometres = (dots: number) => Math.round((dots / media.dpi) * 25_400);
        const page = {
          width: size ? size.width * 1000 : micrometres(drawn.width),
          height: size?.height === undefined ? micrometres(drawn.height) : size.height * 1000,
        };
        return async (left) => {
          const end = performance.now() + left;
          const code = await problem();
          if (code || !printing) return { state: 'failed', failure: { code: code ?? 'printer.none' } };
          const recorded = beforeFirstByte(name);
          if (!recorded.ok) return { state: 'failed', failure: recorded.failure };
          const job = { queue: parts.queue, png: pngOf(drawn), ...page };
          const taken = await within(Math.max(0, end - performance.now()), printing.print(job), false);
          return taken ? { state: 'sent' } : { state: 'unknown', failure: { code: 'printer.fault' } };
        };
      }),
    report: async () => {
      const code = await problem();
      return [{ name, warnings: [], ...(code && { failure: code }) }];
    },
    close: async () => queue.close(),
  };
}
