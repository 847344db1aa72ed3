import { describe, expect, it } from 'vitest';
import { judgeHead, statusFailure } from '../../electron/bookings/answer.ts';

const judged = (status: number, headers: Record<string, string>) => {
  const head = judgeHead(status, headers);
  return head.ok ? 'good' : `${head.failure.code}${head.failure.field ? ` ${head.failure.field}` : ''}`;
};

describe('what a status means', () => {
  it('is one code for every status from 100 to 599', () => {
    const groups = new Map<string, number[]>();
    for (let status = 100; status < 600; status += 1) {
      const code = statusFailure(status) ?? 'good';
      groups.set(code, [...(groups.get(code) ?? []), status]);
    }
    expect(groups.get('good')).toEqual(Array.from({ length: 100 }, (_, place) => 200 + place));
    expect(groups.get('bookings.portal')).toEqual([...Array.from({ length: 100 }, (_, place) => 300 + place), 511]);
    expect(groups.get('bookings.unauthorized')).toEqual([401]);
    expect(groups.get('bookings.forbidden')).toEqual([403]);
    expect(groups.get('bookings.notFound')).toEqual([404]);
    expect(groups.get('bookings.busy')).toEqual([429]);
    expect(groups.get('bookings.refused')).toHaveLength(96);
    expect(groups.get('bookings.broken')).toHaveLength(99);
  });
});

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

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip', 'zstd'])('API-3 a body packed as %s is refused unseen', (encoding) => {
    expect(judged(200, { 'content-type': 'application/json', 'content-encoding': encoding })).toBe(
      'bookings.unreadable content-encoding',
    );
  });

  it('takes a body that is said not to be packed', () => {
    expect(judged(200, { 'content-type': 'application/json', 'content-encoding': 'identity' })).toBe('good');
  });
});
