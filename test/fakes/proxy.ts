import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** What a proxy is told of who goes through it. */
export const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

/** A real proxy that leads every tunnel to one port; `heard`: all that it was told in clear. */
export async function startProxy(port: number, user?: { name: string; password: string }) {
  const heard: { line: string; headers: IncomingHttpHeaders }[] = [];
  const bytes: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    heard.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    response.writeHead(400).end();
  });
  server.on('connect', (request, socket) => {
    heard.push({ line: `CONNECT ${request.url}`, headers: request.headers });
    if (user && request.headers['proxy-authorization'] !== basic(user.name, user.password)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.on('data', (piece) => bytes.push(piece));
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [onward, socket as Socket]) {
      sockets.add(end);
      end.on('error', () => {}).on('close', () => sockets.delete(end));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  url.username = user?.name ?? '';
  url.password = user?.password ?? '';
  return { url, heard, close, passed: () => Buffer.concat(bytes).toString('latin1') };
}
