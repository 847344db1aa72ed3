import type { Language } from '../contract/language.ts';
import type { Entry } from '../core/review.ts';
import type { Cell, Table } from './table.ts';
import { type TableWords, tableWords } from './words.ts';

const widths = [28, 28, 28, 12, 20, 20, 20, 20, 12, 14, 14, 12];

/** The visits as a table, in a language. */
export function visitsTable(entries: readonly Entry[], language: Language): Table {
  const words = tableWords[language];
  return { title: words.title, heads: words.heads, widths, rows: rowsOf(entries, words) };
}

/** The visits that began on these days of the kiosk's calendar, both included. */
export const entriesWithin = (entries: readonly Entry[], { from, to }: { from: string; to: string }): readonly Entry[] =>
  entries.filter(({ checkedInAt }) => checkedInAt.slice(0, 10) >= from && checkedInAt.slice(0, 10) <= to);

function* rowsOf(entries: readonly Entry[], words: TableWords): Generator<readonly Cell[]> {
  const said = (holds: boolean) => (holds ? words.yes : '');
  for (const entry of entries) {
    yield [
      ...[entry.visitor, entry.company ?? '', entry.host ?? '', entry.code],
      ...[{ moment: entry.period.from }, { moment: entry.period.to }, { moment: entry.checkedInAt }],
      entry.checkedOutAt === undefined ? '' : { moment: entry.checkedOutAt },
      ...[said(entry.isAutomatic), words.by[entry.checkedInBy], said(entry.walkIn), said(entry.isCorrected)],
    ];
  }
}
