import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { canary, clientOf, serve, type Web } from './web.ts';

const now = () => new Date('2026-11-22T10:30:00+08:00');
const period = { start: '2026-11-22T10:00:00+08:00', end: '2026-11-22T11:00:00+08:00' };
const badge = {
  id: '7f0c',
  period,
  registrationCode: 'fjueiw',
  state: 'Initial',
  visitor: { id: 7, firstName: 'Ada', lastName: 'Quill', company: null },
  extra: { ignored: true },
};
const appointment = {
  id: 3,
  startDate: period.start,
  endDate: period.end,
  invitingUserId: '11',
  bookableResourceId: 101,
  visitorIds: [7],
};
const room = { id: 101, name: { en: 'Jasmine', 'zh-HK': '茉莉' }, floor: { id: 12, name: '12/F', building: { id: 4 } } };
const building = { id: 4, name: [{ culture: 'en-US', text: 'Tower' }] };

/** A server of another make than the demo's: operation name (by its path) to answer, a number being a status. */
type Answers = Partial<Record<string, unknown>>;
const usual: Answers = {
  'visitorManagement/v1': [badge],
  'visitingAppointment/v1': { data: [appointment], metaData: null },
  'user/v1/11': { id: 11, name: 'Oskar Lindqvist', emailAddress: 'oskar@example.com' },
  'bookableResource/v1/101': room,
  'building/v1/4': building,
};

let webs: Web[] = [];
let closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.map((one) => one.close()));
  await Promise.all(webs.map((web) => web.close()));
  [webs, closing] = [[], []];
});

async function clientFor(answers: Answers | ((request: IncomingMessage) => unknown), options: Parameters<typeof clientOf>[1] = {}) {
  const web = await serve((request, response) => {
    const name = (request.url ?? '').replace(/^\/API\/external\/|\?.*$/g, '');
    const answer = typeof answers === 'function' ? answers(request) : answers[name];
    if (answer === 'silence') return;
    const status = typeof answer === 'number' ? answer : answer === undefined ? 404 : 200;
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(status === 200 ? answer : { title: 'no' }));
  });
  webs.push(web);
  const bookings = clientOf(web.url, { now, ...options });
  closing.push(bookings);
  return { web, bookings };
}

const whole = {
  badgeId: '7f0c',
  code: 'FJUEIW',
  visitor: { name: 'Ada Quill', givenName: 'Ada', familyName: 'Quill' },
  blocked: false,
  period: { from: period.start, to: period.end },
  state: 'initial',
  host: 'Oskar Lindqvist',
  hostId: '11',
  hostMail: 'oskar@example.com',
  appointmentId: '3',
  place: {
    buildingId: '4',
    building: [{ language: 'en-US', text: 'Tower' }],
    floor: [{ language: '', text: '12/F' }],
    room: [
      { language: 'en', text: 'Jasmine' },
      { language: 'zh-HK', text: '茉莉' },
    ],
    roomId: '101',
  },
};

describe('a visit from a server that answers in other shapes', () => {
  it('is whole', async () => {
    const { bookings } = await clientFor(usual);
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
  });

  it('is asked for as documented: code, then visitor and day with %2B, then each thing once', async () => {
    const { web, bookings } = await clientFor(usual);
    await bookings.findVisit('FJUEIW');
    const targets = web.seen.map(({ target }) => target.replace('/API/external/', ''));
    expect(targets.slice(0, 2)).toEqual([
      'visitorManagement/v1?registrationCode=FJUEIW',
      'visitingAppointment/v1?from=2026-11-22T00%3A00%3A00%2B08%3A00&to=2026-11-22T23%3A59%3A59%2B08%3A00&visitorId=7',
    ]);
    expect(targets.slice(2).toSorted()).toEqual(['bookableResource/v1/101', 'building/v1/4', 'user/v1/11']);
    await bookings.findVisit('FJUEIW');
    expect(web.seen).toHaveLength(7);
  });

  it('is found at the installer’s paths', async () => {
    const { web, bookings } = await clientFor(() => ({ data: [] }), {
      dialect: plainDialect({ 'visitorManagement.search': 'GET /rest/badges' }),
    });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: undefined });
    expect(web.seen.map(({ target }) => target)).toEqual(['/rest/badges?registrationCode=FJUEIW']);
  });

  it('has the kiosk’s building at hand beside the badge', async () => {
    const { web, bookings } = await clientFor(usual, { building: '4' });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
    expect(web.seen.filter(({ target }) => target.includes('building'))).toHaveLength(1);
  });

  it('does not pass where the kiosk has a building and the appointment cannot be asked for', async () => {
    const broken = { ...usual, 'visitingAppointment/v1': 500 };
    const { bookings } = await clientFor(broken, { building: '4' });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: false, failure: { code: 'bookings.broken' } });
    // What the badge itself says of its building is enough.
    const named = await clientFor({ ...broken, 'visitorManagement/v1': [{ ...badge, building: { id: 9 } }] }, { building: '4' });
    expect(await named.bookings.findVisit('FJUEIW')).toMatchObject({ ok: true, value: { place: { buildingId: '9' } } });
  });

  it('is asked for once by two who want it at the same moment', async () => {
    const { web, bookings } = await clientFor(usual);
    const visits = await Promise.all([bookings.findVisit('FJUEIW'), bookings.findVisit('FJUEIW')]);
    expect(visits).toEqual([
      { ok: true, value: whole },
      { ok: true, value: whole },
    ]);
    expect(web.seen).toHaveLength(5);
  });

  it('is blocked where the visitor or the badge says so', async () => {
    const blocked = { ...badge, visitor: { ...badge.visitor, isBlacklisted: true } };
    const { bookings } = await clientFor({ ...usual, 'visitorManagement/v1': [blocked] });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ value: { blocked: true } });
  });
});

describe('a code', () => {
  const others = Array.from({ length: 60 }, (_, place) => ({ ...badge, id: 100 + place, registrationCode: `AAAA${10 + place}` }));

  it('that nobody has is no visit', async () => {
    const { bookings } = await clientFor({ ...usual, 'visitorManagement/v1': { data: [] } });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: undefined });
  });

  it('is compared again here, for a server may ignore the filter', async () => {
    const { bookings } = await clientFor({ ...usual, 'visitorManagement/v1': { data: [...others, badge] } });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
    expect(await bookings.findVisit('ZZZZZZ')).toEqual({ ok: true, value: undefined });
  });

  it.each([0, 1])('is searched for in the pages of a server that ignores the filter and counts from %i', async (base) => {
    const rows = [...others, badge];
    const { web, bookings } = await clientFor((request) => {
      const url = new URL(request.url ?? '', 'http://x');
      if (!url.pathname.endsWith('visitorManagement/v1')) return 404;
      const page = Number(url.searchParams.get('page') ?? base) - base;
      return { data: rows.slice(page * 20, page * 20 + 20) };
    });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ value: { badgeId: '7f0c' } });
    const before = web.seen.length;
    expect(await bookings.findVisit('ZZZZZZ')).toEqual({ ok: true, value: undefined });
    expect(web.seen.length - before).toBeLessThan(9);
  });

  it('ends at a server that answers every page with the same', async () => {
    const { web, bookings } = await clientFor({ 'visitorManagement/v1': { data: others } });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: undefined });
    expect(web.seen.length).toBeLessThan(6);
  });

  it('that is found pages after an older visit of the same code is the visit of today', async () => {
    const old = { ...badge, id: 'old', period: { start: '2026-11-20T10:00:00+08:00', end: '2026-11-20T11:00:00+08:00' } };
    const rows = [old, ...others, badge];
    const { bookings } = await clientFor((request) => {
      const url = new URL(request.url ?? '', 'http://x');
      const page = Number(url.searchParams.get('page') ?? 1) - 1;
      return url.pathname.endsWith('visitorManagement/v1') ? { data: rows.slice(page * 50, page * 50 + 50) } : 404;
    });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ value: { badgeId: '7f0c' } });
    expect(bookings.findings()).toMatchObject({ filtersIgnored: 1, rowsTwice: 0 });
  });

  it('is not “nobody’s” where the server ignores the filter and has more badges than can be gone through', async () => {
    const { web, bookings } = await clientFor(() => ({
      data: Array.from({ length: 500 }, () => ({ ...badge, id: randomUUID(), registrationCode: 'AAAAAA' })),
    }));
    expect(await bookings.findVisit('FJUEIW')).toEqual({
      ok: false,
      failure: { code: 'bookings.tooLarge', operation: 'visitorManagement.search' },
    });
    expect(web.seen.length).toBeLessThan(10);
  });

  it('of several days is the visit of today', async () => {
    const day = (id: string, date: string) => ({
      ...badge,
      id,
      period: { start: `2026-11-${date}T10:00:00+08:00`, end: `2026-11-${date}T11:00:00+08:00` },
    });
    const { bookings } = await clientFor({ ...usual, 'visitorManagement/v1': [day('a', '21'), day('c', '23'), day('b', '22')] });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ value: { badgeId: 'b' } });
  });
});

describe('a search row that lacks something', () => {
  it.each([{ period: null }, { visitor: {} }, { visitor: null }, { visitor: { id: 7 } }])(
    '%j is completed by id',
    async (lacking) => {
      const { web, bookings } = await clientFor({
        ...usual,
        'visitorManagement/v1': [{ ...badge, ...lacking }],
        'visitorManagement/v1/7f0c': badge,
      });
      expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
      expect(web.seen[1]?.target).toBe('/API/external/visitorManagement/v1/7f0c');
    },
  );

  it('and lacks it for good is one failure that names it', async () => {
    const bare = { ...badge, visitor: {} };
    const { bookings } = await clientFor({ 'visitorManagement/v1': [bare], 'visitorManagement/v1/7f0c': bare });
    expect(await bookings.findVisit('FJUEIW')).toEqual({
      ok: false,
      failure: { code: 'bookings.unreadable', operation: 'visitorManagement.get', field: 'visitor.name' },
    });
  });
});

it('a badge that is asked for by id and comes with another code is nobody’s who stands here', async () => {
  const bare = { ...badge, visitor: {} };
  const other = { ...badge, id: '7f0d', registrationCode: 'OTHER2', visitor: { id: 8, name: 'Somebody Else' } };
  const { bookings } = await clientFor({ ...usual, 'visitorManagement/v1': [bare], 'visitorManagement/v1/7f0c': other });
  expect(await bookings.findVisit('FJUEIW')).toEqual({
    ok: false,
    failure: { code: 'bookings.unreadable', operation: 'visitorManagement.get', field: 'registrationCode' },
  });
});

describe('without host and place the visit stands', () => {
  const { hostId: _, appointmentId: __, ...unknown } = whole;
  const bare = { ...unknown, host: undefined, hostMail: undefined, place: {} };
  const nameless = { ...whole, host: undefined, hostMail: undefined };
  it.each<[string, Answers, object]>([
    ['no appointment', { 'visitingAppointment/v1': [] }, bare],
    ['appointments forbidden', { 'visitingAppointment/v1': 403 }, bare],
    ['appointments broken', { 'visitingAppointment/v1': 500 }, bare],
    ['appointments unreadable', { 'visitingAppointment/v1': { data: 'x' } }, bare],
    ['appointments of somebody else', { 'visitingAppointment/v1': [{ ...appointment, visitorIds: [8] }] }, bare],
    ['no such user', { 'user/v1/11': 404 }, nameless],
    ['a user without a name', { 'user/v1/11': {} }, nameless],
    [
      'a user whose address is none',
      { 'user/v1/11': { name: 'Oskar Lindqvist', emailAddress: 'oskar, or reception' } },
      { ...whole, hostMail: undefined },
    ],
    ['no such room', { 'bookableResource/v1/101': 404 }, { ...whole, place: {} }],
    ['no such building', { 'building/v1/4': 404 }, { ...whole, place: { ...whole.place, building: undefined } }],
  ])('%s', async (_name, change, visit) => {
    const { bookings } = await clientFor({ ...usual, ...change });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: visit });
  });

  it('and within its time, where the server is silent on the way', async () => {
    for (const name of ['visitingAppointment/v1', 'user/v1/11', 'bookableResource/v1/101', 'building/v1/4']) {
      const { bookings } = await clientFor({ ...usual, [name]: 'silence' }, { deadlines: { visit: 400 } });
      expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: true, value: { badgeId: '7f0c' } });
    }
  });

  it.each(['visitingAppointment/v1', 'user/v1/11', 'bookableResource/v1/101', 'building/v1/4'])(
    'but a token that %s does not take is said',
    async (name) => {
      const { bookings } = await clientFor({ ...usual, [name]: 401 });
      expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: false, failure: { code: 'bookings.unauthorized' } });
    },
  );
});

describe('the appointment of a visitor', () => {
  it('that names the host whole saves the question, and the address is taken from it', async () => {
    const invitingUser = { id: 11, displayName: 'Oskar Lindqvist', email: 'oskar@example.com' };
    const { web, bookings } = await clientFor({
      ...usual,
      'visitingAppointment/v1': [{ ...appointment, invitingUserId: null, invitingUser }],
    });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
    expect(web.seen.some(({ target }) => target.includes('user/'))).toBe(false);
  });

  it('is found pages on, where the server ignores the filter, and that is counted', async () => {
    const rows = [
      ...Array.from({ length: 70 }, (_, id) => ({ ...appointment, id: 100 + id, visitorIds: [500 + id] })),
      appointment,
    ];
    const { web, bookings } = await clientFor((request) => {
      const url = new URL(request.url ?? '', 'http://x');
      if (!url.pathname.endsWith('visitingAppointment/v1')) return usual[url.pathname.replace('/API/external/', '')];
      const page = Number(url.searchParams.get('page') ?? 0);
      return rows.slice(page * 50, page * 50 + 50);
    });
    expect(await bookings.findVisit('FJUEIW')).toEqual({ ok: true, value: whole });
    expect(bookings.findings()).toMatchObject({ filtersIgnored: 1, rowsTwice: 0 });
    expect(web.seen.filter(({ target }) => target.includes('visitingAppointment'))).toHaveLength(2);
  });
});

describe('without a badge there is one failure, which names the operation', () => {
  const operation = 'visitorManagement.search';
  it.each<[unknown, object]>([
    [401, { code: 'bookings.unauthorized', operation }],
    [403, { code: 'bookings.forbidden', operation }],
    [404, { code: 'bookings.notFound', operation }],
    [400, { code: 'bookings.refused', operation }],
    [429, { code: 'bookings.busy', operation }],
    [503, { code: 'bookings.broken', operation }],
    ['silence', { code: 'bookings.timeout', operation }],
    [{ rows: [] }, { code: 'bookings.unreadable', operation, field: 'data' }],
    [{ data: [{ ...badge, state: 'lost' }] }, { code: 'bookings.unreadable', operation, field: 'data[0].state' }],
  ])('%j', async (answer, expected) => {
    const { bookings } = await clientFor({ 'visitorManagement/v1': answer }, { deadlines: { visit: 300 } });
    const found = await bookings.findVisit('FJUEIW');
    expect(found).toEqual({ ok: false, failure: expected });
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`FJUEIW|Ada|${canary}`));
  });
});

describe('system information', () => {
  it('has what the server says', async () => {
    const { bookings } = await clientFor({
      'system/v1/information': { name: 'Bookings ONE', version: '2.2.0', environment: null },
    });
    expect(await bookings.systemInformation()).toEqual({ ok: true, value: { name: 'Bookings ONE', version: '2.2.0' } });
  });
});
