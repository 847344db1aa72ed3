import * as z from 'zod';

/**
 * The most rows that are read of one answer. 2 MB hold about 5,000 badges; they also hold 700,000 times `{}`, which would keep
 * everything else waiting for seconds.
 */
const mostRows = 10_000;

const unread = Symbol('a row that cannot be read');
const unreadSchema = z.unknown().transform(() => unread);
/** How many rows were left out of an array that `readableRowsSchema` made. */
const leftOut = new WeakMap<readonly unknown[], number>();

const bounded = z.unknown().refine((value) => !Array.isArray(value) || value.length <= mostRows, { abort: true });

/** An array of rows, every one of which must be readable. */
const rowsSchema = <S extends z.ZodType>(row: S) => bounded.pipe(z.array(row));

/** An array of rows that are only nice to have: one that cannot be read is left out, and counted by `skippedIn`. */
export const readableRowsSchema = <S extends z.ZodType>(row: S) =>
  bounded.pipe(z.array(z.union([row, unreadSchema]))).transform((rows) => {
    const read = rows.filter((each) => each !== unread) as z.output<S>[];
    if (read.length < rows.length) leftOut.set(read, rows.length - read.length);
    return read;
  });

/** How many rows were left out of an answer, of itself and of the lists in it. */
export function skippedIn(answer: unknown, depth = 4): number {
  if (typeof answer !== 'object' || answer === null || depth === 0) return 0;
  const own = Array.isArray(answer) ? (leftOut.get(answer) ?? 0) : 0;
  return Object.values(answer).reduce((sum: number, part) => sum + skippedIn(part, depth - 1), own);
}

const asPage = (value: unknown): unknown => (Array.isArray(value) ? { data: value } : value);
const pageOf = <S extends z.ZodType>(rows: S) =>
  z.preprocess(asPage, z.object({ data: z.preprocess((data) => (data === null ? [] : data), rows) }));

/** One page of a search: `{data: […]}` as on the vendor's page, or a bare array; a null in the place of the rows is an empty page. */
export const pageSchema = <S extends z.ZodType>(row: S) => pageOf(rowsSchema(row));

/** A page of rows that are only nice to have. */
export const readablePageSchema = <S extends z.ZodType>(row: S) => pageOf(readableRowsSchema(row));

/** A bare array of rows that are only nice to have, as two operations answer; null is an empty one, and a page of them is read as well. */
export const readableListSchema = <S extends z.ZodType>(row: S) =>
  z.preprocess((value) => value ?? [], readablePageSchema(row)).transform(({ data }) => data);
