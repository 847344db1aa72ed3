import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBookings } from '../../electron/bookings/client.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { rowsOf } from '../../electron/bookings/pages.ts';
import type { Figure } from './statistics.ts';

const badges = 10_000;
const mostMilliseconds = 5_000;
const mostGrowth = 64;
const megabyte = 1024 * 1024;

/** All badges of a large site through the client, over pages, from a server in a process of its own: how long, and how much more memory at the worst moment. */
export async function measureBookings(): Promise<Figure[]> {
  const server = spawn(process.execPath, ['-e', badgeServer, String(badges)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout, 'data');
  const url = new URL(`http://127.0.0.1:${Number(String(line))}`);
  const bookings = createBookings({ url, credentials: new Credentials({ url, token: 'bench', auth: 'raw' }) });
  try {
    const collect = collector();
    for await (const row of rowsOf(bookings.background, 'visitorManagement.search', {}, { rows: 100 })) if (!row.ok) break;
    collect();
    const before = process.memoryUsage();
    let [rows, resident, heap] = [0, 0, 0];
    const started = performance.now();
    for await (const row of rowsOf(bookings.background, 'visitorManagement.search', {}, { rows: 100 })) {
      if (!row.ok) throw new Error(JSON.stringify(row.failure));
      rows += 1;
      if (rows % 100 > 0) continue;
      const now = process.memoryUsage();
      resident = Math.max(resident, now.rss - before.rss);
      heap = Math.max(heap, now.heapUsed - before.heapUsed);
    }
    const took = performance.now() - started;
    collect();
    const left = process.memoryUsage().heapUsed - before.heapUsed;
    if (rows !== badges) throw new Error(`${rows} badges`);
    const growth = Math.max(resident, heap) / megabyte;
    return [
      {
        name: `${badges} badges over pages of 100`,
        value: `${took.toFixed(0)} ms`,
        target: `< ${mostMilliseconds} ms`,
        met: took < mostMilliseconds,
      },
      {
        name: 'its growth of memory at the worst moment (heap or resident)',
        value: `${growth.toFixed(1)} MB`,
        target: `< ${mostGrowth} MB`,
        met: growth < mostGrowth,
      },
      { name: 'of which stays, after collecting', value: `${(left / megabyte).toFixed(1)} MB` },
    ];
  } finally {
    await bookings.close();
    server.kill('SIGTERM');
  }
}

const lookUps = 200;

/** Identical look-ups at the same moment, from a real server that counts: they are one call. */
export async function measureSharing(): Promise<Figure[]> {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    // As slow as a server far away, so that all are asked before the first is answered.
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}'), 50);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const bookings = createBookings({ url, credentials: new Credentials({ url, token: 'bench', auth: 'raw' }) });
  try {
    const started = performance.now();
    const found = await Promise.all(Array.from({ length: lookUps }, () => bookings.findVisit('FJUEIW')));
    const took = performance.now() - started;
    if (!found.every(({ ok }) => ok)) throw new Error('a look-up failed');
    return [
      { name: `calls of ${lookUps} identical look-ups at once`, value: String(calls), target: '= 1', met: calls === 1 },
      { name: 'until the last of them is answered (the server takes 50 ms)', value: `${took.toFixed(0)} ms` },
    ];
  } finally {
    await bookings.close();
    server.close();
  }
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Counts pages from 1, as plain JavaScript that Node runs by itself. Badges are as long as the vendor's page makes them. */
const badgeServer = `
const count = Number(process.argv[1]);
const badge = (id) => ({
  id, uid: 'badge-' + id, registrationCode: 'A' + String(10000 + id), state: id % 4,
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  visitor: { id: id + 20000, name: 'Visitor ' + id, firstName: 'Visitor', lastName: String(id), company: 'Invented Ltd.',
    emailAddress: 'visitor' + id + '@example.com', mobile: null, isBlacklisted: false },
  checkInDate: id % 4 === 1 ? '2026-11-22T09:05:00+08:00' : null, checkOutDate: null,
});
require('node:http').createServer((request, response) => {
  const query = new URL(request.url, 'http://x').searchParams;
  const row = Number(query.get('row') ?? 50);
  const first = (Number(query.get('page') ?? 1) - 1) * row;
  const data = Array.from({ length: Math.max(0, Math.min(row, count - first)) }, (_, place) => badge(first + place + 1));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data, metaData: { total: count } }));
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;
