import { createHash, createHmac } from 'node:crypto';

/** What comes before the first event of a journal: 64 zeros. */
export const beforeTheFirst = '0'.repeat(64);

/** What of an event is in its hash. Texts as the database has them: `basis` is JSON, null where it makes no sense. */
export interface Link {
  readonly sequence: number;
  readonly eventId: string;
  readonly kiosk: string;
  readonly visitId: string | null;
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
  readonly basis: string | null;
  readonly digest: string;
}

/**
 * Stands in the chain for what an event says of a visitor: HMAC-SHA256 of the visit and the detail (JSON texts; '' and null: none), in
 * hexadecimal digits. With its key gone nobody can try names against it, and the chain stays whole.
 */
export const digestOf = (key: Buffer, visit: string, detail: string | null): string =>
  createHmac('sha256', key)
    .update(`${visit}\n${detail ?? ''}`)
    .digest('hex');

/**
 * The hash of an event, in hexadecimal digits: SHA-256 of the hash before it and of its link as a JSON array in the order below. This
 * is the format of every journal since schema version 3, and is never changed.
 */
export function hashOf(previous: string, link: Link): string {
  const { sequence, eventId, kiosk, visitId, kind, at, actor, basis, digest } = link;
  const text = JSON.stringify([sequence, eventId, kiosk, visitId, kind, at, actor, basis, digest]);
  return createHash('sha256').update(previous).update(text).digest('hex');
}
