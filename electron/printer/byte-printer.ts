import type { Result } from '../contract/failure.ts';
import type { Printer, PrinterReport, PrintOutcome } from '../core/ports.ts';
import type { Badges } from './badge.ts';
import { deliver } from './delivery.ts';
import type { Line } from './line.ts';
import type { Patience, Protocol } from './protocol.ts';
import { createQueue } from './queue.ts';
import { printInTurn } from './turn.ts';

/** Opens a line to the printer. Fails as `printer.unreachable` when there is none within `wait` milliseconds, or the signal ends it. */
export type OpenLine = (wait: number, signal: AbortSignal) => Promise<Result<Line>>;

/** One physical printer that takes bytes: a line to it × the language that it speaks × the pictures that it prints. */
export function createBytePrinter(parts: {
  readonly name: string;
  readonly badges: Badges;
  readonly open: OpenLine;
  readonly protocol: Protocol;
  readonly times: Patience;
}): Printer {
  const { name, badges, open, protocol, times } = parts;
  const queue = createQueue();

  async function withLine<T>(left: number, work: (line: Line) => Promise<T>, failed: (failure: PrintOutcome['failure']) => T) {
    // A timer that somebody holds: Node 20 collects an AbortSignal.timeout that only AbortSignal.any knows, and it never fires
    // (https://github.com/nodejs/node/issues/57736).
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), Math.max(0, left));
    try {
      const opened = await open(times.connect, AbortSignal.any([queue.closing, ending.signal]));
      if (!opened.ok) return failed(opened.failure);
      const line = opened.value;
      try {
        return await work(line);
      } finally {
        if (!line.ended) line.reset();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    print: (content, beforeFirstByte) =>
      printInTurn({ name, badges, times, queue }, content, (drawn) => {
        const job = protocol.encode(drawn);
        return (left) =>
          withLine(
            left,
            async (line): Promise<PrintOutcome> => {
              const outcome = await deliver(line, protocol.talk(line, times), job, () => beforeFirstByte(name));
              const isWell = outcome.state === 'confirmed' || outcome.state === 'sent';
              if (isWell) void line.finish(times.answer, 'come');
              return outcome;
            },
            (failure) => ({ state: 'failed', ...(failure && { failure }) }),
          );
      }),

    report: () => {
      const ask = async (left: number): Promise<PrinterReport[]> =>
        withLine(
          left,
          async (line) => {
            const ready = await protocol.talk(line, times).ask();
            if (!ready.ok) return [{ name, failure: ready.failure.code, warnings: [] }];
            void line.finish(times.answer, 'come');
            return [{ name, ...ready.value }];
          },
          (failure) => [{ name, warnings: [], ...(failure && { failure: failure.code }) }],
        );
      return queue.run(times.job, ask, () => []);
    },

    close: async () => queue.close(),
  };
}
