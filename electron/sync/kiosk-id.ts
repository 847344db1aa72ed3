import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../contract/failure.ts';
import { attempt } from '../journal/failures.ts';
import { readBounded } from '../settings/bounded.ts';
import { writeDurably } from '../settings/durable.ts';

const operation = 'kioskId';
const shape = /^foyer-[a-z0-9]{6}$/;
// 32 letters and digits without i, l, o and u: it is read out over the telephone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The access id of this installation, such as `foyer-4ghtg6`: made once and kept in the data folder as `kiosk-id`, so that the kiosk stays one
 * and the same device. One that cannot be kept is not used, and one that is damaged is not made anew: the server would take the kiosk for
 * another. Failures: `journal.unwritable` and `journal.full` (the journal lies in the same folder), `journal.damaged`.
 */
export function kioskId(data: string): Result<string> {
  const file = join(data, 'kiosk-id');
  const bytes = readBounded(file, 64);
  const kept = bytes?.toString('latin1').trim() ?? '';
  if (shape.test(kept)) return success(kept);
  if (existsSync(file)) return failure(bytes ? 'journal.damaged' : 'journal.unwritable', { operation });
  const made = `foyer-${Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')}`;
  return attempt(operation, () => {
    writeDurably(file, `${made}\n`);
    return success(made);
  });
}
