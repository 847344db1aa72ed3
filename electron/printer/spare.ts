import type { Result } from '../contract/failure.ts';
import type { Printer, PrintOutcome } from '../core/ports.ts';

/**
 * Several printers, the first of which prints. Where nothing of a badge has left, the next one stands in; a badge that may have begun to
 * come out of one printer never goes to another (PRN-10). The failure told is that of the first, which staff are to mend.
 */
export function withSpares([first, ...spares]: readonly [Printer, ...Printer[]]): Printer {
  if (spares.length === 0) return first;
  const all = [first, ...spares];
  return {
    async print(content, beforeFirstByte) {
      let refused = false;
      const record = (name?: string): Result<void> => {
        const recorded = beforeFirstByte(name);
        refused = !recorded.ok;
        return recorded;
      };
      let told: PrintOutcome | undefined;
      for (const printer of all) {
        const outcome = await printer.print(content, record);
        if (outcome.state !== 'failed') return outcome;
        told ??= outcome;
        // The record itself failed: no other printer would be allowed to begin.
        if (refused) break;
      }
      return told ?? { state: 'failed', failure: { code: 'printer.none' } };
    },
    report: async () => (await Promise.all(all.map((printer) => printer.report()))).flat(),
    close: async () => {
      await Promise.all(all.map((printer) => printer.close()));
    },
  };
}
