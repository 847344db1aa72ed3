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
