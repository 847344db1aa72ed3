import { randomBytes } from 'node:crypto';
import { beforeTheFirst, digestOf, hashOf } from '../chain.ts';
import type { Connection } from '../database.ts';

/**
 * The events of a kiosk that works without its server.
 *
 * - `journal`: one row. `kiosk`: the installation that began the chain; it is in every hash.
 * - `events` anew. `visit_id` absent: the event belongs to the kiosk itself. `basis`: what was known when it was decided, as JSON. The chain
 *   (see chain.ts): `content_key`, `digest`, `hash`. A purge takes `detail` and `content_key` away; nothing else is ever changed.
 * - `visits.purged`: 1 when the names, the code and the badge's id were taken out; the row stays for what refers to it.
 * - `visits_kept`, `events_kept`, `events_by_kind`: all that the lists need, of what is not purged; so they stay small over the years.
 * - `outbox`: each event once for each receiver. `body`: the bytes of every try, taken away only once they are `sent`; `failure`, `status`: of the
 *   last try; `settled_at`: when it left or was given up.
 */
const tables = `
  CREATE TABLE journal (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    kiosk TEXT NOT NULL
  ) STRICT;

  ALTER TABLE visits ADD COLUMN purged INTEGER NOT NULL DEFAULT 0 CHECK (purged IN (0, 1));
  CREATE INDEX visits_kept ON visits (
    number, visit_id, badge_id, code, visit ->> '$.visitor.name', visit ->> '$.visitor.company', visit ->> '$.host',
    visit ->> '$.period.from', visit ->> '$.period.to', visit ->> '$.checkedInAt'
  ) WHERE purged = 0;

  ALTER TABLE events RENAME TO unchained;
  DROP INDEX events_by_visit;
  DROP INDEX events_once;
  DROP INDEX events_by_kind;
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL UNIQUE,
    visit_id TEXT REFERENCES visits (visit_id),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('visitor', 'staff', 'kiosk')),
    basis TEXT CHECK (basis IS NULL OR json_valid(basis)),
    detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
    content_key BLOB CHECK (content_key IS NOT NULL OR detail IS NULL),
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_visit ON events (visit_id, sequence);
  CREATE UNIQUE INDEX events_once ON events (visit_id, kind)
    WHERE kind IN ('checkedIn', 'checkedOut', 'closedAutomatically', 'leftConfirmed');
  CREATE INDEX events_by_kind ON events (kind, sequence) WHERE detail IS NOT NULL;
  CREATE INDEX events_kept ON events (visit_id, kind, at, basis)
    WHERE content_key IS NOT NULL AND kind IN ('checkedIn', 'checkedOut', 'closedAutomatically', 'leftConfirmed');

  CREATE TABLE outbox (
    receiver TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES events (sequence),
    visit_id TEXT REFERENCES visits (visit_id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
    tries INTEGER NOT NULL DEFAULT 0,
    failure TEXT CHECK (failure IS NULL OR json_valid(failure)),
    status INTEGER,
    settled_at TEXT,
    body TEXT CHECK (body IS NOT NULL OR state = 'sent'),
    PRIMARY KEY (sequence, receiver)
  ) STRICT;
  CREATE INDEX outbox_by_state ON outbox (receiver, state, sequence);
  CREATE INDEX outbox_unsent ON outbox (visit_id, receiver, sequence) WHERE state <> 'sent';
  CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'letters are never deleted'); END;
  CREATE TRIGGER outbox_same_bytes BEFORE UPDATE OF body, receiver, sequence, visit_id ON outbox
    WHEN new.receiver IS NOT old.receiver OR new.sequence IS NOT old.sequence OR new.visit_id IS NOT old.visit_id
      OR (new.body IS NOT NULL AND new.body IS NOT old.body)
  BEGIN SELECT RAISE(ABORT, 'letters keep their bytes'); END;`;

const triggers = `
  CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
    WHEN new.detail IS NOT NULL OR new.content_key IS NOT NULL
      OR new.sequence IS NOT old.sequence OR new.event_id IS NOT old.event_id OR new.visit_id IS NOT old.visit_id
      OR new.kind IS NOT old.kind OR new.at IS NOT old.at OR new.actor IS NOT old.actor OR new.basis IS NOT old.basis
      OR new.digest IS NOT old.digest OR new.hash IS NOT old.hash
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER events_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;`;

interface Unchained {
  readonly sequence: number;
  readonly event_id: string;
  readonly visit_id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: 'visitor';
  readonly detail: string | null;
  readonly visit: string;
}

/** Makes the tables and chains the events that were there, in their order and under their own numbers. */
export function chainEvents(database: Connection, kiosk: string): void {
  database.exec(tables);
  database.prepare('INSERT INTO journal (only_row, kiosk) VALUES (1, ?)').run(kiosk);
  const unchained = database.prepare(
    `SELECT sequence, event_id, visit_id, kind, at, actor, detail, visit FROM unchained JOIN visits USING (visit_id)
     WHERE sequence > ? ORDER BY sequence LIMIT 500`,
  );
  const add = database.prepare(
    `INSERT INTO events (sequence, event_id, visit_id, kind, at, actor, detail, content_key, digest, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let last = { sequence: 0, hash: beforeTheFirst };
  for (let rows = unchained.all(0) as Unchained[]; rows.length > 0; rows = unchained.all(last.sequence) as Unchained[]) {
    for (const { sequence, event_id, visit_id, kind, at, actor, detail, visit } of rows) {
      const key = randomBytes(16);
      const digest = digestOf(key, visit, detail);
      const hash = hashOf(last.hash, {
        sequence,
        eventId: event_id,
        kiosk,
        visitId: visit_id,
        kind,
        at,
        actor,
        basis: null,
        digest,
      });
      add.run(sequence, event_id, visit_id, kind, at, actor, detail, key, digest, hash);
      last = { sequence, hash };
    }
  }
  database.exec(`DROP TABLE unchained; ${triggers}`);
}
