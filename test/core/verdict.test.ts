import { describe, expect, it } from 'vitest';
import { refuseCheckIn, refuseCheckOut } from '../../electron/core/verdict.ts';
import type { Standing, Visit } from '../../electron/core/visit.ts';
import { exampleNow, exampleVisit } from './example.ts';

const none: Standing = { kind: 'none' };
const inside: Standing = { kind: 'in', visitId: 'v', at: '2026-11-22T09:05:00.000+08:00' };
const left: Standing = { kind: 'out', visitId: 'v', at: '2026-11-22T09:55:00.000+08:00' };
const here = { building: '1', now: exampleNow };
const elsewhere = { building: '2', now: exampleNow };
const tomorrow = { building: '1', now: '2026-11-23T00:00:00.000+08:00' };
const yesterday = { building: '1', now: '2026-11-21T23:59:59.999+08:00' };
const visit = (change: Partial<Visit> = {}): Visit => ({ ...exampleVisit, ...change });
const { buildingId: _, ...placeWithoutBuilding } = exampleVisit.place;

describe('refuseCheckIn', () => {
  it.each([
    ['a visit of today, here', visit(), none, here, undefined],
    ['the server calls it a no-show, but here they are', visit({ state: 'noShow' }), none, here, undefined],
    ['the kiosk has no building set', visit(), none, { building: undefined, now: exampleNow }, undefined],
    ['the server names no building', visit({ place: placeWithoutBuilding }), none, elsewhere, undefined],
    ['another building', visit(), none, elsewhere, { reason: 'otherBuilding' }],
    ['the day before', visit(), none, yesterday, { reason: 'tooEarly', from: exampleVisit.period.from }],
    ['the day after', visit(), none, tomorrow, { reason: 'expired', to: exampleVisit.period.to }],
    ['blocked', visit({ blocked: true }), none, here, { reason: 'blocked' }],
    ['blocked wins over everything', visit({ blocked: true }), inside, tomorrow, { reason: 'blocked' }],
    ['checked in here', visit(), inside, here, { reason: 'alreadyCheckedIn', at: '2026-11-22T09:05:00.000+08:00' }],
    ['checked out here', visit(), left, here, { reason: 'alreadyCheckedOut', at: '2026-11-22T09:55:00.000+08:00' }],
    [
      'checked in elsewhere',
      visit({ state: 'visiting', checkedInAt: '2026-11-22T08:55:00+08:00' }),
      none,
      here,
      { reason: 'alreadyCheckedIn', at: '2026-11-22T08:55:00+08:00' },
    ],
    ['checked in elsewhere, time unknown', visit({ state: 'visiting' }), none, here, { reason: 'alreadyCheckedIn' }],
    ['checked out elsewhere', visit({ state: 'visited' }), none, here, { reason: 'alreadyCheckedOut' }],
    ['the journal wins over the server', visit({ state: 'visiting' }), left, here, { reason: 'alreadyCheckedOut', at: left.at }],
  ] as const)('%s', (_name, given, standing, occasion, refusal) => {
    expect(refuseCheckIn(given, standing, occasion)).toEqual(refusal);
  });
});

describe('a site that lets visitors check in only so many minutes before', () => {
  const { from } = exampleVisit.period;
  const at = (time: string, earlyMinutes: number, change: Partial<Visit> = {}) =>
    refuseCheckIn(visit(change), none, { building: '1', now: `2026-11-${time}.000+08:00`, earlyMinutes });

  it.each([
    ['22T08:29:59', 30, { reason: 'tooEarly', from, opens: '2026-11-22T08:30:00.000+08:00' }],
    ['22T08:30:00', 30, undefined],
    ['22T08:59:59', 0, { reason: 'tooEarly', from }],
    ['22T09:00:00', 0, undefined],
    ['22T17:00:00', 0, undefined],
    ['22T00:00:00', 1440, undefined],
    ['21T23:59:59', 1440, { reason: 'tooEarly', from }],
    ['21T23:59:59', 30, { reason: 'tooEarly', from }],
    ['23T00:00:00', 30, { reason: 'expired', to: exampleVisit.period.to }],
  ] as const)('%s with %i: %j', (time, minutes, refusal) => {
    expect(at(time, minutes)).toEqual(refusal);
  });

  it('takes a visit just after midnight from the beginning of its day, not the day before', () => {
    const period = { from: '2026-11-22T00:20:00+08:00', to: '2026-11-22T02:00:00+08:00' };
    expect(at('22T00:00:00', 30, { period })).toBeUndefined();
    expect(at('21T23:55:00', 30, { period })).toEqual({ reason: 'tooEarly', from: period.from });
  });

  it('reads times in UTC by the kiosk’s day', () => {
    const period = { from: '2026-11-22T01:00:00Z', to: '2026-11-22T10:00:00Z' };
    expect(at('22T07:00:00', 60, { period })).toEqual({
      reason: 'tooEarly',
      from: period.from,
      opens: '2026-11-22T00:00:00.000+00:00',
    });
    expect(at('22T08:00:00', 60, { period })).toBeUndefined();
    // So many minutes before is another day in UTC, and the same day in the building.
    expect(at('22T03:59:00', 300, { period })).toMatchObject({ reason: 'tooEarly', opens: '2026-11-21T20:00:00.000+00:00' });
  });

  it('keeps nobody in who is inside, and says when to come to whoever would leave too early', () => {
    const early = { building: '1', now: '2026-11-22T07:00:00.000+08:00', earlyMinutes: 30 };
    expect(refuseCheckOut(visit(), inside, early)).toBeUndefined();
    expect(refuseCheckOut(visit(), none, early)).toMatchObject({ reason: 'tooEarly' });
  });
});

describe('refuseCheckOut', () => {
  it.each([
    ['checked in here', visit(), inside, here, undefined],
    ['checked in elsewhere', visit({ state: 'visiting' }), none, elsewhere, undefined],
    ['late by a day', visit(), inside, tomorrow, undefined],
    ['whoever is inside may leave, blocked or not', visit({ blocked: true }), inside, here, undefined],
    ['never checked in', visit(), none, here, { reason: 'notCheckedIn' }],
    ['never checked in, and of another day', visit(), none, tomorrow, { reason: 'expired', to: exampleVisit.period.to }],
    ['never checked in, and blocked', visit({ blocked: true }), none, here, { reason: 'blocked' }],
    ['checked out here', visit(), left, here, { reason: 'alreadyCheckedOut', at: left.at }],
    ['checked out elsewhere', visit({ state: 'visited' }), none, here, { reason: 'alreadyCheckedOut' }],
  ] as const)('%s', (_name, given, standing, occasion, refusal) => {
    expect(refuseCheckOut(given, standing, occasion)).toEqual(refusal);
  });
});
