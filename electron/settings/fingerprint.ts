import { createHmac } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readBounded } from './bounded.ts';
import { writeDurably } from './durable.ts';

/**
 * Beside the journal, so that a damaged first page can be told from a wrong key: SQLite says the same of both. It is a sum under a random
 * key of 256 bits, and tells nothing of it.
 */
const checkFile = (journal: string): string => join(dirname(journal), 'journal.check');

const fingerprintOf = (key: Buffer): string =>
  `foyer-journal-1:${createHmac('sha256', key).update('foyer journal fingerprint 1').digest('hex')}\n`;

/**
 * Whose key this is: the one that the journal was last opened with, another one, or nobody knows (a journal that only an older Foyer has
 * opened, a file that is gone or cut).
 */
export function whoseKey(journal: string, key: Buffer): 'same' | 'other' | 'unknown' {
  const kept = readBounded(checkFile(journal), 200)?.toString('latin1') ?? '';
  if (kept === fingerprintOf(key)) return 'same';
  return /^foyer-journal-1:[\da-f]{64}\n$/.test(kept) ? 'other' : 'unknown';
}

/** Keeps the fingerprint of a key that has just opened the journal. Where the disk does not take it, the next start does. */
export function keepFingerprint(journal: string, key: Buffer): void {
  if (whoseKey(journal, key) === 'same') return;
  try {
    writeDurably(checkFile(journal), fingerprintOf(key));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}
