import { type Result, success } from '../contract/failure.ts';
import type { Review } from '../core/ports.ts';
import { beforeTheFirst, digestOf, hashOf } from './chain.ts';
import type { Connection } from './database.ts';

const batch = 1_000;

interface Row {
  readonly sequence: number;
  readonly event_id: string;
  readonly visit_id: string | null;
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
  readonly basis: string | null;
  readonly detail: string | null;
  readonly content_key: Buffer | null;
  readonly digest: string;
  readonly hash: string;
  readonly visit: string | null;
  readonly purged: 0 | 1 | null;
  /** Whether the columns that visits are found by say what the visit says. */
  readonly indexed: 0 | 1;
}

/**
 * Recomputes the chain from its first event. A missing event is one whose number is passed over; a missing last one is lower than SQLite's
 * own note of the highest number. `events`: how many fit, from the first.
 */
export function verify(database: Connection): ReturnType<Review['verify']> {
  const { kiosk } = database.prepare('SELECT kiosk FROM journal').get() as { kiosk: string };
  const next = database.prepare(
    `SELECT sequence, event_id, events.visit_id, kind, at, actor, basis, detail, content_key, digest, hash, visit, purged,
            code IS visit ->> '$.code' AND badge_id IS visit ->> '$.badgeId' AS indexed
     FROM events LEFT JOIN visits ON visits.visit_id = events.visit_id
     WHERE sequence > ? ORDER BY sequence LIMIT ${batch}`,
  );
  let last = { sequence: 0, hash: beforeTheFirst };
  const broken = (): Result<{ events: number; brokenAt: number }> =>
    success({ events: last.sequence, brokenAt: last.sequence + 1 });
  for (let rows = next.all(0) as Row[]; rows.length > 0; rows = next.all(last.sequence) as Row[]) {
    for (const row of rows) {
      if (row.sequence !== last.sequence + 1 || !fits(row, last.hash, kiosk)) return broken();
      last = row;
    }
  }
  const highest = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`).get() as { seq: number } | undefined;
  return (highest?.seq ?? 0) > last.sequence ? broken() : success({ events: last.sequence });
}

function fits(row: Row, previous: string, kiosk: string): boolean {
  const { sequence, event_id, visit_id, kind, at, actor, basis, digest } = row;
  const link = { sequence, eventId: event_id, kiosk, visitId: visit_id, kind, at, actor, basis, digest };
  return hashOf(previous, link) === row.hash && isContentKept(row);
}

/** What an event says of its visitor is as it was; or it was purged, and then all of its visit. */
function isContentKept({ visit_id, visit, purged, indexed, content_key, detail, digest }: Row): boolean {
  if (purged === 1) return content_key === null && detail === null;
  if (content_key === null || (visit_id !== null && !indexed)) return false;
  return digestOf(Buffer.from(content_key), visit ?? '', detail) === digest;
}
