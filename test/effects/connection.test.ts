import { describe, expect, it, onTestFinished } from 'vitest';
import { type ConnectionState, watchConnection } from '../../electron/effects/connection.ts';
import { clientOf, serve, serveJson } from '../bookings/web.ts';
import { createWorld, until } from '../sync/world.ts';

/** A watched connection by a driven clock; `answers` is what the next tries meet. */
function watched(chance = 0) {
  const world = createWorld(() => '');
  const told: ConnectionState[] = [];
  const probes: number[] = [];
  const server = { isThere: false };
  const connection = watchConnection({
    probe: async () => {
      probes.push(world.clock.now());
      connection.heard({ by: 'probe', ...(!server.isThere && { failure: 'bookings.unreachable' }) });
    },
    clock: world.clock,
    log: world.log,
    chance: () => chance,
    tell: (state) => told.push(state),
  });
  onTestFinished(() => connection.stop());
  const lose = () => {
    connection.heard({ by: 'visitor', failure: 'bookings.unreachable' });
    connection.heard({ by: 'visitor', failure: 'bookings.unreachable' });
  };
  return { ...world, connection, told, probes, server, lose };
}

describe('the watch over the connection', () => {
  it('says since when the server is away and why, tries quietly, and finds it again', async () => {
    const { connection, server, lose, move, probes, noted, told, clock } = watched();
    expect(connection.state()).toEqual({ state: 'online' });
    const since = clock.wall();
    lose();
    expect(connection.isOnline()).toBe(false);
    await move(60_000);
    expect(probes).toEqual([2_000, 6_000, 14_000, 29_000, 44_000, 59_000]);
    expect(connection.state()).toEqual({ state: 'offline', since, cause: 'bookings.unreachable' });
    server.isThere = true;
    await move(17_000);
    expect(connection.state()).toEqual({ state: 'online' });
    expect(told.at(0)).toEqual({ state: 'offline', since, cause: 'bookings.unreachable' });
    expect(told.at(-1)).toEqual({ state: 'online' });
    expect(noted('connection')).toEqual([{ state: 'offline', failure: 'bookings.unreachable' }, { state: 'online' }]);
  });

  it('an outage of a night is two lines in the log', async () => {
    const { server, lose, move, noted } = watched(0.5);
    lose();
    await move(12 * 60 * 60_000);
    server.isThere = true;
    await move(60_000);
    expect(noted('connection')).toHaveLength(2);
  });

  it('CLK-4 tries at once after a sleep', async () => {
    const { connection, lose, move, probes, clock } = watched();
    lose();
    await move(50_000);
    connection.resumed();
    expect(probes.at(-1)).toBe(clock.now());
  });

  it('has no timer while the server is there, one while it is away, and none once stopped', async () => {
    const { connection, lose, move, waiting, probes } = watched();
    connection.heard({ by: 'visitor' });
    expect(waiting()).toBe(0);
    lose();
    await move(30_000);
    expect(waiting()).toBe(1);
    connection.stop();
    expect(waiting()).toBe(0);
    const before = probes.length;
    connection.resumed();
    lose();
    await move(60_000);
    expect(probes).toHaveLength(before);
  });

  it('hears a real client: a server that stops, a portal in its place, and the server again', async () => {
    const world = createWorld(() => '');
    const web = await serve((_request, response) => {
      if (portal) response.writeHead(302, { location: 'http://portal.example/' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    let portal = false;
    const connection = watchConnection({
      probe: () => bookings.probe(),
      clock: world.clock,
      log: world.log,
      chance: () => 0,
      tell: () => {},
    });
    const bookings = clientOf(web.url, { onEnded: connection.heard });
    onTestFinished(async () => {
      connection.stop();
      await bookings.close();
      await web.close();
    });
    await bookings.systemInformation();
    portal = true;
    await bookings.systemInformation();
    await bookings.background('booking.search', {});
    expect(connection.state()).toMatchObject({ state: 'offline', cause: 'bookings.portal' });
    portal = false;
    const before = web.seen.length;
    // A timer that waits, or the server found: no try is on its way.
    while (!connection.isOnline()) {
      await until(() => world.waiting() === 1 || connection.isOnline());
      await world.move(1_000);
    }
    expect(web.seen).toHaveLength(before + 2);
  });

  it('a server that takes connections and is silent is lost by one look-up, which ends by itself', async () => {
    const web = await serve(() => {});
    const world = createWorld(() => '');
    const connection = watchConnection({
      probe: async () => {},
      clock: world.clock,
      log: world.log,
      chance: () => 0,
      tell: () => {},
    });
    const bookings = clientOf(web.url, { onEnded: connection.heard, building: '1', deadlines: {} });
    onTestFinished(async () => {
      connection.stop();
      await bookings.close();
      await web.close();
    });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: false, failure: { code: 'bookings.timeout' } });
    await until(() => !connection.isOnline());
    expect(connection.state()).toMatchObject({ state: 'offline', cause: 'bookings.timeout' });
  });

  it('a server that is gone is lost by one look-up', async () => {
    const web = await serveJson({});
    await web.close();
    const world = createWorld(() => '');
    const connection = watchConnection({
      probe: async () => {},
      clock: world.clock,
      log: world.log,
      chance: () => 0,
      tell: () => {},
    });
    const bookings = clientOf(web.url, { onEnded: connection.heard, building: '1' });
    onTestFinished(async () => {
      connection.stop();
      await bookings.close();
    });
    expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: false });
    // The building's name was asked for beside the badge, and may end a little later.
    await until(() => !connection.isOnline());
    expect(connection.state()).toMatchObject({ state: 'offline', cause: 'bookings.unreachable' });
  });
});

describe('API-9 200 kiosks that lost the server together', () => {
  /** Chance that is the same in every run (mulberry32). */
  function chanceFrom(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  /** The moments of all their tries from the server's return on, and when the last of them was back. */
  function simulate(backAt: number) {
    let now = 0;
    let waiting: { at: number; callback: () => void }[] = [];
    const clock = {
      now: () => now,
      wall: () => '2026-11-22T10:15:00.000+08:00',
      after: (milliseconds: number, callback: () => void) => {
        const entry = { at: now + milliseconds, callback };
        waiting.push(entry);
        return () => {
          waiting = waiting.filter((each) => each !== entry);
        };
      },
    };
    const tries: number[] = [];
    const kiosks = Array.from({ length: 200 }, (_, number) => {
      const kiosk = watchConnection({
        // As a call that ends at once, so that the simulation needs no turn of the event loop.
        probe: () => {
          tries.push(now);
          kiosk.heard({ by: 'probe', ...(now < backAt && { failure: 'bookings.unreachable' }) });
          return { finally: (done: () => void) => done() } as unknown as Promise<void>;
        },
        clock,
        log: { log: () => {}, close: () => {} },
        chance: chanceFrom(number + 1),
        tell: () => {},
      });
      kiosk.heard({ by: 'background', failure: 'bookings.unreachable' });
      kiosk.heard({ by: 'background', failure: 'bookings.unreachable' });
      return kiosk;
    });
    while (waiting.length > 0) {
      const next = waiting.reduce((first, each) => (each.at < first.at ? each : first));
      waiting = waiting.filter((each) => each !== next);
      now = next.at;
      next.callback();
    }
    expect(kiosks.every((kiosk) => kiosk.isOnline())).toBe(true);
    return { tries: tries.filter((at) => at >= backAt), lastAt: now };
  }

  const mostIn100ms = (tries: readonly number[]) =>
    Math.max(...tries.map((begin) => tries.filter((at) => at >= begin && at < begin + 100).length));

  // Right after the loss 200 first tries fall into 2 s: 10 in 100 ms on average, and with chance hardly ever twice that and a bit. After
  // minutes they are spread over 15 s, with a second try of each after it: 3 on average. Together they would be 200.
  it.each([
    ['at once', 0, 25],
    ['after 10 s', 10_000, 20],
    ['after 10 minutes', 600_000, 12],
  ])('API-9 a server that is back %s is not met by them as one', (_name, backAt, most) => {
    const { tries, lastAt } = simulate(backAt);
    expect(tries).toHaveLength(400);
    expect(mostIn100ms(tries)).toBeLessThanOrEqual(most);
    // And nobody stays away for long: a wait of 30 s, and the second try.
    expect(lastAt - backAt).toBeLessThanOrEqual(34_000);
  });
});
