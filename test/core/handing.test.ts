import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHanding, type Handing, type HandingEvent, mayLeave, stepHanding, wakesAt } from '../../electron/core/handing.ts';

const world = (now: number, chance = 0.5) => ({ now, chance });
const left = (eventId: string): HandingEvent => ({ type: 'left', eventId });
const settled = (eventId: string): HandingEvent => ({ type: 'settled', eventId });
const later = (eventId: string, tries = 1, askedMs = 0): HandingEvent => ({ type: 'later', eventId, tries, askedMs });

/** Steps at one moment. */
const stepped = (state: Handing, events: readonly HandingEvent[], now = 0, chance = 0.5): Handing =>
  events.reduce((before, event) => stepHanding(before, event, world(now, chance)), state);
const failedAt = (state: Handing, ids: readonly string[], now = 0, chance = 0.5): Handing =>
  stepped(
    state,
    ids.flatMap((id) => [left(id), later(id)]),
    now,
    chance,
  );
const away = failedAt(firstHanding, ['a', 'b', 'c', 'd']);

describe('API-6 letters go four at once, and wait one by one', () => {
  it('API-6 four leave, and no fifth before one of them has come back', () => {
    expect(mayLeave(firstHanding, 0)).toEqual({ most: 4, besides: [] });
    const four = stepped(firstHanding, ['a', 'b', 'c', 'd'].map(left));
    expect(mayLeave(four, 0)).toEqual({ most: 0, besides: ['a', 'b', 'c', 'd'] });
    expect(mayLeave(stepped(four, [settled('b')]), 0)).toEqual({ most: 1, besides: ['a', 'c', 'd'] });
  });

  it('API-6 one that failed is passed over until it is due, and nobody waits for it', () => {
    const one = failedAt(firstHanding, ['a']);
    expect(mayLeave(one, 0)).toEqual({ most: 4, besides: ['a'] });
    expect(wakesAt(one, 0)).toBe(1_500);
    expect(mayLeave(one, 1_499).besides).toEqual(['a']);
    expect(mayLeave(one, 1_500)).toEqual({ most: 4, besides: [] });
    expect(wakesAt(one, 1_500)).toBeUndefined();
  });

  it.each([
    [1, 1_000, 2_000],
    [2, 2_000, 4_000],
    [5, 16_000, 32_000],
    [9, 256_000, 512_000],
    [10, 300_000, 600_000],
    [10_000, 300_000, 600_000],
  ])('after %i tries it waits between %i and %i ms, by chance', (tries, least, most) => {
    const waits = (chance: number, askedMs = 0) =>
      stepHanding(firstHanding, later('a', tries, askedMs), world(0, chance)).resting.get('a');
    expect([waits(0), waits(1)]).toEqual([least, most]);
    expect(waits(0, least + 7)).toBe(least + 7);
    expect(waits(1, 7)).toBe(most);
  });

  it('API-6 one that is dropped without a try says nothing of its receiver: away it stays, and the next is tried at once', () => {
    const dropped = (eventId: string): HandingEvent => ({ type: 'dropped', eventId });
    const due = away.away?.until ?? 0;
    const without = stepped(away, [left('a'), dropped('a')], due);
    expect(without).toEqual({ ...away, resting: new Map(), failing: ['b', 'c', 'd'] });
    expect(mayLeave(without, due)).toMatchObject({ most: 1, besides: ['b', 'c', 'd'] });
    const open = stepped(firstHanding, [left('a'), later('a'), left('b'), dropped('b')]);
    expect(mayLeave(open, 0)).toEqual({ most: 4, besides: ['a'] });
  });

  it('API-6 letters that always fail beside others that are taken never make the receiver seem away', () => {
    let state = firstHanding;
    for (let round = 0; round < 50; round += 1) {
      state = failedAt(state, ['bad-1', 'bad-2', 'bad-3'], round * 1_000);
      state = stepped(state, [left(`good-${round}`), settled(`good-${round}`)], round * 1_000);
      expect(state.away).toBeUndefined();
      expect([...state.resting.keys()].toSorted()).toEqual(['bad-1', 'bad-2', 'bad-3']);
    }
  });

  it('one letter alone that fails again and again says nothing of the receiver', () => {
    const state = failedAt(firstHanding, ['a', 'a', 'a', 'a', 'a', 'a']);
    expect(state.away).toBeUndefined();
  });
});

describe('API-9 a receiver that seems away is left alone', () => {
  it('API-9 four different letters in a row that fail are enough', () => {
    expect(failedAt(firstHanding, ['a', 'b', 'c']).away).toBeUndefined();
    expect(away.away).toEqual({ failures: 1, until: 1_500 });
    expect(mayLeave(away, 1_499).most).toBe(0);
    expect(wakesAt(away, 0)).toBe(1_500);
  });

  it('API-9 then it is tried with one letter, and with a longer wait after each that fails', () => {
    const waits: number[] = [];
    let state = away;
    let now = 0;
    for (const letter of 'efghijklmn') {
      const until = state.away?.until ?? Number.NaN;
      waits.push(until - now);
      now = until;
      expect(mayLeave(state, now).most).toBe(1);
      state = stepped(state, [left(letter)], now);
      expect(mayLeave(state, now).most).toBe(0);
      state = stepped(state, [later(letter)], now);
    }
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000, 90_000, 90_000, 90_000, 90_000]);
  });

  it('API-9 a letter that it has not failed at goes first, then one that is due again', () => {
    const choice = mayLeave(away, 1_500);
    expect(choice).toEqual({ most: 1, besides: ['a', 'b', 'c', 'd'], orElse: [] });
    const longer = stepped(away, [left('a'), later('a', 9)], 1_500);
    expect(mayLeave(longer, 10_000).orElse).toEqual(['a']);
  });

  it('API-9 what was on its way already neither counts nor lets one leave before it is back', () => {
    const started = stepped(firstHanding, ['x', 'y', 'a', 'b'].map(left));
    const gone = stepped(stepped(started, [later('a'), later('b')]), [left('c'), left('d'), later('c'), later('d')]);
    expect(gone.away?.failures).toBe(1);
    expect(mayLeave(gone, 60_000).most).toBe(0);
    const back = stepped(gone, [later('x'), later('y')], 1_000);
    expect(back.away).toEqual({ failures: 1, until: 1_500 });
    expect(mayLeave(back, 60_000).most).toBe(1);
  });

  it('API-9 one letter that is settled lets all go again, those too that failed meanwhile', () => {
    const waiting = stepped(failedAt(away, ['e'], 1_500), [left('f'), later('f', 9)], 4_500);
    expect(waiting.resting.size).toBe(1);
    const back = stepped(waiting, [left('g'), settled('g')], 10_500);
    expect(back).toEqual({ flying: new Set(), resting: new Map(), failing: [] });
    expect(mayLeave(back, 10_000)).toEqual({ most: 4, besides: [] });
  });

  it('API-9 a letter that failed before the receiver went away goes on waiting by itself', () => {
    const bad = stepped(failedAt(firstHanding, ['bad']), [left('good'), settled('good')]);
    const back = stepped(failedAt(bad, ['a', 'b', 'c', 'd']), [left('e'), settled('e')], 1_400);
    expect([...back.resting.keys()]).toEqual(['bad']);
  });

  it('API-9 the longest wait that it asks for is kept', () => {
    const asked = stepped(failedAt(firstHanding, ['a', 'b', 'c']), [left('d'), later('d', 1, 40_000)]);
    expect(asked.away?.until).toBe(40_000);
    const straggler = stepped(away, [later('x', 1, 50_000)], 1_000);
    expect(straggler.away).toEqual({ failures: 1, until: 51_000 });
  });

  it('API-9 two hundred kiosks that failed at the same moment do not come back at the same moment', () => {
    const returns = Array.from(
      { length: 200 },
      (_, kiosk) => failedAt(firstHanding, ['a', 'b', 'c', 'd'], 0, kiosk / 200).away?.until,
    );
    const inTenths = returns.map((until) => Math.floor((until ?? 0) / 100));
    for (const time of new Set(inTenths)) expect(inTenths.filter((one) => one === time).length).toBeLessThanOrEqual(20);
  });

  it('API-9 an outage of a week is no list without end', () => {
    let state = away;
    for (let letter = 0; letter < 5_000; letter += 1) state = failedAt(state, [`letter-${letter}`], state.away?.until);
    expect(state.failing.length).toBe(500);
    expect(state.resting.size).toBeLessThan(20);
    expect(mayLeave(state, state.away?.until ?? 0).besides.length).toBeLessThanOrEqual(600);
  });
});

describe('API-6 whatever happens', () => {
  it('API-6 no more than four are on their way, none twice, and one that waits is woken for', () => {
    const step = fc.record({
      what: fc.constantFrom('settled', 'later'),
      chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
      after: fc.nat(200_000),
    });
    void fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let [state, now, next] = [firstHanding, 0, 0];
        for (const { what, chance, after } of steps) {
          const { most, besides } = mayLeave(state, now);
          for (let free = most; free > 0; free -= 1) {
            const again = [...state.resting].find(([id, until]) => until <= now && !besides.includes(id))?.[0];
            next += 1;
            state = stepHanding(state, left(again ?? `letter-${next}`), world(now, chance));
          }
          expect(state.flying.size).toBeLessThanOrEqual(4);
          const [flying] = state.flying;
          if (flying) state = stepHanding(state, what === 'settled' ? settled(flying) : later(flying, 3), world(now, chance));
          for (const id of state.flying) expect(state.resting.has(id)).toBe(false);
          if (state.flying.size === 0 && state.resting.size > 0 && mayLeave(state, now).most === 0) {
            expect(wakesAt(state, now)).toBeGreaterThan(now);
          }
          now += after;
        }
      }),
    );
  });
});
