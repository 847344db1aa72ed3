import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeDurably } from './durable.ts';
import { type Checked, fits, wrong } from './settings.ts';

/** Files that only Foyer makes: a folder that holds one of them is its own. */
const ours = ['journal.db', 'key', 'key.sealed', 'lock', 'settings.json'];

/**
 * Makes the data folder, for this account alone (0700), and lets every file that this process makes from now on be the same (umask
 * 077, rule DAT-4). Faults under the name `FOYER_DATA`: its place is taken by a file, it cannot be made or written to, or it is
 * open to others and holds files that are not Foyer's (a home folder, /tmp), whose rights are not ours to change.
 */
export function prepareFolder(data: string): Checked<void> {
  const name = 'FOYER_DATA';
  process.umask(0o077);
  try {
    makeFolder(data);
    if (!statSync(data).isDirectory()) return wrong(name, 'must be a folder, and is a file');
    if (!isPrivate(data)) {
      const files = readdirSync(data);
      if (files.length > 0 && !files.some((file) => ours.includes(file))) {
        return wrong(name, 'must be a folder of its own: this one is open to other accounts and holds other files');
      }
      chmodSync(data, 0o700);
    }
    const trial = join(data, '.trial');
    writeDurably(trial, 'x');
    rmSync(trial);
    return fits(undefined);
  } catch (error) {
    return wrong(name, reasonOf(error));
  }
}

// Not mkdir's own `recursive`: Node 20 never comes back from it where a file system answers ENOENT under a folder that is there,
// as /proc does.
function makeFolder(path: string): void {
  if (existsSync(path) || dirname(path) === path) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

// Windows keeps an application's folder for its own account by inheritance, and has no such bits.
const isPrivate = (folder: string): boolean => process.platform === 'win32' || (statSync(folder).mode & 0o077) === 0;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'must be a folder, and is a file',
  ENOTDIR: 'must be a folder: a part of its path is a file',
  ENOSPC: 'must be a folder on a disk with room: this one is full',
  EDQUOT: 'must be a folder on a disk with room: the quota is used up',
  EROFS: 'must be a folder that can be written to: its disk is read-only',
};

/** Why the file system refused, in words. Throws on what is no error of the file system. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return reasons[String(error.code)] ?? `must be a folder that this account can make and write to (${error.code})`;
}
