import type { Printer, PrinterReport } from '../core/ports.ts';
import type { Prints } from '../core/prints.ts';
import type { Log } from '../log/log.ts';
import type { Answers } from './answers.ts';
import type { Clock } from './clock.ts';

/** The printers being watched. `printer`: the same, to be printed with: what it cannot do is looked into at once. */
export interface PrinterWatch {
  readonly printer: Printer;
  stop(): void;
}

/** About how often printers are asked (milliseconds). */
const everyMs = 60_000;

/** A printer in one of these states is being given paper, or its roll is being changed. */
const openStates = new Set<PrinterReport['failure']>(['printer.paperOut', 'printer.coverOpen']);

/**
 * Asks the printers how they are, at the start, about every minute, and right after a print that did not surely come out; never while one is
 * printing, for a visitor waits for that. `tell` hears every answer, the log each change, and the journal when a roll was changed. `chance`:
 * from 0 up to 1, so that kiosks that share a printer do not ask together.
 */
export function watchPrinters(parts: {
  readonly printer: Printer;
  readonly rolls: Pick<Prints, 'rollSeen'>;
  readonly answers: Answers;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance?: () => number;
  readonly tell: (news: { readonly printers: readonly PrinterReport[] }) => void;
}): PrinterWatch {
  const { printer, rolls, answers, clock, log, chance = Math.random, tell } = parts;
  const known = new Map<string, PrinterReport>();
  const said = new Map<string, string>();
  let cancel = () => {};
  let printing = 0;
  let isAsking = false;
  let stopped = false;

  async function ask(): Promise<void> {
    cancel();
    if (printing === 0 && !isAsking) {
      isAsking = true;
      const reports = await printer.report();
      isAsking = false;
      if (!stopped) for (const report of reports) hear(report);
      if (!stopped) tell({ printers: [...known.values()] });
    }
    if (stopped) return;
    cancel();
    cancel = clock.after(everyMs * (0.9 + chance() / 5), () => void safely());
  }

  /** An exception is a bug; the next look comes all the same. */
  async function safely(): Promise<void> {
    try {
      await ask();
    } catch {
      isAsking = false;
      log.log('bug', { effect: 'printers' });
      cancel = clock.after(everyMs, () => void safely());
    }
  }

  /** Of a printer that is busy for long nothing comes: what is known of it stays. */
  function hear(report: PrinterReport): void {
    const { name, failure, warnings } = report;
    known.set(name, report);
    if (failure === undefined || openStates.has(failure)) {
      answers.written(rolls.rollSeen({ printer: name, isOpen: failure !== undefined, at: clock.wall() }));
    }
    const state = JSON.stringify([failure, warnings]);
    if (said.get(name) === state) return;
    said.set(name, state);
    const place = [...known.keys()].indexOf(name) + 1;
    const paperLow = warnings.includes('paperLow');
    const head = warnings.includes('headWorn') || warnings.includes('headHot');
    log.log('printer', { printer: place, ok: failure === undefined, ...(failure && { failure }), paperLow, head });
  }

  void safely();
  return {
    printer: {
      print: async (content, beforeFirstByte) => {
        printing += 1;
        const outcome = await printer.print(content, beforeFirstByte).finally(() => {
          printing -= 1;
        });
        if (outcome.state === 'failed' || outcome.state === 'unknown') void safely();
        return outcome;
      },
      report: printer.report,
      close: printer.close,
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
