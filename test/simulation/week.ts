import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventName } from '../../electron/log/events.ts';
import { createRandom } from '../crash/random.ts';
import { startReceiver } from '../crash/receiver.ts';
import { startFakeBookings } from '../fakes/bookings.ts';
import { type Found, judge } from './findings.ts';
import { type Kiosk, type Surroundings, startKiosk } from './kiosk.ts';
import { availabilityOf, kindsOfOutage } from './outages.ts';
import { invite, refusedCompany, staysInside, tellOtherwise, type Visitor } from './people.ts';
import { startTime } from './time.ts';
import { comeIn, goOut, isTurnedAway } from './visitors.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const days = 7;
const outagesOfDay = 3;
/** So many visitors later somebody leaves. */
const stay = 12;
const groups = 10;

/** Midnight of a day of the week that holds the end of summer time (milliseconds since 1970). */
const midnight = (number: number): number => Date.parse(`2026-10-${22 + number}T00:00:00+0${number <= 3 ? 2 : 1}:00`);

/** The plans of a week. `visits`: how many people come in all, every one of them while the server is away. */
export interface WeekPlan {
  readonly visits: number;
  readonly seed: number;
}

/**
 * Seven days of a kiosk in driven time, with real parts: three outages of each kind, between them a quarter of an hour of server; the receiver
 * of events away all week; clocks that jump a day, to 1970, and out of summer time; four restarts. Then server and receiver come back.
 */
export async function liveWeek({ visits, seed }: WeekPlan): Promise<Found> {
  const random = createRandom(seed);
  const [bookings, receiver] = await Promise.all([startFakeBookings(), startReceiver((body) => body.includes(refusedCompany))]);
  // In memory where there is such a folder: what the disk does with a commit is the crash suite's.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'foyer-week-'));
  const time = startTime(midnight(0) + 6 * hour);
  const logged = new Map<EventName, number>();
  const surroundings: Surroundings = { folder, time, bookings, receiver, random, logged };
  const server = availabilityOf(bookings);
  const ofOutage = Math.floor(visits / days / outagesOfDay);
  const came: Visitor[] = [];
  let kiosk: Kiosk = startKiosk(surroundings);
  let restarts = 0;
  receiver.mood = 'broken';

  async function restart(): Promise<void> {
    await time.quiet();
    await kiosk.stop();
    kiosk = startKiosk(surroundings);
    server.meet(kiosk);
    restarts += 1;
  }

  async function passUntil(epoch: number): Promise<void> {
    while (time.epoch() < epoch) await time.leap(Math.min(30 * minute, epoch - time.epoch()));
  }

  /** The server is back: it is found again, and the roster is read twice, for a badge is gone once it was missing twice. */
  async function meetServer(): Promise<void> {
    await server.end(kiosk);
    for (let looks = 0; looks < 40 && !kiosk.connection.isOnline(); looks += 1) await time.move(30_000);
    if (!kiosk.connection.isOnline()) throw new Error('the server was not found again');
    for (let reads = 0; reads < 2; reads += 1) {
      if (!(await kiosk.refresh())) throw new Error('the roster could not be read');
      await time.move(minute);
    }
  }

  /** Visitors come in ten groups, one after the other, and leave in their order. */
  async function receive(visitors: readonly Visitor[], until: number, halfway: () => Promise<void>): Promise<void> {
    const group = Math.ceil((visitors.length + stay) / groups);
    const pause = (until - time.epoch() - hour) / groups;
    for (const [index, visitor] of [...visitors, ...Array<undefined>(stay).fill(undefined)].entries()) {
      if (visitor) await comeIn(kiosk, visitor);
      const leaving = visitors[index - stay];
      if (leaving && !staysInside(leaving)) await goOut(kiosk, leaving);
      await time.move(1_000);
      if (index % group === group - 1) await time.leap(pause);
      if (index === visitors.length >> 1) await halfway();
    }
  }

  /** The wall clock is wrong for some minutes: who comes in them is sent to reception, and nothing is written that cannot be undone. */
  async function withWrongClock(milliseconds: number, visitor: Visitor | undefined): Promise<void> {
    time.setWrong(milliseconds);
    await time.move(2 * minute);
    if (visitor) await isTurnedAway(kiosk, visitor);
    await time.move(8 * minute);
    time.setWrong(0);
    await time.move(minute);
  }

  try {
    const invited = Array.from({ length: days * outagesOfDay }, (_, outage) =>
      invite(bookings, {
        first: outage * ofOutage,
        count: ofOutage,
        dayBegins: midnight(Math.floor(outage / outagesOfDay)),
        plants: outage % 10 === 0,
      }),
    );
    for (const [outage, visitors] of invited.entries()) {
      const today = Math.floor(outage / outagesOfDay);
      const part = outage % outagesOfDay;
      await passUntil(midnight(today) + (6 + 5 * part) * hour);
      await meetServer();
      await server.begin(kindsOfOutage[outage % kindsOfOutage.length] ?? 'down', kiosk);
      if (outage === 4) await withWrongClock(day, visitors[0]);
      if (outage === 7) await withWrongClock(-day, visitors[0]);
      if (outage === 13) {
        time.setWrong(-time.epoch());
        await restart();
        await withWrongClock(-time.epoch(), visitors[0]);
      }
      if (outage === 8) await restart();
      await receive(visitors, midnight(today) + (11 + 5 * part) * hour, async () => {
        if (outage === 1 || outage === 17) await restart();
      });
      for (const visitor of visitors) tellOtherwise(bookings, visitor, time.epoch());
      came.push(...visitors);
    }
    await meetServer();
    receiver.mood = 'well';
    // The night after the last day closes what was forgotten on it.
    await time.move(10 * minute);
    await passUntil(midnight(days) + 2 * hour);
    await time.move(10 * minute);
    await kiosk.stop();
    return judge({ folder, receiver, came, logged, restarts, outages: invited.length });
  } finally {
    await Promise.all([bookings.close(), receiver.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
