import { failure, type Result } from '../contract/failure.ts';
import { createCircuit, type Tried } from './circuit.ts';
import type { Credentials } from './credentials.ts';
import { createDispatcher, mostConnections } from './dispatcher.ts';
import { createExchange, type Exchange, type Message } from './exchange.ts';
import { createLine } from './line.ts';
import { operationOf } from './operations.ts';
import { isAllowedServer } from './server.ts';
import { createSignIn, type Revoked, type RevokedTokens } from './sign-in.ts';
import { createSkew } from './skew.ts';
import { createTries, type Task } from './tries.ts';
import { createVerdicts } from './verdict.ts';

/**
 * How long anything may take, in milliseconds: `connect`, `headers` and the gap between two pieces of `body` within one call's `total`;
 * a call that brings a file has `file` in its place, for a file is large.
 */
export interface Deadlines {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly total: number;
  readonly file?: number;
}

/**
 * One request; `within` shortens the total deadline (milliseconds). One in the background leaves half of the connections to those for
 * which a visitor waits.
 */
export interface Request extends Task {
  readonly within: number;
}

/** What staff may know of the connection; `skewMilliseconds`: how far the server's clock is ahead, undefined before its first answer. */
export interface TransportState {
  readonly circuit: 'closed' | 'open' | 'halfOpen';
  readonly signedOut: boolean;
  readonly revoked: Revoked;
  readonly skewMilliseconds: number | undefined;
  readonly running: number;
  readonly waiting: number;
}

/**
 * Sends a request and answers with the JSON that came back (of a file: `{type, bytes}`), or a failure; never rejects. Reads are repeated
 * within their deadline, writes never.
 */
export interface Transport {
  send(request: Request): Promise<Result<unknown>>;
  state(): TransportState;
  /** Ends running calls as `bookings.unreachable`. */
  close(): Promise<void>;
}

/** What a transport is made of. `ca`: PEM, trusted besides the well-known authorities; `look`: the target that is asked whether a token is taken. */
export interface TransportOptions {
  readonly url: URL;
  readonly credentials: Credentials;
  readonly deadlines: Deadlines;
  readonly ca?: string | undefined;
  readonly proxy?: URL | undefined;
  readonly revoked?: RevokedTokens | undefined;
  readonly look?: string | undefined;
  /** Monotonic milliseconds, and a number from 0 up to 1. */
  readonly clock?: () => number;
  readonly chance?: () => number;
}

const fileMilliseconds = 60_000;
/** Calls at once before the token was taken: one for which a visitor waits never stands behind one in the background. */
const mostUnproven = 2;

/** The HTTP side of the client: kept connections to one origin, no redirects, certificates always checked. */
export function createTransport(options: TransportOptions): Transport {
  const { url, credentials, deadlines, clock = () => performance.now(), chance = Math.random } = options;
  const skew = createSkew();
  if (!isAllowedServer(url)) return refusing();
  const dispatcher = createDispatcher(options);
  const exchange = createExchange({ dispatcher, url, credentials, skew });
  const circuit = createCircuit({ clock, chance });
  const closing = new AbortController();
  const look: Message = { method: 'GET', target: options.look ?? operationOf('system.information').path };
  const signIn = createSignIn({
    credentials,
    revoked: options.revoked,
    look: () => wire(look, deadlines.total),
    clock,
    chance,
  });
  // Until the token has been taken it is not sent by all at once: a wrong one would be sent eight times over (rule TOK-2).
  const line = createLine({ most: () => (signIn.isProven() ? mostConnections : mostUnproven), clock });
  const verdictOf = createVerdicts(deadlines.headers / 2);

  const persist = createTries({
    wire,
    line,
    signIn,
    isHopeful: () => circuit.refusal() === undefined,
    closing: closing.signal,
    clock,
    chance,
  });

  async function wire(message: Message, within: number): Promise<Exchange> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), within);
    try {
      return await exchange(message, controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async function tryUntil(request: Request, until: number): Promise<Tried> {
    const last = await persist(request, until);
    const { target, isBackground = false } = request;
    return { result: last.result, server: verdictOf({ ...last, target, isBackground }) };
  }

  async function send(request: Request): Promise<Result<unknown>> {
    const total = request.kind === 'file' ? (deadlines.file ?? fileMilliseconds) : deadlines.total;
    const within = Math.min(total, request.within);
    if (within <= 0) return failure('bookings.timeout');
    if (!signIn.permits()) return failure('bookings.unauthorized');
    const until = clock() + within;
    try {
      return await circuit.through(() => tryUntil(request, until), within);
    } catch (error) {
      if (closing.signal.aborted) return failure('bookings.unreachable');
      throw error;
    }
  }

  return {
    send,
    state: () => ({
      circuit: circuit.state(),
      ...signIn.state(),
      skewMilliseconds: skew.milliseconds(),
      running: line.running(),
      waiting: line.waiting(),
    }),
    async close() {
      closing.abort();
      line.close();
      await dispatcher.destroy();
    },
  };
}

/** A server to which nothing may be sent. */
const refusing = (): Transport => ({
  send: async () => failure('bookings.tls'),
  state: () => ({ circuit: 'closed', signedOut: false, revoked: 'no', skewMilliseconds: undefined, running: 0, waiting: 0 }),
  close: async () => {},
});
