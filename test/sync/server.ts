import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { token } from './world.ts';

interface DeviceRow {
  id: number;
  accessId: string;
  name: string;
  bookableResource: { id: number } | null;
  isDeleted: boolean;
}

interface Post {
  accessId: string;
  timestamp: string;
  data: { isConnected: boolean; isOccupied: boolean };
}

/** What a server can do to a request in the place of an answer: a status, or worse. `lost`: it acts, and its answer never arrives. */
export type Mishap = number | 'lost' | 'cut' | 'hang' | undefined;

/** A Bookings ONE of the tests' own, on real HTTP, as far as a kiosk's background needs one. */
export async function startServer() {
  const server = {
    url: '',
    devices: [] as DeviceRow[],
    posts: [] as Post[],
    /** Method and target of each request with the right token. */
    requests: [] as string[],
    subscriptions: [] as { kind: string; ids: string; callbackUrl: string; expireTime: number }[],
    content: [] as unknown[],
    files: {} as Record<string, { type: string; bytes: Buffer }>,
    /** Hides what is deleted from a plain search; ignores the filter by access id. */
    hidesDeleted: true,
    ignoresFilter: false,
    /** Asked before each request is answered. */
    mishap: (_method: string, _path: string): Mishap => undefined,
    down: async () => {},
    up: async () => {},
  };
  const count = (method: string, part: string) =>
    server.requests.filter((line) => line.startsWith(`${method} `) && line.toLowerCase().includes(part.toLowerCase())).length;

  const http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => {});
    request.on('end', () => handle(request, response, Buffer.concat(pieces).toString()));
  });

  function handle(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url ?? '/', server.url);
    const method = request.method ?? '';
    const isOurs = request.headers.authorization === token;
    if (isOurs) server.requests.push(`${method} ${url.pathname}${url.search}`);
    const mishap = isOurs ? server.mishap(method, url.pathname) : 401;
    if (mishap === undefined || mishap === 'lost') {
      const [status, answer] = route(method, url, body);
      if (mishap === 'lost') request.socket.destroy();
      else if (Buffer.isBuffer(answer))
        response.writeHead(status, { 'content-type': server.files[url.pathname]?.type }).end(answer);
      else send(response, status, answer);
    } else if (mishap === 'cut') request.socket.destroy();
    else if (mishap !== 'hang') send(response, mishap, {});
  }

  function route(method: string, url: URL, body: string): [number, unknown] {
    const [, , , section = '', , last = ''] = url.pathname.split('/');
    const json = body ? JSON.parse(body) : undefined;
    if (section === 'iotDevice' && method === 'GET') return [200, { data: searched(url), metaData: {} }];
    if (section === 'iotDevice' && method === 'POST') {
      const made = { ...json, id: server.devices.length + 41 };
      server.devices.push(made);
      return [200, made];
    }
    if (section === 'iotDevice' && method === 'PUT') {
      const device = server.devices.find(({ id }) => String(id) === last);
      return device ? [200, Object.assign(device, json, { id: device.id })] : [404, {}];
    }
    if (section === 'iotSensorData') {
      const device = server.devices.find((row) => row.accessId === json.accessId && !row.isDeleted);
      if (!device) return [404, {}];
      server.posts.push(json);
      return [200, { deviceId: device.id, timestamp: json.timestamp, data: {} }];
    }
    if (last === 'subscribe') {
      server.subscriptions.push({ kind: section, ...json });
      return [200, 'subscribed'];
    }
    if (section === 'bookableResourcePlayerContent') return [200, server.content];
    const file = server.files[url.pathname];
    return file ? [200, file.bytes] : [404, {}];
  }

  function searched(url: URL): DeviceRow[] {
    const deleted = url.searchParams.get('isDeleted');
    const wanted = url.searchParams.get('accessId')?.split(',') ?? [];
    const rows = server.devices
      .filter((row) => server.ignoresFilter || wanted.includes(row.accessId))
      .filter((row) => (deleted === null ? !(server.hidesDeleted && row.isDeleted) : String(row.isDeleted) === deleted));
    const size = Number(url.searchParams.get('row') ?? 50);
    const page = Number(url.searchParams.get('page') ?? 0);
    return rows.slice(page * size, (page + 1) * size);
  }

  const listen = (port: number) => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = http.address() as AddressInfo;
  server.url = `http://127.0.0.1:${port}`;
  server.down = () =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  server.up = () => listen(port);
  return Object.assign(server, { count });
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
