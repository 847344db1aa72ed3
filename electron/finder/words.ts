import type { FailureCode } from '../contract/failure.ts';
import type { PrinterWarning, PrintOutcome } from '../core/ports.ts';

/** What a failure of a printer means to who stands before it. */
export function failureWords(code: FailureCode): string {
  return words[code] ?? code;
}

const words: { readonly [C in FailureCode]?: string } = {
  'printer.none': 'only the kiosk’s own window prints to it: it cannot be asked from here',
  'printer.unreachable': 'not reachable: is it on, is the address right, does it exist?',
  'printer.silent': 'it answers nothing that can be understood: is it of this kind, is it busy?',
  'printer.paperOut': 'out of paper or labels',
  'printer.coverOpen': 'open',
  'printer.offline': 'offline, paused or stopped',
  'printer.fault': 'in error: look at its display',
  'printer.cutOff': 'the connection broke',
  'printer.media': 'other labels are loaded than the setting says',
  'printer.badge': 'the badge could not be drawn',
};

export const warningWords: Readonly<Record<PrinterWarning, string>> = {
  paperLow: 'the roll is near its end',
  headWorn: 'the print head is worn',
  headHot: 'the print head is hot',
};

/** What came of a test badge. */
export function outcomeWords({ state, failure }: PrintOutcome): string {
  const why = failure ? `: ${failureWords(failure.code)}` : '';
  switch (state) {
    case 'confirmed':
      return 'printed; the printer itself says so';
    case 'sent':
      return 'sent; this printer cannot say whether it came out: look at it';
    case 'failed':
      return `not printed, and nothing was sent${why}`;
    case 'unknown':
      return `not known whether it came out${why}; look at the printer`;
  }
}
