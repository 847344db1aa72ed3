import { type Result, success } from '../contract/failure.ts';
import type { Verified } from '../core/review.ts';
import { beforeTheFirst, digestOf, hashOf } from './chain.ts';
import type { Connection } from './database.ts';
import { manyRows } from './rows.ts';

const batch = 1_000;
const inBatch = `(SELECT * FROM events WHERE sequence > ?1 ORDER BY sequence LIMIT ${batch})`;

type Text = string | null;
type Row = [
  ...link: [sequence: number, eventId: string, visitId: Text, kind: string, at: string, actor: string, basis: Text],
  ...content: [detail: Text, key: string, digest: string, hash: string],
];

/** `isIndexed`: what the visit is found by is what it says. */
interface About {
  readonly visit_id: string;
  readonly visit: string;
  readonly purged: 0 | 1;
  readonly is_indexed: 0 | 1;
}

/** Recomputes the chain at one go. */
export function verify(database: Connection): Result<Verified> {
  const steps = verification(database);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Recomputes the chain from its first event, a thousand at a step. A missing event is one whose number is passed over; a missing last one is lower than SQLite's
 * own note of the highest number. `events`: how many fit, from the first.
 */
export function* verification(database: Connection): Generator<undefined, Result<Verified>> {
  const { kiosk } = database.prepare('SELECT kiosk FROM journal').get() as { kiosk: string };
  const rowsAfter = manyRows<Row>(
    database,
    ['sequence, event_id, visit_id, kind, at, actor, basis', `detail, hex(coalesce(content_key, '')), digest, hash`],
    inBatch,
  );
  const visitsAfter = database.prepare(
    `SELECT visit_id, visit, purged, code IS visit ->> '$.code' AND badge_id IS visit ->> '$.badgeId' AS is_indexed
     FROM visits WHERE visit_id IN (SELECT visit_id FROM ${inBatch})`,
  );
  let last = { sequence: 0, hash: beforeTheFirst };
  const broken = (): Result<Verified> => success({ events: last.sequence, brokenAt: last.sequence + 1 });
  for (let rows = rowsAfter(0); rows.length > 0; rows = rowsAfter(last.sequence)) {
    const visits = new Map((visitsAfter.all(last.sequence) as About[]).map((about) => [about.visit_id, about]));
    for (const row of rows.sort(([one], [other]) => one - other)) {
      const [sequence, eventId, visitId, kind, at, actor, basis, , , digest, hash] = row;
      const link = { sequence, eventId, kiosk, visitId, kind, at, actor, basis, digest };
      const isNext = sequence === last.sequence + 1 && hashOf(last.hash, link) === hash;
      if (!isNext || !isContentKept(row, visitId === null ? undefined : visits.get(visitId))) return broken();
      last = { sequence, hash };
    }
    yield;
  }
  const highest = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`).get() as { seq: number } | undefined;
  return (highest?.seq ?? 0) > last.sequence ? broken() : success({ events: last.sequence });
}

/** What an event says of its visitor is as it was; or it was purged, and then with its visit. */
function isContentKept([, , visitId, , , , , detail, key, digest]: Row, about: About | undefined): boolean {
  if (about?.purged === 1) return key === '' && detail === null;
  if (key === '' || (visitId !== null && !about?.is_indexed)) return false;
  return digestOf(Buffer.from(key, 'hex'), about?.visit ?? '', detail) === digest;
}
