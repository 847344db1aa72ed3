import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { operationKeys, operationOf } from '../../electron/bookings/operations.ts';
import { startDemoServer } from '../../electron/demo/server.ts';
import { canary } from '../bookings/web.ts';
import { check, checked, serverOf, settingsFor, settingsOf, wellReply, wordsOn } from './checked.ts';

const reads = operationKeys.filter((key) => operationOf(key).isRead);

describe('with no server set', () => {
  it('the demo server is checked, on loopback, and everything that only reads works and fits', async () => {
    const { exitCode, report } = await checked(settingsOf());
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ ok: true, demo: true, server: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    expect(report.about).toMatchObject({ name: 'Bookings ONE', client: 'Happy Ltd.' });
    expect(report.operations.map(({ operation }) => operation)).toEqual(operationKeys);
    for (const key of reads) expect(wordsOn(report, key), key).toMatch(/^ok, (shape fits|no rows to judge)$/);
    expect(report.token.tried.map(({ auth, words }) => `${auth} ${words}`)).toEqual([
      'raw ok, shape fits',
      'basic ok, shape fits',
      'bearer ok, shape fits',
    ]);
  });
});

it('the demo server has its own paths, whatever the site’s server has', async () => {
  const settings = settingsOf({ FOYER_SERVER: 'https://bookings.example.org', FOYER_TOKEN: canary, FOYER_DEMO: '1' });
  const { exitCode, report } = await checked({
    ...settings,
    paths: { 'visitorManagement.search': 'GET /elsewhere' },
    openapi: '/none',
  });
  expect(exitCode).toBe(0);
  expect(wordsOn(report, 'visitorManagement.search')).toBe('ok, shape fits');
});

describe('what is asked', () => {
  it('is each read once, a page of one row, and never what would change the server', async () => {
    const web = await serverOf((path) => wellReply(path));
    const { report } = await checked(settingsFor(web.url));
    const asked = web.seen.map(({ method, target }) => `${method} ${target.replace('/API/external/', '').replace(/\?.*/, '')}`);
    expect(new Set(asked.slice(3)).size).toBe(asked.length - 3);
    expect(asked.slice(0, 3)).toEqual(Array(3).fill('GET system/v1/information'));
    expect(asked.every((line) => line.startsWith('GET '))).toBe(true);
    const targets = web.seen.map(({ target }) => target);
    for (const target of targets.filter((text) => /(user|building|iotDevice)\/v1\?/.test(text)))
      expect(target).toMatch(/[?&]row=1$/);
    expect(targets).toContain('/API/external/user/v1/5');
    expect(targets).toContain('/API/external/visitorManagement/v1/31');
    for (const key of operationKeys.filter((name) => !operationOf(name).isRead))
      expect(wordsOn(report, key), key).toBe('not asked: would change the server');
  });

  it('an operation whose search gave no id, or did not work, is not asked', async () => {
    const web = await serverOf((path) => wellReply(path));
    const { report } = await checked(settingsFor(web.url));
    expect(wordsOn(report, 'building.search')).toBe('ok, no rows to judge');
    expect(wordsOn(report, 'building.get')).toBe('not asked: no id');
    expect(wordsOn(report, 'iotDevice.get')).toBe('not asked: no id');
    expect(wordsOn(report, 'bookableResourceAccessKey.search')).toBe('not asked: no id');
  });

  it('door codes and player content are asked for of the kiosk’s own resource, where one is set', async () => {
    const web = await serverOf((path) => wellReply(path));
    await checked(settingsFor(web.url, { resource: '12' }));
    const targets = web.seen.map(({ target }) => target);
    expect(targets).toContain('/API/external/bookableResourceAccessKey/v1?bookableResourceId=12');
    expect(targets).toContain('/API/external/bookableResourcePlayerContent/v1?id=12');
  });

  it('paths of FOYER_PATHS are taken and named', async () => {
    const web = await serverOf((path) => (path === '/elsewhere' ? { body: { data: [] } } : wellReply(path)));
    const settings = settingsFor(web.url, { paths: { 'iotDevice.search': 'GET /elsewhere', 'user.get': 'GET /nobody/{id}' } });
    const { report } = await checked(settings);
    expect(wordsOn(report, 'iotDevice.search')).toBe('ok, no rows to judge');
    expect(report.operations.find(({ operation }) => operation === 'user.get')).toMatchObject({
      path: '/nobody/{id}',
      pathFrom: 'FOYER_PATHS',
      words: '404 not found',
    });
    const { text } = await check(settings);
    expect(text).toContain('2 from FOYER_PATHS: user.get, iotDevice.search');
    expect(text.replace(/\s+/g, ' ')).toContain('404: the server does not have the path that FOYER_PATHS sets.');
  });
});

describe('the vendor’s OpenAPI file', () => {
  const operation = (tag: string, summary: string, ...query: string[]) => ({
    get: {
      tags: [tag],
      summary,
      parameters: query.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      responses: { 200: { description: 'ok' } },
    },
  });
  const file = {
    openapi: '3.0.1',
    info: { title: 'Invented', version: '1' },
    paths: {
      '/rest/system/information': operation('System', 'Get system information'),
      '/rest/users': operation('User', 'Search users by pagination', 'id', 'userGroupId', 'searchText', 'isDeleted', 'page', 'row'),
    },
  };

  it('gives paths, which are asked and named, and its own report stands below', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-openapi-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(file));
    const web = await serverOf((path) => (path === '/rest/users' ? { body: { data: [] } } : wellReply(path)));
    const settings = settingsFor(web.url, { openapi: join(folder, 'openapi.json') });
    const { exitCode, report } = await checked(settings);
    expect(exitCode).toBe(0);
    expect(report.operations.filter(({ pathFrom }) => pathFrom === 'FOYER_OPENAPI').map(({ path }) => path)).toEqual([
      '/rest/system/information',
      '/rest/users',
    ]);
    expect(wordsOn(report, 'user.search')).toBe('ok, no rows to judge');
    expect(report).toMatchObject({ openapi: { matched: [{ key: 'system.information' }, { key: 'user.search' }] } });
    const { text } = await check(settings);
    expect(text).toContain('2 from FOYER_OPENAPI: system.information, user.search');
    expect(text).toContain('OpenAPI file: 2 of 28 operations found');
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('that cannot be used leaves the defaults, and the report says so', async () => {
    const web = await serverOf((path) => wellReply(path));
    const { text, exitCode } = await check(settingsFor(web.url, { openapi: '/nowhere/openapi.json' }));
    expect(exitCode).toBe(0);
    expect(text).toMatch(/\nOpenAPI file: it .*; the defaults are kept\n/);
  });
});

describe('what an answer is called', () => {
  it('404 on an inferred path says so, and how to set it', async () => {
    const web = await serverOf((path) => wellReply(path));
    const { text, exitCode } = await check(settingsFor(web.url));
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('404 not found');
    expect(flat).toContain('404: the path is inferred, for the vendor’s page does not print it. Set FOYER_OPENAPI');
    expect(flat).toContain('FOYER_PATHS');
    // What a visit needs works: the rest may be missing.
    expect(exitCode).toBe(0);
  });

  it.each<[string, Parameters<typeof wellReply>[1], string, string]>([
    [
      'a date that is none',
      { 'visitorManagement/v1': { data: [{ id: 1, period: { from: 'x', to: 'y' } }] } },
      'visitorManagement.search',
      'shape differs: data[0].period.from',
    ],
    [
      'an object for a list',
      { 'visitingAppointment/v1': { data: { rows: [] } } },
      'visitingAppointment.search',
      'shape differs: data',
    ],
    ['a text for an object', { 'user/v1': '"hello"' }, 'user.search', 'shape differs: not what was asked for'],
    ['half a JSON text', { 'user/v1': '{"data":[' }, 'user.search', 'shape differs: not what was asked for'],
    [
      'badges without a period',
      { 'visitorManagement/v1': { data: [{ id: 1, registrationCode: 'ABCDEF' }] } },
      'visitorManagement.search',
      'ok, shape fits, without period, visitor.name',
    ],
    [
      'a JSON object for a workbook',
      { 'booking/v1/export': { message: 'soon' } },
      'booking.export',
      'shape differs: not what was asked for',
    ],
  ])('%s', async (_what, replaced, operation, words) => {
    const web = await serverOf((path) => wellReply(path, replaced));
    const { report } = await checked(settingsFor(web.url));
    expect(wordsOn(report, operation)).toBe(words);
  });

  it.each<[number, string, string]>([
    [403, 'application/json', '403 not allowed'],
    [400, 'application/json', '400 refused'],
    [429, 'application/json', '429 too busy'],
    [500, 'application/json', '500 server error'],
    [302, 'text/html', '302 a web page or a redirect, no data'],
    [200, 'text/html', '200 a web page or a redirect, no data'],
  ])('status %d (%s) is "%s"', async (status, type, words) => {
    const web = await serverOf((path) => (path.endsWith('building/v1') ? { status, type, body: '<html>' } : wellReply(path)));
    const { report } = await checked(settingsFor(web.url));
    expect(wordsOn(report, 'building.search')).toBe(words);
  });

  it('oddities are counted, and the server’s clock is compared', async () => {
    const late = { date: new Date(Date.now() + 3_600_000).toUTCString() };
    const web = await serverOf((path) => ({ ...wellReply(path), headers: late }));
    const { report } = await checked(settingsFor(web.url));
    expect(report.findings['datesWithoutOffset']).toBeGreaterThan(0);
    // A busy machine takes its time, but not a minute.
    expect(Math.abs((report.clockSkewSeconds ?? 0) - 3_600)).toBeLessThan(60);
    const { text } = await check(settingsFor(web.url));
    expect(text).toMatch(/clock {3}\d+ s ahead of this machine’s/);
    expect(text).toContain('dates without offset, taken in this machine’s zone');
  });
});

it('the demo server’s own misbehaviour of one operation costs no other', async () => {
  const server = await startDemoServer({ token: canary, export: 'underConstruction' });
  onTestFinished(() => server.close());
  server.misbehave('user.search', { kind: 'cut' });
  server.misbehave('iotDevice.search', { kind: 'garbage' });
  const { exitCode, report } = await checked(settingsFor(server.url));
  expect(exitCode).toBe(0);
  expect(wordsOn(report, 'user.search')).toBe('not reachable');
  expect(wordsOn(report, 'user.get')).toBe('not asked: no id');
  expect(wordsOn(report, 'iotDevice.search')).toBe('shape differs: not what was asked for');
  expect(wordsOn(report, 'booking.export')).toBe('501 server error');
  expect(wordsOn(report, 'serviceItem.search')).toBe('ok, shape fits');
});
