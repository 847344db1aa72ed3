import { type Dispatcher, Pool } from 'undici';
import { type FailureCode, failure, type Result, success } from '../contract/failure.ts';
import { judgeHead } from './answer.ts';
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

/** One request; `within` shortens the total deadline (milliseconds). */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly within: number;
}

/** Sends a request and answers with the JSON that came back, or a failure. Never rejects. What issue by issue comes in between
 * (limits, a circuit breaker) wraps this. */
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

  async function attempt({ method, target }: Request, signal: AbortSignal): Promise<Result<unknown>> {
    const { statusCode, headers, body } = await pool.request({
      method: method as Dispatcher.HttpMethod,
      path: `${prefix}${target}`,
      headers: { accept: 'application/json', 'accept-encoding': 'identity', ...credentials.headersFor(url.origin) },
      signal,
    });
    const head = judgeHead(statusCode, headers);
    if (!head.ok) {
      body.on('error', () => {}).destroy();
      return head;
    }
    const parsed = parseJson(new Uint8Array(await body.arrayBuffer()));
    return parsed ? success(parsed.value) : failure('bookings.unreadable');
  }

  async function send(request: Request): Promise<Result<unknown>> {
    const total = Math.min(deadlines.total, request.within);
    if (total <= 0) return failure('bookings.timeout');
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), total);
    try {
      return await attempt(request, controller.signal).catch((error: unknown) => {
        if (request.method === 'GET' && isTransient(error)) return attempt(request, controller.signal);
        throw error;
      });
    } catch (error) {
      return failure(controller.signal.aborted ? 'bookings.timeout' : failureOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  return { send, close: () => pool.destroy() };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A kept connection that the server closes at the very moment of the next request: once more, on a new one. */
const isTransient = (error: unknown): boolean => ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));

// Names of OpenSSL's verification errors and of Node's own (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
const certificate =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_|INVALID_|PATH_LENGTH_|HOSTNAME_|EPROTO)/;

function failureOf(error: unknown): FailureCode {
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'bookings.tooLarge';
  if (/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code)) return 'bookings.timeout';
  // A trusted certificate of another host: what a captive portal shows that answers for every name (rule API-2).
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'bookings.portal';
  if (certificate.test(code)) return 'bookings.tls';
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') return 'bookings.unreadable';
  return 'bookings.unreachable';
}
