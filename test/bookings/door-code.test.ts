import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../electron/bookings/call.ts';
import { chooseDoorCode } from '../../electron/bookings/door-code.ts';

const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T12:00:00+08:00' };
const now = new Date('2026-11-22T09:30:00+08:00');
const morning = { from: '2026-11-22T00:00:00+08:00', to: '2026-11-22T23:59:59+08:00' };

/** As the server sends them. */
function chosen(rows: readonly unknown[], at = now): string | undefined {
  const read = readAnswer('bookableResourceAccessKey.search', rows);
  if (!read.ok) throw new Error(read.failure.field);
  return chooseDoorCode(read.value, '102', period, at);
}

describe('the code of a room’s door', () => {
  it('is that of the day before one for once before a standing one', () => {
    const rows = [
      { bookableResourceId: 102, type: 'static', key: '111111' },
      { bookableResourceId: 102, type: 'oneTime', key: '222222' },
      { bookableResourceId: 102, type: 2, key: '333333', period: morning },
    ];
    expect(chosen(rows)).toBe('333333');
    expect(chosen(rows.slice(0, 2))).toBe('222222');
    expect(chosen(rows.slice(0, 1))).toBe('111111');
  });

  it('is never that of another room, even where the server ignores the filter', () => {
    expect(chosen([{ bookableResource: { id: 7 }, type: 'daily', key: '999999' }])).toBeUndefined();
    expect(
      chosen([
        { bookableResourceId: 7, key: '999999' },
        { bookableResourceId: '102', key: '123456' },
      ]),
    ).toBe('123456');
    expect(chosen([{ bookableResourceId: 7, key: '999999' }, { key: '123456' }])).toBeUndefined();
  });

  it('is one that opens during the visit and not only before now', () => {
    const yesterday = { from: '2026-11-21T00:00:00+08:00', to: '2026-11-21T23:59:59+08:00' };
    expect(chosen([{ bookableResourceId: 102, key: '444444', period: yesterday }])).toBeUndefined();
    const early = { from: '2026-11-22T08:00:00+08:00', to: '2026-11-22T09:15:00+08:00' };
    expect(chosen([{ bookableResourceId: 102, key: '555555', period: early }])).toBeUndefined();
  });

  it('is not that of the booking before or after, whose people would find a stranger', () => {
    const day = '2026-11-22T';
    const once = (key: string, start: string, end: string) => {
      return { bookableResourceId: 102, type: 'oneTime', key, period: { from: `${day}${start}+08:00`, to: `${day}${end}+08:00` } };
    };
    const rows = [
      once('100001', '08:00:00', '09:00:00'),
      once('100002', '09:00:00', '12:00:00'),
      once('100003', '12:00:00', '13:00:00'),
    ];
    const early = new Date(`${day}08:50:00+08:00`);
    expect(chosen(rows, early)).toBe('100002');
    expect(chosen(rows.toReversed(), early)).toBe('100002');
    expect(chosen(rows.slice(0, 1), early)).toBeUndefined();
    const padded = [once('100004', '08:00:00', '09:15:00'), once('100005', '09:15:00', '12:00:00')];
    expect(chosen(padded, early)).toBe('100005');
  });

  it('is told for a visit whose period is one instant', () => {
    const read = readAnswer('bookableResourceAccessKey.search', [
      { bookableResourceId: 102, type: 'daily', key: '1', period: morning },
    ]);
    const instant = { from: morning.from, to: morning.from };
    expect(read.ok && chooseDoorCode(read.value, '102', instant, now)).toBe('1');
  });

  it.each([[[]], [[{ bookableResourceId: 102, type: 'daily' }]], [[{ bookableResourceId: 102, key: '' }]]])(
    'is nothing where there is none: %j',
    (rows) => expect(chosen(rows)).toBeUndefined(),
  );

  it('is none of several bookings within a badge that is good for the whole day', () => {
    const at = (from: string, to: string) => ({ from: `2026-11-22T${from}:00+08:00`, to: `2026-11-22T${to}:00+08:00` });
    const rows = [
      { bookableResourceId: 102, type: 'oneTime', key: '666666', period: at('09:30', '10:15') },
      { bookableResourceId: 102, type: 'oneTime', key: '777777', period: at('10:15', '11:15') },
    ];
    expect(chosen(rows)).toBeUndefined();
    expect(chosen(rows.slice(1))).toBe('777777');
    expect(chosen([...rows, { bookableResourceId: 102, type: 'static', key: '888888' }])).toBe('888888');
  });
});
