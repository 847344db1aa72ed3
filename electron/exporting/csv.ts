import { stringify } from 'csv-stringify/sync';
import { type Cell, type Pause, slicesOf, type Table } from './table.ts';

/** A spreadsheet takes UTF-8 for another encoding without it. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (https://www.rfc-editor.org/rfc/rfc4180): every field quoted, moments as ISO 8601 with their offset, and no text that a spreadsheet takes for
 * a formula.
 */
export async function csvOf({ heads, rows }: Table, pause: Pause): Promise<Uint8Array> {
  const parts = [byteOrderMark, lines([heads])];
  for await (const slice of slicesOf(rows, pause)) parts.push(lines(slice));
  return Buffer.from(parts.join(''));
}

const lines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell.moment))),
    { quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );

/** What looks like the begin of a formula, in any width, be it after spaces; or a control character that a spreadsheet skips. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@])/;

/**
 * An apostrophe before it makes a spreadsheet take it for text (https://owasp.org/www-community/attacks/CSV_Injection). There is no way that is right for every
 * program that reads CSV: who wants the bytes as they are has the webhook.
 */
export const harmless = (text: string): string => (formula.test(text.normalize('NFKC')) ? `'${text}` : text);
