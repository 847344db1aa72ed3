import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { localIso, readMoment } from '../../../electron/bookings/schemas/moment.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const zones = ['Asia/Hong_Kong', 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Lisbon'];

describe('a date of the server', () => {
  it.each([
    ['2026-11-22T09:00:00+08:00', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00:00.1234567+08:00', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00:00.5-03:30', '2026-11-22T09:00:00-03:30'],
    ['2026-11-22 09:00:00 +0800', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00+08', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00:00+00:00', '2026-11-22T09:00:00+00:00'],
  ])('keeps its offset: %s', (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });

  it('without an offset is taken in the machine’s zone', () => {
    process.env['TZ'] = 'Asia/Hong_Kong';
    expect(readMoment('2026-11-22T09:00:00')).toBe('2026-11-22T09:00:00+08:00');
    expect(readMoment('2026-11-22')).toBe('2026-11-22T00:00:00+08:00');
    process.env['TZ'] = 'America/St_Johns';
    expect(readMoment('2026-07-01T09:00:00')).toBe('2026-07-01T09:00:00-02:30');
  });

  it('in UTC is told in the machine’s zone', () => {
    process.env['TZ'] = 'Asia/Hong_Kong';
    expect(readMoment('2026-11-22T01:00:00Z')).toBe('2026-11-22T09:00:00+08:00');
  });

  it.each([
    '',
    'now',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '22/11/2026',
    '2026-11-22T09:00:00+8',
    '/Date(0)/',
    '1700000000',
  ])('is not %j', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  it.each(zones)('survives writing and reading in %s', (name) => {
    process.env['TZ'] = name;
    void fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (date) => {
        const text = localIso(date);
        expect(Date.parse(text)).toBe(Math.floor(date.getTime() / 1000) * 1000);
        expect(readMoment(text)).toBe(text);
        expect(readMoment(date.toISOString())).toBe(text);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    void fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readMoment(text) === undefined || text.length > 0));
  });
});
