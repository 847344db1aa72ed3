import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createCall } from '../../electron/bookings/call.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { pictureFetcher } from '../../electron/bookings/pictures.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import type { IdleContent } from '../../electron/core/visit.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { createLog } from '../../electron/log/log.ts';
import { startSync } from '../../electron/sync/sync.ts';
import { bytesOf } from './pictures.ts';
import { startServer, type TestServer } from './server.ts';
import { token, until } from './world.ts';

let server: TestServer;
let data: string;
let port: number;

beforeEach(async () => {
  server = await startServer();
  data = mkdtempSync(join(tmpdir(), 'foyer-sync-'));
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  port = (free.address() as AddressInfo).port;
  await new Promise((resolve) => free.close(resolve));
  onTestFinished(async () => {
    await server.down();
    rmSync(data, { recursive: true, force: true });
  });
});

/** All of it as the app runs it: the client's own transport, the machine's clock, a log on the disk. */
function start(settings: Omit<Parameters<typeof startSync>[0]['settings'], 'data'>) {
  const url = new URL(server.url);
  const deadlines = { connect: 2_500, headers: 4_000, body: 4_000, total: 5_000 };
  const transport = createTransport({ url, credentials: new Credentials({ url, token, auth: 'raw' }), deadlines });
  const log = createLog({ file: join(data, 'foyer.log') });
  const contents: IdleContent[] = [];
  const sync = startSync({
    call: createCall(transport, plainDialect({})),
    fetchPicture: pictureFetcher(transport, url),
    clock: machineClock,
    log,
    settings: { data, ...settings },
    onContent: (content) => contents.push(content),
  });
  onTestFinished(async () => {
    await sync.stop();
    await transport.close();
    log.close();
  });
  return { sync, contents, transport };
}

const lines = () => readFileSync(join(data, 'foyer.log'), 'utf8');

describe('all of it together', () => {
  it('the device shows up, the content comes, a call brings the new one, and the end is told', async () => {
    server.files['/media/a.png'] = { type: 'image/png', bytes: bytesOf('png') };
    server.content = [{ type: 'image', url: `${server.url}/media/a.png` }];
    const callback = { url: new URL(`http://127.0.0.1:${port}/lobby`), host: '127.0.0.1', port };
    const { sync, contents } = start({ kiosk: 'CANARY-kiosk', resource: '12', callback });
    await until(() => server.posts.length === 1 && contents.length === 1 && server.subscriptions.length === 1);
    const [item] = contents[0] ?? [];
    expect(item?.kind === 'picture' && sync.picture(item.name)?.type).toBe('image/png');

    server.content = [{ type: 'text', text: 'CANARY-welcome' }];
    const { callbackUrl = '' } = server.subscriptions[0] ?? {};
    expect((await fetch(callbackUrl, { method: 'POST' })).status).toBe(200);
    await until(() => contents.length === 2);
    expect(contents[1]).toMatchObject([{ kind: 'text', text: [{ text: 'CANARY-welcome' }] }]);

    await sync.stop();
    expect(server.posts.map((post) => post.data.isConnected)).toEqual([true, false]);
    await expect(fetch(callbackUrl, { method: 'POST' })).rejects.toThrow();

    // Nothing of the content is on the disk, and nothing but closed words in the log.
    expect(readdirSync(data).sort()).toEqual(['foyer.log', 'kiosk-id']);
    for (const secret of ['CANARY', callbackUrl.split('/')[4] ?? 'none', String(port)]) expect(lines()).not.toContain(secret);
  });

  it('with nothing set, nothing is asked and nothing is kept', async () => {
    const { sync } = start({});
    sync.occupied(true);
    expect(sync.picture('a.png')).toBeUndefined();
    await sync.stop();
    expect(server.requests).toEqual([]);
    expect(readdirSync(data).filter((name) => name !== 'foyer.log')).toEqual([]);
  });

  it('CLK-5 stops soon with a server that hangs, and the process has nothing left to wait for', async () => {
    server.mishap = (_method, path) => (path.includes('iotSensorData') || path.includes('Player') ? 'hang' : undefined);
    const { sync } = start({ kiosk: 'Lobby North', resource: '12' });
    await until(() => server.count('POST', 'iotSensorData') === 1);
    const began = performance.now();
    await sync.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
