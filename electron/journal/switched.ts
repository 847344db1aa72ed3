import { success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import { byWhom } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

/** That staff put the lobby out of order, or back into service. */
export function switchedOf(database: Connection, events: Events): Pick<Journal, 'noteOutOfOrder'> {
  return {
    noteOutOfOrder: ({ isOut, by, at }) =>
      transaction(database, () => {
        events.append({ kind: 'outOfOrder', at, actor: 'staff', detail: { isOut, ...byWhom(by) } });
        return success(undefined);
      }),
  };
}
