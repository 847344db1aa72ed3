import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readSheet from 'read-excel-file/node';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { recalling } from '../../../electron/bookings/recall.ts';
import { exportBookings } from '../../../electron/bookings/staff/export-bookings.ts';
import { serve } from '../web.ts';
import { answering, callTo, demo } from './desk.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-export-'));
  file = join(folder, 'bookings.xlsx');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const [from, to] = [new Date(Date.now() - 12 * 3_600_000), new Date(Date.now() + 12 * 3_600_000)];
const wish = () => ({ from, to, timeZone: 'Asia/Hong_Kong', file });
const sheet = Buffer.from('PK\u0003\u0004 an invented archive');

describe('what is saved', () => {
  it('is the demo’s workbook, which a reader of Excel files reads, for this account alone', async () => {
    const { call } = await demo();
    const exported = await exportBookings(call, wish());
    expect(exported).toEqual({ ok: true, bytes: statSync(file).size });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['bookings.xlsx']);
    const rows = await readSheet(readFileSync(file));
    expect(JSON.stringify(rows)).toContain('Organizer');
  });

  it('asks in the spelling of the vendor’s page, with an offset whose plus sign is encoded', async () => {
    const { web, call } = await answering(() => sheet);
    expect(await exportBookings(call, wish())).toEqual({ ok: true, bytes: sheet.length });
    const [{ target } = { target: '' }] = web.seen;
    expect(target).toMatch(/\?From=\d{4}-\d\d-\d\dT[^&+]*&To=[^&+]*&TimeZone=Asia%2FHong_Kong$/);
    const asked = new URL(target, web.url).searchParams;
    expect(Math.abs(Date.parse(asked.get('From') ?? '') - from.getTime())).toBeLessThan(1_000);
  });
});

describe('an existing file', () => {
  it('is not written over, and then the server is not even asked', async () => {
    writeFileSync(file, 'mine');
    const { web, call } = await answering(() => sheet);
    expect(await exportBookings(call, wish())).toEqual({ ok: false, outcome: 'fileExists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(web.seen).toEqual([]);
  });

  it('that came meanwhile is not written over either', async () => {
    const { call } = await answering(() => {
      writeFileSync(file, 'mine');
      return sheet;
    });
    expect(await exportBookings(call, wish())).toEqual({ ok: false, outcome: 'fileExists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('is replaced when staff say so, and stays when the server then has none', async () => {
    writeFileSync(file, 'mine');
    const { call } = await answering(() => sheet);
    expect(await exportBookings(call, { ...wish(), replace: true })).toMatchObject({ ok: true });
    expect(readFileSync(file)).toEqual(sheet);
    const other = await answering(() => ({ message: 'soon' }));
    expect(await exportBookings(other.call, { ...wish(), replace: true })).toMatchObject({ outcome: 'underConstruction' });
    expect(readFileSync(file)).toEqual(sheet);
  });
});

describe('what is no spreadsheet is told as "under construction"', () => {
  it('501, as the vendor’s page announces', async () => {
    const { call } = await demo({ export: 'underConstruction' });
    expect(await exportBookings(call, wish())).toMatchObject({ ok: false, outcome: 'underConstruction' });
  });

  const system = { name: 'Bookings ONE' };
  it.each<[string, number, string, string | Buffer]>([
    ['404', 404, 'application/json', '{}'],
    ['405', 405, 'text/plain', ''],
    ['JSON', 200, 'application/json', '{"message":"This API is under construction"}'],
    ['a web page', 200, 'text/html', '<html><h1>Under construction</h1></html>'],
    ['a web page that does not say so', 200, '', '<!doctype html>'],
    ['nothing', 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ''],
    ['text', 200, 'text/csv', 'Room,Subject'],
    ['half of the first four bytes', 200, 'application/octet-stream', 'PK'],
  ])('%s', async (_what, status, type, body) => {
    const web = await serve((request, response) => {
      if (request.url?.includes('information')) {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(system));
      } else response.writeHead(status, type ? { 'content-type': type } : {}).end(body);
    });
    onTestFinished(() => web.close());
    const exported = await exportBookings(callTo(web.url), wish());
    expect(exported).toMatchObject({
      ok: false,
      outcome: 'underConstruction',
      failure: { code: expect.stringMatching(/^bookings\./), operation: 'booking.export' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('a server that is away is told as such, although it is remembered what it said of itself', async () => {
  let isAway = false;
  const web = await serve((_request, response) => {
    response.writeHead(isAway ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ name: 'Bookings ONE' }));
  });
  onTestFinished(() => web.close());
  const call = recalling(callTo(web.url));
  expect(await call('system.information', {})).toMatchObject({ ok: true });
  isAway = true;
  expect(await exportBookings(call, wish())).toMatchObject({ outcome: 'failed', failure: { code: 'bookings.broken' } });
});

describe('a place that cannot be written to', () => {
  it.each(['missing/bookings.xlsx', 'taken/bookings.xlsx'])('%s', async (place) => {
    writeFileSync(join(folder, 'taken'), '');
    const { call } = await answering(() => sheet);
    expect(await exportBookings(call, { ...wish(), file: join(folder, place) })).toEqual({ ok: false, outcome: 'unwritable' });
  });

  it('a folder in the place of the file', async () => {
    mkdirSync(join(folder, 'inside'));
    const { call } = await answering(() => sheet);
    const replaced = await exportBookings(call, { ...wish(), file: join(folder, 'inside'), replace: true });
    expect(replaced).toEqual({ ok: false, outcome: 'unwritable' });
  });
});
