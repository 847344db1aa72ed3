import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHeartbeat, type Heartbeat, type HeartbeatEvent, step } from '../../electron/sync/heartbeat.ts';
import { pauseAfter } from '../../electron/sync/pause.ts';

/** A heartbeat that is led through events; says what each of them started. */
function led() {
  let state: Heartbeat = firstHeartbeat;
  return {
    at(now: number, event: HeartbeatEvent, chance = 1) {
      const [next, effect] = step(state, event, { now, chance });
      state = next;
      return effect ? (effect.type === 'beat' ? `beat ${effect.occupied ? 'occupied' : 'free'}` : 'find') : undefined;
    },
    dueAt: () => state.dueAt,
  };
}

const time = { type: 'time' } as const;
const found = { type: 'found' } as const;
const beaten = (occupied: boolean) => ({ type: 'beaten', occupied }) as const;
const occupied = (is: boolean) => ({ type: 'occupied', occupied: is }) as const;

function beating() {
  const heart = led();
  expect(heart.at(0, time)).toBe('find');
  expect(heart.at(100, found)).toBe('beat free');
  expect(heart.at(200, beaten(false))).toBeUndefined();
  return heart;
}

describe('when all goes well', () => {
  it('beats at once and then every minute from beat to beat', () => {
    const heart = beating();
    expect(heart.dueAt()).toBe(60_100);
    expect(heart.at(60_099, time)).toBeUndefined();
    expect(heart.at(60_100, time)).toBe('beat free');
    expect(heart.at(61_000, beaten(false))).toBeUndefined();
    expect(heart.dueAt()).toBe(120_100);
  });

  it('tells a change at once when the last beat is long enough ago', () => {
    const heart = beating();
    expect(heart.at(30_000, occupied(true))).toBe('beat occupied');
    expect(heart.at(30_010, beaten(true))).toBeUndefined();
    expect(heart.dueAt()).toBe(90_000);
  });

  it('tells changes every 5 s at most, and only the last of them', () => {
    const heart = beating();
    expect(heart.at(1_000, occupied(true))).toBeUndefined();
    expect(heart.at(2_000, occupied(false))).toBeUndefined();
    expect(heart.dueAt()).toBe(60_100);
    expect(heart.at(3_000, occupied(true))).toBeUndefined();
    expect(heart.dueAt()).toBe(5_100);
    expect(heart.at(5_100, time)).toBe('beat occupied');
  });

  it('a change during a beat follows it', () => {
    const heart = beating();
    expect(heart.at(30_000, occupied(true))).toBe('beat occupied');
    expect(heart.at(30_001, occupied(false))).toBeUndefined();
    expect(heart.at(30_500, beaten(true))).toBeUndefined();
    expect(heart.dueAt()).toBe(35_000);
    expect(heart.at(35_000, time)).toBe('beat free');
  });

  it('a change during a beat that took long follows at once', () => {
    const heart = beating();
    expect(heart.at(30_000, occupied(true))).toBe('beat occupied');
    expect(heart.at(30_001, occupied(false))).toBeUndefined();
    expect(heart.at(39_000, beaten(true))).toBe('beat free');
  });
});

describe('when it fails', () => {
  it('waits longer from failure to failure, whatever changes meanwhile, and then tells the newest state', () => {
    const heart = beating();
    expect(heart.at(60_100, time)).toBe('beat free');
    const waits = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000];
    let now = 60_100;
    for (const [place, wait] of waits.entries()) {
      expect(heart.at(now, { type: 'beaten', occupied: place % 2 === 1, failure: 'bookings.unreachable' })).toBeUndefined();
      expect(heart.dueAt() - now).toBe(wait);
      expect(heart.at(now + 1, occupied(place % 2 === 0))).toBeUndefined();
      now += wait;
      expect(heart.at(now, time)).toBe(place % 2 === 0 ? 'beat occupied' : 'beat free');
    }
    expect(heart.at(now, beaten(false))).toBeUndefined();
    expect(heart.dueAt()).toBe(now + 60_000);
  });

  it.each(['bookings.unauthorized', 'bookings.forbidden', 'bookings.tls', 'bookings.refused'] as const)(
    'is slow after %s, which only a person can mend',
    (failure) => {
      const heart = beating();
      expect(heart.at(60_100, time)).toBe('beat free');
      expect(heart.at(60_100, { type: 'beaten', occupied: false, failure })).toBeUndefined();
      expect(heart.dueAt()).toBe(660_100);
    },
  );

  it('a device that the server does not know is looked for at once, and then more and more seldom', () => {
    const heart = beating();
    const unknown = { type: 'beaten', occupied: false, failure: 'bookings.notFound' } as const;
    expect(heart.at(60_100, time)).toBe('beat free');
    expect(heart.at(60_200, unknown)).toBe('find');
    expect(heart.at(60_300, found)).toBe('beat free');
    expect(heart.at(60_400, unknown)).toBeUndefined();
    expect(heart.at(70_400, time)).toBe('find');
    expect(heart.at(70_500, found)).toBe('beat free');
    expect(heart.at(70_600, unknown)).toBeUndefined();
    expect(heart.dueAt()).toBe(90_600);
  });

  it('API-9 chance spreads the kiosks of a site over half of the wait', () => {
    const pauses = Array.from({ length: 200 }, (_, kiosk) => pauseAfter(5, 'bookings.broken', kiosk / 200));
    expect(new Set(pauses).size).toBe(200);
    expect(Math.min(...pauses)).toBe(40_000);
    expect(Math.max(...pauses)).toBeLessThan(80_000);
  });
});

it('whatever happens: one call at a time, beats 5 s apart, and the last state is told in the end', () => {
  const event = fc.record({
    wait: fc.integer({ min: 0, max: 20_000 }),
    kind: fc.constantFrom('time', 'occupied', 'free', 'ends well', 'ends unreachable', 'ends unknown'),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (happening) => {
      const heart = led();
      let now = 0;
      let busy: string | undefined = heart.at(now, time);
      let lastBeat = Number.NEGATIVE_INFINITY;
      let isOccupied = false;
      const take = (effect: string | undefined, found = false) => {
        if (!effect) return;
        expect(busy).toBeUndefined();
        busy = effect;
        if (!effect.startsWith('beat')) return;
        if (!found) expect(now - lastBeat).toBeGreaterThanOrEqual(2_500);
        lastBeat = now;
      };
      const ended = (failure?: 'bookings.unreachable' | 'bookings.notFound') => {
        const was = busy;
        busy = undefined;
        const fault = failure && { failure };
        if (was === 'find') take(heart.at(now, { type: 'found', ...fault }, 0), true);
        else if (was) take(heart.at(now, { ...beaten(was === 'beat occupied'), ...fault }, 0));
      };
      for (const { wait, kind } of happening) {
        now += wait;
        if (kind === 'time') take(heart.at(now, time));
        else if (kind === 'occupied' || kind === 'free') {
          isOccupied = kind === 'occupied';
          take(heart.at(now, occupied(isOccupied)));
        } else if (busy) {
          const failures = {
            'ends well': undefined,
            'ends unreachable': 'bookings.unreachable',
            'ends unknown': 'bookings.notFound',
          } as const;
          ended(failures[kind]);
        }
      }
      // From now on all goes well.
      let told: string | undefined;
      for (let rounds = 0; rounds < 6; rounds += 1) {
        if (busy?.startsWith('beat')) told = busy;
        ended();
        now += 300_000;
        take(heart.at(now, time));
      }
      expect(told).toBe(isOccupied ? 'beat occupied' : 'beat free');
    }),
    { numRuns: 300 },
  );
});
