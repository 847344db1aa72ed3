import { describe, expect, it } from 'vitest';
import { createFindings } from '../../electron/bookings/findings.ts';
import { whatIsOn } from '../../electron/bookings/room.ts';
import { localIso } from '../../electron/bookings/schemas/moment.ts';
import { answering } from './answering.ts';

/** A time of the same day in this machine's zone. */
const at = (hour: number, minute = 0) => new Date(2026, 10, 22, hour, minute);
const booking = (id: string, from: Date, to: Date, more: object = {}) => ({
  id,
  subject: id,
  period: { from: localIso(from), to: localIso(to) },
  bookableResource: { id: 101 },
  ...more,
});

async function on(now: Date, ...rows: object[]) {
  const findings = createFindings();
  const { call, asked } = answering(() => ({ data: rows }));
  const found = await whatIsOn(call, '101', now, findings.note);
  if (!found.ok) throw new Error(found.failure.code);
  return { asked, counts: findings.counts(), now: found.value.current?.id, next: found.value.next?.id };
}

const rows = [
  booking('stand-up', at(9), at(9, 30)),
  booking('review', at(9, 30), at(11)),
  booking('late', at(17), at(18)),
  booking('noon', at(12), at(13)),
];

describe('what is on in a room', () => {
  it.each<[Date, string | undefined, string | undefined]>([
    [at(8), undefined, 'stand-up'],
    [at(9), 'stand-up', 'review'],
    [at(9, 30), 'review', 'noon'],
    [at(11), undefined, 'noon'],
    [at(12, 59), 'noon', 'late'],
    [at(17), 'late', undefined],
    [at(18), undefined, undefined],
  ])('at %s is %s, then %s', async (now, current, next) => {
    expect(await on(now, ...rows)).toMatchObject({ now: current, next });
    expect(await on(now, ...rows.toReversed())).toMatchObject({ now: current, next });
  });

  it('is asked for over the whole of this machine’s day', async () => {
    const { asked } = await on(at(12));
    expect(asked).toEqual([
      {
        bookableResourceId: '101',
        excludePreparation: true,
        from: localIso(at(0)),
        to: localIso(new Date(2026, 10, 22, 23, 59, 59)),
      },
    ]);
  });

  it('is nothing of another room, another day, cancelled, or without a time, though the server gave it', async () => {
    const others = [
      booking('elsewhere', at(9), at(12), { bookableResource: { id: 7 } }),
      booking('cancelled', at(9), at(12), { isCancelled: true }),
      booking('tomorrow', new Date(2026, 10, 23, 9), new Date(2026, 10, 23, 10)),
      { id: 'whenever', bookableResource: 101 },
    ];
    const found = await on(at(10), ...others);
    expect(found).toMatchObject({ now: undefined, next: undefined, counts: { filtersIgnored: 1 } });
    expect(await on(at(10), ...others, booking('own', at(9), at(12), { bookableResource: null }))).toMatchObject({ now: 'own' });
  });

  it('is unknown where the server cannot be asked or read', async () => {
    const broken = await whatIsOn(answering(() => 'broken').call, '101', at(10));
    expect(broken).toEqual({ ok: false, failure: { code: 'bookings.broken', operation: 'booking.search' } });
    const unreadable = await whatIsOn(answering(() => [{ period: { from: 'x', to: 'y' } }]).call, '101', at(10));
    expect(unreadable).toMatchObject({ ok: false, failure: { field: 'data[0].period.from' } });
  });
});
