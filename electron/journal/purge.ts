import { failure, success } from '../contract/failure.ts';
import type { Review } from '../core/review.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { pragma, transaction } from './database.ts';
import { undecided } from './differences.ts';
import { keptVisits } from './kept.ts';

// Nothing of the visit waits for a receiver; a dead letter waits for a person.
const isHandedOn = `visit_id NOT IN (SELECT visit_id FROM outbox WHERE state <> 'sent' AND visit_id IS NOT NULL)`;

/** Visitors use the same process: what is left waits for the next purge. */
const mostAtOnce = 100;

/**
 * Takes names, codes, badge ids, pictures of badges and what events say of them out of the journal, and their bytes out of its files: `secure_delete` writes zeros
 * over what is taken out of the database, and the -wal, which holds pages as they were, is emptied. That is done each time, because a power
 * cut may have come between the two. `journal.locked`: somebody reads the -wal, so it could not be emptied yet.
 */
export function purgeOf(database: Connection): Review['purge'] {
  const handedOn = keptVisits(database, isHandedOn);
  const undecidedOf = database.prepare(`SELECT DISTINCT visit_id FROM (${undecided})`);
  const emptyVisits = database.prepare(
    `UPDATE visits SET purged = 1, badge_id = '', code = '', visit = '{}' WHERE visit_id IN (SELECT value FROM json_each(?))`,
  );
  const emptyEvents = database.prepare(
    'UPDATE events SET detail = NULL, content_key = NULL WHERE visit_id IN (SELECT value FROM json_each(?))',
  );
  const emptyLetters = database.prepare(
    `UPDATE outbox SET body = NULL
     WHERE sequence IN (SELECT sequence FROM events WHERE visit_id IN (SELECT value FROM json_each(?)))`,
  );

  const dropPictures = database.prepare(
    `DELETE FROM pictures
     WHERE print_id IN (SELECT print_id FROM prints WHERE visit_id IN (SELECT value FROM json_each(?)))`,
  );

  return ({ before }) => {
    const purged = transaction(database, () => {
      const asked = new Set((undecidedOf.all() as { visit_id: string }[]).map(({ visit_id }) => visit_id));
      // Of a void visit nobody is asked any more.
      const ended = handedOn().filter(
        ({ visitId, stay }) =>
          Date.parse(stay.endedAt ?? '') < Date.parse(before) && (stay.state === 'void' || !asked.has(visitId)),
      );
      const visits = ended.slice(0, mostAtOnce);
      const ids = JSON.stringify(visits.map(({ visitId }) => visitId));
      if (visits.length > 0) for (const statement of [dropPictures, emptyLetters, emptyEvents, emptyVisits]) statement.run(ids);
      failpoint('purge.before-commit');
      return success(visits.length);
    });
    failpoint('purge.after-commit');
    const busy = pragma(database, 'wal_checkpoint(TRUNCATE)') !== 0;
    failpoint('purge.after-checkpoint');
    return busy ? failure('journal.locked', { operation: 'journal.purge' }) : purged;
  };
}
