import { type Failure, type Result, success } from '../contract/failure.ts';
import type { EventKind } from '../core/event.ts';
import type { Letter, Outbox } from '../core/outbox.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';

interface LetterRow {
  readonly event_id: string;
  readonly sequence: number;
  readonly kind: EventKind;
  readonly visit_id: string | null;
  readonly badge_id: string | null;
  readonly at: string;
  readonly body: string;
  readonly tries: number;
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
  SELECT events.event_id, sequence, events.kind, letter.visit_id, visits.badge_id, events.at, letter.body, letter.tries
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
 * A letter waits behind the earlier ones of its visit, but not behind a dead one (rule API-6).
 */
export function outboxOf(database: Connection): Outbox {
  const waiting = database.prepare(firstOfEachVisit);
  const settle = database.prepare(
    `UPDATE outbox SET state = ?, tries = tries + 1, failure = ?, status = ?, settled_at = ?
     WHERE sequence = (SELECT sequence FROM events WHERE event_id = ?) AND receiver = ? AND state = 'waiting'`,
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

  return {
    waiting: ({ receiver, most, besides = [] }) =>
      success((waiting.all(receiver, JSON.stringify(besides), most) as LetterRow[]).map(letterOf)),

    tried: ({ receiver, eventId, outcome, at, failure, status }) => {
      const result = transaction(database, (): Result<void> => {
        const state = outcome === 'later' ? 'waiting' : outcome;
        const settledAt = outcome === 'later' ? null : at;
        settle.run(state, failure ? JSON.stringify(failure) : null, status ?? null, settledAt, eventId, receiver);
        failpoint('outbox.tried.before-commit');
        return success(undefined);
      });
      failpoint('outbox.tried.after-commit');
      return result;
    },

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
      return success({ sent: of('sent'), waiting: of('waiting'), dead: of('dead') });
    },
  };
}

const letterOf = ({ event_id, sequence, kind, visit_id, badge_id, at, body, tries }: LetterRow): Letter => ({
  eventId: event_id,
  sequence,
  kind,
  ...(visit_id !== null && { visitId: visit_id }),
  ...(badge_id !== null && { badgeId: badge_id }),
  at,
  body,
  tries,
});
