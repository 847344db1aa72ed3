import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCallback } from '../../electron/sync/callback.ts';
import { until } from './world.ts';

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(path = '/lobby/') {
  const port = await freePort();
  const heard: string[] = [];
  const url = new URL(`http://127.0.0.1:${port}${path}`);
  const opened = await openCallback({ url, host: '127.0.0.1', port }, (kind) => heard.push(kind));
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.value.close());
  const address = new URL(opened.value.addressOf('content'));
  return { listener: opened.value, port, heard, address, path: address.pathname };
}

/** Sends bytes as they are; answers with everything that came back once the other side has closed. */
function raw(port: number, text: string | Buffer, then: (socket: Socket) => void = () => {}): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text);
      then(socket);
    });
    socket.on('data', (piece) => pieces.push(piece)).on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(pieces).toString()));
  });
}

const notFound = 'HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
const taken = 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
const post = (path: string, more = 'Content-Length: 0\r\n', body = '') =>
  `POST ${path} HTTP/1.1\r\nHost: kiosk\r\n${more}\r\n${body}`;

describe("the server's call", () => {
  it('is heard at its own address, with a body or a query, and says nothing back', async () => {
    const { listener, port, heard } = await listening();
    for (const kind of ['bookings', 'content', 'accessKeys'] as const) {
      const { pathname } = new URL(listener.addressOf(kind));
      expect(pathname).toMatch(new RegExp(`^/lobby/[\\w-]{43}/${kind}$`));
      expect(await raw(port, post(pathname))).toBe(taken);
    }
    const { pathname } = new URL(listener.addressOf('content'));
    expect(await raw(port, post(`${pathname}?resource=12`, 'Content-Length: 13\r\n', '{"facts": 42}'))).toBe(taken);
    expect(await raw(port, post(pathname, 'Transfer-Encoding: chunked\r\n', '3\r\nabc\r\n0\r\n\r\n'))).toBe(taken);
    expect(heard).toEqual(['bookings', 'content', 'accessKeys', 'content', 'content']);
  });

  it('is heard from a client that asks first whether it may send its body', async () => {
    const { port, heard, path } = await listening();
    const said = await raw(port, post(path, 'Expect: 100-continue\r\nContent-Length: 3\r\n'), (socket) =>
      socket.once('data', () => socket.write('abc')),
    );
    expect(said).toBe(`HTTP/1.1 100 Continue\r\n\r\n${taken}`);
    expect(heard).toEqual(['content']);
  });

  it('with a huge body is heard, and the rest is not waited for', async () => {
    const { port, heard, path } = await listening();
    const said = await raw(port, post(path, 'Content-Length: 1000000000\r\n', 'x'.repeat(17 * 1024)));
    expect(said).toBe(taken);
    expect(heard).toEqual(['content']);
  });

  it('has an address of its own at each start, also where the path is the root', async () => {
    const one = await listening('/');
    const two = await listening('/');
    expect(one.path).toMatch(/^\/[\w-]{43}\/content$/);
    expect(one.path).not.toBe(two.path);
    expect(await raw(two.port, post(one.path))).toBe(notFound);
    expect(await raw(one.port, post(one.path))).toBe(taken);
  });
});

describe('everything else', () => {
  it('is answered 404 without a word and cut off', async () => {
    const { port, heard, path } = await listening();
    const [, folder, secret, kind] = path.split('/');
    const cut = secret?.slice(0, -1) ?? '';
    const others = [
      ...['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'].map((method) => post(path).replace('POST', method)),
      ...[
        '/',
        `/${folder}`,
        `/${folder}/`,
        `/${folder}/${secret}`,
        `/${folder}/${secret}/`,
        `/${folder}/${secret}/other`,
        `/${folder}/${secret}/toString`,
        `/${folder}/${secret}/${kind}/`,
        `/${folder}/${secret}/${kind}/more`,
        `/${folder}//${secret}/${kind}`,
        `/${folder}/./${secret}/${kind}`,
        `/other/${secret}/${kind}`,
        `/${secret}/${kind}`,
        `/${folder}/${cut}/${kind}`,
        `/${folder}/${cut}${secret?.endsWith('A') ? 'B' : 'A'}/${kind}`,
        `/${folder}/${secret}%20/${kind}`,
        `/${folder}/${secret?.toUpperCase()}/${kind}`,
        `/${folder}/${'x'.repeat(4000)}/${kind}`,
        `/${folder}?/${secret}/${kind}`,
        `http://kiosk${path}`,
        '*',
      ].map((target) => post(target)),
      post('/wrong', 'Expect: 100-continue\r\nContent-Length: 3\r\n'),
      post('/wrong', 'Content-Length: 1000000000\r\n', 'x'.repeat(1000)),
      post('/wrong', 'Connection: keep-alive\r\nContent-Length: 0\r\n'),
      `GET ${path} HTTP/1.1\r\nHost: kiosk\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET ${path} HTTP/1.0\r\n\r\n`,
    ];
    for (const request of others) expect(await raw(port, request), request.slice(0, 120)).toBe(notFound);
    expect(heard).toEqual([]);
  });

  it('that is not HTTP at all is cut off', async () => {
    const { port, heard, path } = await listening();
    const huge = `POST ${path} HTTP/1.1\r\nHost: kiosk\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`;
    const both = post(path, 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n');
    for (const text of ['\x16\x03\x01\x02\x00', 'hello\r\n\r\n', huge, both, 'CONNECT kiosk:80 HTTP/1.1\r\nHost: kiosk\r\n\r\n']) {
      expect(await raw(port, text), text.slice(0, 20)).toBe('');
    }
    expect(heard).toEqual([]);
  });

  it('a second request on a connection is not answered', async () => {
    const { port, heard, path } = await listening();
    expect(await raw(port, post(path) + post(path) + post(path))).toBe(taken);
    expect(heard).toEqual(['content']);
  });

  it('that comes byte by byte, or stops in the middle, is cut off', async () => {
    const { port, heard, path } = await listening();
    let dripping: NodeJS.Timeout | undefined;
    onTestFinished(() => clearInterval(dripping));
    const slow = raw(port, 'POST / HTTP/1.1\r\nX: ', (socket) => {
      dripping = setInterval(() => socket.writable && socket.write('x'), 100);
    });
    const silent = raw(port, '');
    const half = raw(port, post(path, 'Content-Length: 100\r\n', 'half'));
    expect(await Promise.all([slow, silent, half])).toEqual(['', '', '']);
    // The head of the last one was whole, and right.
    expect(heard).toEqual(['content']);
  }, 40_000);

  it('in great number leaves the listener alive', async () => {
    const { port, heard, path } = await listening();
    const held = Array.from({ length: 40 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    onTestFinished(() => {
      for (const socket of held) socket.destroy();
    });
    // Those above the most are cut off at once; the places of the others come free when they are given up.
    await until(() => held.filter((socket) => socket.closed).length >= 24);
    for (const socket of held) socket.destroy();
    let said = '';
    for (let tries = 0; said === '' && tries < 50; tries += 1) said = await raw(port, post(path));
    expect(said).toBe(taken);
    expect(heard).toEqual(['content']);
  });
});

describe('opening and closing', () => {
  it('a port that somebody has, and an address that is not here, are answers', async () => {
    const { port, address } = await listening();
    const other = await openCallback({ url: address, host: '127.0.0.1', port }, () => {});
    expect(other).toEqual({ ok: false, problem: 'portInUse' });
    const away = await openCallback({ url: address, host: '203.0.113.9', port }, () => {});
    expect(away).toEqual({ ok: false, problem: 'addressNotHere' });
  });

  it('closing ends what is open, and gives the port back', async () => {
    const { listener, port, address, path } = await listening();
    const held = raw(port, post(path, 'Content-Length: 100\r\n', 'half'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listener.close();
    expect(await held).toBe('');
    const again = await openCallback({ url: address, host: '127.0.0.1', port }, () => {});
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
  });
});
