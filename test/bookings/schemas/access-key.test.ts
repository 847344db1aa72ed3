import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../electron/bookings/call.ts';

const read = (...rows: unknown[]) => {
  const answer = readAnswer('bookableResourceAccessKey.search', rows);
  if (!answer.ok) throw new Error(answer.failure.field);
  return answer.value;
};

describe('the code of a door', () => {
  it.each([
    ['4711', '4711'],
    [' 4711# ', '4711#'],
    ['12 34', '12 34'],
    ['Ab-9_x', 'Ab-9_x'],
    [4711, '4711'],
    [0, '0'],
    ['x'.repeat(32), 'x'.repeat(32)],
  ])('%j is %s', (accessKey, key) => {
    expect(read({ accessKey })[0]?.key).toBe(key);
  });

  it.each([
    '',
    ' ',
    'x'.repeat(33),
    'line\nbreak',
    '\u001b[2J',
    '４７１１',
    '密碼',
    'a\u202eb',
    '\ud800',
    -1,
    4.5,
    true,
    {},
    ['4711'],
    null,
  ])('%j is none, and the row stands', (accessKey) => {
    expect(read({ id: 1, accessKey })).toEqual([{ id: '1', resource: undefined, type: undefined, key: undefined }]);
  });

  it.each(['accessKey', 'key', 'code', 'passcode', 'pinCode', 'pin', 'password', 'value'])('stands under %s', (field) => {
    expect(read({ [field]: '4711' })[0]?.key).toBe('4711');
  });

  it('of a row that cannot be read is not told, and the others are', () => {
    const rows = [
      { key: '1111', startDate: 'soon', endDate: 'later' },
      { key: '2222', period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-21T09:00:00+08:00' } },
      'x',
      null,
      { key: '3333' },
    ];
    expect(read(...rows).map(({ key }) => key)).toEqual(['3333']);
  });

  it('is in a page as well as in a list, and none is in null', () => {
    expect(readAnswer('bookableResourceAccessKey.search', { data: [{ key: '1' }], metaData: null })).toMatchObject({
      value: [{ key: '1' }],
    });
    expect(readAnswer('bookableResourceAccessKey.search', null)).toEqual({ ok: true, value: [] });
    expect(readAnswer('bookableResourceAccessKey.search', { data: null })).toEqual({ ok: true, value: [] });
    expect(readAnswer('bookableResourceAccessKey.search', 'none')).toMatchObject({ ok: false });
  });
});
