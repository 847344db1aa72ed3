import { describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import type { Purpose } from '../../electron/contract/lobby.ts';
import { type LookUpParts, lookUp } from '../../electron/effects/lookup.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { drivenClock, realJournal, scriptedBookings, scriptedConnection, scriptedRoster, settled } from './parts.ts';

const down = () => failure('bookings.unreachable');
const nobody = () => success(undefined);

/** A look-up by a clock that stands still, of a kiosk that is online and has no roster unless the test says otherwise. */
const looked = (
  code: string,
  purpose: Purpose,
  parts: Pick<LookUpParts, 'bookings' | 'journal'> & Partial<LookUpParts>,
  isTyped = false,
) => {
  const { roster } = scriptedRoster([]);
  const { connection } = scriptedConnection();
  return lookUp(code, purpose, { roster, connection, clock: drivenClock().clock, ...parts }, isTyped);
};

function checkedInJournal() {
  const journal = realJournal();
  expect(journal.checkIn({ basis: { from: 'server' }, visitId: 'v', visit: exampleVisit, at: exampleNow }).ok).toBe(true);
  return journal;
}

describe('lookUp', () => {
  it('finds a visit and says that nothing is recorded of it here', async () => {
    const { bookings } = scriptedBookings();
    const { answer } = await looked('FJUEIW', 'checkIn', { bookings, journal: realJournal() });
    expect(answer).toEqual({ kind: 'found', visit: exampleVisit, basis: { from: 'server' }, standing: { kind: 'none' } });
  });

  it('knows who was checked in here, whatever the server says', async () => {
    const { bookings } = scriptedBookings();
    const { answer } = await looked('FJUEIW', 'checkIn', { bookings, journal: checkedInJournal() });
    expect(answer).toMatchObject({ kind: 'found', standing: { kind: 'in', visitId: 'v', at: exampleNow } });
  });

  it('lets who was checked in here leave without asking the server', async () => {
    const { bookings, asked } = scriptedBookings(down);
    const { answer } = await looked('FJUEIW', 'checkOut', { bookings, journal: checkedInJournal() });
    expect(answer).toMatchObject({ kind: 'found', visit: exampleVisit, standing: { kind: 'in' } });
    expect(asked).toEqual([]);
  });

  it('falls back on the journal when the server fails or has forgotten the badge', async () => {
    for (const server of [down, nobody]) {
      const { bookings } = scriptedBookings(server);
      const { answer } = await looked('FJUEIW', 'checkIn', { bookings, journal: checkedInJournal() });
      expect(answer).toMatchObject({ kind: 'found', standing: { kind: 'in' } });
    }
  });

  it('takes a typed O for 0 and I for 1 where the server knows just one such code, and never for a scanned one', async () => {
    const answered = async (code: string, known: readonly string[], isTyped: boolean) => {
      const { clock, move } = drivenClock();
      const bookings = {
        findVisit: async (one: string) => success(known.includes(one) ? { ...exampleVisit, code: one } : undefined),
      };
      const journal = realJournal();
      const { roster } = scriptedRoster([]);
      const { connection } = scriptedConnection();
      const answer = lookUp(code, 'checkIn', { bookings, journal, roster, connection, clock }, isTyped);
      await settled();
      await move(600);
      return (await answer).answer;
    };
    const typed = (code: string, known: readonly string[]) => answered(code, known, true);
    expect(await typed('AOC1EF', ['A0CIEF'])).toMatchObject({ kind: 'found', visit: { code: 'A0CIEF' } });
    expect(await typed('AOC1EF', ['AOC1EF', 'A0CIEF'])).toMatchObject({ kind: 'found', visit: { code: 'AOC1EF' } });
    expect(await typed('AOC1EF', ['A0C1EF', 'A0CIEF'])).toEqual({ kind: 'unknown' });
    expect(await answered('AOC1EF', ['A0CIEF'], false)).toEqual({ kind: 'unknown' });
  });

  it('takes a code that the server gave again, to another badge, for what it is: a new visit', async () => {
    const { bookings } = scriptedBookings(() => success({ ...exampleVisit, badgeId: '99' }));
    const { answer } = await looked('FJUEIW', 'checkIn', { bookings, journal: checkedInJournal() });
    expect(answer).toMatchObject({ kind: 'found', visit: { badgeId: '99' }, standing: { kind: 'none' } });
  });

  it('does not answer for today from the record of another day', async () => {
    const journal = realJournal();
    const old = { from: '2026-11-20T09:00:00+08:00', to: '2026-11-20T18:00:00+08:00' };
    journal.checkIn({
      basis: { from: 'server' },
      visitId: 'old',
      visit: { ...exampleVisit, badgeId: '3', period: old },
      at: '2026-11-20T09:10:00.000+08:00',
    });
    const server = scriptedBookings();
    const { answer } = await looked('FJUEIW', 'checkOut', { bookings: server.bookings, journal });
    expect(answer).toMatchObject({ kind: 'found', visit: { badgeId: '17' }, standing: { kind: 'none' } });
    const away = scriptedBookings(down).bookings;
    expect((await looked('FJUEIW', 'checkIn', { bookings: away, journal })).answer).toEqual({
      kind: 'failed',
    });
    // Whoever is still in from another day can leave all the same.
    const leaving = await looked('FJUEIW', 'checkOut', { bookings: away, journal });
    expect(leaving.answer).toMatchObject({ kind: 'found', visit: { badgeId: '3' }, standing: { kind: 'in' } });
  });

  it('fails with the failure of the server, for staff and the log', async () => {
    const { bookings } = scriptedBookings(() =>
      failure('bookings.unreadable', { operation: 'visitorManagement.search', field: 'data[0]' }),
    );
    const { answer, failure: cause } = await looked('FJUEIW', 'checkIn', {
      bookings,
      journal: realJournal(),
    });
    expect(answer).toEqual({ kind: 'failed' });
    expect(cause).toEqual({ code: 'bookings.unreadable', operation: 'visitorManagement.search', field: 'data[0]' });
  });

  it('fails when the journal cannot be read: then nobody knows who is in', async () => {
    const journal = realJournal();
    journal.close();
    const { bookings, asked } = scriptedBookings();
    const { answer } = await looked('FJUEIW', 'checkIn', { bookings, journal });
    expect(answer).toEqual({ kind: 'failed' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['scanned', 'NOBODY', false, 1],
    ['typed, as are the three that look alike', 'AOC1EF', true, 4],
  ])('unknown to the server, %s: answered after the same time', async (_name, code, isTyped, calls) => {
    const { bookings, asked } = scriptedBookings(nobody);
    const { clock, move } = drivenClock();
    let answered = false;
    const looking = looked(code, 'checkIn', { bookings, journal: realJournal(), clock }, isTyped).then((found) => {
      answered = true;
      return found;
    });
    await settled();
    await move(599);
    expect(answered).toBe(false);
    await move(1);
    expect((await looking).answer).toEqual({ kind: 'unknown' });
    expect(asked).toHaveLength(calls);
  });
});
