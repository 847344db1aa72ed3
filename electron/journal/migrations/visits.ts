/**
 * The first schema.
 *
 * - `visits`: a visit as it was when it was first recorded; `number` orders them.
 * - `events`: what happened, appended and never changed. Kinds are open, so that later ones need no new table; those that may
 *   happen once to a visit are unique. `actor`: who did it. `at`: wall time, ISO 8601 with offset, for people; `sequence` orders.
 * - `prints`: where each print stands now; its triggers append every state it had to `print_states`.
 */
export const visitsAndPrints = `CREATE TABLE visits (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     visit_id TEXT NOT NULL UNIQUE,
     badge_id TEXT NOT NULL,
     code TEXT NOT NULL,
     visit TEXT NOT NULL CHECK (json_valid(visit))
   ) STRICT;
   CREATE INDEX visits_by_code ON visits (code, number);
   CREATE INDEX visits_by_badge ON visits (badge_id, number);

   CREATE TABLE events (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     event_id TEXT NOT NULL UNIQUE,
     visit_id TEXT NOT NULL REFERENCES visits (visit_id),
     kind TEXT NOT NULL,
     at TEXT NOT NULL,
     actor TEXT NOT NULL
   ) STRICT;
   CREATE INDEX events_by_visit ON events (visit_id, sequence);
   CREATE UNIQUE INDEX events_once ON events (visit_id, kind) WHERE kind IN ('checkedIn', 'checkedOut');
   CREATE TRIGGER events_unchanged BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
   CREATE TRIGGER events_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

   CREATE TABLE prints (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     print_id TEXT NOT NULL UNIQUE,
     visit_id TEXT NOT NULL REFERENCES visits (visit_id),
     kind TEXT NOT NULL CHECK (kind IN ('badge', 'slip')),
     state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'confirmed', 'sent', 'failed', 'unknown')),
     at TEXT NOT NULL,
     failure TEXT CHECK (failure IS NULL OR json_valid(failure))
   ) STRICT;
   CREATE INDEX prints_by_visit ON prints (visit_id, number);
   CREATE INDEX prints_open ON prints (state) WHERE state IN ('queued', 'sending');

   CREATE TABLE print_states (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     print_id TEXT NOT NULL REFERENCES prints (print_id),
     state TEXT NOT NULL,
     at TEXT NOT NULL,
     failure TEXT
   ) STRICT;
   CREATE TRIGGER prints_begun AFTER INSERT ON prints BEGIN
     INSERT INTO print_states (print_id, state, at, failure) VALUES (new.print_id, new.state, new.at, new.failure);
   END;
   CREATE TRIGGER prints_moved AFTER UPDATE OF state ON prints BEGIN
     INSERT INTO print_states (print_id, state, at, failure) VALUES (new.print_id, new.state, new.at, new.failure);
   END;
   CREATE TRIGGER print_states_unchanged BEFORE UPDATE ON print_states BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER print_states_kept BEFORE DELETE ON print_states BEGIN SELECT RAISE(ABORT, 'append-only'); END;`;
