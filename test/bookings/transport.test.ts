import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionFailure } from '../../electron/bookings/connection.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { createTransport, type Transport } from '../../electron/bookings/transport.ts';
import { canary, serve, serveJson, serveRaw } from './web.ts';

const patient = { connect: 5_000, headers: 5_000, body: 5_000, total: 5_000 };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function transportTo(url: URL, total = 5_000): Transport {
  const credentials = new Credentials({ url, token: canary, auth: 'raw' });
  const transport = createTransport({ url, credentials, deadlines: { ...patient, total }, chance: () => 0 });
  closing.push(() => transport.close());
  return transport;
}

async function started<T extends { close(): Promise<unknown> }>(server: Promise<T>): Promise<T> {
  const running = await server;
  closing.push(() => running.close());
  return running;
}

const get = { method: 'GET', target: '/here', within: Number.POSITIVE_INFINITY, isRead: true };
const codeFrom = async (transport: Transport, request = get) => {
  const answer = await transport.send(request);
  return answer.ok ? 'good' : answer.failure.code;
};

describe('a request', () => {
  it('goes to the target below the server’s own path and asks for plain JSON', async () => {
    const web = await started(serveJson({ fine: true }));
    const answer = await transportTo(new URL('/base/', web.url)).send(get);
    expect(answer).toEqual({ ok: true, value: { fine: true } });
    expect(web.seen[0]).toMatchObject({ method: 'GET', target: '/base/here', headers: { 'accept-encoding': 'identity' } });
  });

  it('opens no connection before the first call', async () => {
    let connections = 0;
    const raw = await started(serveRaw(() => (connections += 1)));
    transportTo(raw.url);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(connections).toBe(0);
  });

  it('is sent once more when the server drops the connection, and only then', async () => {
    let count = 0;
    const raw = await started(
      serveRaw((socket) => {
        count += 1;
        socket.on('data', () => {
          if (count === 1) socket.destroy();
          else socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1\r\nconnection: close\r\n\r\n1');
        });
      }),
    );
    expect(await transportTo(raw.url).send(get)).toEqual({ ok: true, value: 1 });
    expect(count).toBe(2);
  });

  it('is not sent again when it may have changed something', async () => {
    let count = 0;
    const raw = await started(
      serveRaw((socket) => {
        count += 1;
        socket.on('data', () => socket.destroy());
      }),
    );
    expect(await codeFrom(transportTo(raw.url), { ...get, method: 'POST', isRead: false })).toBe('bookings.unreachable');
    expect(count).toBe(1);
  });

  it('ends as unreachable when the client closes', async () => {
    const web = await started(serve(() => {}));
    const transport = transportTo(web.url);
    const running = codeFrom(transport);
    while (web.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await transport.close();
    expect(await running).toBe('bookings.unreachable');
    expect(await codeFrom(transport)).toBe('bookings.unreachable');
  });

  it('is unreachable where nobody listens', async () => {
    const web = await serveJson({});
    await web.close();
    expect(await codeFrom(transportTo(web.url))).toBe('bookings.unreachable');
  });
});

describe('API-2 a captive portal is not the server', () => {
  const page = '<html><body>Welcome to the guest network</body></html>';
  it.each<[string, number, Record<string, string>, string]>([
    ['a redirect to its page', 302, { location: 'http://portal.example/login' }, ''],
    ['a redirect within the origin', 307, { location: '/login' }, ''],
    ['a redirect without a location', 302, {}, ''],
    ['its page in place of the answer', 200, { 'content-type': 'text/html' }, page],
    ['its page as XHTML', 200, { 'content-type': 'application/xhtml+xml' }, page],
    ['its page as plain text', 200, { 'content-type': 'text/plain' }, page],
    ['the status made for it', 511, { 'content-type': 'text/html' }, page],
  ])('API-2 %s', async (_name, status, headers, body) => {
    const web = await started(serve((_request, response) => response.writeHead(status, headers).end(body)));
    expect(await codeFrom(transportTo(web.url))).toBe('bookings.portal');
    expect(web.seen).toHaveLength(1);
  });

  it('API-2 a page without a type is not read as an answer', async () => {
    const web = await started(serve((_request, response) => response.end(page)));
    expect(await codeFrom(transportTo(web.url))).toBe('bookings.portal');
  });

  it('API-2 a certificate of another host is a portal, any other bad certificate is tls', () => {
    const failed = (code: string) => connectionFailure(Object.assign(new Error('x'), { code }));
    expect(failed('ERR_TLS_CERT_ALTNAME_INVALID')).toBe('bookings.portal');
    for (const code of [
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'EPROTO',
    ])
      expect(failed(code)).toBe('bookings.tls');
    for (const code of ['ECONNREFUSED', 'EHOSTUNREACH', '']) expect(failed(code)).toBe('bookings.unreachable');
    for (const code of ['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_FAIL']) expect(failed(code)).toBe('bookings.unresolved');
  });
});

describe('API-3 an answer is limited in size and time', () => {
  const json = { 'content-type': 'application/json' };

  it('API-3 50 MB are cut, announced or not', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    let written = 0;
    const web = await started(
      serve((request, response) => {
        response.writeHead(200, request.url === '/here' ? json : { ...json, 'content-length': String(50 * piece.length) });
        const more = () => {
          while (written < 50 && !response.destroyed) {
            written += 1;
            if (!response.write(piece)) return void response.once('drain', more);
          }
          response.end();
        };
        more();
      }),
    );
    const transport = transportTo(web.url);
    expect(await codeFrom(transport)).toBe('bookings.tooLarge');
    expect(written).toBeLessThan(50);
    expect(await codeFrom(transport, { ...get, target: '/announced' })).toBe('bookings.tooLarge');
  });

  it('API-3 a gzip bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20));
    const web = await started(
      serve((_request, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb)),
    );
    expect(await transportTo(web.url).send(get)).toEqual({
      ok: false,
      failure: { code: 'bookings.unreadable', field: 'content-encoding' },
    });
  });

  it.each<[string, string | Buffer]>([
    ['an empty answer', ''],
    ['a truncated one', '{"data":[{"id":1'],
    ['NaN', '{"id":NaN}'],
    ['Latin-1', Buffer.from('{"name":"Zoë"}', 'latin1')],
    ['nesting without end', '['.repeat(100_000)],
  ])('API-3 %s is unreadable', async (_name, body) => {
    const web = await started(serve((_request, response) => response.writeHead(200, json).end(body)));
    expect(await codeFrom(transportTo(web.url))).toBe('bookings.unreadable');
  });

  it('API-3 an answer cut off by the connection is not taken for whole', async () => {
    const raw = await started(
      serveRaw((socket) =>
        socket.on('data', () =>
          socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"data":[]}'),
        ),
      ),
    );
    expect(await codeFrom(transportTo(raw.url))).toBe('bookings.unreachable');
  });

  it('API-3 what is not HTTP is unreadable', async () => {
    const raw = await started(serveRaw((socket) => socket.on('data', () => socket.end('220 mail.example ESMTP\r\n'))));
    expect(await codeFrom(transportTo(raw.url))).toBe('bookings.unreadable');
  });

  it('API-3 a slow-loris ends at the total deadline, in the head and in the body', async () => {
    const drip = (text: string) =>
      serveRaw((socket) => {
        let place = 0;
        const timer = setInterval(() => socket.write(text[place++ % text.length] ?? ' '), 20);
        socket.on('close', () => clearInterval(timer));
      });
    const head = await started(drip(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(9_999)}`));
    expect(await codeFrom(transportTo(head.url, 300))).toBe('bookings.timeout');
    const body = await started(
      serve((_request, response) => {
        response.writeHead(200, json).write('[');
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      }),
    );
    expect(await codeFrom(transportTo(body.url, 300))).toBe('bookings.timeout');
  });

  it('API-3 a server that takes the connection and is silent ends at what is left of the deadline', async () => {
    const raw = await started(serveRaw(() => {}));
    expect(await codeFrom(transportTo(raw.url), { ...get, within: 100 })).toBe('bookings.timeout');
    expect(await codeFrom(transportTo(raw.url), { ...get, within: 0 })).toBe('bookings.timeout');
  });

  it('API-3 the body of a refusal is not waited for', async () => {
    const web = await started(serve((_request, response) => void response.writeHead(503, json).write('{')));
    expect(await codeFrom(transportTo(web.url))).toBe('bookings.broken');
  });
});

describe('a file', () => {
  const file = { ...get, kind: 'file' as const };
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const serving = (type: string, body: string | Buffer, status = 200, headers = {}) =>
    started(
      serve((_request, response) => response.writeHead(status, { ...(type && { 'content-type': type }), ...headers }).end(body)),
    );

  it('comes as its bytes and its type, whatever it is, and is asked for unpacked', async () => {
    const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff]);
    const web = await serving(`${sheet}; charset=binary`, bytes);
    const answer = await transportTo(web.url).send(file);
    expect(answer).toEqual({ ok: true, value: { type: sheet, bytes: new Uint8Array(bytes) } });
    expect(web.seen[0]).toMatchObject({ headers: { accept: '*/*', 'accept-encoding': 'identity' } });
    const untyped = await serving('', bytes);
    expect(await transportTo(untyped.url).send(file)).toEqual({ ok: true, value: { type: '', bytes: new Uint8Array(bytes) } });
  });

  it.each([
    ['a page', 'text/html', 200],
    ['a page without a type', '', 200],
    ['a redirect', sheet, 302],
  ])('API-2 is not %s', async (_name, type, status) => {
    const web = await serving(type, '<html>Welcome</html>', status);
    expect(await codeFrom(transportTo(web.url), file)).toBe('bookings.portal');
  });

  it('API-3 may be larger than an answer, up to 20 MB, and is not unpacked', async () => {
    const megabyte = 1024 * 1024;
    const web = await serving(sheet, Buffer.alloc(5 * megabyte));
    expect(await codeFrom(transportTo(web.url), file)).toBe('good');
    expect(await codeFrom(transportTo(web.url), get)).toBe('bookings.portal');
    const large = await serving(sheet, Buffer.alloc(20 * megabyte + 1));
    expect(await codeFrom(transportTo(large.url), file)).toBe('bookings.tooLarge');
    const packed = await serving(sheet, gzipSync('x'), 200, { 'content-encoding': 'gzip' });
    expect(await codeFrom(transportTo(packed.url), file)).toBe('bookings.unreadable');
  });

  it('API-3 has a deadline of its own', async () => {
    const web = await started(serve((_request, response) => response.writeHead(200, { 'content-type': sheet }).write('x')));
    const credentials = new Credentials({ url: web.url, token: canary, auth: 'raw' });
    const transport = createTransport({ url: web.url, credentials, deadlines: { ...patient, file: 200 } });
    closing.push(() => transport.close());
    expect(await codeFrom(transport, file)).toBe('bookings.timeout');
  });

  it.each([301, 302, 303, 307, 308])('TOK-1 does not take the token to another server (%i)', async (status) => {
    const other = await started(serveJson({}));
    const web = await serving('', '', status, { location: other.url.href });
    expect(await codeFrom(transportTo(web.url), file)).toBe('bookings.portal');
    expect(other.seen).toEqual([]);
  });
});

describe('a body', () => {
  it('is sent as JSON, whole, and once', async () => {
    const bodies: string[] = [];
    const web = await started(
      serve(async (request, response) => {
        let text = '';
        for await (const piece of request) text += piece;
        bodies.push(text);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      }),
    );
    const body = JSON.stringify({ accessId: 'kiosk 1', name: '大堂' });
    expect(await codeFrom(transportTo(web.url), { ...get, method: 'POST', isRead: false, body } as typeof get)).toBe('good');
    expect(bodies).toEqual([body]);
    expect(web.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
  });
});
