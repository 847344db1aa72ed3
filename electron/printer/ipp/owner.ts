import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readBounded } from '../../settings/bounded.ts';
import { writeDurably } from '../../settings/durable.ts';

const length = 10;
const form = new RegExp(`^[0-9a-f]{${length}}\n$`);

/**
 * What marks this kiosk's jobs among those of all that share a queue, the same after a restart: random, made at the first time and kept in
 * `folder` as `printer-owner` (0600), for machines that were copied have the same names and folders. Where it cannot be kept, it is one for
 * this run.
 */
export function ownerIn(folder: string): string {
  const file = path.join(folder, 'printer-owner');
  const kept = readBounded(file, length + 1)?.toString('latin1') ?? '';
  if (form.test(kept)) return kept.trimEnd();
  const owner = randomBytes(length / 2).toString('hex');
  try {
    writeDurably(file, `${owner}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  return owner;
}
