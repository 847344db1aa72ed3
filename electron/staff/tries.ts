import { existsSync } from 'node:fs';
import * as z from 'zod';
import { readBounded } from '../settings/bounded.ts';
import { writeDurably } from '../settings/durable.ts';

const keptSchema = z.strictObject({ wrong: z.int().nonnegative().max(1_000_000) });
const largestFile = 1024;
/** Whoever spoils the file gains nothing by it. */
const spoilt = 10;

/** How many wrong PINs there were in a row; a file that is there and cannot be read counts as many. */
export function readTries(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    return keptSchema.parse(JSON.parse(readBounded(file, largestFile)?.toString('utf8') ?? '')).wrong;
  } catch {
    return spoilt;
  }
}

/** Keeps the count, through a power cut; false: the disk does not take it. */
export function writeTries(file: string, wrong: number): boolean {
  try {
    writeDurably(file, JSON.stringify({ wrong }));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return false;
  }
}
