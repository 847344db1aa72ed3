import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, openBrowserHost } from '../../../electron/host/browser/server.ts';
import { createGate } from '../../../electron/host/gate.ts';
import { listPages, type Pages } from '../../../electron/host/pages.ts';
import { contentSecurityPolicy } from '../../../electron/host/policy.ts';
import { fakeApp } from '../served.ts';
import { files, foreignTargets, trickyTargets, writeSite } from '../site.ts';
import { ask, askRaw, launch, openWire, outcomeOf } from './client.ts';

let host: BrowserHost;
let pages: Pages;
const app = fakeApp();

beforeEach(async () => {
  pages ??= await listPages(await writeSite());
  host = await openBrowserHost(
    createGate(app, () => {}),
    pages,
    0,
  );
});
afterEach(() => host.close());

const targetOf = (link: string) => link.slice(link.indexOf('/launch'));

describe('the launch link', () => {
  it('works once, and becomes a cookie that no script and no other site can use', async () => {
    const first = await ask(host.authority, targetOf(host.link));
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    expect(String(first.headers['set-cookie'])).toMatch(/^foyer-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await ask(host.authority, targetOf(host.link));
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('used already');
    expect(second.headers['content-type']).toMatch(/^text\/plain/);
  });

  it('twenty at the same moment: one gets in', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(host.authority, targetOf(host.link))));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
  });

  it.each([
    '/launch',
    '/launch?',
    '/launch?key=',
    '/launch?key=wrong',
    '/launch?KEY=x',
    '/launch?key=%00',
    `/launch?key=${'a'.repeat(5000)}`,
  ])('a wrong key does not open, and does not use up the right one: %.30s', async (target) => {
    expect((await ask(host.authority, target)).status).toBe(403);
    expect((await ask(host.authority, targetOf(host.link))).status).toBe(303);
  });

  it.each([{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }] as Record<
    string,
    string
  >[])('is not used up by a browser that only fetches ahead: %j', async (headers) => {
    expect((await ask(host.authority, targetOf(host.link), { headers })).status).toBe(403);
    expect((await ask(host.authority, targetOf(host.link))).status).toBe(303);
  });

  it('is not redeemed by another method', async () => {
    expect((await ask(host.authority, targetOf(host.link), { method: 'POST' })).status).toBe(403);
    expect((await ask(host.authority, targetOf(host.link))).status).toBe(303);
  });

  it('differs at every start', async () => {
    const other = await openBrowserHost(
      createGate(app, () => {}),
      pages,
      0,
    );
    expect(new URL(other.link).search).not.toBe(new URL(host.link).search);
    const foreign = await launch(other.link);
    expect((await ask(host.authority, '/', { headers: { cookie: foreign } })).status).toBe(403);
    await other.close();
  });
});

describe('who is answered', () => {
  it('without the cookie nothing, with it every page', async () => {
    for (const path of Object.keys(files).slice(0, 5)) expect((await ask(host.authority, `/${path}`)).status).toBe(403);
    const cookie = await launch(host.link);
    for (const [path, content] of Object.entries(files).slice(0, 5)) {
      const reply = await ask(host.authority, `/${path}`, { headers: { cookie } });
      expect([reply.status, reply.body]).toEqual([200, content]);
    }
  });

  it.each(['', 'foyer=x', 'a=b; c=d', 'foyer-1=x; foyer-2=y'])('another cookie is none: %j', async (cookie) => {
    await launch(host.link);
    expect((await ask(host.authority, '/', { headers: { cookie } })).status).toBe(403);
  });

  it('the cookie is found among others', async () => {
    const cookie = `a=1; ${await launch(host.link)}; b=2`;
    expect((await ask(host.authority, '/', { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost:PORT',
    'evil.example:PORT',
    '127.0.0.1:PORT.evil.example',
    '[::1]:PORT',
    '0.0.0.0:PORT',
    '127.1:PORT',
    '127.0.0.1:PORT ,evil.example',
  ])('another Host is refused, cookie or not: %s', async (name) => {
    const cookie = await launch(host.link);
    const value = name.replace('PORT', String(host.authority.split(':')[1]));
    const reply = await ask(host.authority, '/', { headers: { host: value, cookie } });
    expect([reply.status, reply.body.includes('<title>')]).toEqual([403, false]);
  });

  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://localhost:PORT',
    '',
    'foyer://app',
    'http://127.0.0.1:PORT/',
  ])('another Origin is refused, cookie or not: %j', async (name) => {
    const cookie = await launch(host.link);
    const origin = name.replace('PORT', String(host.authority.split(':')[1]));
    expect((await ask(host.authority, '/', { headers: { origin, cookie } })).status).toBe(403);
  });

  it('our own Origin is not', async () => {
    const cookie = await launch(host.link);
    expect((await ask(host.authority, '/', { headers: { origin: `http://${host.authority}`, cookie } })).status).toBe(200);
  });

  it('two Host headers, or none, are refused', async () => {
    const cookie = await launch(host.link);
    const common = `Cookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    expect(await askRaw(host.authority, `GET / HTTP/1.1\r\n${common}`)).toBe(400);
    const twice = await askRaw(host.authority, `GET / HTTP/1.1\r\nHost: ${host.authority}\r\nHost: evil.example\r\n${common}`);
    expect([400, 403]).toContain(twice);
    expect(await askRaw(host.authority, `GET / HTTP/1.1\r\nHost: ${host.authority}\r\n${common}`)).toBe(200);
  });

  it('is reached on 127.0.0.1 alone', () => {
    expect(host.authority).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(new URL(host.link).hostname).toBe('127.0.0.1');
  });
});

describe('WIN-2 no path leaves the root', () => {
  it.each([...trickyTargets, ...foreignTargets].filter((target) => !/[\0 \\]/.test(target) && target !== ''))(
    'WIN-2 %s',
    async (target) => {
      const cookie = await launch(host.link);
      const status = await askRaw(
        host.authority,
        `GET ${target} HTTP/1.1\r\nHost: ${host.authority}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      );
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'TRACE'])('WIN-2 %s is refused', async (method) => {
    const cookie = await launch(host.link);
    expect((await ask(host.authority, '/', { method, headers: { cookie } })).status).toBe(405);
  });

  it('WIN-3 every reply carries the policy, refusals too', async () => {
    const refusal = await ask(host.authority, '/');
    const redirect = await ask(host.authority, targetOf(host.link));
    const page = await ask(host.authority, '/', { headers: { cookie: String(redirect.headers['set-cookie']) } });
    for (const { headers } of [refusal, redirect, page]) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['cache-control']).toBe('no-store');
    }
    expect(page.status).toBe(200);
  });

  it('headers of 32 kB are refused, and the next request is answered', async () => {
    const cookie = await launch(host.link);
    expect((await ask(host.authority, '/', { headers: { cookie, 'x-long': 'a'.repeat(32_768) } })).status).toBe(431);
    expect((await ask(host.authority, '/', { headers: { cookie } })).status).toBe(200);
  });
});

describe('the upgrade', () => {
  it('is answered for our page with the cookie', async () => {
    const cookie = await launch(host.link);
    expect(await outcomeOf(openWire(host.authority, cookie))).toBe('open');
  });

  it.each([
    ['without the cookie', { cookie: '' }],
    ['with another cookie', { cookie: 'foyer=1' }],
    ['from another origin', { origin: 'http://evil.example' }],
    ['from no origin', { origin: 'null' }],
    ['from localhost', { origin: 'http://localhost' }],
    ['for another host', { host: 'evil.example' }],
  ])('is refused %s', async (_name, headers) => {
    const cookie = await launch(host.link);
    expect(await outcomeOf(openWire(host.authority, cookie, headers as Record<string, string>))).toBe(403);
  });

  it('is refused where no Origin is sent at all', async () => {
    const cookie = await launch(host.link);
    const lines = [
      'GET /wire HTTP/1.1',
      `Host: ${host.authority}`,
      `Cookie: ${cookie}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    expect(await askRaw(host.authority, `${lines.join('\r\n')}\r\n\r\n`)).toBe(403);
    expect(await askRaw(host.authority, `${[...lines, `Origin: http://${host.authority}`].join('\r\n')}\r\n\r\n`)).toBe(101);
  });

  it.each(['/', '/wire/', '/wire?x=1', '/launch', '/other'])('is refused at %s', async (path) => {
    const cookie = await launch(host.link);
    expect(await outcomeOf(openWire(host.authority, cookie, {}, path))).toBe(403);
  });
});

it('a port that is taken is an error, not a crash, and leaves no subscription behind', async () => {
  const before = app.listeners.size;
  await expect(
    openBrowserHost(
      createGate(app, () => {}),
      pages,
      Number(host.authority.split(':')[1]),
    ),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(app.listeners.size).toBe(before);
});

it('a file that is gone meanwhile is 404', async () => {
  const gone = await openBrowserHost(
    createGate(app, () => {}),
    () => readFile('/nowhere/index.html').then(() => undefined),
    0,
  );
  const cookie = await launch(gone.link);
  expect((await ask(gone.authority, '/', { headers: { cookie } })).status).toBe(404);
  await gone.close();
});
