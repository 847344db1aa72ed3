import { success } from '../contract/failure.ts';
import type { Outbox } from '../core/outbox.ts';
import type { Connection } from './database.ts';

/**
 * Whether somebody is still here, by every event that ends a visit: a check-out, a close after the badge's day, a person's word. The newest correction
 * of the check-in wins over the check-in.
 */
export function hereOf(database: Connection): Outbox['hereSince'] {
  const since = database.prepare(
    `SELECT coalesce(detail ->> '$.checkedInAt', at) AS since FROM events
     WHERE visit_id = ?1 AND kind IN ('checkedIn', 'corrected')
       AND NOT EXISTS (SELECT 1 FROM events WHERE visit_id = ?1 AND kind IN ('checkedOut', 'closedAutomatically', 'leftConfirmed'))
     ORDER BY sequence DESC LIMIT 1`,
  );
  return (visitId) => success((since.get(visitId) as { since: string } | undefined)?.since);
}
