import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerTo } from './answer.ts';
import { bookingsOf } from './bookings.ts';
import { type ChangeKind, createChanges } from './changes.ts';
import type { BadgeIds } from './day.ts';
import { createDays } from './days.ts';
import { createDevices } from './devices.ts';
import { createManners, type Manners, misbehave } from './misbehaviour.ts';
import { createPictures } from './pictures.ts';
import { picturePath } from './player.ts';
import { file, found, problem, type Reply } from './reply.ts';
import { routeTo } from './routes.ts';
import { createSigns } from './signs.ts';

/** A running demo server. `misbehave` makes an operation go wrong until it has done so `times`, or until `behave`. */
export interface DemoServer extends Pick<Manners, 'misbehave' | 'behave'> {
  /** Its address on this machine, without a path. */
  readonly url: URL;
  /** Changes something of a resource, and tells its subscribers: settles when they have answered, or not in 5 s. */
  change(kind: ChangeKind, resourceId: number): Promise<void>;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at the clock, for subscribers of a server that nobody asks anything. */
const tick = 20_000;

/**
 * A Bookings ONE server on loopback with a day at "Happy Ltd." around now: over HTTP, behind the token, as the vendor's page says. The
 * day moves on with every hour, so a demo that runs for long, or over midnight, still has its visits around now. What is written to
 * it is remembered until it is closed. `export`: a workbook, or "under construction" as the vendor's page has it.
 */
export async function startDemoServer(options: {
  port?: number;
  token: string;
  now?: () => Date;
  idOf?: BadgeIds;
  export?: 'workbook' | 'underConstruction';
}): Promise<DemoServer> {
  const now = options.now ?? (() => new Date());
  const [devices, signs, changes, manners] = [createDevices(), createSigns(), createChanges(), createManners()];
  const days = createDays(now(), options.idOf, changes);
  const pictureOf = createPictures();
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = isKnown(request.headers.authorization, options.token)
      ? await replyTo(request, response)
      : problem(401, 'Unauthorized', { headers: { 'www-authenticate': 'Basic' } });
    if (reply && !response.destroyed) send(response, reply);
    request.resume();
  }

  async function replyTo(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const address = `http://demo${request.url ?? '/'}`;
    if (!URL.canParse(address)) return problem(400, 'Bad Request');
    const { pathname, searchParams } = new URL(address);
    const picture = pictureNamed(pathname);
    if (request.method === 'GET' && picture !== undefined) {
      const bytes = pictureOf(picture);
      return bytes ? file(bytes, 'image/png') : found(undefined);
    }
    const route = routeTo(request.method ?? '', pathname);
    if ('reply' in route) return route.reply;
    const misbehaviour = manners.next(route.key);
    if (misbehaviour?.kind === 'latency') await pause(misbehaviour.milliseconds);
    else if (misbehaviour) return misbehave(misbehaviour, response);
    const at = now();
    const day = days.at(at);
    const bookings = bookingsOf(day, at, (resourceId) => changes.revision('booking', resourceId));
    const hasExport = options.export !== 'underConstruction';
    const site = { at, url: addressOf(server), day, bookings, devices, signs, changes, hasExport };
    return answerTo(route, request, searchParams, site);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const ticking = setInterval(() => days.at(now()), tick).unref();
  return {
    url: addressOf(server),
    change: (kind, resourceId) => changes.change(kind, resourceId, now()),
    misbehave: manners.misbehave,
    behave: manners.behave,
    close() {
      clearInterval(ticking);
      changes.close();
      return closed(server);
    },
  };
}

/** The three ways in which the vendor's page sends a token: raw, as Basic user name without a password, as bearer. */
function isKnown(header: string | undefined, token: string): boolean {
  const basic = Buffer.from(`${token}:`).toString('base64');
  return header !== undefined && [token, `Basic ${basic}`, `Bearer ${token}`].includes(header);
}

/** The name of the picture that a path means; undefined: it means none. */
function pictureNamed(pathname: string): string | undefined {
  if (!pathname.toLowerCase().startsWith(picturePath.toLowerCase())) return undefined;
  return /^([a-z]+)\.png$/.exec(pathname.slice(picturePath.length))?.[1] ?? '';
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(body instanceof Uint8Array ? body : JSON.stringify(body));
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

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
