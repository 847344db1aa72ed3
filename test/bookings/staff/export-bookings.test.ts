import readSheet from 'read-excel-file/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recalling } from '../../../electron/bookings/recall.ts';
import { bookingsSheet } from '../../../electron/bookings/staff/export-bookings.ts';
import { serve } from '../web.ts';
import { answering, callTo, demo } from './desk.ts';

const [from, to] = [new Date(Date.now() - 12 * 3_600_000), new Date(Date.now() + 12 * 3_600_000)];
const wish = { from, to, timeZone: 'Asia/Hong_Kong' };
const sheet = Buffer.from('PK\u0003\u0004 an invented archive');

describe('what the server gives', () => {
  it('is the demo’s workbook, which a reader of Excel files reads', async () => {
    const { call } = await demo();
    const exported = await bookingsSheet(call, wish);
    if (!exported.ok) throw new Error(exported.outcome);
    expect(JSON.stringify(await readSheet(Buffer.from(exported.bytes)))).toContain('Organizer');
  });

  it('asks in the spelling of the vendor’s page, with an offset whose plus sign is encoded', async () => {
    const { web, call } = await answering(() => sheet);
    const exported = await bookingsSheet(call, wish);
    expect(exported.ok && Buffer.from(exported.bytes)).toEqual(sheet);
    const [{ target } = { target: '' }] = web.seen;
    expect(target).toMatch(/\?From=\d{4}-\d\d-\d\dT[^&+]*&To=[^&+]*&TimeZone=Asia%2FHong_Kong$/);
    const asked = new URL(target, web.url).searchParams;
    expect(Math.abs(Date.parse(asked.get('From') ?? '') - from.getTime())).toBeLessThan(1_000);
  });
});

describe('what is no spreadsheet is told as "under construction"', () => {
  it('501, as the vendor’s page announces', async () => {
    const { call } = await demo({ export: 'underConstruction' });
    expect(await bookingsSheet(call, wish)).toMatchObject({ ok: false, outcome: 'underConstruction' });
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
    const exported = await bookingsSheet(callTo(web.url), wish);
    expect(exported).toMatchObject({
      ok: false,
      outcome: 'underConstruction',
      failure: { code: expect.stringMatching(/^bookings\./), operation: 'booking.export' },
    });
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
  expect(await bookingsSheet(call, wish)).toMatchObject({ outcome: 'failed', failure: { code: 'bookings.broken' } });
});
