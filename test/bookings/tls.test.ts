import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { makeAuthority, makeCertificate, type Pair, serveSecurely } from './certificates.ts';
import { canary, serveJson } from './web.ts';

const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 8_000 };
const get = { method: 'GET', target: '/here', within: Number.POSITIVE_INFINITY, isRead: true };
const closing: (() => Promise<unknown>)[] = [];
let authority: Pair;
let good: Pair;
beforeAll(async () => {
  authority = await makeAuthority();
  good = await makeCertificate('localhost', authority);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serving(...given: Parameters<typeof serveSecurely>) {
  const server = await serveSecurely(...given);
  closing.push(() => server.close());
  return server;
}

async function ask(url: URL, ca?: string): Promise<string> {
  const credentials = new Credentials({ url, token: canary, auth: 'raw' });
  const transport = createTransport({ url, credentials, deadlines, ca });
  closing.push(() => transport.close());
  const answer = await transport.send(get);
  return answer.ok ? 'good' : answer.failure.code;
}

describe('API-1 the server’s certificate', () => {
  it('API-1 of an authority that the installer names is taken, and only with it', async () => {
    const server = await serving(good);
    expect(await ask(server.url, authority.cert)).toBe('good');
    expect(server.counted.requests).toBe(1);
    expect(await ask(server.url)).toBe('bookings.tls');
    expect(await ask(server.url, (await makeAuthority()).cert)).toBe('bookings.tls');
    expect(server.counted.requests).toBe(1);
  });

  it('API-1 may be one of several that the installer names', async () => {
    const server = await serving(good);
    expect(await ask(server.url, `${(await makeAuthority('Another authority')).cert}\n${authority.cert}`)).toBe('good');
  });

  it.each<[string, () => Promise<Pair>, string]>([
    ['signed by itself', () => makeCertificate('localhost'), 'bookings.tls'],
    ['expired', () => makeCertificate('localhost', authority, { isExpired: true }), 'bookings.tls'],
    ['expired and signed by itself', () => makeCertificate('localhost', undefined, { isExpired: true }), 'bookings.tls'],
    ['of another host, signed by itself', () => makeCertificate('portal.example'), 'bookings.tls'],
    // Trusted, but of another host: what a captive portal shows (API-2).
    ['of another host', () => makeCertificate('portal.example', authority), 'bookings.portal'],
  ])('API-1 %s is not spoken to', async (_name, make, code) => {
    const server = await serving(await make());
    expect(await ask(server.url, authority.cert)).toBe(code);
    expect(server.counted.requests).toBe(0);
  });

  it('API-1 is checked even where the environment switches the check off', async () => {
    const server = await serving(await makeCertificate('localhost'));
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await ask(server.url)).toBe('bookings.tls');
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
    expect(server.counted.requests).toBe(0);
  });
});

describe('API-1 the protocol', () => {
  const old = { ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;

  it('API-1 is TLS 1.2 or newer: a server of TLS 1.1 is not spoken to', async () => {
    const server = await serving(good, undefined, old);
    expect(await ask(server.url, authority.cert)).toBe('bookings.tls');
    expect(server.counted.requests).toBe(0);
    // The server itself works, for who would speak TLS 1.1 with it.
    const status = await new Promise((resolve, reject) =>
      request(server.url, { ...old, ca: authority.cert, agent: false }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(200);
  });

  it('API-1 TLS 1.2 is spoken', async () => {
    const server = await serving(good, undefined, { maxVersion: 'TLSv1.2' });
    expect(await ask(server.url, authority.cert)).toBe('good');
  });

  it('API-1 a server that does not speak TLS is tls', async () => {
    const web = await serveJson({});
    closing.push(() => web.close());
    expect(await ask(new URL(`https://127.0.0.1:${web.url.port}`))).toBe('bookings.tls');
    expect(web.seen).toEqual([]);
  });

  it('API-1 nothing in the source switches the check off', () => {
    const folder = new URL('../../electron/', import.meta.url);
    const offending = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .filter((name) => {
        const code = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        return /NODE_TLS_REJECT_UNAUTHORIZED|rejectUnauthorized:(?!\s*true\b)|checkServerIdentity|setDefaultSecure/.test(code);
      });
    // A printer signs its own certificate: there the one that was seen first is kept to instead (test/printer/ipp/).
    expect(offending.map((name) => name.replaceAll('\\', '/'))).toEqual(['printer/ipp/channel.ts']);
  });
});
