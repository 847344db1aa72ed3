import { type Result, success } from '../../contract/failure.ts';
import type { Call } from '../call.ts';

/** Somebody who may be visited. */
export interface UserNamed {
  readonly id: string;
  readonly name: string;
  /** Where the host is told of visitors: never logged, and shown to nobody. */
  readonly mail?: string;
}

/** More than these nobody looks through: type one more letter. */
const most = 20;
/** Shorter texts would go through a whole company. */
const fewestLetters = 2;

/**
 * At most 20 users whose name holds `text`, for a host to be chosen: activated (where the server says so) and not deleted, by name. None
 * for fewer than two letters. `text` goes to the server alone, never into a log.
 */
export async function usersNamed(call: Call, text: string): Promise<Result<readonly UserNamed[]>> {
  const searchText = text.trim().slice(0, 100);
  if ([...searchText].length < fewestLetters) return success([]);
  const found = await call('user.search', { searchText, isDeleted: false, row: most });
  if (!found.ok) return found;
  const users = found.value.data.flatMap(({ id, displayName, mail, isActivated, isDeleted }) =>
    id && displayName && isActivated !== false && !isDeleted ? [{ id, name: displayName, ...(mail && { mail }) }] : [],
  );
  const each = [...new Map(users.map((user) => [user.id, user])).values()];
  return success(each.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, most));
}
