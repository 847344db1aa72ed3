import { type Result, success } from '../../contract/failure.ts';
import type { Call } from '../call.ts';
import type { Arguments } from '../operations.ts';
import { type PagedKey, type RowOf, rowsOf } from '../pages.ts';

/** More rooms or signs than any site has to choose from. */
const most = 5_000;

/** All rows of a search that are not deleted, for lists that are shown whole. A part is never taken for the whole: it is a failure. */
export async function everyRow<K extends PagedKey>(
  call: Call,
  key: K,
  given: Omit<Arguments<K>, 'page' | 'row'>,
  keep: (row: RowOf<K>) => boolean,
): Promise<Result<readonly RowOf<K>[]>> {
  const rows: RowOf<K>[] = [];
  for await (const row of rowsOf(call, key, given, { keep, most })) {
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return success(rows);
}
