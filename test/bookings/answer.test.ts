import { describe, expect, it } from 'vitest';
import { judgeHead } from '../../electron/bookings/answer.ts';

const judged = (status: number, headers: Record<string, string>, kind: 'json' | 'file' = 'json') => {
  const head = judgeHead(status, headers, kind);
  return head.ok ? 'good' : `${head.failure.code}${head.failure.field ? ` ${head.failure.field}` : ''}`;
};

describe('API-2 what stands in the server’s place is told by its head', () => {
  it.each([
    ['application/json', 'good'],
    ['application/json; charset=utf-8', 'good'],
    ['Application/JSON; Charset="UTF-8"', 'good'],
    ['application/problem+json', 'good'],
    ['application/vnd.ones.v1+json', 'good'],
    ['text/json', 'good'],
    ['text/html', 'bookings.portal'],
    ['text/html; charset=utf-8', 'bookings.portal'],
    ['application/xhtml+xml', 'bookings.portal'],
    ['text/plain', 'bookings.portal'],
    ['application/jsonp', 'bookings.portal'],
    ['application/octet-stream', 'bookings.portal'],
    ['text/html, application/json', 'bookings.portal'],
    ['application/json; charset=iso-8859-1', 'bookings.unreadable charset'],
    ['application/json; charset=utf-16', 'bookings.unreadable charset'],
  ])('API-2 200 with %s is %s', (type, verdict) => {
    expect(judged(200, { 'content-type': type })).toBe(verdict);
  });

  it('API-2 an answer without a type is judged by its body', () => {
    expect(judged(200, {})).toBe('good');
  });

  it.each([
    ['application/octet-stream', 'good'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'good'],
    ['text/csv; charset=iso-8859-1', 'good'],
    ['application/json', 'good'],
    ['text/html; charset=utf-8', 'bookings.portal'],
    ['application/xhtml+xml', 'bookings.portal'],
  ])('API-2 where a file is expected, %s is %s', (type, verdict) => {
    expect(judged(200, { 'content-type': type }, 'file')).toBe(verdict);
  });

  it('API-2 where a file is expected, a redirect is no file, and a packed one is refused', () => {
    expect(judged(302, { 'content-type': 'application/octet-stream' }, 'file')).toBe('bookings.portal');
    expect(judged(200, { 'content-encoding': 'gzip' }, 'file')).toBe('bookings.unreadable content-encoding');
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip', 'zstd'])('API-3 a body packed as %s is refused unseen', (encoding) => {
    expect(judged(200, { 'content-type': 'application/json', 'content-encoding': encoding })).toBe(
      'bookings.unreadable content-encoding',
    );
  });

  it('takes a body that is said not to be packed', () => {
    expect(judged(200, { 'content-type': 'application/json', 'content-encoding': 'identity' })).toBe('good');
  });
});
