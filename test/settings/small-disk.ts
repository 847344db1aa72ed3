import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Writes a file that leaves so many bytes, in whole pages of 4 KiB. */
  fillUpTo(left: number): void;
  end(): void;
}

/** A real disk of so many bytes in memory; undefined where this account may not mount one. */
export function mountSmallDisk(bytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-small-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    fillUpTo: (left) => {
      writeFileSync(join(folder, 'filler'), '');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    end: () => {
      // A database whose statements are not collected yet is still open: its disk goes when they do.
      execFileSync('/bin/umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}
