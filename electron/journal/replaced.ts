import { success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

/** That this journal took the place of a damaged one; whoever receives its events learns it too. */
export function replacedOf(database: Connection, events: Events): Pick<Journal, 'noteReplaced'> {
  // A journal takes another's place once, when it is made; a start that a power cut stopped may note it again.
  const noted = database.prepare("SELECT 1 FROM events WHERE kind = 'journalReplaced' LIMIT 1");
  return {
    noteReplaced: (at) => {
      const result = transaction(database, () => {
        if (!noted.get()) events.append({ kind: 'journalReplaced', at, actor: 'kiosk' });
        failpoint('replaced.before-commit');
        return success(undefined);
      });
      failpoint('replaced.after-commit');
      return result;
    },
  };
}
