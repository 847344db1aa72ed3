import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Settings } from '../settings/settings.ts';

/** What the server can call about. */
const callbackKinds = ['bookings', 'content', 'accessKeys'] as const;
export type CallbackKind = (typeof callbackKinds)[number];

/** Why nothing can be listened to: somebody else has the port, the address is not this machine's, the port is not ours to take, or else. */
export type CallbackProblem = 'portInUse' | 'addressNotHere' | 'notAllowed' | 'notPossible';

/** The open listener. */
export interface CallbackListener {
  /** The address that the server is given for a kind; it holds the secret and belongs in no log. */
  addressOf(kind: CallbackKind): string;
  close(): Promise<void>;
}

/** The most of a body that is waited for, in bytes; nothing of it is ever looked at. */
const largestBody = 16 * 1024;

/**
 * Listens for the server's calls at `<path of the url>/<secret>/<kind>`; the secret is 256 random bits of this start. A call says
 * "ask again" and nothing more: no fact is taken from it. Everything but a POST to such an address is answered 404 without a body,
 * and no connection is kept.
 */
export async function openCallback(
  { url, host, port }: NonNullable<Settings['callback']>,
  onCall: (kind: CallbackKind) => void,
): Promise<{ readonly ok: true; readonly value: CallbackListener } | { readonly ok: false; readonly problem: CallbackProblem }> {
  const secret = randomBytes(32).toString('base64url');
  const folder = url.pathname.replace(/\/+$/, '');
  const server = createServer({
    headersTimeout: 3_000,
    requestTimeout: 3_000,
    connectionsCheckingInterval: 500,
    maxHeaderSize: 8 * 1024,
    keepAlive: false,
    // Without a Host header Node would answer in its own words.
    requireHostHeader: false,
  });
  server.maxConnections = 16;
  server.maxRequestsPerSocket = 1;

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    request.on('error', () => {});
    response.on('error', () => {});
    const kind = request.method === 'POST' ? kindOf(request.url ?? '', folder, secret) : undefined;
    if (!kind) return answer(response, 404);
    onCall(kind);
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > largestBody) answer(response, 200);
    });
    request.on('end', () => answer(response, 200));
  };
  server.on('request', onRequest);
  server.on('checkContinue', (request, response) => {
    if (request.method === 'POST' && kindOf(request.url ?? '', folder, secret)) response.writeContinue();
    onRequest(request, response);
  });
  server.on('checkExpectation', (_request, response) => answer(response, 404));
  server.on('clientError', (_error, socket) => socket.destroy());

  const problem = await new Promise<CallbackProblem | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(problems[error.code ?? ''] ?? 'notPossible'));
    server.listen(port, host, () => resolve(undefined));
  });
  if (problem) return { ok: false, problem };
  // What fails later, such as a lack of descriptors, costs a call and never the kiosk.
  server.on('error', () => {});
  server.unref();
  return {
    ok: true,
    value: {
      addressOf: (kind) => `${url.origin}${folder}/${secret}/${kind}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    },
  };
}

const problems: Readonly<Record<string, CallbackProblem>> = {
  EADDRINUSE: 'portInUse',
  EADDRNOTAVAIL: 'addressNotHere',
  EACCES: 'notAllowed',
};

/** The kind that a target means; undefined: it is not one of ours. A query behind it is the server's own affair. */
function kindOf(target: string, folder: string, secret: string): CallbackKind | undefined {
  const [path = ''] = target.split('?');
  const [given = '', kind = '', ...rest] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : [];
  // Digests are of one length, and comparing them takes the same time whatever was given.
  const isOurs = timingSafeEqual(digestOf(given), digestOf(secret));
  return isOurs && rest.length === 0 ? callbackKinds.find((name) => name === kind) : undefined;
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function answer(response: ServerResponse, status: 200 | 404): void {
  if (response.headersSent) return;
  response.sendDate = false;
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
}
