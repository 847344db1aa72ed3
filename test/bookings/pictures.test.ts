import { describe, expect, it, onTestFinished } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { pictureFetcher } from '../../electron/bookings/pictures.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { bytesOf } from '../sync/pictures.ts';
import { canary, serve, type Web } from './web.ts';

/** A server under a path that has one picture, another server beside it, and a fetcher for the first. */
async function site(path = '/bookings') {
  const answer: Parameters<typeof serve>[0] = (request, response) => {
    if (request.url?.startsWith('/bookings/away')) response.writeHead(302, { location: `${other.url.origin}/picture.png` }).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(bytesOf('png'));
  };
  const other: Web = await serve(answer);
  const web = await serve(answer);
  const url = new URL(path, web.url);
  const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 5_000 };
  const transport = createTransport({ url, credentials: new Credentials({ url, token: canary, auth: 'raw' }), deadlines });
  onTestFinished(async () => {
    await transport.close();
    await Promise.all([web.close(), other.close()]);
  });
  return { web, other, fetchPicture: pictureFetcher(transport, url) };
}

describe("a picture on the server's own origin", () => {
  it.each(['/bookings', '/bookings/'])('is fetched by GET with the token, below %s', async (path) => {
    const { web, fetchPicture } = await site(path);
    const addresses = [`${web.url.origin}/bookings/media/a.png?size=2#top`, '/bookings/media/a.png?size=2', 'media/a.png?size=2'];
    for (const address of addresses) {
      expect(await fetchPicture(address)).toEqual({
        ok: true,
        value: { type: 'image/png', bytes: new Uint8Array(bytesOf('png')) },
      });
    }
    const seen = web.seen.filter(({ target }) => target.includes('media'));
    expect(seen).toHaveLength(3);
    for (const { method, target, headers } of seen) {
      expect({ method, target, authorization: headers.authorization }).toEqual({
        method: 'GET',
        target: '/bookings/media/a.png?size=2',
        authorization: canary,
      });
    }
  });

  it('a failure names what was done and no address', async () => {
    const { web, fetchPicture } = await site();
    await web.close();
    const failed = await fetchPicture('media/secret-name.png');
    expect(failed).toMatchObject({ ok: false, failure: { code: 'bookings.unreachable', operation: 'picture' } });
    expect(JSON.stringify(failed)).not.toContain('secret-name');
  });
});

describe('TOK-1 no other address is asked, with or without the token', () => {
  it('another origin, another path, a user name, another scheme', async () => {
    const { web, other, fetchPicture } = await site();
    const { host, port } = web.url;
    const addresses = [
      `${other.url.origin}/bookings/picture.png`,
      `//${other.url.host}/bookings/picture.png`,
      `http://localhost:${port}/bookings/picture.png`,
      `http://user@${host}/bookings/picture.png`,
      `http://user:password@${host}/bookings/picture.png`,
      `https://${host}/bookings/picture.png`,
      `ftp://${host}/bookings/picture.png`,
      `${web.url.origin}/picture.png`,
      `${web.url.origin}/bookingsother/picture.png`,
      `${web.url.origin}/bookings`,
      '/bookings/../picture.png',
      '/bookings/%2e%2e/picture.png',
      '..\\picture.png',
      '../../picture.png',
      'http://[',
      'javascript:alert(1)',
      '',
    ].filter((address) => address !== '');
    for (const address of addresses) expect(await fetchPicture(address), address).toEqual({ ok: true, value: undefined });
    expect(web.seen).toEqual([]);
    expect(other.seen).toEqual([]);
  });

  it('a redirect is not followed', async () => {
    const { other, fetchPicture } = await site();
    expect(await fetchPicture('away')).toMatchObject({ ok: false, failure: { code: 'bookings.portal' } });
    expect(other.seen).toEqual([]);
  });
});
