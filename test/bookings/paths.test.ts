import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import type { Parameter } from '../../electron/bookings/operations/operation.ts';
import { type GivenValue, operationKeys, operationOf, operations } from '../../electron/bookings/operations.ts';
import { checkPaths, givenPlace, placeOf, targetOf } from '../../electron/bookings/paths.ts';

describe('a paths file', () => {
  it('replaces what it names and leaves the rest', () => {
    const checked = checkPaths({ 'user.get': 'GET /rest/people/{id}', 'visitorManagement.search': 'POST /rest/badges' });
    if (!checked.ok) throw new Error(checked.message);
    expect(placeOf('user.get', checked.value)).toEqual({ method: 'GET', path: '/rest/people/{id}' });
    expect(placeOf('visitorManagement.search', checked.value)).toEqual({ method: 'POST', path: '/rest/badges' });
    expect(placeOf('building.get', checked.value)).toMatchObject({ method: 'GET', path: '/API/external/building/v1/{id}' });
  });

  it('may be empty, and may name operations that Foyer does not call yet', () => {
    expect(checkPaths({})).toEqual({ ok: true, value: {} });
    const later = { 'dashboard.dailyVisitor': 'GET /d', 'iotDevice.update': 'PUT /iot/{id}', 'booking.search': 'GET /b' };
    expect(checkPaths(later)).toEqual({ ok: true, value: later });
  });

  it('may say where check-ins and check-outs are written, for which there is no default', () => {
    const given = { 'handOver.checkIn': 'POST /API/x/{id}/in', 'handOver.checkOut': 'PATCH /API/x/{id}' };
    expect(checkPaths(given)).toEqual({ ok: true, value: given });
    expect(givenPlace('handOver.checkIn', given)).toEqual({ method: 'POST', path: '/API/x/{id}/in' });
    expect(givenPlace('handOver.checkIn', {})).toBeUndefined();
    expect(givenPlace('handOver.checkOut', { 'handOver.checkOut': 'PUT nowhere' })).toBeUndefined();
  });

  it('that speaks of writes leaves every operation where it was', () => {
    const { place } = plainDialect({ 'handOver.checkIn': 'POST /API/x/{id}/in' });
    for (const key of operationKeys) expect(place(key)).toMatchObject({ path: operationOf(key).path });
  });

  it.each<[unknown, string]>([
    [{ 'handOver.checkIn': 'GET /badges/{id}' }, '"handOver.checkIn" writes'],
    [{ 'handOver.checkOut': 'DELETE /badges/{id}' }, '"handOver.checkOut" writes'],
    [{ 'handOver.checkOut': 'POST /badges' }, '"handOver.checkOut" lacks {id}'],
    [{ 'handOver.checkIn': 'POST /badges/{id}/{code}' }, '"handOver.checkIn" has {code}'],
    [{ 'handOver.checkIn': 'POST /badges/{id}/in' }, 'lacks handOver.checkOut'],
    [{ 'handOver.checkOut': 'POST /badges/{id}/out' }, 'lacks handOver.checkIn'],
    [{ 'handOver.walkIn': 'POST /badges/{id}' }, '"handOver.walkIn" is not an operation'],
    [{ 'user.fetch': 'GET /x' }, '"user.fetch" is not an operation'],
    [JSON.parse('{"__proto__":"GET /x"}'), '"__proto__" is not an operation'],
    [{ constructor: 'GET /x' }, '"constructor" is not an operation'],
    [{ 'user.get': 7 }, '"user.get" is not a text'],
    [{ 'user.get': '/users/{id}' }, '"user.get" is not like'],
    [{ 'user.get': 'get /users/{id}' }, '"user.get" is not like'],
    [{ 'user.get': 'TRACE /users/{id}' }, '"user.get" is not like'],
    [{ 'user.get': 'GET users/{id}' }, '"user.get" is not like'],
    [{ 'user.get': 'GET https://evil.example/{id}' }, '"user.get" is not like'],
    [{ 'user.get': 'GET /users/{id}?all=1' }, '"user.get" is not like'],
    [{ 'user.get': 'GET /users/{id}\r\nX: y' }, '"user.get" is not like'],
    [{ 'user.get': 'GET //evil.example/{id}' }, '"user.get" has a path that leaves'],
    [{ 'user.get': 'GET /a/../{id}' }, '"user.get" has a path that leaves'],
    [{ 'user.get': 'GET /users' }, '"user.get" lacks {id}'],
    [{ 'user.get': 'GET /users/{id}/{tenant}' }, '"user.get" has {tenant}'],
    [{ 'visitorManagement.search': 'GET /badges/{code}' }, '"visitorManagement.search" has {code}'],
    [[], 'is not a JSON object'],
    [null, 'is not a JSON object'],
    ['GET /x', 'is not a JSON object'],
  ])('%j is refused with a line that names the key', (value, start) => {
    const checked = checkPaths(value);
    expect(checked.ok).toBe(false);
    expect(checked.ok ? '' : checked.message).toMatch(new RegExp(`^${start.replace(/[{}]/g, '\\$&')}`));
    expect(checked.ok ? '' : checked.message).not.toMatch(/[\r\n]/);
  });

  it('never throws, whatever it holds', () => {
    void fc.assert(fc.property(fc.anything(), (value) => typeof checkPaths(value).ok === 'boolean'));
  });
});

describe('API-10 no text leaves its place in an address', () => {
  const base = 'https://bookings.example';

  it('API-10 an id is one segment, whatever it holds', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        const target = targetOf(operations['user.get'], '/API/external/user/v1/{id}', { id });
        const url = new URL(target, base);
        expect([url.origin, url.search, url.hash]).toEqual([base, '', '']);
        expect(url.pathname).toMatch(/^\/API\/external\/user\/v1\/[^/]+$/);
        if (!/^\.+$/.test(id)) expect(decodeURIComponent(url.pathname.split('/')[5] ?? '')).toBe(id.toWellFormed());
      }),
    );
  });

  it.each(['.', '..', '../..', '..%2f..', '/etc', 'a/b', '?x=1', '#x', '%', '\\..\\', '{id}', '$&', 'a b', '\u0000'])(
    'API-10 %j',
    (id) => {
      const url = new URL(targetOf(operations['building.get'], '/a/{id}/b', { id }), base);
      expect(url.pathname.split('/')).toHaveLength(4);
      expect(url.pathname.endsWith('/b')).toBe(true);
    },
  );

  it('API-10 a query value is one value, whatever it holds', () => {
    const { query } = operations['visitingAppointment.search'];
    void fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (visitorId, searchText) => {
        const url = new URL(targetOf({ segments: [], query }, '/a', { visitorId, searchText }), base);
        expect(url.searchParams.getAll('searchText')).toEqual([searchText.toWellFormed()]);
        expect([...url.searchParams.keys()]).toEqual(['searchText', 'visitorId']);
      }),
    );
  });

  it('API-10 the plus of an offset is sent as %2B', () => {
    const target = targetOf(operations['visitorManagement.search'], '/b', { from: '2026-11-22T00:00:00+08:00' });
    expect(target).toBe('/b?from=2026-11-22T00%3A00%3A00%2B08%3A00');
  });

  it('API-10 what the operation does not know is not sent', () => {
    expect(targetOf(operations['building.get'], '/b/{id}', { id: '1', token: 'x' })).toBe('/b/1');
  });

  it('API-10 an id of nothing is no whole collection', () => {
    expect(targetOf(operations['user.get'], '/user/v1/{id}', { id: '' })).toBe('/user/v1/_');
  });
});

const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    'a/b',
    '../..',
    '..%2f',
    '%',
    '%2e%2e',
    '?x=1&y=2',
    '#',
    ',',
    'a,b',
    '+',
    '茉莉',
    '\ud800',
    'Ada Quill',
    'null',
    'now',
  ),
);
/** Values of each kind of parameter, those that no type allows but a caller may hold among them. */
function valuesOf(parameter: Parameter): fc.Arbitrary<GivenValue> {
  switch (parameter) {
    case 'text':
    case 'moment':
      return wild;
    case 'ids':
      return fc.oneof(wild, fc.array(wild, { minLength: 1, maxLength: 4 }));
    case 'idsOrNull':
      return fc.oneof(wild, fc.array(wild, { minLength: 1, maxLength: 4 }), fc.constant(null));
    case 'integer':
      return fc.integer();
    case 'flag':
      return fc.boolean();
    default:
      return fc.oneof(fc.constantFrom(...parameter), fc.subarray([...parameter], { minLength: 1 }));
  }
}

describe('API-10 the address of every operation', () => {
  const server = 'https://bookings.example:8443';

  it.each(operationKeys)('API-10 %s: what is given stays in its own segment or value, whatever it holds', (key) => {
    const { path, segments, query } = operationOf(key);
    const arbitrary = fc.record(
      {
        ...Object.fromEntries(segments.map((name) => [name, wild])),
        ...Object.fromEntries(Object.entries(query).map(([name, parameter]) => [name, valuesOf(parameter)])),
      },
      { requiredKeys: [...segments] },
    ) as fc.Arbitrary<Record<string, GivenValue>>;
    void fc.assert(
      fc.property(arbitrary, (given) => {
        const target = targetOf(operationOf(key), path, { ...given, token: 'never' });
        expect(target).toMatch(/^\/API\/[\x21-\x7e]*$/);
        expect(target).not.toMatch(/[+#\\"<>]/);
        const url = new URL(target, server);
        expect([url.origin, url.hash, url.username]).toEqual([server, '', '']);
        const [wanted, found] = [path.split('/'), url.pathname.split('/')];
        expect(found).toHaveLength(wanted.length);
        for (const [place, segment] of wanted.entries()) {
          const name = segment.slice(1, -1);
          if (!segment.startsWith('{')) expect(found[place]).toBe(segment);
          else if (!/^\.*$/.test(String(given[name]))) {
            expect(decodeURIComponent(found[place] ?? '')).toBe(String(given[name]).toWellFormed());
          }
        }
        const names = Object.keys(query).filter((name) => given[name] !== undefined);
        expect([...url.searchParams.keys()]).toEqual(names);
        for (const name of names) {
          const value = given[name];
          const text = Array.isArray(value) ? value.join(',') : String(value);
          expect(url.searchParams.get(name)).toBe(text.toWellFormed());
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('parameters as the vendor’s page writes them', () => {
  const { query } = operations['iotDevice.search'];
  const written = (given: Record<string, GivenValue>, of: Readonly<Record<string, Parameter>> = query) =>
    targetOf({ segments: [], query: of }, '/x', given).slice(3);

  it('lists have commas between their values, and none inside of one', () => {
    expect(written({ id: ['1', '2', '3'] })).toBe('id=1,2,3');
    expect(written({ accessId: ['Room101', 'a,b'] })).toBe('accessId=Room101,a%2Cb');
    expect(written({ state: ['initial', 'noShow'] }, operations['visitorManagement.search'].query)).toBe('state=initial,noShow');
  });

  it('null is the word, and what is not given is not there', () => {
    expect(written({ bookableResourceId: null })).toBe('bookableResourceId=null');
    expect(written({ floorId: null, minCapacity: 0 }, operations['bookableResource.search'].query)).toBe(
      'floorId=null&minCapacity=0',
    );
    expect(written({})).toBe('');
  });

  it('yes and no are true and false, whole numbers are digits', () => {
    expect(written({ isDeleted: false, page: 1, row: 50 })).toBe('isDeleted=false&page=1&row=50');
    expect(written({ isDeleted: true })).toBe('isDeleted=true');
  });

  it('moments are ISO 8601 with %2B, or the word now', () => {
    const from = '2026-11-22T09:00:00+08:00';
    expect(written({ from, to: 'now' }, operations['visitorManagement.search'].query)).toBe(
      'from=2026-11-22T09%3A00%3A00%2B08%3A00&to=now',
    );
    expect(written({ From: from, TimeZone: 'Asia/Hong_Kong' }, operations['booking.export'].query)).toBe(
      'From=2026-11-22T09%3A00%3A00%2B08%3A00&TimeZone=Asia%2FHong_Kong',
    );
  });

  it('the server’s own name of a parameter is encoded as well', () => {
    const target = targetOf({ segments: [], query }, '/x', { id: '1' }, () => 'a&b=c#');
    expect(target).toBe('/x?a%26b%3Dc%23=1');
  });
});
