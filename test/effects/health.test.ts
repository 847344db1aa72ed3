import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import { openHealth } from '../../electron/effects/health.ts';
import { hearLog } from '../../electron/log/heard.ts';
import { createLog } from '../../electron/log/log.ts';
import { createExports } from '../../electron/settings/exports.ts';
import { openOutOfOrder } from '../../electron/settings/out-of-order.ts';
import { version } from '../../electron/version.ts';
import { administer, setUp } from '../settings/kept.ts';
import { checkIn, startIn, stop } from '../settings/start.ts';
import { passingClock } from './passing-clock.ts';

type Parts = Parameters<typeof openHealth>[0];

const phone = '+49 170 1234567';
const mail = 'zofie.angstrom@canary.example';
const canaries = ['Žofie', 'Ångström', 'Canary', 'canary', 'CODE00', '1234567', mail, 'badge-0'];

/** A kiosk in whose every corner lies something that must not leave it; with a real journal, log, settings and disk. */
function kiosk(more: Partial<Parts> = {}) {
  const given = setUp();
  const { data } = given;
  const store = startIn(data);
  if (typeof store === 'string') throw new Error(store);
  onTestFinished(() => stop(store));
  expect(checkIn(store, 0)).toBe('ok');
  const log = hearLog(createLog({ file: join(data, 'foyer.log') }));
  onTestFinished(() => log.close());
  const administration = administer(given);
  expect(
    administration.change({
      FOYER_WEBHOOK: `https://events.example.org/?canary=${mail}`,
      FOYER_WEBHOOK_SECRET: 'canary-secret-0123456789abcdef-0123',
      FOYER_KIOSK: 'Žofie’s lobby',
      FOYER_WELCOME_EN: 'Welcome to Žofie’s house',
      FOYER_ARRIVED_ZH_HANT: '請找 Žofie',
      FOYER_PRINTER: 'escpos+tcp://192.168.1.20:9100',
      FOYER_PROXY: 'http://kiosk:canary-pass@proxy.example:3128',
    }),
  ).toEqual({ ok: true });
  const { clock, pass } = passingClock('2026-11-28T12:00:00+00:00');
  const health = openHealth({
    version,
    settings: { host: 'browser', demo: false, data },
    bookings: {
      systemInformation: async () => ({
        ok: true,
        value: { name: `Bookings of ${mail}`, version: '10.4.2112.33', clientName: `call ${phone}` },
      }),
      connection: () => ({ signedOut: false, skewMilliseconds: -1_200 }),
      findings: () => ({ datesWithoutOffset: 3 }),
    },
    connection: { state: () => ({ state: 'online' }), isOnline: () => true },
    roster: { status: () => ({ badges: 42, at: '2026-11-28T11:59:00.000+08:00', ageMs: 60_000 }) },
    outbox: store.journal,
    receivers: ['webhook'],
    // A start anew: what was changed is in effect now.
    administration: administer(given),
    outOfOrder: openOutOfOrder(data),
    exports: createExports({ home: dirname(data), data, platform: 'linux' }),
    clock,
    log,
    ...more,
  });
  health.hear({ printers: [{ name: '192.168.1.20:9100', warnings: ['paperLow'], media: `62 mm, ask ${mail} or ${phone}` }] });
  return { data, health, log, pass };
}

describe('how the kiosk is', () => {
  it('is told of everything that keeps it running', async () => {
    const { data, health, log, pass } = kiosk();
    log.log('camera', { state: 'frozen' });
    log.log('chainChecked', { ok: false, events: 3, brokenAt: 4 });
    health.hear({ notices: { keyInFile: true, journalReplaced: false } });
    health.hear({ notices: { chainBroken: true } });
    openOutOfOrder(data).setOutOfOrder(true);
    pass(90_000);
    const seen = await health.look();
    expect(seen).toMatchObject({
      at: isoWithOffset(new Date('2026-11-28T12:01:30Z')),
      version: JSON.parse(readFileSync('package.json', 'utf8')).version,
      host: 'browser',
      isDemo: false,
      uptimeSeconds: 90,
      server: { connection: { state: 'online' }, signedOut: false, skewMilliseconds: -1_200, findings: { datesWithoutOffset: 3 } },
      roster: { badges: 42, ageMs: 60_000 },
      handOver: [{ to: 'webhook', sent: 0, waiting: 0, dead: 0 }],
      printers: [{ warnings: ['paperLow'] }],
      journal: { chain: { events: 3, brokenAt: 4 } },
      camera: 'frozen',
      notices: ['keyInFile', 'chainBroken'],
      settingsNotes: [],
    });
    expect(seen.journal.bytes).toBeGreaterThan(4_096);
    expect(seen.disk?.freeBytes).toBeGreaterThan(0);
    expect(seen.disk?.bytes).toBeGreaterThanOrEqual(seen.disk?.freeBytes ?? 0);
    expect(seen.log.map((line) => JSON.parse(line).event)).toEqual(['camera', 'chainChecked']);
  });

  it('is told without the server where that is away, or says nothing', async () => {
    const never = {
      systemInformation: () => new Promise<never>(() => {}),
      connection: () => ({ signedOut: true, skewMilliseconds: undefined }),
    };
    const silent = kiosk({ bookings: { ...never, findings: () => ({}) } });
    const looking = silent.health.look();
    silent.pass(2_000);
    expect((await looking).server).toEqual({ connection: { state: 'online' }, signedOut: true, findings: {} });
    const state = { state: 'offline', since: '2026-11-28T11:00:00.000+08:00', cause: 'bookings.timeout' } as const;
    const away = kiosk({ bookings: { ...never, findings: () => ({}) }, connection: { state: () => state, isOnline: () => false } });
    expect((await away.health.look()).server.connection).toEqual(state);
  });

  it('is told of the last 200 events, over the change of a file, and of nothing else that stands in the log', async () => {
    const { data, health, log } = kiosk();
    const line = (sequence: number) =>
      JSON.stringify({ at: '2026-11-28T04:00:00.000Z', sequence, level: 'info', event: 'purged', visits: 1 });
    writeFileSync(join(data, 'foyer.log.1'), `${Array.from({ length: 250 }, (_, at) => line(at)).join('\n')}\n`);
    for (const odd of [
      `Žofie Ångström`,
      '{"at":',
      '[]',
      'null',
      line(1).replace('"visits":1', `"visits":1,"name":"${mail}"`),
      line(2).replace('purged', 'canary'),
    ])
      appendFileSync(join(data, 'foyer.log'), `${odd}\n`);
    log.log('stopped', {});
    const { log: lines } = await health.look();
    expect(lines).toHaveLength(200);
    expect(lines.slice(-2).map((each) => JSON.parse(each))).toMatchObject([{ sequence: 249 }, { event: 'stopped' }]);
    expect(lines.join()).not.toMatch(/canary|Žofie/);
  });
});

describe('a report for support', () => {
  it('LOG-2 names no person, no code and no secret, and still says what support needs', async () => {
    const { data, health, log } = kiosk();
    log.log('lookedUp', { outcome: 'failed', milliseconds: 3, failure: 'bookings.unreadable', operation: 'CODE00', field: mail });
    appendFileSync(join(data, 'foyer.log'), `{"event":"Žofie","at":"${phone}"}\n`);
    const text = await health.supportReport();
    for (const canary of canaries) expect(text, canary).not.toContain(canary);
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      version,
      server: { system: { version: '10.4.2112.33', clientName: 'call [number]' }, findings: { datesWithoutOffset: 3 } },
      printers: [{ name: '192.168.1.20:9100', warnings: ['paperLow'] }],
    });
    const setting = (name: string) => report.settings.find((each: { name: string }) => each.name === name);
    expect(setting('FOYER_TOKEN')).toEqual({ name: 'FOYER_TOKEN', isSet: true, isGiven: false });
    expect(setting('FOYER_PRINTER')).toMatchObject({ value: 'escpos+tcp://192.168.1.20:9100' });
    for (const name of ['FOYER_KIOSK', 'FOYER_WELCOME_EN', 'FOYER_ARRIVED_ZH_HANT'])
      expect(setting(name), name).toMatchObject({ value: '[words]' });
    expect(setting('FOYER_SERVER')).toMatchObject({ value: 'https://bookings.example.org' });
    expect(report.log.at(-1)).toMatchObject({ event: 'lookedUp', failure: 'bookings.unreadable', operation: '?' });
  });

  it('is a file for people, with the day in its name', async () => {
    const { data, health } = kiosk();
    const path = join(data, 'exports', 'foyer-report-2026-11-28.json');
    expect(await health.writeReport()).toEqual({ ok: true, path });
    expect(JSON.parse(readFileSync(path, 'utf8')).report).toBe('foyer 1');
    expect(await health.writeReport()).toEqual({ ok: true, path: path.replace('.json', '-2.json') });
  });
});
