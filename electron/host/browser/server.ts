import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { wirePath } from '../../contract/wire.ts';
import type { Gate } from '../gate.ts';
import { type Pages, plainReply, type Reply, servePage } from '../pages.ts';
import { createLaunch, type Launch } from './launch.ts';
import { isOurs, isOurUpgrade, isPrefetch } from './request.ts';
import { createWire } from './wire.ts';

/** The browser host, listening. `link` works once. */
export interface BrowserHost {
  readonly link: string;
  readonly authority: string;
  /** Closes every connection. */
  close(): Promise<void>;
}

const launchPath = '/launch';
const words = {
  notOurs: 'This request did not come from the page of Foyer.',
  notLaunched: 'Open the link that Foyer printed when it started. It works once, in one browser.',
  linkUsed: 'This link has been used already, or it is not complete. Start Foyer again to get a new one.',
};

/** Serves the app on 127.0.0.1 alone. `port` 0 takes a free one. `onLost`: no page has been connected for a while. Rejects when the port cannot be had. */
export async function openBrowserHost(gate: Gate, pages: Pages, port: number, onLost?: () => void): Promise<BrowserHost> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 });
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const authority = `127.0.0.1:${bound}`;
  const launch = createLaunch(bound);
  const wire = createWire(gate, onLost);

  server.on('request', (request, response) => {
    void reply(request, authority, launch, pages).then((answer) => write(response, answer));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const allowed = isOurUpgrade(request, authority) && request.url === wirePath && launch.admits(request.headers.cookie);
    if (!allowed) refuseUpgrade(socket, 403);
    else if (!wire.accept(request, socket, head)) refuseUpgrade(socket, 503);
  });

  return {
    link: `http://${authority}${launchPath}?key=${launch.key}`,
    authority,
    close: () =>
      new Promise((resolve) => {
        wire.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function reply(request: IncomingMessage, authority: string, launch: Launch, pages: Pages): Promise<Reply> {
  const target = request.url ?? '';
  const method = request.method ?? '';
  if (!isOurs(request, authority)) return plainReply(403, words.notOurs);
  if (method === 'GET' && (target === launchPath || target.startsWith(`${launchPath}?`))) {
    if (isPrefetch(request)) return plainReply(403, words.notLaunched);
    const cookie = launch.redeem(new URLSearchParams(target.slice(launchPath.length)).get('key'));
    return cookie ? plainReply(303, '', { location: '/', 'set-cookie': cookie }) : plainReply(403, words.linkUsed);
  }
  if (!launch.admits(request.headers.cookie)) return plainReply(403, words.notLaunched);
  return servePage(pages, method, target).catch(() => plainReply(404, 'This file is gone. Start Foyer again.'));
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
