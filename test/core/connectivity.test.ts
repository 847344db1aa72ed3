import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FailureCode, failures } from '../../electron/contract/failure.ts';
import type { CallEnded } from '../../electron/core/call-ended.ts';
import { type Connectivity, type ConnectivityEvent, firstConnectivity, step } from '../../electron/core/connectivity.ts';

const wall = '2026-11-22T10:15:00.000+08:00';
const good = { type: 'ended', by: 'background' } as const;
const failing = (failure: FailureCode, by: CallEnded['by'] = 'visitor') => ({ type: 'ended', by, failure }) as const;
const down = failing('bookings.unreachable');

/** A machine by a clock of the test's own: each event comes so many milliseconds after the one before. */
function machine(chance = 0) {
  let state: Connectivity = firstConnectivity;
  let now = 0;
  const tries: number[] = [];
  const hear = (event: ConnectivityEvent, after = 0) => {
    now += after;
    const [next, isTry] = step(state, event, { now, wall, chance });
    state = next;
    if (isTry) tries.push(now);
    return state.kind;
  };
  /** Waits for the next try and lets it end. */
  const tried = (failure?: FailureCode) => {
    hear({ type: 'time' }, Math.max(0, (state.tryAt ?? now) - now));
    hear({ type: 'ended', by: 'probe', failure });
    return hear({ type: 'tried' });
  };
  return { hear, tried, tries, state: () => state, now: () => now };
}

/** One that has just lost the server. */
function lost() {
  const one = machine();
  one.hear(down);
  one.hear(down);
  return one;
}

describe('API-9 the server is lost', () => {
  it.each<[string, ConnectivityEvent[], Connectivity['kind']]>([
    ['by one failure: not yet', [down], 'online'],
    ['by two', [down, down], 'offline'],
    ['by two in five', [down, good, good, good, down], 'offline'],
    ['by two in six: not yet', [down, good, good, good, good, down], 'online'],
    ['by one slow look-up', [good, good, { type: 'slow' }], 'offline'],
    ['by a refusal of one thing: not at all', [failing('bookings.refused'), failing('bookings.notFound')], 'online'],
  ])('API-9 %s', (_name, events, kind) => {
    const { hear, state } = machine();
    for (const event of events) hear(event);
    expect(state().kind).toBe(kind);
  });

  it.each<[FailureCode, boolean, boolean, boolean]>([
    // Lost by two of these, of a visitor's call, one in the background, or a try.
    ['bookings.unreachable', true, true, true],
    ['bookings.unresolved', true, true, true],
    ['bookings.tls', true, true, true],
    ['bookings.portal', true, true, true],
    ['bookings.unauthorized', true, true, true],
    ['bookings.busy', true, true, true],
    ['bookings.timeout', true, false, true],
    ['bookings.forbidden', false, false, true],
    ['bookings.broken', false, false, true],
    ['bookings.unreadable', false, false, true],
    ['bookings.notFound', false, false, false],
    ['bookings.refused', false, false, false],
    ['bookings.tooLarge', false, false, false],
  ])('API-9 %s', (code, byVisitor, byBackground, byProbe) => {
    const isLost = (by: CallEnded['by']) => {
      const { hear } = machine();
      hear(failing(code, by));
      return hear(failing(code, by)) === 'offline';
    };
    expect([isLost('visitor'), isLost('background'), isLost('probe')]).toEqual([byVisitor, byBackground, byProbe]);
  });

  it('every failure of the server is judged', () => {
    const judged = Object.keys(failures).filter((code) => code.startsWith('bookings.'));
    expect(judged).toHaveLength(13);
  });

  it('with the moment and the last failure, which staff see', () => {
    const { hear, state } = lost();
    expect(state()).toMatchObject({ kind: 'offline', since: wall, cause: 'bookings.unreachable' });
    hear(failing('bookings.portal'), 5_000);
    expect(state()).toMatchObject({ kind: 'offline', since: wall, cause: 'bookings.portal' });
    hear(failing('bookings.notFound'), 5_000);
    expect(state()).toMatchObject({ cause: 'bookings.portal' });
  });

  it('by what may be one operation’s own fault only once a try has shown it, twice', () => {
    const { hear, tried, tries, state } = machine();
    hear(failing('bookings.broken', 'background'));
    expect(state().tryAt).toBe(2_000);
    expect(tried()).toBe('online');
    expect(state().tryAt).toBeUndefined();
    hear(failing('bookings.broken'));
    expect(tried('bookings.broken')).toBe('online');
    expect(tried('bookings.broken')).toBe('offline');
    expect(tries).toEqual([2_000, 4_000, 6_000]);
  });
});

describe('API-9 the server is found again', () => {
  it('by two good tries, spaced', () => {
    const { tried, tries } = lost();
    expect(tried()).toBe('offline');
    expect(tried()).toBe('online');
    expect(tries).toEqual([2_000, 4_000]);
  });

  it('not by two that come together, nor after one that failed', () => {
    const { hear, tried } = lost();
    hear(good, 10);
    expect(hear(good, 10)).toBe('offline');
    expect(tried('bookings.timeout')).toBe('offline');
    expect(tried()).toBe('offline');
    expect(tried('bookings.timeout')).toBe('offline');
    expect(tried()).toBe('offline');
    expect(tried()).toBe('online');
  });

  it('by any good calls: those of a visitor or of the roster show it as well', () => {
    const { hear } = lost();
    hear({ type: 'ended', by: 'visitor' }, 500);
    expect(hear(good, 1_000)).toBe('online');
  });

  it('not by an answer that is none, and a failure of one operation does not begin it again', () => {
    const { hear } = lost();
    hear(good, 1_000);
    hear(failing('bookings.notFound', 'probe'), 1_000);
    hear(failing('bookings.forbidden', 'background'), 1_000);
    expect(hear(good, 1_000)).toBe('online');
  });

  it('is tried after waits that grow to 30 s, of which half is by chance', () => {
    for (const [chance, waits] of [
      [0, [2, 4, 8, 15, 15]],
      [1, [4, 8, 16, 30, 30]],
    ] as const) {
      const { hear, tried, tries } = machine(chance);
      hear(down);
      hear(down);
      for (const _ of waits) tried('bookings.unreachable');
      expect(tries.map((at, place) => (at - (tries[place - 1] ?? 0)) / 1_000)).toEqual(waits);
    }
  });

  it('is tried again where a try did not reach the wire, and one runs at a time', () => {
    const { hear, state, tries } = lost();
    hear({ type: 'time' }, 2_000);
    hear({ type: 'time' }, 60_000);
    expect(tries).toEqual([2_000]);
    hear({ type: 'tried' });
    expect(state().tryAt).toBe(64_000);
  });

  it('needs five after a relapse, and the waits begin longer', () => {
    const { hear, tried, tries } = lost();
    tried();
    tried();
    hear(down, 60_000);
    expect(hear(down)).toBe('offline');
    const from = tries.length;
    expect([tried(), tried(), tried(), tried(), tried()]).toEqual(['offline', 'offline', 'offline', 'offline', 'online']);
    expect(tries.slice(from).map((at) => at - 64_000)).toEqual([4_000, 8_000, 12_000, 16_000, 20_000]);
    // After five steady minutes an outage is a new one.
    hear(down, 5 * 60_000);
    hear(down);
    tried();
    expect(tried()).toBe('online');
  });

  it.each([2, 3, 4, 5, 7])('API-9 does not flap with a server that fails every call number %i', (every) => {
    const { hear, tried, state } = machine(0.5);
    let changes = 0;
    let before = 'online';
    for (let call = 1; call <= 2_000; call += 1) {
      const failure = call % every === 0 ? 'bookings.timeout' : undefined;
      if (state().kind === 'offline') tried(failure);
      else hear({ type: 'ended', by: 'visitor', failure }, 10_000);
      if (state().kind !== before) changes += 1;
      before = state().kind;
    }
    expect(changes).toBeLessThanOrEqual(3);
    expect(before).toBe(every < 5 ? 'offline' : 'online');
  });

  it('CLK-4 is tried at once after a sleep, and what was heard before it no longer counts', () => {
    const away = lost();
    for (let failed = 0; failed < 9; failed += 1) away.tried('bookings.unreachable');
    away.hear({ type: 'resumed' }, 3_000);
    expect(away.tries.at(-1)).toBe(away.now());
    const there = machine();
    there.hear(down);
    there.hear({ type: 'resumed' }, 3_000);
    expect(there.tries).toEqual([3_000]);
    expect(there.hear(down)).toBe('online');
  });
});

describe('API-9 whatever happens', () => {
  const codes = Object.keys(failures).filter((code) => code.startsWith('bookings.')) as FailureCode[];
  const ended = fc.record({
    type: fc.constant('ended' as const),
    by: fc.constantFrom('visitor' as const, 'background' as const, 'probe' as const),
    failure: fc.option(fc.constantFrom(...codes), { nil: undefined, freq: 2 }),
  });
  const told = fc.constantFrom<ConnectivityEvent>({ type: 'slow' }, { type: 'time' }, { type: 'tried' }, { type: 'resumed' });
  const happening = fc.record({
    event: fc.oneof({ arbitrary: ended as fc.Arbitrary<ConnectivityEvent>, weight: 4 }, { arbitrary: told, weight: 1 }),
    after: fc.integer({ min: 0, max: 40_000 }),
    chance: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  });

  it('API-9 it is lost and found by the rule alone, and never without a next try while it is away', () => {
    void fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (course) => {
        let state: Connectivity = firstConnectivity;
        let now = 0;
        let goodAt: number[] = [];
        for (const { event, after, chance } of course) {
          now += after;
          const before: Connectivity = state;
          const [next, isTry] = step(before, event, { now, wall: `${now}`, chance });
          state = next;
          if (event.type === 'ended' && !event.failure) goodAt.push(now);
          if (before.kind === 'online' && next.kind === 'offline') {
            expect(event.type === 'slow' || before.recent.includes(true)).toBe(true);
            expect(next.since).toBe(`${now}`);
            goodAt = [];
          }
          if (before.kind === 'offline' && next.kind === 'online') {
            expect(event).toMatchObject({ type: 'ended', failure: undefined });
            expect((goodAt.at(-1) ?? 0) - (goodAt[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
          }
          if (before.kind === 'offline' && next.kind === 'offline') expect(next.since).toBe(before.since);
          if (next.kind === 'offline') expect(next.isTrying || next.tryAt !== undefined).toBe(true);
          if (next.tryAt !== undefined && next.tryAt !== before.tryAt && event.type !== 'resumed') {
            expect(next.tryAt - now).toBeGreaterThanOrEqual(2_000);
            expect(next.tryAt - now).toBeLessThanOrEqual(30_000);
          }
          if (isTry) expect(before.isTrying && event.type !== 'tried').toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
