import { mostRows } from '../contract/desk-limits.ts';
import type { PrinterShown, PrintListed } from '../contract/desk-prints.ts';
import { isOnItsWay } from '../contract/printing.ts';
import type { PrinterReport } from './ports.ts';
import { lastPrints, type Printed, type Roll } from './prints.ts';
import type { Recorded } from './review.ts';
import { cleanText } from './text.ts';

/** What the desk shows of badges. `count`: how many need a person, shown or not. */
export interface BadgeLists {
  readonly count: number;
  readonly badges: PrintListed[];
  readonly prints: PrintListed[];
}

/** What a printer says of its media is a text from outside. */
const longestMedia = 60;

/**
 * Of the prints (oldest first) those that need a person: badges of today that did not surely come out, whose visitor is in, and that nobody
 * has handed over or replaced. One that was asked for in the place of such a badge keeps its place there until it is known how it went.
 * `now`: ISO 8601 with the kiosk's offset.
 */
export function badgeListsOf(printed: readonly Printed[], recorded: readonly Recorded[], now: string): BadgeLists {
  const inside = new Set(recorded.filter(isIn).map(({ visitId }) => visitId));
  const today = now.slice(0, 10);
  const shown = (print: Printed): PrintListed => listed(print, inside);
  const waiting = printed.filter(
    (print) => print.kind === 'badge' && !print.isReplaced && inside.has(print.visitId) && print.at.slice(0, 10) === today,
  );
  const needy = waiting.filter((print) => needsPerson(print));
  const badges = waiting.filter((print) => needsPerson(print) || (print.isReprint && isOnItsWay(print)));
  return {
    count: needy.length,
    badges: badges.slice(0, mostRows).map(shown),
    prints: printed.slice(-lastPrints).reverse().map(shown),
  };
}

const isIn = ({ checkedOutAt, closedAt }: Recorded): boolean => checkedOutAt === undefined && closedAt === undefined;

const needsPerson = ({ state, handedOverAt }: Printed): boolean =>
  (state === 'failed' || state === 'unknown') && handedOverAt === undefined;

function listed({ printId, visitor, ...print }: Printed, inside: ReadonlySet<string>): PrintListed {
  const { kind, isReplaced, visitId } = print;
  const mayRepeat = kind === 'badge' && !isReplaced && inside.has(visitId) && !isOnItsWay(print);
  return { id: printId, name: visitor, ...print, mayRepeat };
}

/** The printers as they were last heard of, each with the labels of its roll. */
export const printersShown = (reports: readonly PrinterReport[], rolls: readonly Roll[]): PrinterShown[] =>
  reports.map(({ warnings, media: told = '', ...report }) => {
    const { labels = 0, since } = rolls.find(({ printer }) => printer === report.name) ?? {};
    const media = cleanText(told, longestMedia);
    return { ...report, warnings: [...warnings], ...(media && { media }), labels, ...(since !== undefined && { since }) };
  });
