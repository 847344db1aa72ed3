import { failure, type Result, success } from '../contract/failure.ts';
import type { Call } from './call.ts';
import type { Note } from './findings.ts';
import type { Answer, Arguments, OperationKey } from './operations.ts';

/** The operations that answer in pages. */
export type PagedKey = { [K in OperationKey]: Answer<K> extends { readonly data: readonly unknown[] } ? K : never }[OperationKey];

interface Identified {
  readonly key?: string;
  readonly id?: string | undefined;
}

/** A row of such an operation. */
export type RowOf<K extends PagedKey> = Answer<K> extends { readonly data: readonly (infer Row)[] } ? Row & Identified : never;

/** Rows of a page where `row` is absent (stated for most operations). */
const defaultRows = 50;
const mostPages = 1_000;
/** Fewer rows than this on a page, on average, and a long list is not gone through. */
const fewestRows = 20;

/**
 * The rows of a search, page after page, as they come: holds one page at a time. A failure is the last item; nothing is thrown.
 * `keep` filters again what the server may have failed to filter. `rows` is asked for on a page; absent, the server's own number.
 * `most` rows are read at most, the rest being `bookings.tooLarge`: a list that is cut short must not look whole.
 *
 * Nothing depends on `metaData`. Whether pages count from 0 or 1 is unknown, so the first is asked for without a number, and page 1
 * may repeat it; any later page that repeats the one before is the end, and so is a page with fewer rows than a page holds.
 */
export async function* rowsOf<K extends PagedKey>(
  call: Call,
  key: K,
  given: Omit<Arguments<K>, 'page' | 'row'>,
  options: { keep?: (row: RowOf<K>) => boolean; rows?: number; most?: number; note?: Note } = {},
): AsyncGenerator<Result<RowOf<K>>, void, undefined> {
  const { keep = () => true, rows, most = 20_000, note = () => {} } = options;
  const seen = new Set<string>();
  const pages = Math.max(mostPages, most / fewestRows);
  let size = rows ?? defaultRows;
  let before: string | undefined;
  let read = 0;
  let filtered = false;
  for (let page = 0; page < pages && read < most; page += 1) {
    const asked = { ...given, ...(rows !== undefined && { row: rows }), ...(page > 0 && { page }) };
    const answer = await call(key, asked as unknown as Arguments<K>);
    if (!answer.ok) return yield answer;
    const found = answer.value.data as unknown as readonly RowOf<K>[];
    const print = found.map((row) => idOf(row) ?? JSON.stringify(row)).join();
    if (print === before) {
      if (page > 1) return;
      continue;
    }
    before = print;
    read += found.length;
    for (const row of found) {
      const id = idOf(row);
      if (id !== undefined && seen.has(id)) note('rowsTwice');
      else if (keep(row)) yield success(row);
      else if (!filtered) {
        filtered = true;
        note('filtersIgnored');
      }
      if (id !== undefined) seen.add(id);
    }
    if (page === 0 && looksCapped(found.length)) size = Math.min(size, found.length);
    if (found.length < size) return;
  }
  yield failure('bookings.tooLarge', { operation: key });
}

/** A server may give at most so many rows whatever is asked for: a round number of them (25, 40) is not taken for the end. */
const looksCapped = (rows: number): boolean => rows > 0 && rows % 5 === 0;

/** A badge's `key`, another row's `id`. */
const idOf = (row: Identified): string | undefined => row.key ?? row.id;
