import { join } from 'node:path';
import { holdLock, type Lock } from '../journal/lock.ts';
import { type Checked, fits, wrong } from './settings.ts';

/** Makes this process the only Foyer of a data folder, until it releases the lock or ends in any way. */
export function lockFolder(data: string): Checked<Lock> {
  const held = holdLock(join(data, 'lock'));
  if (held.ok) return fits(held.value);
  return held.failure.code === 'journal.locked'
    ? wrong('FOYER_DATA', 'Foyer is already running with this folder: stop it, or choose another folder with --data')
    : wrong('FOYER_DATA', 'must be a folder that this account can write to');
}
