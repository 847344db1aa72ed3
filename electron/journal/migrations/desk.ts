/**
 * What a receptionist does: corrections, walk-ins.
 *
 * - `events_once`: a visit goes in once and is closed once. It may leave again once a person has said that a check-out was a mistake, and not before
 *   (`events_left_once`).
 * - `events_of_stays` in the place of `events_kept`, `visits_kept` anew: all that the lists need, with who did it and what was corrected; and
 *   whether it is a walk-in, and of which appointment.
 */
export const desk = `
  DROP INDEX events_once;
  CREATE UNIQUE INDEX events_once ON events (visit_id, kind) WHERE kind IN ('checkedIn', 'closedAutomatically');
  CREATE TRIGGER events_left_once BEFORE INSERT ON events
    WHEN new.kind IN ('checkedOut', 'leftConfirmed')
      AND (SELECT max(sequence) FROM events WHERE visit_id = new.visit_id AND kind = new.kind)
        > coalesce((SELECT max(sequence) FROM events
                    WHERE visit_id = new.visit_id AND kind = 'corrected' AND detail ->> '$.what' = 'notOut'), 0)
  BEGIN SELECT RAISE(ABORT, 'a visit leaves once'); END;

  DROP INDEX events_kept;
  CREATE INDEX events_of_stays ON events (visit_id, kind, at, actor, basis, detail)
    WHERE content_key IS NOT NULL AND kind IN ('checkedIn', 'checkedOut', 'closedAutomatically', 'leftConfirmed', 'corrected');

  DROP INDEX visits_kept;
  CREATE INDEX visits_kept ON visits (
    number, visit_id, badge_id, code, visit ->> '$.visitor.name', visit ->> '$.visitor.company', visit ->> '$.host',
    visit ->> '$.period.from', visit ->> '$.period.to', visit ->> '$.checkedInAt', visit ->> '$.walkIn', visit ->> '$.appointmentId'
  ) WHERE purged = 0;`;
