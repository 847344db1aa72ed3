import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { createBookings } from '../../electron/bookings/client.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import type { AuthScheme } from '../../electron/settings/settings.ts';

/** A token that must never be seen anywhere but in an authorization header. */
export const canary = 'CANARY-7f3a-token';

export interface Web {
  url: URL;
  /** Method, target and headers of every request, oldest first. */
  seen: { method: string; target: string; headers: IncomingMessage['headers'] }[];
  /** For what a test must see below requests. */
  server: Server;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of loopback. */
export async function serve(listener: RequestListener): Promise<Web> {
  const seen: Web['seen'] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  await listening(server);
  return {
    url: urlOf(server),
    seen,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers every request with one JSON value. */
export const serveJson = (value: unknown, status = 200): Promise<Web> =>
  serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value)));

/** A server below HTTP: hands out sockets. */
export async function serveRaw(listener: (socket: Socket) => void): Promise<{ url: URL; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    listener(socket);
  });
  await listening(server);
  return {
    url: urlOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A client of a test's server; unless the test says otherwise it has time, however busy the machine is. */
export const clientOf = (url: URL, options: Partial<Parameters<typeof createBookings>[0]> & { auth?: AuthScheme } = {}) => {
  const { auth = 'raw', ...rest } = options;
  return createBookings({ url, credentials: new Credentials({ url, token: canary, auth }), deadlines: { visit: 10_000 }, ...rest });
};

const listening = (server: { listen(port: number, host: string, done: () => void): unknown }): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));

const urlOf = (server: { address(): unknown }): URL => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
