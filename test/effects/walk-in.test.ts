import { describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import type { Purpose } from '../../electron/contract/lobby.ts';
import { refuseCheckIn, refuseCheckOut } from '../../electron/core/verdict.ts';
import { walkInBytes, walkInOf } from '../../electron/core/walk-in.ts';
import { lookUp } from '../../electron/effects/lookup.ts';
import { record } from '../../electron/effects/record.ts';
import { exampleNow } from '../core/example.ts';
import { drivenClock, realJournal, scriptedBookings, scriptedConnection, scriptedRoster, settled } from './parts.ts';

const visit = walkInOf({ visitor: { name: 'Ines Erfunden' }, purpose: 'Delivery', now: exampleNow }, new Uint8Array(walkInBytes));
const later = '2026-11-22T11:00:00.000+08:00';
const tomorrow = '2026-11-23T08:00:00.000+08:00';

/** A kiosk at which a receptionist has checked the walk-in in; how its server and its connection are. */
function kiosk({ server = () => success(undefined), isOnline = true, wall = later }: Partial<Kiosk>) {
  const journal = realJournal(['webhook', 'bookings']);
  const known = { visit, basis: { from: 'journal' } } as const;
  expect(record('checkIn', known, { journal, at: exampleNow, slip: false, actor: 'staff', by: 'Ruth' }).ok).toBe(true);
  const { clock, move, setWall } = drivenClock();
  setWall(wall);
  const { bookings } = scriptedBookings(server);
  const parts = {
    bookings,
    journal,
    clock,
    roster: scriptedRoster([]).roster,
    connection: scriptedConnection(isOnline).connection,
  };
  const look = async (purpose: Purpose) => {
    const looking = lookUp(visit.code, purpose, parts);
    await settled();
    await move(2_000);
    return (await looking).answer;
  };
  return { journal, look };
}
interface Kiosk {
  readonly server: Parameters<typeof scriptedBookings>[0];
  readonly isOnline: boolean;
  readonly wall: string;
}

const situations: [string, Partial<Kiosk>][] = [
  ['the server is there, and does not know the badge', {}],
  ['the server cannot be reached', { server: () => failure('bookings.unreachable') }],
  ['the kiosk is offline', { server: () => failure('bookings.unreachable'), isOnline: false }],
  ['the kiosk is offline, and the server answers all the same', { isOnline: false }],
];

describe.each(situations)('the badge of a walk-in, when %s', (_, situation) => {
  it.each([later, tomorrow])('checks out at the kiosk, at %s', async (wall) => {
    const { journal, look } = kiosk({ ...situation, wall });
    const answer = await look('checkOut');
    expect(answer).toMatchObject({ kind: 'found', visit, basis: { from: 'journal' }, standing: { kind: 'in', at: exampleNow } });
    if (answer.kind !== 'found') return;
    expect(refuseCheckOut(answer.visit, answer.standing, { building: '1', now: wall })).toBeUndefined();
    expect(record('checkOut', answer, { journal, at: wall, slip: false })).toMatchObject({
      ok: true,
      value: { checkedInAt: exampleNow },
    });
    expect(journal.standing(visit.code)).toMatchObject({ ok: true, value: { kind: 'out', at: wall } });
    expect(journal.outboxCounts('bookings')).toMatchObject({ ok: true, value: { waiting: 0 } });
  });

  it('does not check in a second time', async () => {
    const answer = await kiosk(situation).look('checkIn');
    if (answer.kind !== 'found') throw new Error(answer.kind);
    expect(refuseCheckIn(answer.visit, answer.standing, { building: '1', now: later })).toMatchObject({
      reason: 'alreadyCheckedIn',
    });
  });
});

it('a walk-in whose check-in was a mistake is nobody: the code is unknown', async () => {
  const { journal, look } = kiosk({});
  const standing = journal.standing(visit.code);
  const visitId = standing.ok && standing.value.kind === 'in' ? standing.value.visitId : '';
  expect(journal.correct({ visitId, correction: { what: 'notIn' }, reason: 'A test', at: later }).ok).toBe(true);
  expect(await look('checkOut')).toEqual({ kind: 'unknown' });
});
