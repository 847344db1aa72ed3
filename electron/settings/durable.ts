import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file for this account alone (0600) so that a power cut leaves the old one or the new one, never half of it: a
 * file beside it, flushed, then renamed over it, then the folder flushed. Throws what the file system throws; then the old one is
 * as it was.
 */
export function writeDurably(file: string, content: Buffer | string): void {
  const beside = `${file}.new`;
  // What an interrupted write left may have other rights; a new file has those given here.
  rmSync(beside, { force: true });
  const bytes = Buffer.from(content);
  const descriptor = openSync(beside, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length; written += writeSync(descriptor, bytes, written));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameDurably(beside, file);
}

/** Renames within a folder so that it outlasts a power cut. What has the new name already is written over. Throws what the file system throws. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Removes a file so that it outlasts a power cut; one that is not there is removed. Throws what the file system throws. */
export function removeDurably(file: string): void {
  rmSync(file, { force: true });
  flushFolder(dirname(file));
}

function flushFolder(folder: string): void {
  // Windows has no descriptor for a folder, and NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
