import { type Failure, type Result, success } from '../contract/failure.ts';
import type { EventKind } from '../core/event.ts';
import type { Handed, Letter, LetterCounts, Outbox } from '../core/outbox.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import { hereOf } from './here.ts';
import type { Stays } from './stays.ts';

interface LetterRow {
  readonly event_id: string;
  readonly sequence: number;
  readonly kind: EventKind;
  readonly visit_id: string | null;
  readonly badge_id: string | null;
  readonly at: string;
  readonly body: string;
  readonly tries: number;
  readonly begun: 0 | 1;
}

interface DeadRow {
  readonly event_id: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly visitor: string | null;
  readonly failure: string | null;
  readonly status: number | null;
}

// `state <> 'sent'` says no more than the line after it, but in the words of the index that it needs.
const firstOfEachVisit = `
  SELECT events.event_id, sequence, events.kind, letter.visit_id, visits.badge_id, events.at, letter.body, letter.tries,
    letter.failure ->> '$.code' IS 'mail.unsure' AS begun
  FROM outbox AS letter JOIN events USING (sequence) LEFT JOIN visits ON visits.visit_id = letter.visit_id
  WHERE letter.receiver = ?1 AND letter.state = 'waiting'
    AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                    WHERE earlier.visit_id = letter.visit_id AND earlier.receiver = ?1 AND earlier.sequence < letter.sequence
                      AND earlier.state <> 'sent' AND earlier.state = 'waiting')
    AND events.event_id NOT IN (SELECT value FROM json_each(?2))
  ORDER BY letter.sequence LIMIT ?3`;

/**
 * What waits to be handed on:
 *
 *     waiting ─┬▶ sent      its bytes go with the names of its visit
 *        ▲     └▶ dead
 *        └───────┘ a person sends it again
 *
 * A letter waits behind the earlier ones of its visit, but not behind a dead one (rule API-6). In the table `sent` is "settled": one that is so
 * with a failure was not sent (`mail.expired`), or nobody knows (`mail.unsure`). While it waits, `mail.unsure` says that a try began which
 * may have been the one.
 */
export function outboxOf(database: Connection, stays: Stays): Outbox {
  const waiting = database.prepare(firstOfEachVisit);
  const settle = database.prepare(
    `UPDATE outbox SET state = ?, tries = tries + 1, failure = ?, status = ?, settled_at = ?
     WHERE sequence = (SELECT sequence FROM events WHERE event_id = ?) AND receiver = ? AND state = 'waiting'`,
  );
  const begin = database.prepare(
    `UPDATE outbox SET failure = '{"code":"mail.unsure"}'
     WHERE sequence = (SELECT sequence FROM events WHERE event_id = ?) AND receiver = ? AND state = 'waiting'`,
  );
  const expire = database.prepare(
    `UPDATE outbox SET state = 'sent', settled_at = ?1, status = NULL,
       failure = iif(state = 'waiting' AND failure ->> '$.code' IS 'mail.unsure', failure, '{"code":"mail.expired"}')
     WHERE receiver = ?2 AND state IN ('waiting', 'dead')
       AND (SELECT julianday(at) FROM events WHERE events.sequence = outbox.sequence) < julianday(?3)`,
  );
  const dead = database.prepare(
    `SELECT events.event_id, events.kind, events.at, visits.visit ->> '$.visitor.name' AS visitor, letter.failure, letter.status
     FROM outbox AS letter JOIN events USING (sequence) LEFT JOIN visits ON visits.visit_id = letter.visit_id
     WHERE letter.receiver = ? AND letter.state = 'dead' ORDER BY letter.sequence`,
  );
  const again = database.prepare(
    `UPDATE outbox SET state = 'waiting', settled_at = NULL
     WHERE receiver = ?1 AND state = 'dead' AND (?2 IS NULL OR sequence = (SELECT sequence FROM events WHERE event_id = ?2))`,
  );
  const counts = database.prepare('SELECT state, count(*) AS letters FROM outbox WHERE receiver = ? GROUP BY state');
  const unsent = database.prepare(
    `SELECT failure ->> '$.code' AS code, count(*) AS letters FROM outbox
     WHERE receiver = ? AND state = 'sent' AND failure IS NOT NULL GROUP BY code`,
  );

  return {
    waiting: ({ receiver, most, besides = [] }) =>
      success((waiting.all(receiver, JSON.stringify(besides), most) as LetterRow[]).map(letterOf)),

    tried: ({ receiver, eventId, outcome, at, failure, status }) => {
      const result = transaction(database, (): Result<void> => {
        const state = stateAfter[outcome];
        const settledAt = outcome === 'later' ? null : at;
        settle.run(state, failure ? JSON.stringify(failure) : null, status ?? null, settledAt, eventId, receiver);
        failpoint('outbox.tried.before-commit');
        return success(undefined);
      });
      failpoint('outbox.tried.after-commit');
      return result;
    },

    begun: ({ receiver, eventId }) => {
      const result = transaction(database, () => {
        begin.run(eventId, receiver);
        failpoint('outbox.begun.before-commit');
        return success(undefined);
      });
      failpoint('outbox.begun.after-commit');
      return result;
    },

    hereSince: hereOf(stays),

    expire: ({ receiver, before, at }) => transaction(database, () => success(expire.run(at, receiver, before).changes)),

    deadLetters: (receiver) =>
      success(
        (dead.all(receiver) as DeadRow[]).map(({ event_id, kind, at, visitor, failure, status }) => ({
          eventId: event_id,
          kind,
          at,
          ...(visitor !== null && { visitor }),
          failure: failure ? (JSON.parse(failure) as Failure) : { code: 'handOver.refused' },
          ...(status !== null && { status }),
        })),
      ),

    sendAgain: ({ receiver, eventId }) => {
      const result = transaction(database, () => {
        const { changes } = again.run(receiver, eventId ?? null);
        failpoint('outbox.again.before-commit');
        return success(changes);
      });
      failpoint('outbox.again.after-commit');
      return result;
    },

    outboxCounts: (receiver) => {
      const rows = counts.all(receiver) as { state: string; letters: number }[];
      const of = (state: string) => rows.find((row) => row.state === state)?.letters ?? 0;
      // No other receiver has letters that can be too late, and this one reads rows.
      const [expired, unsure] = receiver === 'hosts' ? unsentOf(unsent.all(receiver) as Unsent[]) : [0, 0];
      return success({
        sent: of('sent') - expired - unsure,
        waiting: of('waiting'),
        dead: of('dead'),
        ...(expired > 0 && { expired }),
        ...(unsure > 0 && { unsure }),
      } satisfies LetterCounts);
    },
  };
}

const stateAfter = {
  later: 'waiting',
  dead: 'dead',
  sent: 'sent',
  expired: 'sent',
  unsure: 'sent',
} as const satisfies Record<Handed['outcome'], string>;

interface Unsent {
  readonly code: string;
  readonly letters: number;
}

function unsentOf(rows: readonly Unsent[]): [expired: number, unsure: number] {
  const of = (code: string) => rows.find((row) => row.code === code)?.letters ?? 0;
  return [of('mail.expired'), of('mail.unsure')];
}

const letterOf = ({ event_id, sequence, kind, visit_id, badge_id, at, body, tries, begun }: LetterRow): Letter => ({
  eventId: event_id,
  sequence,
  kind,
  ...(visit_id !== null && { visitId: visit_id }),
  ...(badge_id !== null && { badgeId: badge_id }),
  at,
  body,
  tries,
  ...(begun === 1 && { isBegun: true }),
});
