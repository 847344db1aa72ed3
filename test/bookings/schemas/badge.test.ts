import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../electron/bookings/call.ts';
import { stateOf } from '../../../electron/bookings/schemas/badge.ts';

const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' };
const whole = { id: 1, uid: 'u', period, registrationCode: 'FJUEIW', state: 0, visitor: { id: 7, name: 'Ada Quill' } };
const read = (more: object = {}) => {
  const answer = readAnswer('visitorManagement.get', { ...whole, ...more });
  if (!answer.ok) throw new Error(answer.failure.field);
  return answer.value;
};
const fieldOf = (more: unknown) => {
  const answer = readAnswer('visitorManagement.get', more);
  return answer.ok ? undefined : answer.failure;
};

describe('a badge in the shapes that servers use', () => {
  it.each([
    { from: period.from, to: period.to },
    { start: period.from, end: period.to },
    { startDate: period.from, endDate: period.to },
  ])('its period as %j', (shape) => {
    expect(read({ period: { ...shape, unknown: 1 } }).period).toEqual(period);
  });

  it('its period spread over the badge itself', () => {
    expect(read({ period: null, startDate: period.from, endDate: period.to }).period).toEqual(period);
  });

  it.each([
    [12, 'u', '12'],
    ['12', 'u', '12'],
    ['  a-b ', 'u', 'a-b'],
    [null, 'uid-1', 'uid-1'],
    [undefined, 99, '99'],
    [0, 'uid-1', 'uid-1'],
  ])('its id %j, uid %j as %s', (id, uid, key) => {
    expect(read({ id, uid }).key).toBe(key);
  });

  it.each([
    [{ name: 'Ada Quill' }, 'Ada Quill'],
    [{ displayName: 'Ada Quill' }, 'Ada Quill'],
    [{ name: null, displayName: 'Ada Quill' }, 'Ada Quill'],
    [{ firstName: 'Ada', lastName: 'Quill' }, 'Ada Quill'],
    [{ firstName: '小雨', lastName: '王' }, '王小雨'],
    [{ firstName: '지우', lastName: '박' }, '박지우'],
    [{ lastName: 'Quill' }, 'Quill'],
    [{ name: ' Ada\u0000\u202E\nQuill ' }, 'Ada Quill'],
    [{ name: '   ' }, undefined],
    [{}, undefined],
  ])('its visitor %j', (visitor, name) => {
    expect(read({ visitor }).visitor?.name).toBe(name);
  });

  it.each(['Quill & Co', { id: 3, name: 'Quill & Co' }])('its company %j', (company) => {
    expect(read({ visitor: { name: 'Ada', company } }).visitor?.company).toBe('Quill & Co');
    expect(read({ visitor: { name: 'Ada', companyName: 'Quill & Co' } }).visitor?.company).toBe('Quill & Co');
  });

  it.each([true, 1, 'true'])('its black mark %j', (isBlacklisted) => {
    expect(read({ visitor: { name: 'Ada', isBlacklisted } }).visitor?.blocked).toBe(true);
    expect(read({ isBlacklisted }).blocked).toBe(true);
  });

  it.each([false, 0, 'false', null, undefined])('no black mark for %j', (isBlacklisted) => {
    expect(read({ visitor: { name: 'Ada', isBlacklisted } }).visitor?.blocked).toBe(false);
  });

  it.each([
    [0, 'initial'],
    [1, 'visiting'],
    [2, 'visited'],
    [3, 'noShow'],
    ['3', 'noShow'],
    ['Initial', 'initial'],
    ['VISITING', 'visiting'],
    ['no-show', 'noShow'],
    ['No_Show', 'noShow'],
    [null, undefined],
  ])('its state %j', (state, name) => {
    expect(read({ state }).state).toBe(name);
  });

  it.each([null, '', '0001-01-01T00:00:00', '0001-01-01T00:00:00+00:00'])('no check-in for %j', (checkInDate) => {
    expect(read({ checkInDate }).checkInDate).toBeUndefined();
  });

  it('its code in small letters, and no code at all', () => {
    expect(read({ registrationCode: ' fjueiw' }).registrationCode).toBe('FJUEIW');
    expect(read({ registrationCode: null }).registrationCode).toBeUndefined();
  });

  it('fields that nobody knows', () => {
    expect(read({ surprise: { deep: [1] }, visitor: { name: 'Ada', mood: 'fine' } }).visitor?.name).toBe('Ada');
  });
});

describe('what cannot be understood names operation and field', () => {
  it.each<[object, string]>([
    [{ id: { a: 1 } }, 'id'],
    [{ id: 1.5 }, 'id'],
    [{ id: '..' }, 'id'],
    [{ id: '\u0000' }, 'id'],
    [{ id: 'x'.repeat(200) }, 'id'],
    [{ id: null, uid: null }, 'id'],
    [{ period: 'today' }, 'period'],
    [{ period: { from: 'soon', to: period.to } }, 'period.from'],
    [{ period: { from: period.from } }, 'period.to'],
    [{ period: { from: '2026-02-30T09:00:00+08:00', to: period.to } }, 'period.from'],
    [{ period: { from: period.to, to: period.from } }, 'period.to'],
    [{ state: 9 }, 'state'],
    [{ state: 'asleep' }, 'state'],
    [{ state: {} }, 'state'],
    [{ checkInDate: 'noon' }, 'checkInDate'],
    [{ visitor: 'Ada' }, 'visitor'],
    [{ visitor: { name: ['Ada'] } }, 'visitor.name'],
    [{ visitor: { name: 'Ada', isBlacklisted: 'perhaps' } }, 'visitor.blocked'],
    [{ registrationCode: 7 }, 'registrationCode'],
  ])('%j', (more, field) => {
    expect(fieldOf({ ...whole, ...more })).toEqual({ code: 'bookings.unreadable', operation: 'visitorManagement.get', field });
  });

  it('in a list with its place', () => {
    const rows = [whole, { ...whole, period: { start: 'x', end: period.to } }];
    const answer = readAnswer('visitorManagement.search', { data: rows, metaData: {} });
    expect(answer).toMatchObject({ failure: { operation: 'visitorManagement.search', field: 'data[1].period.from' } });
  });

  it.each([{ data: null }, { data: [] }, []])('but %j is an empty list', (page) => {
    expect(readAnswer('visitorManagement.search', page)).toEqual({ ok: true, value: { data: [] } });
  });

  it.each([{}, { data: {} }, 'text', 7, null])('and %j is none', (page) => {
    expect(readAnswer('visitorManagement.search', page).ok).toBe(false);
  });

  it('API-3 no JSON makes it throw or shows a text of the server in the failure', () => {
    void fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, visitor) => {
        for (const answer of [
          readAnswer('visitorManagement.get', value),
          readAnswer('visitorManagement.get', { ...whole, visitor }),
        ]) {
          if (!answer.ok) expect(answer.failure.field ?? '').toMatch(/^[A-Za-z.[\]0-9]*$/);
        }
      }),
    );
  });

  it('API-3 a prototype in an answer changes nothing', () => {
    const answer = readAnswer(
      'visitorManagement.get',
      JSON.parse(
        '{"__proto__":{"id":5},"constructor":{"prototype":{"polluted":1}},"uid":"u","visitor":{"__proto__":{"name":"Eve"}}}',
      ),
    );
    expect(answer).toMatchObject({ ok: true, value: { key: 'u' } });
    expect(answer.ok && answer.value.visitor?.name).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('the state of a badge', () => {
  const [nine, ten] = ['2026-11-22T09:00:00+08:00', '2026-11-22T10:00:00+08:00'];
  it.each([
    [undefined, undefined, undefined, 'initial'],
    ['noShow', undefined, undefined, 'noShow'],
    ['visiting', undefined, undefined, 'visiting'],
    ['initial', nine, undefined, 'visiting'],
    ['noShow', nine, undefined, 'visiting'],
    ['visited', nine, undefined, 'visited'],
    ['initial', nine, ten, 'visited'],
    ['visiting', nine, ten, 'visited'],
    ['visiting', undefined, ten, 'visited'],
    ['visited', ten, nine, 'visiting'],
  ] as const)('%s, in %s, out %s is %s', (state, checkInDate, checkOutDate, result) => {
    expect(stateOf({ state, checkInDate, checkOutDate })).toBe(result);
  });
});
