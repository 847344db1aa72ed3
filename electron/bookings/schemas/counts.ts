import * as z from 'zod';
import { firstOf, measureSchema, tolerantRow } from './row.ts';

const count = measureSchema.pipe(z.int().nonnegative());

/** The dashboard's four counts of a day (all four fields are stated on the vendor's page); one that is missing is no zero. */
export const countsSchema = tolerantRow(
  (row) => ({
    initial: firstOf(row, 'numberOfInitial', 'initial'),
    visiting: firstOf(row, 'numberOfVisiting', 'visiting'),
    visited: firstOf(row, 'numberOfVisited', 'visited'),
    noShow: firstOf(row, 'numberOfNoShow', 'noShow'),
  }),
  z.object({ initial: count, visiting: count, visited: count, noShow: count }),
);

/** The four counts as read. */
export type Counts = z.output<typeof countsSchema>;
