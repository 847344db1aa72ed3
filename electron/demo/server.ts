import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type BadgeIds, dayAround } from './day.ts';
import { problem, type Reply, replyTo } from './reply.ts';

/** A running demo server. */
export interface DemoServer {
  /** Its address on this machine, without a path. */
  readonly url: URL;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * A Bookings ONE server on loopback with a day at "Happy Ltd." around now: over HTTP, behind the token, as the vendor's page says.
 * The day moves on with every hour, so a demo that runs for long, or over midnight, still has its visits around now.
 */
export async function startDemoServer(options: {
  port?: number;
  token: string;
  now?: () => Date;
  idOf?: BadgeIds;
}): Promise<DemoServer> {
  const now = options.now ?? (() => new Date());
  let built = { hour: '', day: dayAround(now(), options.idOf) };
  const dayOf = (at: Date) => {
    const hour = `${at.toDateString()} ${at.getHours()}`;
    if (hour !== built.hour) built = { hour, day: dayAround(at, options.idOf) };
    return built.day;
  };
  const server = createServer((request, response) => {
    const at = now();
    const reply = isKnown(request.headers.authorization, options.token)
      ? answer(request, at)
      : problem(401, 'Unauthorized', { headers: { 'www-authenticate': 'Basic' } });
    send(response, reply);
    request.resume();
  });
  const answer = (request: IncomingMessage, at: Date): Reply => {
    const address = `http://demo${request.url ?? '/'}`;
    return URL.canParse(address) ? replyTo(request.method ?? '', new URL(address), dayOf(at), at) : problem(400, 'Bad Request');
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return { url: addressOf(server), close: () => closed(server) };
}

/** The three ways in which the vendor's page sends a token: raw, as Basic user name without a password, as bearer. */
function isKnown(header: string | undefined, token: string): boolean {
  const basic = Buffer.from(`${token}:`).toString('base64');
  return header !== undefined && [token, `Basic ${basic}`, `Bearer ${token}`].includes(header);
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

function addressOf(server: Server): URL {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the demo server has no port');
  return new URL(`http://127.0.0.1:${address.port}`);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
