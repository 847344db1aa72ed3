import { success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import { byWhom } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

/** What staff did that is of no visit. */
export function operationsOf(database: Connection, events: Events): Pick<Journal, 'noteOperation'> {
  return {
    noteOperation: ({ operation, by, at }) =>
      transaction(database, () => {
        events.append({ kind: 'operated', at, actor: 'staff', detail: { ...operation, ...byWhom(by) } });
        return success(undefined);
      }),
  };
}
