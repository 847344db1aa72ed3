import { createHmac } from 'node:crypto';

const marked = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/**
 * Signs as Standard Webhooks 1.0 has it, so that a receiver can use a library of its own language
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): HMAC-SHA256 over `id.timestamp.body`,
 * timestamp in seconds since 1970. A secret that begins with `whsec_` is the key in base64; any other is the key as it stands.
 */
export function createSigner(secret: string): (id: string, seconds: number, body: string) => Readonly<Record<string, string>> {
  const base64 = marked.exec(secret)?.[1];
  const key = base64 === undefined ? Buffer.from(secret, 'utf8') : Buffer.from(base64, 'base64');
  return (id, seconds, body) => ({
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64')}`,
  });
}
