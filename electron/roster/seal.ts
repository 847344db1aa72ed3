import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Derived, finderOf, recordKeyOf } from './derivation.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A record that opens only with what its code becomes, and only where it is found by it: nonce, tag, text. */
export function seal(derived: Derived, text: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, recordKeyOf(derived), nonce).setAAD(finderOf(derived));
  const body = Buffer.concat([sealing.update(text), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]);
}

/** The text of a record; undefined: it is not this code's, or not as it was written. */
export function unseal(derived: Derived, sealed: Buffer): string | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, recordKeyOf(derived), sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(finderOf(derived))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = opening.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8');
    return text + opening.final('utf8');
  } catch {
    return undefined;
  }
}
