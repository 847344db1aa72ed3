import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { canary, clientOf, serve, serveJson, type Web } from './web.ts';

const url = new URL('https://bookings.example');
const headerOf = (auth: 'raw' | 'basic' | 'bearer', token = canary) =>
  new Credentials({ url, token, auth }).headersFor(url.origin).authorization;

let webs: Web[] = [];
const started = (web: Web) => {
  webs.push(web);
  return web;
};
afterEach(async () => {
  await Promise.all(webs.map((web) => web.close()));
  webs = [];
});

describe('the authorization header', () => {
  it('is the token itself, Basic with the token as user name, or Bearer', () => {
    expect(headerOf('raw')).toBe(canary);
    expect(headerOf('basic')).toBe(`Basic ${Buffer.from(`${canary}:`).toString('base64')}`);
    expect(headerOf('bearer')).toBe(`Bearer ${canary}`);
  });

  it.each(['', 'two\r\nlines', 'nul\u0000', 'ünïcode'])('is not made of %j', (token) => {
    expect(headerOf('raw', token)).toBeUndefined();
  });
});

describe('TOK-3 a token', () => {
  const made = (token = canary) => new Credentials({ url, token, auth: 'basic' });

  it('TOK-3 that was wiped is in no header and has no fingerprint any more', () => {
    const credentials = made();
    credentials.wipe();
    expect(credentials.headersFor(url.origin)).toEqual({});
    expect(credentials.fingerprint('salt')).toBe('');
  });

  it('TOK-3 is known again by a fingerprint that does not hold it', () => {
    expect(made().fingerprint('salt')).toMatch(/^[\da-f]{64}$/);
    expect(made().fingerprint('salt')).toBe(made().fingerprint('salt'));
    expect(new Set([made().fingerprint('salt'), made().fingerprint('other'), made('b').fingerprint('salt')]).size).toBe(3);
  });
});

describe('TOK-1 the token stays where it belongs', () => {
  it('TOK-1 cannot be read from the object', () => {
    const credentials = new Credentials({ url, token: canary, auth: 'basic' });
    const shown = [
      JSON.stringify({ credentials }),
      inspect(credentials, { showHidden: true, depth: 9 }),
      inspect({ deep: { credentials } }, { customInspect: false, showHidden: true, depth: 9, getters: true }),
      String(credentials),
      `${credentials}`,
      JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(credentials))),
      JSON.stringify({ ...credentials }),
    ].join();
    expect(shown).not.toContain(canary);
    expect(shown).not.toContain(Buffer.from(`${canary}:`).toString('base64'));
  });

  it.each([
    'https://bookings.example.evil.test',
    'http://bookings.example',
    'https://bookings.example:8443',
    'https://sub.bookings.example',
    'null',
  ])('TOK-1 makes no header for %s', (origin) => {
    expect(new Credentials({ url, token: canary, auth: 'raw' }).headersFor(origin)).toEqual({});
  });

  it('TOK-1 goes out in the header only, never in an address', async () => {
    const web = started(await serveJson({ data: [] }));
    const bookings = clientOf(web.url);
    await bookings.systemInformation();
    await bookings.findVisit('FJUEIW');
    await bookings.close();
    expect(web.seen.map(({ headers }) => headers.authorization)).toEqual([canary, canary]);
    expect(JSON.stringify(web.seen.map(({ target, headers }) => [target, { ...headers, authorization: '' }]))).not.toContain(
      canary,
    );
  });

  it.each([301, 302, 303, 307, 308])('TOK-1 is not carried to another origin by a %i', async (status) => {
    const other = started(await serveJson({ name: 'elsewhere' }));
    const web = started(
      await serve((request, response) =>
        response.writeHead(status, { location: new URL(request.url ?? '', other.url).href }).end(),
      ),
    );
    const bookings = clientOf(web.url);
    expect(await bookings.systemInformation()).toEqual({
      ok: false,
      failure: { operation: 'system.information', code: 'bookings.portal' },
    });
    await bookings.close();
    expect(other.seen).toEqual([]);
  });

  it('TOK-1 is in no failure', async () => {
    const web = started(await serve((_request, response) => response.writeHead(401, { 'x-echo': canary }).end(canary)));
    const bookings = clientOf(web.url);
    const failed = [await bookings.systemInformation(), await bookings.findVisit('FJUEIW')];
    await web.close();
    failed.push(await bookings.systemInformation());
    await bookings.close();
    expect(inspect(failed, { depth: 9 })).not.toContain(canary);
    expect(failed.every(({ ok }) => !ok)).toBe(true);
  });

  it('TOK-1 is not sent over plain HTTP to another machine', async () => {
    const far = new URL('http://bookings.example');
    const bookings = clientOf(far);
    expect(await bookings.systemInformation()).toMatchObject({ ok: false, failure: { code: 'bookings.tls' } });
    await bookings.close();
  });

  it('TOK-1 makes a header in one file alone', () => {
    const folder = new URL('../../electron/bookings/', import.meta.url);
    const naming = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'credentials.ts')
      .filter((name) =>
        /authorization|\btoken\b(?=[.:])/i.test(
          readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
      );
    expect(naming).toEqual([]);
  });
});
