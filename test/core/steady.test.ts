import { describe, expect, it } from 'vitest';
import { isBelieved, isSteady, lookAtWall, type WallLook, type WallWatch } from '../../electron/core/steady.ts';

const minute = 60_000;
const hour = 60 * minute;
const begin = Date.parse('2026-11-22T02:00:00Z');
const look = (now: number, movedMs = 0, skewMs?: number): WallLook => ({
  now,
  wall: new Date(begin + now + movedMs).toISOString(),
  ...(skewMs !== undefined && { skewMs }),
});
const watched = (...looks: WallLook[]): WallWatch => {
  const [first, ...rest] = looks;
  return rest.reduce((watch, next) => lookAtWall(watch, next), lookAtWall(undefined, first ?? look(0)));
};

describe('a wall clock that is looked at now and again', () => {
  it('CLK-1 is steady after half an hour without a step', () => {
    const watch = watched(look(0), look(10 * minute), look(29 * minute));
    expect(isSteady(watch, look(29 * minute))).toBe(false);
    expect(isSteady(watch, look(30 * minute))).toBe(true);
  });

  it.each([
    ['a day ahead', 24 * hour, true],
    ['a day back', -24 * hour, true],
    ['two minutes', 2 * minute, true],
    ['half a minute', minute / 2, false],
    ['not at all', 0, false],
  ])('CLK-1 moved by %s', (_name, step, moved) => {
    const watch = watched(look(0), look(hour), look(hour + minute, step));
    expect(watch.hasMoved).toBe(moved);
    expect(isSteady(watch, look(hour + minute, step))).toBe(!moved);
  });

  it('CLK-1 drift is no step, however much comes together', () => {
    let watch = lookAtWall(undefined, look(0));
    for (let n = 1; n <= 600; n += 1) watch = lookAtWall(watch, look(n * minute, n * 500));
    expect(watch).toMatchObject({ since: 0, hasMoved: false });
  });

  it('CLK-1 moved and set right is steady half an hour after it was set right', () => {
    const watch = watched(look(0), look(hour, 24 * hour), look(hour + 10 * minute));
    expect(isSteady(watch, look(hour + 39 * minute))).toBe(false);
    expect(isSteady(watch, look(hour + 40 * minute))).toBe(true);
  });

  it('CLK-4 a machine that slept, or a step that somebody else has seen, counts as moved', () => {
    const watch = lookAtWall(watched(look(0), look(hour)), look(hour + 1), true);
    expect(watch).toMatchObject({ since: hour + 1, hasMoved: true });
  });
});

describe('what cannot be undone', () => {
  const old = watched(look(0), look(hour));

  it.each([
    ['a clock that nobody has seen move', old, look(hour), true],
    ['the first look of a start', watched(look(0)), look(0), true],
    ['just moved', watched(look(0), look(hour, 24 * hour)), look(hour, 24 * hour), false],
    ['moved half an hour ago', watched(look(0), look(hour, 24 * hour)), look(hour + 30 * minute, 24 * hour), true],
    ['1970', watched(look(0, -begin)), look(0, -begin), false],
    ['the year of a dead battery', watched(look(0)), { now: 0, wall: '2025-12-31T23:59:59Z' }, false],
    ['the first moment that may be', watched(look(0)), { now: 0, wall: '2026-01-01T00:00:00Z' }, true],
    ['no date at all', watched(look(0)), { now: 0, wall: 'never' }, false],
    ['the server agrees', old, look(hour, 0, -59 * minute), true],
    ['the server is a day behind', old, look(hour, 0, -24 * hour), false],
    ['the server is a day ahead', old, look(hour, 0, 24 * hour), false],
  ])('CLK-1 follows from %s: %#', (_name, watch, now, expected) => {
    expect(isBelieved(watch, now)).toBe(expected);
  });

  it('CLK-3 what was known of the server’s clock before this one was set right says nothing any more', () => {
    const skew = 24 * hour;
    const wrong = watched(look(0, -skew, skew), look(hour, -skew, skew));
    expect(isBelieved(wrong, look(hour, -skew, skew))).toBe(false);
    const right = lookAtWall(wrong, look(hour + minute, 0, skew));
    expect(isBelieved(right, look(2 * hour, 0, skew))).toBe(true);
    expect(isBelieved(right, look(2 * hour, 0, 900))).toBe(true);
    expect(isBelieved(right, look(2 * hour, 0, -skew))).toBe(false);
  });
});
