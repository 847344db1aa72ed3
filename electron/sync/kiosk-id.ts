import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../contract/failure.ts';
import { readBounded } from '../settings/bounded.ts';
import { writeDurably } from '../settings/durable.ts';

const shape = /^foyer-[a-z0-9]{6}$/;
// 32 letters and digits without i, l, o and u: it is read out over the telephone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The access id of this installation, such as `foyer-4ghtg6`: made once and kept in the data folder as `kiosk-id`, so that the kiosk stays one
 * and the same device. One that cannot be kept is not used. Fails with `journal.unwritable`: the journal lies in the same folder.
 */
export function kioskId(data: string): Result<string> {
  const file = join(data, 'kiosk-id');
  const unkept = failure('journal.unwritable', { operation: 'kioskId' });
  const bytes = readBounded(file, 64);
  // A file that is there and cannot be read may hold the id: it is not written over.
  if (!bytes && existsSync(file)) return unkept;
  const kept = bytes?.toString('latin1').trim() ?? '';
  if (shape.test(kept)) return success(kept);
  const made = `foyer-${Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')}`;
  try {
    writeDurably(file, `${made}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return unkept;
  }
  return success(made);
}
