import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBookings } from '../../electron/bookings/client.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { type Result, success } from '../../electron/contract/failure.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { openCurrent } from '../../electron/roster/current.ts';
import { createDerivation, type Derivation, rosterPassphraseOf } from '../../electron/roster/derivation.ts';
import { createDraft } from '../../electron/roster/draft.ts';
import { rosterFile } from '../../electron/roster/files.ts';
import { buildGeneration, markOf } from '../../electron/roster/generation.ts';
import { openRoster } from '../../electron/roster/open.ts';
import { type Figure, timing } from './statistics.ts';

const badges = 100_000;
const known = 300;
const megabyte = 1024 * 1024;
const mostPause = 50;
const key = Buffer.alloc(32, 9);
const log = { log: () => {}, close: () => {} };
const clock = machineClock;

/** A roster of 100,000 sealed badges: look-up by code, the pause of a swap, opening, size and memory. */
export async function measureRoster(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-roster-'));
  const empty = mkdtempSync(join(tmpdir(), 'foyer-bench-roster-'));
  try {
    const swaps = await measureSwap(folder);
    const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / megabyte;
    const opening = median(() => openAt(folder).close()) - median(() => openAt(empty).close());
    const roster = openAt(folder);
    const lookUps: number[] = [];
    for (let place = 0; place < known; place += 1) {
      const began = performance.now();
      const found = await roster.find(codeOf(place));
      lookUps.push(performance.now() - began);
      if (!found.ok || found.value[0]?.badgeId !== String(place)) throw new Error('a badge is not in the roster');
    }
    roster.close();
    return [
      timing(`look-up by code without the server, of ${badges} sealed badges`, lookUps, 20),
      ...swaps,
      {
        name: `opening a roster of ${badges} badges, longer than an empty one, median of 9`,
        value: `${opening.toFixed(0)} ms`,
        target: '≤ 300 ms',
        met: opening <= 300,
      },
      { name: `size on disk of ${badges} sealed badges`, value: `${size.toFixed(1)} MB` },
      await measureDerivation(),
    ];
  } finally {
    for (const each of [folder, empty]) rmSync(each, { recursive: true, force: true });
  }
}

const openAt = (folder: string) => openRoster({ folder, key, clock, log, retentionHours: 24 });

/** A roster in the making, as downloads fill it. `own`: the data folder's key; `site`: as `openRoster` is given it. */
export async function openFilling(folder: string, own: Buffer, site = '') {
  const passphrase = rosterPassphraseOf(own);
  const mark = markOf(own, site);
  const current = openCurrent({ folder, passphrase, mark, clock, log });
  const derivation = await randomDerivation();
  const digestKey = randomBytes(32);
  const fill = async (day: string): Promise<void> => {
    const draft = createDraft({
      current,
      derivation,
      digestKey,
      begun: clock.now(),
      wall: clock.wall(),
      before: 0,
      build: (number) => buildGeneration(rosterFile(folder, number), passphrase, mark),
      onEnd: () => {},
    });
    for (let first = 0; first < badges; first += 50) {
      must(await draft.add(Array.from({ length: 50 }, (_, place) => visitAt(first + place, day))));
      await new Promise((resolve) => setImmediate(resolve));
    }
    must(await draft.finish({ at: clock.wall() }));
  };
  return { fill, close: () => current.close() };
}

/** Two rosters one after the other; the second takes the first one's place. */
async function measureSwap(folder: string): Promise<Figure[]> {
  const { fill, close } = await openFilling(folder, key);
  const collect = collector();
  await fill('22');
  collect();
  const before = process.memoryUsage();
  let [resident, heap] = [0, 0];
  const looking = setInterval(() => {
    const now = process.memoryUsage();
    resident = Math.max(resident, now.rss - before.rss);
    heap = Math.max(heap, now.heapUsed - before.heapUsed);
  }, 100);
  const began = performance.now();
  const pause = await longestPause(() => fill('23'));
  const took = performance.now() - began;
  clearInterval(looking);
  collect();
  const left = process.memoryUsage().heapUsed - before.heapUsed;
  close();
  const growth = Math.max(resident, heap) / megabyte;
  return [
    {
      name: `longest pause while ${badges} badges are sealed (their keys being known), written and swapped in`,
      value: `${pause.toFixed(0)} ms`,
      target: `≤ ${mostPause} ms`,
      met: pause <= mostPause,
    },
    { name: 'which takes', value: `${(took / 1000).toFixed(1)} s` },
    { name: 'its growth of memory at the worst moment (heap or resident)', value: `${growth.toFixed(0)} MB` },
    { name: 'of which stays, after collecting', value: `${(left / megabyte).toFixed(1)} MB` },
  ];
}

/** Deriving 100,000 keys takes minutes: all but a few codes get random bytes in their place, which are remembered as real ones are. */
async function randomDerivation(): Promise<Derivation> {
  const real = createDerivation(key);
  const derived = new Map<string, string>();
  for (let place = 0; place < known; place += 1) derived.set(codeOf(place), await real.forLookUp(codeOf(place)));
  for (let place = known; place < badges; place += 1) derived.set(codeOf(place), randomBytes(64).toString('latin1'));
  return {
    forLookUp: real.forLookUp,
    forDownload: (code) => derived.get(code) ?? real.forDownload(code),
    forgetOthers: () => {},
  };
}

/** How many new codes a download can seal in a second: two at a time, in the background. */
async function measureDerivation(): Promise<Figure> {
  const derivation = createDerivation(key);
  const began = performance.now();
  let count = 0;
  const work = async () => {
    while (performance.now() - began < 2_000) {
      count += 1;
      await derivation.forDownload(`N${count}`);
    }
  };
  await Promise.all([work(), work()]);
  const rate = count / ((performance.now() - began) / 1000);
  return { name: 'new codes that a download derives keys for', value: `${rate.toFixed(0)} a second` };
}

/** A whole download of a large site from a server in a process of its own: how long, and the longest pause of this one. */
export async function measureDownload(): Promise<Figure[]> {
  const server = spawn(process.execPath, ['-e', siteServer, String(badges)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout, 'data');
  const url = new URL(`http://127.0.0.1:${Number(String(line))}`);
  const bookings = createBookings({ url, credentials: new Credentials({ url, token: 'bench', auth: 'raw' }) });
  const download = async () => {
    let taken = 0;
    const read = await bookings.downloadRoster({
      from: '2026-11-21T00:00:00+08:00',
      to: '2026-11-23T23:59:59+08:00',
      rows: 200,
      watched: new Set(),
      take: async (visits) => {
        taken += visits.length;
        return success(undefined);
      },
      onRead: () => {},
      isStopped: () => false,
    });
    if (must(read).badges !== badges || taken !== badges) throw new Error(`${taken} visits`);
  };
  try {
    const began = performance.now();
    const pause = await longestPause(download);
    const took = performance.now() - began;
    return [
      { name: `download of ${badges} badges and as many appointments, in pages of 200`, value: `${(took / 1000).toFixed(1)} s` },
      { name: 'its longest pause in the main process', value: `${pause.toFixed(0)} ms` },
    ];
  } finally {
    await bookings.close();
    server.kill('SIGTERM');
  }
}

/** The longest that a timer had to wait meanwhile (milliseconds). */
async function longestPause(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

function median(work: () => void): number {
  const samples = Array.from({ length: 9 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return samples.toSorted((a, b) => a - b)[4] ?? Number.NaN;
}

/** A code of six letters and digits. */
const codeOf = (place: number): string => (36 ** 5 + place).toString(36).toUpperCase();

/** As long as a visit with host, building, floor and room in two languages is. */
const visitAt = (place: number, day: string): Visit => ({
  badgeId: String(place),
  code: codeOf(place),
  visitor: { name: `Visitor ${place}`, givenName: 'Visitor', familyName: String(place), company: 'Invented Ltd.' },
  blocked: false,
  period: { from: `2036-11-${day}T09:00:00+08:00`, to: `2036-11-${day}T18:00:00+08:00` },
  state: 'initial',
  host: `Host ${place % 500}`,
  place: {
    buildingId: '1',
    building: [
      { language: 'en', text: 'Harbour Tower' },
      { language: 'zh-HK', text: '海港大樓' },
    ],
    floor: [{ language: 'en', text: '12/F' }],
    room: [
      { language: 'en', text: 'Peak Room' },
      { language: 'zh-CN', text: '山顶室' },
    ],
    roomId: String(place % 40),
  },
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Counts pages from 1, as plain JavaScript that Node runs by itself. */
const siteServer = `
const count = Number(process.argv[1]);
const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' };
const badge = (id) => ({
  id, uid: 'badge-' + id, registrationCode: (36 ** 5 + id).toString(36), state: id % 4, period,
  visitor: { id: id + 200000, name: 'Visitor ' + id, firstName: 'Visitor', lastName: String(id), company: 'Invented Ltd.',
    emailAddress: 'visitor' + id + '@example.com', mobile: null, isBlacklisted: false },
  checkInDate: null, checkOutDate: null,
});
const appointment = (id) => ({
  id, subject: 'A meeting', period, invitingUser: { id: 1 + id % 500 }, visitors: [{ id: id + 200000 }],
  bookableResource: { id: 1 + id % 40 }, building: { id: 1 },
});
require('node:http').createServer((request, response) => {
  const url = new URL(request.url, 'http://x');
  const path = url.pathname.toLowerCase();
  const row = Number(url.searchParams.get('row') ?? 50);
  const first = (Number(url.searchParams.get('page') ?? 1) - 1) * row;
  const pageOf = (one) => ({ data: Array.from({ length: Math.max(0, Math.min(row, count - first)) }, (_, place) => one(first + place + 1)) });
  const id = Number(path.split('/').at(-1));
  const answer = path.includes('visitormanagement') ? pageOf(badge) : path.includes('visitingappointment') ? pageOf(appointment)
    : path.includes('/user/') ? { id, displayName: 'Host ' + id }
    : { id, name: [{ language: 'en', value: 'Place ' + id }], floor: { id: 3, name: '3/F', building: { id: 1 } } };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;
