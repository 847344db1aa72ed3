import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../electron/bookings/call.ts';
import { chooseAppointment, type DatedBadge } from '../../electron/bookings/choice.ts';

const span = (day: string, from: number, to: number) => {
  const at = (hour: number) => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;
  return { from: at(from), to: at(to) };
};
const badge = (id: string, period: { from: string; to: string }): DatedBadge => {
  const answer = readAnswer('visitorManagement.get', { id, period, visitor: { id: 7, name: 'Ada' } });
  if (!answer.ok || !answer.value.period) throw new Error('unreadable');
  return { ...answer.value, period: answer.value.period };
};
const appointments = (...rows: object[]) => {
  const answer = readAnswer('visitingAppointment.search', { data: rows });
  if (!answer.ok) throw new Error('unreadable');
  return answer.value.data;
};

describe('which appointment is behind a badge', () => {
  const mine = badge('b', span('22', 10, 12));
  const chosen = (...rows: object[]) => chooseAppointment(appointments(...rows), mine, '7')?.id;
  const visitors = [{ id: 6 }, { id: 7 }];

  it('one of this visitor at that time', () => {
    expect(chosen({ id: 'mine', visitors, period: span('22', 10, 12) })).toBe('mine');
    expect(chosen({ id: 'mine', visitors })).toBe('mine');
  });

  it('the nearest of several', () => {
    const rows = [span('22', 8, 18), span('22', 10, 11), span('22', 11, 12)].map((period, id) => ({
      id: `a${id}`,
      visitors,
      period,
    }));
    expect(chosen(...rows)).toBe('a1');
    expect(chosen(...rows.toReversed())).toBe('a1');
  });

  it('none of another visitor, another time, or withdrawn, though the server gave it', () => {
    expect(chosen({ id: 'x', visitors: [{ id: 6 }], period: mine.period })).toBeUndefined();
    expect(chosen({ id: 'x', visitors: [], period: mine.period })).toBeUndefined();
    expect(chosen({ id: 'x', visitors, period: span('22', 14, 15) })).toBeUndefined();
    expect(chosen({ id: 'x', visitors, period: span('23', 10, 12) })).toBeUndefined();
    expect(chosen({ id: 'x', visitors, period: mine.period, isCancelled: true })).toBeUndefined();
  });

  it('one that does not say who comes only if no other could be meant', () => {
    expect(chosen({ id: 'silent', period: mine.period })).toBe('silent');
    expect(chosen({ id: 'silent', period: mine.period }, { id: 'x', period: span('22', 14, 15) })).toBe('silent');
    expect(chosen({ id: 'one', period: mine.period }, { id: 'two', period: mine.period })).toBeUndefined();
    expect(chosen({ id: 'silent', period: mine.period }, { id: 'mine', visitors, period: mine.period })).toBe('mine');
  });
});
