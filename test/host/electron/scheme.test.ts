import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import { beforeAll, describe, expect, it } from 'vitest';
import { privileges, respond, servePages } from '../../../electron/host/electron/scheme.ts';
import { listPages, type Pages } from '../../../electron/host/pages.ts';
import { contentSecurityPolicy, responseHeaders } from '../../../electron/host/policy.ts';
import { files, trickyTargets, writeSite } from '../site.ts';
import { trickyAddresses } from './fakes.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await listPages(await writeSite());
});

const get = (url: string) => respond(pages, { method: 'GET', url });

describe('WIN-2 the page comes from foyer://app/', () => {
  it.each(Object.entries(files).slice(0, 5))('WIN-2 %s is served', async (path, content) => {
    const response = await get(`foyer://app/${path}`);
    expect([response.status, await response.text()]).toEqual([200, content]);
  });

  it('WIN-2 the page itself, with the policy in its header', async () => {
    const response = await get('foyer://app/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    for (const [name, value] of Object.entries(responseHeaders)) expect(response.headers.get(name)).toBe(value);
  });

  it.each(trickyTargets)('WIN-2 %j is refused', async (target) => {
    const { status } = await get(`foyer://app${target}`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each(trickyAddresses)('WIN-2 another address is refused: %j', async (address) => {
    const { status } = await get(address);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('WIN-2 %s is refused', async (method) => {
    expect((await respond(pages, { method, url: 'foyer://app/' })).status).toBe(405);
  });

  it('WIN-2 a file that is gone is 404, and names no path', async () => {
    const response = await respond(() => readFile('/nowhere/canary.html').then(() => undefined), {
      method: 'GET',
      url: 'foyer://app/',
    });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('canary');
  });
});

it('the scheme is a secure origin of its own, and bypasses nothing', () => {
  expect(privileges).toEqual({
    scheme: 'foyer',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  });
});

it('is handled in the session it is given, and nowhere else', async () => {
  const handled = new Map<string, (request: Request) => Promise<Response>>();
  const session = {
    protocol: { handle: (scheme: string, handler: (request: Request) => Promise<Response>) => handled.set(scheme, handler) },
  };
  servePages(session as unknown as Session, pages);
  expect([...handled.keys()]).toEqual(['foyer']);
  expect((await handled.get('foyer')?.(new Request('foyer://app/')))?.status).toBe(200);
});
