import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { RevokedTokens } from '../bookings/sign-in.ts';
import { readBounded } from './bounded.ts';
import { writeDurably } from './durable.ts';

/** Tokens are replaced one after the other: the last few are all that anybody could set again by mistake. */
const mostRemembered = 32;
const largestFile = 16 * 1024;

const keptSchema = z.object({
  salt: z.string().regex(/^[\da-f]{32}$/),
  fingerprints: z.array(z.string().regex(/^[\da-f]{64}$/)).max(mostRemembered),
});

/**
 * The fingerprints of revoked tokens, in a file for this account alone (0600; rule TOK-3). A file that is not there or cannot be read
 * is as if no token was revoked: at worst one is sent once more and found revoked again. Nothing is written before the first is added.
 */
export function openRevokedTokens(file: string): RevokedTokens {
  const { salt, fingerprints } = keptIn(file) ?? { salt: randomBytes(16).toString('hex'), fingerprints: [] };
  return {
    salt,
    has: (fingerprint) => fingerprints.includes(fingerprint),
    add(fingerprint) {
      if (!fingerprints.includes(fingerprint)) fingerprints.push(fingerprint);
      try {
        writeDurably(file, JSON.stringify({ salt, fingerprints: fingerprints.slice(-mostRemembered) }));
        return true;
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        return false;
      }
    },
  };
}

function keptIn(file: string): z.infer<typeof keptSchema> | undefined {
  const bytes = readBounded(file, largestFile);
  if (!bytes || bytes.length > largestFile) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
