import { describe, expect, it } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Bookings } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { type LookUp, lookUp } from '../../electron/effects/lookup.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { drivenClock, realJournal, scriptedConnection, scriptedRoster, settled } from './parts.ts';

const down = failure('bookings.unreachable');
const fromRoster = { kind: 'found', visit: exampleVisit, basis: { from: 'roster', ageMs: 60_000 }, standing: { kind: 'none' } };
const elsewhere: Visit = { ...exampleVisit, place: { buildingId: '1' } };

/** A look-up under way, whose server answers when the test says so. */
function looking(given: { visits?: readonly Visit[]; isOnline?: boolean; journal?: ReturnType<typeof realJournal> } = {}) {
  const { clock, move, waiting } = drivenClock();
  const { roster, asked: ofRoster } = scriptedRoster(given.visits);
  const { connection, told } = scriptedConnection(given.isOnline ?? true);
  const journal = given.journal ?? realJournal();
  const answers: ((answer: Result<Visit | undefined>) => void)[] = [];
  const bookings: Pick<Bookings, 'findVisit'> = { findVisit: () => new Promise((resolve) => answers.push(resolve)) };
  let found: LookUp | undefined;
  const begin = async (purpose: 'checkIn' | 'checkOut' = 'checkIn') => {
    void lookUp('FJUEIW', purpose, { bookings, journal, roster, connection, clock }).then((result) => {
      found = result;
    });
    await settled();
  };
  const answer = async (result: Result<Visit | undefined>) => {
    answers.shift()?.(result);
    await settled();
  };
  return { begin, answer, move, waiting, told, ofRoster, asked: () => answers.length, found: () => found };
}

describe('a look-up while the server is there', () => {
  it('asks the server and the roster at the same time, and the server’s answer wins', async () => {
    const { begin, answer, move, waiting, told, ofRoster, found } = looking();
    await begin();
    expect(ofRoster).toEqual(['FJUEIW']);
    await move(1_999);
    expect(found()).toBeUndefined();
    await answer(success(elsewhere));
    expect(found()?.answer).toMatchObject({ kind: 'found', visit: elsewhere, basis: { from: 'server' } });
    expect(told.slow).toBe(0);
    expect(waiting()).toBe(0);
  });

  it('never lets a visitor wait longer than 2 s, and says that the server was slow where the roster knew', async () => {
    const { begin, move, told, found } = looking();
    await begin();
    await move(2_000);
    expect(found()).toEqual({ answer: fromRoster, failure: { code: 'bookings.timeout' } });
    expect(told.slow).toBe(1);
  });

  it('a late answer changes nothing, nor does a late exception', async () => {
    const { begin, answer, move, found } = looking();
    await begin();
    await move(2_000);
    await answer(success(elsewhere));
    expect(found()?.answer).toEqual(fromRoster);
    const { clock, move: moveOther } = drivenClock();
    const { roster } = scriptedRoster();
    let fail = (_error: Error) => {};
    const bookings = { findVisit: () => new Promise<never>((_resolve, reject) => (fail = reject)) };
    const other = lookUp('FJUEIW', 'checkIn', {
      bookings,
      journal: realJournal(),
      roster,
      connection: scriptedConnection().connection,
      clock,
    });
    await moveOther(2_000);
    fail(new Error('a bug after the fact'));
    expect((await other).answer).toEqual(fromRoster);
  });

  it('takes the roster’s answer at once when the server fails, and that is not slow', async () => {
    const { begin, answer, told, found } = looking();
    await begin();
    await answer(down);
    expect(found()).toEqual({ answer: fromRoster, failure: { code: 'bookings.unreachable' } });
    expect(told.slow).toBe(0);
  });

  it('believes the server that nobody has the code, whatever the roster says, after the usual time', async () => {
    const { begin, answer, move, found } = looking();
    await begin();
    await answer(success(undefined));
    expect(found()).toBeUndefined();
    await move(600);
    expect(found()?.answer).toEqual({ kind: 'unknown' });
  });

  it('fails, and does not say “unknown”, where neither knows and the server does not answer', async () => {
    const slow = looking({ visits: [] });
    await slow.begin();
    await slow.move(2_000);
    expect(slow.found()).toEqual({ answer: { kind: 'failed' }, failure: { code: 'bookings.timeout' } });
    expect(slow.told.slow).toBe(0);
  });
});

describe('a look-up while the server is away', () => {
  it('answers from the roster at once and asks nobody else', async () => {
    const { begin, asked, found } = looking({ isOnline: false });
    await begin();
    expect(found()).toEqual({ answer: fromRoster });
    expect(asked()).toBe(0);
  });

  it('asks the server all the same for what the roster does not know, so that one that is back helps', async () => {
    const { begin, answer, found } = looking({ isOnline: false, visits: [] });
    await begin();
    await answer(success(elsewhere));
    expect(found()?.answer).toMatchObject({ visit: elsewhere, basis: { from: 'server' } });
    const away = looking({ isOnline: false, visits: [] });
    await away.begin();
    await away.move(2_000);
    expect(away.found()).toEqual({ answer: { kind: 'failed' }, failure: { code: 'bookings.timeout' } });
  });

  it('does not take a code for unknown because a roster does not have it', async () => {
    const { begin, answer, found } = looking({ isOnline: false, visits: [] });
    await begin();
    await answer(down);
    expect(found()?.answer).toEqual({ kind: 'failed' });
  });

  it('says “unknown” when the server, asked after all, says so', async () => {
    const { begin, answer, move, found } = looking({ isOnline: false, visits: [] });
    await begin();
    await answer(success(undefined));
    await move(600);
    expect(found()?.answer).toEqual({ kind: 'unknown' });
  });

  it('a roster that cannot be read is as one that does not know', async () => {
    const { clock } = drivenClock();
    const { answer } = await lookUp('FJUEIW', 'checkIn', {
      bookings: { findVisit: async () => success(elsewhere) },
      journal: realJournal(),
      roster: { find: async () => failure('journal.damaged'), status: () => ({ badges: 1 }) },
      connection: scriptedConnection(false).connection,
      clock,
    });
    expect(answer).toMatchObject({ visit: elsewhere, basis: { from: 'server' } });
  });

  it('whoever is in by this journal stays in, however old the roster’s word is', async () => {
    const journal = realJournal();
    journal.checkIn({ visitId: 'v', visit: exampleVisit, at: exampleNow, basis: { from: 'server' } });
    const again = looking({ isOnline: false, journal });
    await again.begin();
    expect(again.found()?.answer).toMatchObject({ basis: { from: 'roster' }, standing: { kind: 'in', visitId: 'v' } });
    const leaving = looking({ isOnline: false, journal, visits: [] });
    await leaving.begin('checkOut');
    expect(leaving.found()?.answer).toMatchObject({ basis: { from: 'journal' }, standing: { kind: 'in' } });
  });

  it('a visit that is in this journal alone is answered at once', async () => {
    const journal = realJournal();
    journal.checkIn({ visitId: 'v', visit: exampleVisit, at: exampleNow, basis: { from: 'server' } });
    const { begin, asked, found } = looking({ isOnline: false, journal, visits: [] });
    await begin();
    expect(found()?.answer).toMatchObject({ basis: { from: 'journal' }, standing: { kind: 'in' } });
    expect(asked()).toBe(0);
  });

  it('of several visits under one code, that of today is meant', async () => {
    const on = (day: string, badgeId: string): Visit => ({
      ...exampleVisit,
      badgeId,
      period: { from: `2026-11-${day}T09:00:00+08:00`, to: `2026-11-${day}T18:00:00+08:00` },
    });
    const { begin, found } = looking({ isOnline: false, visits: [on('21', 'old'), on('22', 'now'), on('23', 'next')] });
    await begin();
    expect(found()?.answer).toMatchObject({ visit: { badgeId: 'now' } });
  });
});
