import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPages, type Pages, plainReply, servePage, withPictures } from '../../electron/host/pages.ts';
import { contentSecurityPolicy, responseHeaders } from '../../electron/host/policy.ts';
import { files, foreignTargets, trickyTargets, writeSite } from './site.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await listPages(await writeSite());
});

const textOf = (body: string | Uint8Array) => (typeof body === 'string' ? body : new TextDecoder().decode(body));

describe('WIN-2 the pages are a closed list', () => {
  it.each(Object.entries(files))('WIN-2 %s is served', async (path, content) => {
    const reply = await servePage(pages, 'GET', `/${encodeURIComponent(path).replaceAll('%2F', '/')}`);
    expect(reply.status).toBe(200);
    expect(textOf(reply.body)).toBe(content);
  });

  it('WIN-2 the root is the page', async () => {
    const reply = await servePage(pages, 'GET', '/');
    expect([reply.status, textOf(reply.body)]).toEqual([200, files['index.html']]);
    expect((await servePage(pages, 'GET', '/?anything#else')).status).toBe(200);
  });

  it.each(trickyTargets)('WIN-2 %j is refused', async (target) => {
    const reply = await servePage(pages, 'GET', target);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(textOf(reply.body)).not.toContain('canary');
  });

  it.each(foreignTargets)('WIN-2 %j is not an address', async (target) => {
    expect((await servePage(pages, 'GET', target)).status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'HEAD', 'get', ''])(
    'WIN-2 %j is not answered',
    async (method) => {
      expect((await servePage(pages, method, '/')).status).toBe(405);
    },
  );

  it('WIN-2 no other text is answered with a file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.webPath(),
          fc.string().map((text) => `/${text}`),
        ),
        async (target) => {
          const { status } = await servePage(pages, 'GET', target);
          const path = target.split(/[?#]/)[0] ?? '';
          if (path !== '/') expect(status).toBeGreaterThanOrEqual(400);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('rejects a renderer that is not built', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'foyer-empty-'));
    await expect(listPages(empty)).rejects.toThrow('not built');
    rmSync(empty, { recursive: true });
  });
});

describe('headers', () => {
  it('WIN-3 the policy is the one of the rule', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each(['/', '/assets/main-1a2b.js', '/nothing', '/%', '*'])('WIN-3 every reply carries it: %s', async (target) => {
    const { headers } = await servePage(pages, 'GET', target);
    expect(headers).toMatchObject(responseHeaders);
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['permissions-policy']).toMatch(/^camera=\(self\), .*microphone=\(\)/);
  });

  it('a reply in words is plain text', () => {
    expect(plainReply(403, 'no', { allow: 'GET' })).toMatchObject({
      status: 403,
      body: 'no',
      headers: { 'content-type': 'text/plain; charset=utf-8', allow: 'GET', 'referrer-policy': 'no-referrer' },
    });
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/main-1a2b.css', 'text/css; charset=utf-8'],
    ['/assets/zxing-9f.wasm', 'application/wasm'],
    ['/assets/noto-latin.woff2', 'font/woff2'],
  ])('%s is %s', async (target, type) => {
    expect((await servePage(pages, 'GET', target)).headers['content-type']).toBe(type);
  });
});

describe('the pictures of the idle screen', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const withOne = () => withPictures(pages, (name) => (name === 'a1.png' ? { type: 'image/png', bytes } : undefined));

  it('lie beside the pages, with the headers of a page', async () => {
    const reply = await servePage(withOne(), 'GET', '/content/a1.png');
    expect(reply).toMatchObject({
      status: 200,
      body: bytes,
      headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    });
    expect((await servePage(withOne(), 'GET', '/')).status).toBe(200);
  });

  it.each(['/content/', '/content/b2.png', '/content/../index.html', '/content/%2e%2e/index.html', '/Content/a1.png'])(
    'WIN-2 %s is none of them',
    async (target) => expect((await servePage(withOne(), 'GET', target)).status).toBe(404),
  );
});
