import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../electron/bookings/operations.ts';
import { checkPaths, placeOf, targetOf } from '../../electron/bookings/paths.ts';

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

  it.each<[unknown, string]>([
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
});
