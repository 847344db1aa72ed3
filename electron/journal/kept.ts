import { onClockOf } from '../contract/moment.ts';
import type { Basis } from '../core/event.ts';
import type { Connection } from './database.ts';
import { manyRows } from './rows.ts';

/** A visit whose names are still kept, and what became of it. `number` orders; times: ISO 8601 with offset. */
export interface Kept {
  readonly number: number;
  readonly visitId: string;
  readonly badgeId: string;
  readonly code: string;
  readonly visitor: string;
  readonly company: string | null;
  readonly host: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly basis: Basis;
  readonly times: { readonly checkedInAt: string; readonly checkedOutAt?: string; readonly closedAt?: string };
}

type Text = string | null;
type Key = [number: number, visitId: string, badgeId: string, code: string];
type Said = [visitor: string, company: Text, host: Text, from: string, to: string, checkedInAt: Text];
type Kind = 'checkedIn' | 'checkedOut' | 'closedAutomatically' | 'leftConfirmed';
type Happened = { [kind in Kind]?: { readonly at: string; readonly basis: Text } };

// In the words of the index that holds them.
const said = ['visitor.name', 'visitor.company', 'host', 'period.from', 'period.to', 'checkedInAt'].map(
  (path) => `visit ->> '$.${path}'`,
);

/** The visits that `which` (SQL, of a `visit_id`) holds for and whose names are still kept, oldest first. */
export function keptVisits(database: Connection, which = 'TRUE'): () => Kept[] {
  const visits = manyRows<[...Key, ...Said]>(
    database,
    ['number', 'visit_id', 'badge_id', 'code', ...said],
    `visits INDEXED BY visits_kept WHERE purged = 0 AND ${which}`,
  );
  const events = manyRows<[visitId: string, kind: Kind, at: string, basis: Text]>(
    database,
    ['visit_id', 'kind', 'at', 'basis'],
    `events INDEXED BY events_kept
     WHERE content_key IS NOT NULL AND kind IN ('checkedIn', 'checkedOut', 'closedAutomatically', 'leftConfirmed') AND ${which}`,
  );
  const corrections = manyRows<[visitId: string, checkedInAt: string]>(
    database,
    ['visit_id', `detail ->> '$.checkedInAt'`],
    `(SELECT visit_id, detail FROM events WHERE kind = 'corrected' AND detail IS NOT NULL ORDER BY sequence)`,
  );
  return () => {
    const happened = new Map<string, Happened>();
    for (const [visitId, kind, at, basis] of events()) {
      const known = happened.get(visitId) ?? {};
      known[kind] = { at, basis };
      happened.set(visitId, known);
    }
    const corrected = new Map(corrections());
    return visits()
      .map((row) => keptOf(row, happened.get(row[1]) ?? {}, corrected.get(row[1])))
      .sort((one, other) => one.number - other.number);
  };
}

/**
 * A person's word wins over the clock's: a corrected check-in over the recorded one, and who was confirmed to have left has left. Of one who was
 * never checked in here the server's check-in is known, or at least the check-out. All check-ins are on this kiosk's clock: a server may answer in UTC.
 */
function keptOf(
  [number, visitId, badgeId, code, visitor, company, host, from, to, inThere]: [...Key, ...Said],
  { checkedIn, checkedOut, closedAutomatically, leftConfirmed }: Happened,
  correctedAt: string | undefined,
): Kept {
  const checkedOutAt = (checkedOut ?? leftConfirmed)?.at;
  const basis = (checkedIn ?? checkedOut)?.basis;
  const here = (checkedIn ?? checkedOut)?.at ?? '';
  const there = correctedAt ?? (checkedIn ? undefined : inThere);
  return {
    number,
    visitId,
    badgeId,
    code,
    visitor,
    company,
    host,
    period: { from, to },
    // Journals before version 3 did not say; their kiosks checked nobody in without the server.
    basis: basis ? (JSON.parse(basis) as Basis) : { from: 'server' },
    times: {
      checkedInAt: there ? onClockOf(there, here) : here,
      ...(checkedOutAt ? { checkedOutAt } : closedAutomatically && { closedAt: closedAutomatically.at }),
    },
  };
}
