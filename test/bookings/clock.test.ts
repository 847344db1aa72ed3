import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../electron/bookings/call.ts';
import type { DatedBadge } from '../../electron/bookings/choice.ts';
import { findVisit } from '../../electron/bookings/visits.ts';
import { chooseByDay } from '../../electron/core/choice.ts';
import { refuseCheckIn, refuseCheckOut } from '../../electron/core/verdict.ts';
import { answering } from './answering.ts';
import { clientOf, serve } from './web.ts';

// The kiosk's own clock is what counts. The server's shows in the dates that it writes itself: of check-in and check-out.
const noon = Date.parse('2026-11-22T12:00:00+08:00');
const minute = 60_000;
const iso = (epoch: number) => `${new Date(epoch + 8 * 60 * minute).toISOString().slice(0, 19)}+08:00`;
const occasion = { building: undefined, now: iso(noon) };
const none = { kind: 'none' } as const;

interface Row {
  readonly id: string;
  readonly from: number;
  readonly minutes: number;
  readonly in: number | undefined;
  readonly out: number | undefined;
}

/** A badge as a server tells it whose clock is so many minutes off. */
const told = (row: Row, off: number) => ({
  id: row.id,
  registrationCode: 'FJUEIW',
  state: row.out !== undefined ? 'visited' : row.in !== undefined ? 'visiting' : 'initial',
  period: { from: iso(noon + row.from * minute), to: iso(noon + (row.from + row.minutes) * minute) },
  visitor: { id: 7, name: 'Ada Quill' },
  ...(row.in !== undefined && { checkInDate: iso(noon + (row.in + off) * minute) }),
  ...(row.out !== undefined && { checkOutDate: iso(noon + (row.out + off) * minute) }),
});

const minutesAgo = fc.option(fc.integer({ min: -600, max: 0 }), { nil: undefined });
const rows = fc.array(
  fc
    .record({
      from: fc.integer({ min: -4_000, max: 4_000 }),
      minutes: fc.integer({ min: 1, max: 600 }),
      in: minutesAgo,
      out: minutesAgo,
    })
    .map((row) => ({
      ...row,
      out: row.in === undefined ? undefined : row.out === undefined ? undefined : Math.max(row.in, row.out),
    })),
  { minLength: 1, maxLength: 4 },
);

async function verdicts(made: readonly Row[], off: number) {
  const { call } = answering((_given, key) =>
    key === 'visitorManagement.search' ? { data: made.map((row) => told(row, off)) } : [],
  );
  const visit = await findVisit(call, 'FJUEIW', new Date(noon), false);
  if (!visit.ok || !visit.value) throw new Error(JSON.stringify(visit));
  const [enter, leave] = [refuseCheckIn(visit.value, none, occasion), refuseCheckOut(visit.value, none, occasion)];
  return { badge: visit.value.badgeId, state: visit.value.state, enter: enter?.reason, leave: leave?.reason };
}

describe('a server clock that is minutes off', () => {
  it('changes neither which badge is meant nor what may be done with it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: -90, max: 90 }), async (periods, off) => {
        const made = periods.map((row, place) => ({ ...row, id: `b${place}` }));
        expect(await verdicts(made, off)).toEqual(await verdicts(made, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('does not turn away a visitor whose check-in lies in the future, and lets them out', async () => {
    const ahead = [{ id: 'b', from: -60, minutes: 120, in: 30, out: undefined }];
    expect(await verdicts(ahead, 0)).toEqual({ badge: 'b', state: 'visiting', enter: 'alreadyCheckedIn', leave: undefined });
  });

  it('a day begins and ends by the kiosk’s clock, at both sides of midnight', () => {
    const day = (id: string, date: string): DatedBadge => {
      const period = { from: `2026-11-${date}T09:00:00+08:00`, to: `2026-11-${date}T18:00:00+08:00` };
      const answer = readAnswer('visitorManagement.get', { id, period });
      if (!answer.ok || !answer.value.period) throw new Error('unreadable');
      return { ...answer.value, period: answer.value.period };
    };
    const badges = [day('today', '22'), day('tomorrow', '23')];
    expect(chooseByDay(badges, '2026-11-22T23:59:30+08:00')?.key).toBe('today');
    expect(chooseByDay(badges, '2026-11-23T00:00:30+08:00')?.key).toBe('tomorrow');
  });

  it.each([-45, 45])('the date of its answers, %i minutes off, is not taken for the time', async (off) => {
    const web = await serve((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', date: new Date(noon + off * minute).toUTCString() })
        .end(JSON.stringify([told({ id: 'b', from: 30, minutes: 10, in: undefined, out: undefined }, 0)])),
    );
    const bookings = clientOf(web.url, { now: () => new Date(noon) });
    const visit = await bookings.findVisit('FJUEIW');
    await bookings.close();
    await web.close();
    expect(visit).toMatchObject({ ok: true, value: { badgeId: 'b', state: 'initial' } });
  });
});
