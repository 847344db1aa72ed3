import * as z from 'zod';
import { firstOf, tolerantRow } from './row.ts';

const count = z.coerce.number().int().nonnegative();

/** The dashboard's four counts of a day (all four fields are stated on the vendor's page). */
export const countsSchema = tolerantRow(
  (row) => ({
    initial: firstOf(row, 'numberOfInitial'),
    visiting: firstOf(row, 'numberOfVisiting'),
    visited: firstOf(row, 'numberOfVisited'),
    noShow: firstOf(row, 'numberOfNoShow'),
  }),
  z.object({ initial: count, visiting: count, visited: count, noShow: count }),
);

/** The four counts as read. */
export type Counts = z.output<typeof countsSchema>;
