import { success } from '../contract/failure.ts';
import type { Basis, DifferenceKind, ServerView } from '../core/event.ts';
import type { Comparable, Recorded, Review } from '../core/ports.ts';
import type { Connection } from './database.ts';

/** A visit whose names are still kept, and what became of it. Times: ISO 8601 with offset; null: it did not happen. */
export interface KeptRow {
  readonly visit_id: string;
  readonly badge_id: string;
  readonly code: string;
  readonly name: string;
  readonly company: string | null;
  readonly host: string | null;
  readonly period_from: string;
  readonly period_to: string;
  readonly checked_in_at: string;
  readonly checked_out_at: string | null;
  readonly closed_at: string | null;
  readonly basis: string | null;
}

/** The detail of a `differed` event. */
export interface Noted {
  readonly kind: DifferenceKind;
  readonly there: ServerView;
}

/**
 * SQL that answers a `KeptRow` and its `number` for each visit that `which` (SQL) holds for, the events of a visit in one row. A person's word
 * wins over the clock's: a corrected check-in over the recorded one, and who was confirmed to have left has left. Of one who was never checked
 * in here the server's check-in is known, or at least the check-out.
 */
export const keptRows = (which = 'TRUE'): string => `
  SELECT number, visit_id, badge_id, code, visit ->> '$.visitor.name' AS name, visit ->> '$.visitor.company' AS company,
    visit ->> '$.host' AS host, visit ->> '$.period.from' AS period_from, visit ->> '$.period.to' AS period_to,
    coalesce(corrected_at, in_at, visit ->> '$.checkedInAt', out_at) AS checked_in_at,
    coalesce(out_at, left_at) AS checked_out_at,
    CASE WHEN out_at IS NULL AND left_at IS NULL THEN closed END AS closed_at,
    basis
  FROM (
    SELECT visits.number, visits.visit_id, badge_id, code, visit,
      max(CASE kind WHEN 'checkedIn' THEN at END) AS in_at,
      max(CASE kind WHEN 'checkedOut' THEN at END) AS out_at,
      max(CASE kind WHEN 'closedAutomatically' THEN at END) AS closed,
      max(CASE kind WHEN 'leftConfirmed' THEN at END) AS left_at,
      coalesce(max(CASE kind WHEN 'checkedIn' THEN basis END), max(CASE kind WHEN 'checkedOut' THEN basis END)) AS basis
    FROM visits JOIN events ON events.visit_id = visits.visit_id
    WHERE purged = 0 AND ${which} GROUP BY visits.number
  ) LEFT JOIN (
    SELECT visit_id, detail ->> '$.checkedInAt' AS corrected_at, max(sequence) FROM events
    WHERE kind = 'corrected' AND detail IS NOT NULL GROUP BY visit_id
  ) USING (visit_id)`;

/** The visits whose names are still kept, with what became of each. */
export function keptOf(database: Connection): Pick<Review, 'comparable' | 'recorded'> {
  const oldestFirst = database.prepare(`${keptRows()} ORDER BY number`);
  const newestFirst = database.prepare(`${keptRows()} ORDER BY number DESC`);
  const differed = database.prepare(
    `SELECT visit_id, detail FROM events WHERE kind = 'differed' AND detail IS NOT NULL ORDER BY sequence`,
  );

  return {
    comparable: () => {
      const given = new Map<string, Comparable['given']>();
      for (const { visit_id, detail } of differed.all() as { visit_id: string; detail: string }[]) {
        const known = given.get(visit_id) ?? [];
        given.set(visit_id, [...known, JSON.parse(detail) as Noted]);
      }
      return success((oldestFirst.all() as KeptRow[]).map((row) => comparableOf(row, given.get(row.visit_id) ?? [])));
    },
    recorded: () => success((newestFirst.all() as KeptRow[]).map(recordedOf)),
  };
}

const timesOf = ({ checked_in_at, checked_out_at, closed_at }: KeptRow) => ({
  checkedInAt: checked_in_at,
  ...(checked_out_at !== null && { checkedOutAt: checked_out_at }),
  ...(closed_at !== null && { closedAt: closed_at }),
});

const recordedOf = (row: KeptRow): Recorded => ({
  visitId: row.visit_id,
  visitor: row.name,
  ...(row.company !== null && { company: row.company }),
  ...(row.host !== null && { host: row.host }),
  ...timesOf(row),
});

const comparableOf = (row: KeptRow, given: Comparable['given']): Comparable => ({
  visitId: row.visit_id,
  badgeId: row.badge_id,
  code: row.code,
  period: { from: row.period_from, to: row.period_to },
  ...timesOf(row),
  // Journals before version 3 did not say; their kiosks checked nobody in without the server.
  basis: row.basis === null ? { from: 'server' } : (JSON.parse(row.basis) as Basis),
  given,
});
