import type { PrinterReport, PrintOutcome } from '../core/ports.ts';
import type { LabelSize } from '../printer/address.ts';
import type { Found } from './found.ts';
import { failureWords, outcomeWords } from './words.ts';

/** How a printer of `FOYER_PRINTER` is. `size`: of the labels that the setting says; `badge`: what came of a test badge. */
export interface SetPrinter {
  readonly report: PrinterReport;
  readonly size?: LabelSize;
  readonly badge?: PrintOutcome;
}

/** What was found out. `multicast`: whether this machine could listen for printers. */
export interface FinderReport {
  readonly set: readonly SetPrinter[];
  readonly found: readonly Found[];
  readonly multicast: boolean;
}

/** Why badges would not be printed as it is set, on one line; undefined: they would, or there is something to set. */
export function faultOf({ set, found }: FinderReport): string | undefined {
  for (const { report, badge } of set) {
    if (report.failure) return `${report.name}: ${failureWords(report.failure)}`;
    if (badge && badge.state !== 'confirmed' && badge.state !== 'sent') return `${report.name}: test badge ${outcomeWords(badge)}`;
  }
  return set.length === 0 && found.length === 0 ? 'no printer is set, and none was found' : undefined;
}

/** The report for scripts. */
export function objectOf(report: FinderReport) {
  const fault = faultOf(report);
  return {
    ok: fault === undefined,
    ...(fault !== undefined && { why: fault }),
    multicast: report.multicast,
    set: report.set.map(({ report: { name, failure, warnings, media }, size, badge }) => ({
      ...{ name, warnings },
      ...(failure && { failure }),
      ...(media !== undefined && { media }),
      ...(size && { size }),
      ...(badge && { badge: { state: badge.state, ...(badge.failure && { failure: badge.failure.code }) } }),
    })),
    found: report.found,
  };
}
