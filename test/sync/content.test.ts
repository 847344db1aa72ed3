import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { pictureFetcher } from '../../electron/bookings/pictures.ts';
import type { IdleContent } from '../../electron/core/visit.ts';
import { createContent } from '../../electron/sync/content.ts';
import { bytesOf, pictures } from './pictures.ts';
import { startServer, type TestServer } from './server.ts';
import { createWorld, until } from './world.ts';

const minute = 60_000;
const embedded = (name: keyof typeof pictures, type = 'image/png') => `data:${type};base64,${pictures[name]}`;
const nameOf = (bytes: Buffer, extension: string) => `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;

let server: TestServer;
let world: ReturnType<typeof createWorld>;
let told: IdleContent[];
let content: ReturnType<typeof createContent>;

beforeEach(async () => {
  server = await startServer();
  world = createWorld(() => server.url);
  told = [];
  const { call, clock, log, transport } = world;
  const fetchPicture = pictureFetcher(transport, new URL(server.url));
  content = createContent({ call, fetchPicture, clock, log, resource: '12', onContent: (items) => told.push(items) });
  onTestFinished(() => server.down());
});

/** Puts a picture on the server, changed so that it is one of its own, and answers its address. */
function put(
  path: string,
  mark = 0,
  type = 'image/png',
  bytes: Buffer = Buffer.concat([bytesOf('png'), Buffer.from([mark])]),
): string {
  server.files[path] = { type, bytes };
  return `${server.url}${path}`;
}

const newest = () => told.at(-1) ?? [];

describe('what the idle screen plays', () => {
  it('is the pictures and texts of this resource, in their order', async () => {
    server.content = [
      { id: 1, type: 'Image', url: put('/media/a.png'), duration: 8, bookableResourceId: 12 },
      { id: 2, type: 'text', text: [{ language: 'en', value: 'Welcome' }], bookableResource: { id: 12 } },
      { id: 3, type: 'image', url: embedded('jpg', 'image/jpeg'), duration: 1 },
      { id: 4, type: 'video', url: put('/media/film.mp4', 0, 'video/mp4') },
      { id: 5, type: 'image', url: put('/media/other.png', 5), bookableResourceId: 13 },
      { id: 6, type: 2, url: put('/media/b.webp', 0, 'image/webp', bytesOf('lossyWebp')) },
      { id: 7, type: 0, text: 'Mind the step' },
      { id: 8, type: 'hologram', text: 'not known' },
    ];
    expect(await content.refresh(false)).toMatchObject({ ok: true });
    const first = server.files['/media/a.png']?.bytes ?? Buffer.alloc(0);
    expect(told).toEqual([
      [
        { kind: 'picture', name: nameOf(first, 'png'), seconds: 8 },
        { kind: 'text', text: [{ language: 'en', text: 'Welcome' }], seconds: 10 },
        { kind: 'picture', name: nameOf(bytesOf('jpg'), 'jpg'), seconds: 3 },
        { kind: 'picture', name: nameOf(bytesOf('lossyWebp'), 'webp'), seconds: 10 },
        { kind: 'text', text: [{ language: '', text: 'Mind the step' }], seconds: 10 },
      ],
    ]);
    expect(content.picture(nameOf(bytesOf('jpg'), 'jpg'))).toMatchObject({ type: 'image/jpeg' });
    expect(content.picture(nameOf(first, 'png'))?.bytes).toEqual(new Uint8Array(first));
    expect(content.picture('../journal.db')).toBeUndefined();
    expect(world.entries).toEqual([['idleContent', { ok: true, pictures: 3, texts: 2, skipped: 2 }]]);
    expect(server.requests).toContain('GET /API/external/bookableResourcePlayerContent/v1?id=12');
    expect(server.requests.join()).not.toMatch(/film|other/);
  });

  it('is told when it changes and not otherwise, and pictures that are gone are let go', async () => {
    server.content = [{ type: 'image', url: put('/a.png', 1) }];
    await content.refresh(false);
    await content.refresh(false);
    expect(told).toHaveLength(1);
    const [old] = newest();
    server.content = [{ type: 'image', url: put('/b.png', 2) }];
    await content.refresh(false);
    expect(told).toHaveLength(2);
    expect(old?.kind === 'picture' && content.picture(old.name)).toBeUndefined();
    server.content = [];
    await content.refresh(false);
    expect(newest()).toEqual([]);
    expect(told).toHaveLength(3);
  });

  it('with nothing to play from the first is not told at all', async () => {
    await content.refresh(false);
    expect(told).toEqual([]);
  });

  it('a picture that is known is not fetched again within the hour, or within the minute when told', async () => {
    server.content = [{ type: 'image', url: put('/a.png', 1) }];
    await content.refresh(false);
    put('/a.png', 2);
    await world.move(59 * minute);
    await content.refresh(false);
    expect(server.count('GET', '/a.png')).toBe(1);
    await content.refresh(true);
    expect(server.count('GET', '/a.png')).toBe(2);
    expect(told).toHaveLength(2);
    await content.refresh(true);
    expect(server.count('GET', '/a.png')).toBe(2);
    await world.move(60 * minute);
    await content.refresh(false);
    expect(server.count('GET', '/a.png')).toBe(3);
  });
});

describe('when something is wrong', () => {
  it('the old content stays while the server is away, and its failure is noted once', async () => {
    server.content = [{ type: 'text', text: 'Welcome' }];
    await content.refresh(false);
    await server.down();
    expect(await content.refresh(false)).toMatchObject({ ok: false, failure: { code: 'bookings.unreachable' } });
    await content.refresh(false);
    expect(told).toHaveLength(1);
    await server.up();
    expect(await content.refresh(false)).toMatchObject({ ok: true });
    expect(world.noted('idleContent').map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('a picture that cannot be fetched now is shown as it was, or left out until it can', async () => {
    server.content = [
      { type: 'image', url: put('/a.png', 1) },
      { type: 'image', url: put('/b.png', 2) },
    ];
    server.mishap = (_method, path) => (path === '/b.png' ? 500 : undefined);
    expect(await content.refresh(false)).toMatchObject({ ok: false, failure: { code: 'bookings.broken', operation: 'picture' } });
    expect(newest()).toHaveLength(1);
    server.mishap = () => undefined;
    await content.refresh(false);
    expect(newest()).toHaveLength(2);
    server.mishap = (_method, path) => (path.endsWith('.png') ? 'cut' : undefined);
    await world.move(61 * minute);
    expect(await content.refresh(false)).toMatchObject({ ok: true });
    expect(server.count('GET', '/b.png')).toBe(3);
    expect(newest()).toHaveLength(2);
    expect(told).toHaveLength(2);
  });

  it.each([
    ['a page', 'text/html', Buffer.from('<html>')],
    ['a page that is called a picture', 'image/png', Buffer.from('<html>')],
    ['a picture that is called a page', 'text/html', bytesOf('png')],
    ['a drawing', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', 'image/png', Buffer.alloc(0)],
    ['5 MB and a byte', 'image/png', Buffer.concat([bytesOf('png'), Buffer.alloc(5 * 1024 * 1024)])],
  ])('%s is skipped', async (_, type, bytes) => {
    server.content = [{ type: 'image', url: put('/x', 0, type, bytes) }];
    expect(await content.refresh(false)).toMatchObject({ ok: true });
    expect(told).toEqual([]);
    expect(world.noted('idleContent')).toEqual([{ ok: true, pictures: 0, texts: 0, skipped: 1 }]);
  });

  it.each([
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html;base64,PGh0bWw+',
    'data:image/png;base64,PGh0bWw+',
    'data:image/png;base64,not base64!',
    `data:image/png,${encodeURIComponent('<svg/>')}`,
    'data:',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://203.0.113.9/picture.png',
    'http://169.254.169.254/latest/meta-data',
    '//203.0.113.9/picture.png',
    'http://[',
  ])('the address %s is skipped', async (url) => {
    server.content = [{ type: 'image', url }];
    expect(await content.refresh(false)).toMatchObject({ ok: true });
    expect(told).toEqual([]);
    expect(world.noted('idleContent')).toMatchObject([{ skipped: 1 }]);
    expect(server.requests).toHaveLength(1);
  });

  it('stopped during a call, it tells nothing more', async () => {
    server.content = [{ type: 'image', url: put('/a.png') }];
    server.mishap = (_method, path) => (path === '/a.png' ? 'hang' : undefined);
    const refreshing = content.refresh(false);
    await until(() => server.requests.length === 2);
    content.stop();
    await server.down();
    await refreshing;
    expect(told).toEqual([]);
    expect(world.entries).toEqual([]);
  });
});

describe('there is an end to it', () => {
  it('12 items are taken', async () => {
    server.content = Array.from({ length: 30 }, (_, place) => ({ type: 'text', text: `Text ${place}` }));
    await content.refresh(false);
    expect(newest()).toHaveLength(12);
    expect(world.noted('idleContent')).toEqual([{ ok: true, pictures: 0, texts: 12, skipped: 18 }]);
  });

  it('30 MB of pictures are kept; the same picture twice counts once', async () => {
    const large = (mark: number) => Buffer.concat([bytesOf('png'), Buffer.alloc(4_900_000, mark)]);
    const rows = Array.from({ length: 8 }, (_, place) => put(`/${place}.png`, 0, 'image/png', large(place)));
    server.content = [...rows.slice(0, 6), ...rows.slice(0, 3), ...rows.slice(6)].map((url) => ({ type: 'image', url }));
    await content.refresh(false);
    expect(newest()).toHaveLength(9);
    expect(world.noted('idleContent')).toEqual([{ ok: true, pictures: 9, texts: 0, skipped: 2 }]);
  });

  it('a long list of what cannot be fetched is not gone through to its end', async () => {
    server.content = Array.from({ length: 500 }, (_, place) => ({ type: 'image', url: `${server.url}/missing/${place}.png` }));
    await content.refresh(false);
    expect(server.requests).toHaveLength(49);
  });
});
