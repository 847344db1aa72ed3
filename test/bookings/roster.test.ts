import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { rosterDays } from '../../electron/bookings/roster.ts';
import { failure } from '../../electron/contract/failure.ts';
import { relationToDays } from '../../electron/core/day.ts';
import { demoCodes } from '../../electron/demo/codes.ts';
import { startDemoServer } from '../../electron/demo/server.ts';
import { appointmentOf, badgeOf, downloading, type RosterSite, rosterSite } from './roster-site.ts';
import { canary, clientOf } from './web.ts';

let site: RosterSite;
beforeEach(async () => {
  vi.stubEnv('TZ', 'Asia/Hong_Kong');
  site = await rosterSite();
});

afterEach(() => void vi.unstubAllEnvs());

const numbers = (count: number, first = 1) => Array.from({ length: count }, (_, place) => first + place);
const keys = (visits: Map<string, unknown>) => [...visits.keys()].map(Number).toSorted((a, b) => a - b);
const times = (part: string) => site.seen.filter((target) => target.startsWith(part)).length;

describe('a download', () => {
  it('brings each visit composed as a look-up composes it', async () => {
    site.badges = [badgeOf(1, { checkInDate: '2026-11-22T09:05:00+08:00', state: 1 }), badgeOf(2, {}, '23')];
    site.appointments = [appointmentOf(1), appointmentOf(2, { bookableResource: { id: 999, name: 'Lost Room' } }, '23')];
    const { client, download } = downloading(site, { now: () => new Date('2026-11-22T10:00:00+08:00') });
    const { read, visits } = await download();
    expect(read).toEqual({ ok: true, value: { badges: 2, views: new Map() } });
    expect(visits.get('1')).toEqual({
      badgeId: '1',
      code: 'B10001',
      visitor: { name: 'Visitor 1', company: 'Invented Ltd.' },
      blocked: false,
      period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
      state: 'visiting',
      checkedInAt: '2026-11-22T09:05:00+08:00',
      host: 'Oskar Gastgeber',
      hostId: '7',
      hostMail: 'oskar@example.com',
      appointmentId: '90001',
      place: {
        buildingId: '4',
        building: [{ language: 'en', text: 'Tower' }],
        floor: [{ language: '', text: '12/F' }],
        room: [{ language: 'en', text: 'Jasmine' }],
        roomId: '101',
      },
    });
    for (const [id, visit] of visits) {
      expect(await client.findVisit(visit.code), id).toEqual({ ok: true, value: visit });
    }
  });

  it('of the demo’s day brings what a look-up of each code brings', async () => {
    const server = await startDemoServer({ token: canary });
    const client = clientOf(server.url);
    onTestFinished(async () => {
      await client.close();
      await server.close();
    });
    const now = new Date();
    const visits = new Map<string, unknown>();
    const read = await client.downloadRoster({
      ...rosterDays(now, 1),
      rows: 10,
      watched: new Set(),
      take: async (some) => {
        for (const visit of some) visits.set(visit.code, visit);
        return { ok: true, value: undefined };
      },
      onRead: () => {},
      isStopped: () => false,
    });
    expect(read).toMatchObject({ ok: true, value: { badges: visits.size } });
    expect(visits.size).toBeGreaterThan(30);
    for (const { code } of demoCodes) {
      const looked = await client.findVisit(code);
      if (looked.ok && looked.value) expect(visits.get(code), code).toEqual(looked.value);
    }
  });

  it('asks for each host, room and building once, and for the next hour not at all', async () => {
    site.badges = numbers(31).map((id) => badgeOf(id));
    site.appointments = numbers(31).map((id) => appointmentOf(id));
    const { download } = downloading(site);
    await download();
    await download();
    expect([times('user/'), times('bookableResource/'), times('building/')]).toEqual([1, 1, 1]);
    expect(times('visitorManagement/v1?')).toBe(2);
    expect(times('visitingAppointment/v1?')).toBe(2);
  });

  it('asks for the days, the building and 200 rows; appointments are not asked for by building', async () => {
    const { download } = downloading(site, { building: '4' });
    await download();
    const span = 'from=2026-11-21T00%3A00%3A00%2B08%3A00&to=2026-11-23T23%3A59%3A59%2B08%3A00';
    expect(site.seen).toEqual([`visitorManagement/v1?${span}&buildingId=4&row=200`, `visitingAppointment/v1?${span}&row=200`]);
  });

  it('says how many badges have come, page by page', async () => {
    site.badges = numbers(45).map((id) => badgeOf(id));
    const { counted } = await downloading(site).download({ rows: 20 });
    expect(counted).toEqual([20, 40, 45]);
  });
});

describe('the days of a roster', () => {
  it('are from yesterday’s first moment to the end of the last day ahead, by this machine’s calendar', () => {
    const now = new Date('2026-11-22T10:00:00+08:00');
    expect(rosterDays(now, 1)).toEqual({ from: '2026-11-21T00:00:00+08:00', to: '2026-11-23T23:59:59+08:00' });
    expect(rosterDays(now, 14).to).toBe('2026-12-06T23:59:59+08:00');
    expect(rosterDays(new Date('2026-11-22T00:00:00+08:00'), 1).from).toBe('2026-11-21T00:00:00+08:00');
    expect(rosterDays(new Date('2026-11-21T23:59:59+08:00'), 1).from).toBe('2026-11-20T00:00:00+08:00');
  });

  describe('where the clock changes', () => {
    beforeEach(() => void vi.stubEnv('TZ', 'Europe/Berlin'));
    it('begin and end at midnight all the same', () => {
      expect(rosterDays(new Date('2026-10-25T12:00:00+01:00'), 1)).toEqual({
        from: '2026-10-24T00:00:00+02:00',
        to: '2026-10-26T23:59:59+01:00',
      });
    });
  });

  it('hold a visit at either edge, and none beyond, from a server that ignores what it was asked', async () => {
    const at = (id: number, from: string, to: string) => badgeOf(id, { period: { from: `2026-11-${from}`, to: `2026-11-${to}` } });
    site.badges = [
      at(1, '20T09:00:00+08:00', '20T23:59:59+08:00'),
      at(2, '20T09:00:00+08:00', '21T00:00:00+08:00'),
      at(3, '21T00:00:00+08:00', '21T10:00:00+08:00'),
      at(4, '23T23:59:59+08:00', '24T01:00:00+08:00'),
      at(5, '24T00:00:00+08:00', '24T09:00:00+08:00'),
      at(6, '01T00:00:00+08:00', '30T09:00:00+08:00'),
    ];
    site.ignoresFilters = true;
    const { client, download } = downloading(site);
    const { visits } = await download();
    expect(keys(visits)).toEqual([2, 3, 4, 6]);
    expect(client.findings().filtersIgnored).toBe(1);
    expect(relationToDays(visits.get('3')?.period ?? { from: '', to: '' }, '2026-11-21T12:00:00+08:00')).toBe('within');
  });
});

describe('the pages of a download', () => {
  it.each([
    [0, 10_000, 200],
    [1, 10_000, 200],
    [1, 25, 200],
    [0, 10, 50],
    [1, 40, 25],
  ])('that count from %i and hold %i rows at most are all read, %i rows being asked for', async (base, cap, rows) => {
    site.badges = numbers(130).map((id) => badgeOf(id));
    site.appointments = numbers(130).map((id) => appointmentOf(id));
    Object.assign(site, { base, cap });
    const { read, visits } = await downloading(site).download({ rows });
    expect(read).toMatchObject({ ok: true, value: { badges: 130 } });
    expect(keys(visits)).toEqual(numbers(130));
    expect([...visits.values()].every(({ host }) => host === 'Oskar Gastgeber')).toBe(true);
  });

  it('that fail in the middle are the failure of the whole', async () => {
    site.badges = numbers(130).map((id) => badgeOf(id));
    for (const part of ['visitorManagement/v1', 'visitingAppointment/v1']) {
      site.appointments = numbers(130).map((id) => appointmentOf(id));
      site.mishap = (path, query) => (path === part && query.get('page') === '2' ? 500 : undefined);
      const { read } = await downloading(site, { deadlines: { total: 900 } }).download({ rows: 20 });
      expect(read, part).toMatchObject({ ok: false, failure: { code: 'bookings.broken' } });
    }
  });

  it.each([401, 429, 503])('a host, a room or a building that is answered with %i is the failure of the whole', async (status) => {
    site.badges = [badgeOf(1)];
    site.appointments = [appointmentOf(1)];
    for (const part of ['user/', 'bookableResource/', 'building/']) {
      site.mishap = (path) => (path.startsWith(part) ? status : undefined);
      const { read } = await downloading(site, { deadlines: { total: 600 } }).download();
      expect(read.ok, part).toBe(false);
    }
  });

  it('end where the one who asked wants no more', async () => {
    site.badges = numbers(100).map((id) => badgeOf(id));
    let asked = 0;
    const { read, visits } = await downloading(site).download({ rows: 20, isStopped: () => ++asked > 45 });
    expect(read).toMatchObject({ ok: false });
    expect(visits.size).toBe(0);
    expect(times('visitorManagement/v1')).toBeLessThan(5);
    expect(times('visitingAppointment/v1')).toBe(0);
  });

  it('end where the visits can no longer be taken', async () => {
    site.badges = numbers(100).map((id) => badgeOf(id));
    const { read } = await downloading(site).download({ take: async () => failure('journal.full') });
    expect(read).toEqual({ ok: false, failure: { code: 'journal.full' } });
  });
});

describe('a badge', () => {
  it('without a registration code is passed over, and is no ignored filter', async () => {
    site.badges = [badgeOf(1, { registrationCode: null }), badgeOf(2, { registrationCode: '' }), badgeOf(3)];
    const { client, download } = downloading(site);
    expect(keys((await download()).visits)).toEqual([3]);
    expect(client.findings().filtersIgnored).toBe(0);
  });

  it('that the search leaves bare is asked for by id', async () => {
    const whole = badgeOf(1);
    const server = site;
    server.badges = [badgeOf(2), whole];
    const rows: unknown[] = [badgeOf(2), { id: 1, registrationCode: 'B10001' }];
    // The search answers less than `get` does.
    Object.defineProperty(server.badges, 'filter', { value: () => rows });
    const { visits } = await downloading(site).download();
    expect(keys(visits)).toEqual([1, 2]);
    expect(visits.get('1')?.visitor.name).toBe('Visitor 1');
    expect(times('visitorManagement/v1/')).toBe(1);
  });

  it('that nobody can read whole is passed over and counted, and one that is gone meanwhile is not there', async () => {
    site.badges = [badgeOf(1, { visitor: {} }), badgeOf(2), badgeOf(3, { visitor: {} })];
    site.mishap = (path) => (path === 'visitorManagement/v1/3' ? 404 : undefined);
    const { client, download } = downloading(site);
    expect(keys((await download()).visits)).toEqual([2]);
    expect(client.findings().rowsSkipped).toBe(1);
  });

  it('that cannot be asked for by id, for the server is away, is the failure of the whole', async () => {
    site.badges = [badgeOf(1, { visitor: {} }), badgeOf(2)];
    site.mishap = (path) => (path === 'visitorManagement/v1/1' ? 503 : undefined);
    const { read } = await downloading(site, { deadlines: { total: 600 } }).download();
    expect(read).toMatchObject({ ok: false, failure: { code: 'bookings.broken', operation: 'visitorManagement.get' } });
  });
});

describe('the appointment', () => {
  it('that was withdrawn, or is of another time, is not the badge’s', async () => {
    site.badges = [badgeOf(1), badgeOf(2), badgeOf(3)];
    site.appointments = [
      appointmentOf(1, { isCancelled: true }),
      appointmentOf(2, {}, '21'),
      appointmentOf(3, { isDeleted: true }),
      appointmentOf(3, { id: 7, invitingUser: { id: 8, name: 'Second Host' } }),
    ];
    const { visits } = await downloading(site).download();
    expect(keys(visits)).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((id) => visits.get(String(id))?.host)).toEqual([undefined, undefined, 'Second Host']);
  });

  it('of which a server does not say who comes is nobody’s here: it is asked for by visitor, as a look-up does', async () => {
    site.badges = [badgeOf(1), badgeOf(2)];
    site.appointments = [appointmentOf(1, { visitors: undefined, invitingUser: { id: 7 } })];
    const { visits } = await downloading(site).download();
    // Both badges fit the one row: that is what the server answers for each visitor.
    expect(site.seen.filter((target) => target.includes('visitorId=')).length).toBe(2);
    expect(visits.get('1')?.host).toBe('Oskar Gastgeber');
    site.appointments = [appointmentOf(1), appointmentOf(3, { visitors: undefined }), appointmentOf(4, { visitors: undefined })];
    const again = await downloading(site).download();
    expect(again.visits.get('1')?.host).toBe('Oskar Gastgeber');
    expect(again.visits.get('2')?.host).toBeUndefined();
  });

  it('that nobody may ask for leaves the visit without host and room; where the kiosk has a building it is the failure of the whole', async () => {
    site.badges = [badgeOf(1)];
    site.mishap = (path) => (path === 'visitingAppointment/v1' ? 403 : undefined);
    const { visits } = await downloading(site).download();
    expect(visits.get('1')).toMatchObject({ visitor: { name: 'Visitor 1' }, place: {} });
    const { read } = await downloading(site, { building: '4' }).download();
    expect(read).toMatchObject({ ok: false, failure: { code: 'bookings.forbidden', operation: 'visitingAppointment.search' } });
    site.badges = [badgeOf(1, { building: { id: 4 } })];
    expect(keys((await downloading(site, { building: '4' }).download()).visits)).toEqual([1]);
  });

  it.each(['user/', 'bookableResource/', 'building/'])('whose %s is not there is told without it', async (part) => {
    site.badges = [badgeOf(1)];
    site.appointments = [appointmentOf(1)];
    site.mishap = (path) => (path.startsWith(part) ? 404 : undefined);
    const { client, download } = downloading(site, { now: () => new Date('2026-11-22T10:00:00+08:00') });
    const { visits } = await download();
    expect(await client.findVisit('B10001')).toEqual({ ok: true, value: visits.get('1') });
  });
});

describe('a kiosk with a building', () => {
  it('has only who comes there, also from a server that ignores the building', async () => {
    site.badges = [badgeOf(1), badgeOf(2), badgeOf(3, { building: { id: 4 } }), badgeOf(4, { building: { id: 5 } }), badgeOf(5)];
    site.appointments = [
      appointmentOf(1),
      appointmentOf(2, { building: { id: 5 } }),
      appointmentOf(3),
      appointmentOf(4, { building: { id: 5 } }),
    ];
    site.ignoresFilters = true;
    const { read, visits } = await downloading(site, { building: '4' }).download();
    expect(keys(visits)).toEqual([1, 3, 5]);
    expect(read).toMatchObject({ value: { badges: 3 } });
    expect(keys((await downloading(site).download()).visits)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a kiosk with a building, and whose appointment is not in the list', () => {
  const week = { from: '2026-11-20T09:00:00+08:00', to: '2026-11-25T18:00:00+08:00' };

  it('does not have who is expected elsewhere on an earlier day of the same badge', async () => {
    site.badges = [badgeOf(1, { period: week }), badgeOf(2, { period: week })];
    site.appointments = [appointmentOf(1, { building: { id: 5 } }, '20'), appointmentOf(2, {}, '20')];
    const { client, download } = downloading(site, { building: '4', now: () => new Date('2026-11-22T10:00:00+08:00') });
    const { visits } = await download();
    expect(keys(visits)).toEqual([2]);
    expect(await client.findVisit('B10002')).toEqual({ ok: true, value: visits.get('2') });
  });

  it('has nobody of whom a server that does not say who comes could not be asked', async () => {
    site.badges = [...numbers(500), 501].map((id) => badgeOf(id));
    site.appointments = [
      appointmentOf(501, { visitors: undefined, building: { id: 5 } }),
      appointmentOf(502, { visitors: undefined }),
    ];
    const kiosk = downloading(site, { building: '4' });
    const { read, visits } = await kiosk.download();
    expect(read).toMatchObject({ ok: true, value: { badges: 500 } });
    expect(visits.has('501')).toBe(false);
    expect(kiosk.client.findings().rowsSkipped).toBe(1);
    expect((await downloading(site).download()).visits.size).toBe(501);
  });
});

describe('what the server says of the badges that are watched', () => {
  it('is its state and dates, also where the badge has no code or is of another building', async () => {
    site.badges = [
      badgeOf(1, { state: 1, checkInDate: '2026-11-22T09:05:00+08:00' }),
      badgeOf(2, { checkInDate: '2026-11-22T09:05:00+08:00', checkOutDate: '2026-11-22T10:05:00+08:00' }),
      badgeOf(3, { registrationCode: null }),
      badgeOf(4, { building: { id: 5 } }),
      badgeOf(6),
    ];
    site.ignoresFilters = true;
    const { read } = await downloading(site, { building: '4' }).download({ watched: new Set(['1', '2', '3', '4']) });
    expect(read.ok && Object.fromEntries(read.value.views)).toEqual({
      1: { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T09:05:00+08:00' },
      2: {
        kind: 'badge',
        state: 'visited',
        checkedInAt: '2026-11-22T09:05:00+08:00',
        checkedOutAt: '2026-11-22T10:05:00+08:00',
      },
      3: { kind: 'badge', state: 'initial' },
      4: { kind: 'badge', state: 'initial' },
    });
    expect(times('visitorManagement/v1/')).toBe(0);
  });

  it('is asked for by id where the search did not bring it: gone, or still there', async () => {
    site.badges = [badgeOf(1), badgeOf(2, { state: 2 }, '02')];
    const { read } = await downloading(site).download({ watched: new Set(['1', '2', '3']) });
    expect(read.ok && Object.fromEntries(read.value.views)).toEqual({
      1: { kind: 'badge', state: 'initial' },
      2: { kind: 'badge', state: 'visited' },
      3: { kind: 'gone' },
    });
    expect(times('visitorManagement/v1/')).toBe(2);
  });

  it('is nothing where the server says neither, or tells of another badge', async () => {
    site.badges = [badgeOf(1)];
    site.mishap = (path) => (path === 'visitorManagement/v1/8' ? 403 : undefined);
    const { read } = await downloading(site).download({ watched: new Set(['8']) });
    expect(read).toMatchObject({ ok: true, value: { badges: 1, views: new Map() } });
  });

  it('is asked of 50 by id at most, the newest: whom nobody confirms does not stand before them for ever', async () => {
    const { read } = await downloading(site).download({ watched: new Set(numbers(300).map(String)) });
    const asked = read.ok ? [...read.value.views.keys()].map(Number).toSorted((a, b) => a - b) : [];
    expect(asked).toEqual(numbers(50, 251));
    expect(times('visitorManagement/v1/')).toBe(50);
  });
});

it('others get their turn while thousands of visits are composed', async () => {
  site.badges = numbers(3_000).map((id) => badgeOf(id));
  site.appointments = numbers(3_000).map((id) => appointmentOf(id));
  const { client, download } = downloading(site);
  await download();
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const { visits } = await download({ take: async () => ({ ok: true, value: undefined }) });
  counting = false;
  expect(visits.size).toBe(0);
  expect(turns).toBeGreaterThan(60);
  expect(client.connection().waiting).toBe(0);
});
