import { failure, type Result } from '../contract/failure.ts';
import type { CallEnded } from '../core/call-ended.ts';
import { createCircuit, type Tried } from './circuit.ts';
import type { Credentials } from './credentials.ts';
import { mostConnections } from './dispatcher.ts';
import type { Exchange, Message } from './exchange.ts';
import { createLine } from './line.ts';
import { operationOf } from './operations.ts';
import { isAllowedServer } from './server.ts';
import { createSignIn, type Revoked, type RevokedTokens } from './sign-in.ts';
import { createSkew } from './skew.ts';
import { type Attempt, createTries, type Task } from './tries.ts';
import { createVerdicts, endedOf } from './verdict.ts';
import { createWire } from './wire.ts';

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
 * which a visitor waits. `heard` is told of the last try, for whom its failure alone does not say enough.
 */
export interface Request extends Task {
  readonly within: number;
  readonly heard?: (last: Pick<Exchange, 'status' | 'retryAfter'>) => void;
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
  /** Asks, in the background, whether the server is there: even while other calls are kept from it. Ends within so many milliseconds. */
  probe(within: number): Promise<Result<unknown>>;
  /** After the machine has slept: kept connections are dropped, running calls end or are sent anew, and the token has to be taken again. */
  refresh(): void;
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
  /** Told of every call that was on the wire, when it has ended, and of those that a revoked token keeps from it. */
  readonly onEnded?: ((call: CallEnded) => void) | undefined;
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
  const wire = createWire({ ...options, skew });
  const circuit = createCircuit({ clock, chance });
  const closing = new AbortController();
  const look: Message = { method: 'GET', target: options.look ?? operationOf('system.information').path };
  const signIn = createSignIn({
    credentials,
    revoked: options.revoked,
    look: () => hearing('probe', () => wire.send(look, deadlines.total)),
    clock,
    chance,
  });
  // Until the token has been taken it is not sent by all at once: a wrong one would be sent eight times over (rule TOK-2).
  const line = createLine({ most: () => (signIn.isProven() ? mostConnections : mostUnproven), clock });
  const verdictOf = createVerdicts(deadlines.headers / 4);

  const persist = createTries({
    wire: wire.send,
    line,
    signIn,
    isHopeful: () => circuit.refusal() === undefined,
    closing: closing.signal,
    clock,
    chance,
  });

  async function tryUntil(request: Request, until: number): Promise<Tried & Attempt> {
    const last = await persist(request, until);
    request.heard?.(last);
    const { target, isBackground = false } = request;
    return { ...last, server: verdictOf({ ...last, target, isBackground }) };
  }

  /** Tells of a call that was on the wire. One that this kiosk ended itself says nothing of the server. */
  async function hearing<T extends Parameters<typeof endedOf>[1]>(by: CallEnded['by'], run: () => Promise<T>): Promise<T> {
    const renewals = wire.renewals();
    const last = await run();
    const isOwn = !last.result.ok && (closing.signal.aborted || wire.renewals() !== renewals);
    const ended = isOwn ? undefined : endedOf(by, last);
    if (ended) options.onEnded?.(ended);
    return last;
  }

  async function send(request: Request, isProbe = false): Promise<Result<unknown>> {
    const total = request.kind === 'file' ? (deadlines.file ?? fileMilliseconds) : deadlines.total;
    const within = Math.min(total, request.within);
    if (within <= 0) return failure('bookings.timeout');
    const by = isProbe ? 'probe' : request.isBackground ? 'background' : 'visitor';
    if (!signIn.permits()) {
      // Nothing will ever be sent with it, so that after a restart nobody else would say that the server cannot be worked with.
      if (signIn.state().revoked !== 'no') options.onEnded?.({ by, failure: 'bookings.unauthorized' });
      return failure('bookings.unauthorized');
    }
    const until = clock() + within;
    try {
      return await circuit.through(() => hearing(by, () => tryUntil(request, until)), within, isProbe);
    } catch (error) {
      if (closing.signal.aborted) return failure('bookings.unreachable');
      throw error;
    }
  }

  return {
    send: (request) => send(request),
    // Not repeated at once as a read would be: whoever probes does so again.
    probe: (within) => send({ ...look, within, isRead: false, isBackground: true }, true),
    refresh() {
      wire.renew();
      signIn.doubt();
    },
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
      await wire.close();
    },
  };
}

/** A server to which nothing may be sent. */
const refusing = (): Transport => ({
  send: async () => failure('bookings.tls'),
  probe: async () => failure('bookings.tls'),
  refresh: () => {},
  state: () => ({ circuit: 'closed', signedOut: false, revoked: 'no', skewMilliseconds: undefined, running: 0, waiting: 0 }),
  close: async () => {},
});
