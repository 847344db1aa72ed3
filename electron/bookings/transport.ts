import { type Dispatcher, Pool } from 'undici';
import { failure, type Result, success } from '../contract/failure.ts';
import { isMarkup, judgeHead } from './answer.ts';
import { connectionFailure, isTransient } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { parseJson } from './json.ts';
import { isAllowedServer } from './server.ts';

/** How long anything may take, in milliseconds: `connect`, `headers` and the gap between two pieces of `body` within one call's `total`. */
export interface Deadlines {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly total: number;
}

/**
 * One request; `within` shortens the total deadline (milliseconds), `isRead`: it may be sent again, `body` is JSON. `kind` is what is
 * expected back: JSON, or a file.
 */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly within: number;
  readonly isRead: boolean;
  readonly body?: string;
  readonly kind?: 'file';
}

/**
 * Sends a request and answers with the JSON that came back (of a file: `{type, bytes}`), or a failure; never rejects. The seam for
 * whatever limits or paces calls.
 */
export interface Transport {
  send(request: Request): Promise<Result<unknown>>;
  /** Ends running calls as `bookings.unreachable`. */
  close(): Promise<void>;
}

/** The largest answer, in bytes. */
const largest = 2 * 1024 * 1024;

/** The HTTP side of the client: one pool of connections to one origin, no redirects, certificates always checked. */
export function createTransport(options: { url: URL; credentials: Credentials; deadlines: Deadlines }): Transport {
  const { url, credentials, deadlines } = options;
  if (!isAllowedServer(url)) return { send: async () => failure('bookings.tls'), close: async () => {} };
  const pool = new Pool(url.origin, {
    connections: 8,
    // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment must not switch the check off.
    connect: { timeout: deadlines.connect, rejectUnauthorized: true },
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.body,
    maxResponseSize: largest,
  });
  const prefix = url.pathname.replace(/\/+$/, '');

  async function attempt({ method, target, body: sent }: Request, signal: AbortSignal): Promise<Result<unknown>> {
    const { statusCode, headers, body } = await pool.request({
      method: method as Dispatcher.HttpMethod,
      path: `${prefix}${target}`,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...credentials.headersFor(url.origin),
      },
      ...(sent !== undefined && { body: sent }),
      signal,
    });
    const head = judgeHead(statusCode, headers);
    if (!head.ok) {
      body.on('error', () => {}).destroy();
      return head;
    }
    const bytes = new Uint8Array(await body.arrayBuffer());
    const parsed = parseJson(bytes);
    if (parsed) return success(parsed.value);
    return failure(isMarkup(bytes) ? 'bookings.portal' : 'bookings.unreadable');
  }

  async function send(request: Request): Promise<Result<unknown>> {
    const total = Math.min(deadlines.total, request.within);
    if (total <= 0) return failure('bookings.timeout');
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), total);
    try {
      return await attempt(request, controller.signal).catch((error: unknown) => {
        if (request.isRead && isTransient(error)) return attempt(request, controller.signal);
        throw error;
      });
    } catch (error) {
      return failure(controller.signal.aborted ? 'bookings.timeout' : connectionFailure(error));
    } finally {
      clearTimeout(timer);
    }
  }

  return { send, close: () => pool.destroy() };
}
