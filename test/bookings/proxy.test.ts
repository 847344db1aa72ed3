import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { basic, startProxy } from '../fakes/proxy.ts';
import { makeAuthority, makeCertificate, type Pair, serveSecurely } from './certificates.ts';
import { canary, serveJson } from './web.ts';

const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 8_000 };
const get = { method: 'GET', target: '/here', within: Number.POSITIVE_INFINITY, isRead: true };
/** A server that only the proxy knows the way to. */
const far = new URL('https://bookings.example');
const closing: (() => Promise<unknown>)[] = [];
let authority: Pair;
let good: Pair;
beforeAll(async () => {
  authority = await makeAuthority();
  good = await makeCertificate(far.hostname, authority);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function proxyTo(port: number, user?: { name: string; password: string }) {
  const proxy = await startProxy(port, user);
  closing.push(proxy.close);
  return proxy;
}

async function ask(url: URL, proxy: URL, ca?: string): Promise<string> {
  const credentials = new Credentials({ url, token: canary, auth: 'raw' });
  const transport = createTransport({ url, credentials, deadlines, proxy, ca });
  closing.push(() => transport.close());
  const answer = await transport.send(get);
  return answer.ok ? 'good' : answer.failure.code;
}

async function serving(pair: Pair) {
  const tokens: (string | undefined)[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = await serveSecurely(pair, (request, response) => {
    tokens.push(request.headers.authorization);
    headers.push(request.headers);
    response.setHeader('content-type', 'application/json').end('{"fine":true}');
  });
  closing.push(() => server.close());
  return { tokens, headers, port: Number(server.url.port) };
}

describe('a proxy', () => {
  it('TOK-1 is gone through by a tunnel: it hears the server’s name, and never the token', async () => {
    const { tokens, port } = await serving(good);
    const proxy = await proxyTo(port);
    expect(await ask(far, proxy.url, authority.cert)).toBe('good');
    expect(tokens).toEqual([canary]);
    expect(proxy.heard.map(({ line }) => line)).toEqual(['CONNECT bookings.example:443']);
    expect(JSON.stringify(proxy.heard)).not.toContain(canary);
    expect(proxy.passed()).not.toContain(canary);
    expect(proxy.passed()).not.toContain('/here');
  });

  it('TOK-1 hears its own name and password, and nobody else does', async () => {
    const { tokens, headers, port } = await serving(good);
    const proxy = await proxyTo(port, { name: 'kiosk', password: 'p@ss:word' });
    expect(await ask(far, proxy.url, authority.cert)).toBe('good');
    expect(proxy.heard.map(({ headers }) => headers['proxy-authorization'])).toEqual([basic('kiosk', 'p@ss:word')]);
    expect(headers[0]?.['proxy-authorization']).toBeUndefined();
    expect(tokens).toEqual([canary]);
  });

  it('that does not let the kiosk through is a server that cannot be reached', async () => {
    const { tokens, port } = await serving(good);
    const proxy = await proxyTo(port, { name: 'kiosk', password: 'right' });
    const wrong = new URL(proxy.url);
    wrong.password = 'wrong';
    expect(await ask(far, wrong, authority.cert)).toBe('bookings.unreachable');
    expect(tokens).toEqual([]);
  });

  it('that is not there is a server that cannot be reached', async () => {
    const web = await serveJson({});
    await web.close();
    expect(await ask(far, web.url)).toBe('bookings.unreachable');
  });

  it('API-1 does not make an unknown certificate a known one', async () => {
    const { tokens, port } = await serving(good);
    const proxy = await proxyTo(port);
    expect(await ask(far, proxy.url)).toBe('bookings.tls');
    expect(tokens).toEqual([]);
  });

  it('API-2 nor does it make another host the server', async () => {
    const { tokens, port } = await serving(await makeCertificate('portal.example', authority));
    const proxy = await proxyTo(port);
    expect(await ask(far, proxy.url, authority.cert)).toBe('bookings.portal');
    expect(tokens).toEqual([]);
  });

  it('TOK-1 is not between Foyer and a server on this machine that is spoken to in clear', async () => {
    const web = await serveJson({ fine: true });
    closing.push(() => web.close());
    const proxy = await proxyTo(Number(web.url.port));
    expect(await ask(web.url, proxy.url)).toBe('good');
    expect(proxy.heard).toEqual([]);
  });
});
