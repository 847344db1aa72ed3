import type { Dispatcher } from 'undici';
import { failure, type Result, success } from '../contract/failure.ts';
import { type Headers, headerOf, isMarkup, judgeHead, mediaTypeOf } from './answer.ts';
import { retryAfterOf } from './backoff.ts';
import { connectionFailure, isTransient } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { parseJson } from './json.ts';
import type { Skew } from './skew.ts';

/**
 * One request; `body` is JSON, `kind` is what is expected back: JSON, or a file. `key`: what a write is known again by
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
 */
export interface Message {
  readonly method: string;
  readonly target: string;
  readonly body?: string;
  readonly kind?: 'file';
  readonly key?: string;
}

/**
 * What came of one exchange. `status`: of a whole answer. `retryAfter`: how long the server asks to be left alone (milliseconds).
 * `isRevoked`: it says that the token itself is no longer any good. `isDropped`: a kept connection ended under the request.
 */
export interface Exchange {
  readonly result: Result<unknown>;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly isRevoked?: boolean;
  readonly isDropped?: boolean;
}

/** The largest answer, and the largest file, in bytes. */
const largest = { json: 2 * 1024 * 1024, file: 20 * 1024 * 1024 };

/** Sends one message once over a dispatcher and reads its answer; never rejects, ends as `bookings.timeout` when the signal does. */
export function createExchange(parts: { dispatcher: Dispatcher; url: URL; credentials: Credentials; skew: Skew }) {
  const { dispatcher, url, credentials, skew } = parts;
  const prefix = url.pathname.replace(/\/+$/, '');

  async function exchange({ method, target, body: sent, kind, key }: Message, signal: AbortSignal): Promise<Exchange> {
    const left = Date.now();
    const { statusCode, headers, body } = await dispatcher.request({
      origin: url.origin,
      method: method as Dispatcher.HttpMethod,
      path: `${prefix}${target}`,
      headers: {
        accept: kind === 'file' ? '*/*' : 'application/json',
        'accept-encoding': 'identity',
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': `"${key}"` }),
        ...credentials.headersFor(url.origin),
      },
      ...(sent !== undefined && { body: sent }),
      signal,
    });
    // A body that is left unread ends with an error that nobody waits for.
    body.on('error', () => {});
    const date = textOf(headers['date']);
    skew.note(date, left, Date.now());
    const head = judgeHead(statusCode, headers, kind);
    if (!head.ok) {
      body.destroy();
      const retryAfter = retryAfterOf(textOf(headers['retry-after']), date, Date.now());
      return {
        result: head,
        status: statusCode,
        isRevoked: isRevoked(statusCode, headers),
        ...(retryAfter !== undefined && { retryAfter }),
      };
    }
    const bytes = await bodyOf(body, headers, largest[kind ?? 'json']);
    return { result: bytes ? read(bytes, headers, kind) : failure('bookings.tooLarge'), status: statusCode };
  }

  return (message: Message, signal: AbortSignal): Promise<Exchange> =>
    exchange(message, signal).catch((error: unknown) => ({
      result: failure(signal.aborted ? 'bookings.timeout' : connectionFailure(error)),
      isDropped: isTransient(error),
    }));
}

function read(bytes: Uint8Array, headers: Headers, kind: 'file' | undefined): Result<unknown> {
  const type = mediaTypeOf(headers);
  if (kind === 'file') return type === '' && isMarkup(bytes) ? failure('bookings.portal') : success({ type, bytes });
  const parsed = parseJson(bytes);
  if (parsed) return success(parsed.value);
  return failure(isMarkup(bytes) ? 'bookings.portal' : 'bookings.unreadable');
}

/** The whole body; undefined when it is larger than it may be, announced or not: then the rest is not waited for. */
async function bodyOf(
  body: AsyncIterable<Buffer> & { destroy(): void },
  headers: Headers,
  most: number,
): Promise<Uint8Array | undefined> {
  if (Number(textOf(headers['content-length']) ?? 0) > most) {
    body.destroy();
    return undefined;
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces, length));
}

/** Gone for good, or named invalid outright (https://www.rfc-editor.org/rfc/rfc6750#section-3.1). */
const isRevoked = (status: number, headers: Headers): boolean =>
  status === 410 || (status === 401 && /\berror\s*=\s*"?invalid_token\b/.test(headerOf(headers, 'www-authenticate')));

const textOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
