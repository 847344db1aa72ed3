import { join } from 'node:path';
import { recalling } from '../../electron/bookings/recall.ts';
import { findVisit } from '../../electron/bookings/visits.ts';
import { failure, success } from '../../electron/contract/failure.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Printer, WholeJournal } from '../../electron/core/ports.ts';
import { type Connection, watchConnection } from '../../electron/effects/connection.ts';
import { runLobby } from '../../electron/effects/lobby.ts';
import { startReview } from '../../electron/effects/review.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { startHandOver } from '../../electron/handover/worker.ts';
import { openJournal } from '../../electron/journal/open.ts';
import type { EventName } from '../../electron/log/events.ts';
import type { Log } from '../../electron/log/log.ts';
import { openRoster } from '../../electron/roster/open.ts';
import type { Random } from '../crash/random.ts';
import type { Receiver } from '../crash/receiver.ts';
import type { FakeBookings } from '../fakes/bookings.ts';
import { theValue } from '../journal/visit-of.ts';
import { openLine } from './http.ts';
import { readRoster } from './refresh.ts';
import type { Time } from './time.ts';

/** The data folder's key. */
export const key = Buffer.alloc(32, 7);

/** The journal of a week's folder. */
export const openWeekJournal = (folder: string): WholeJournal =>
  theValue(openJournal({ file: join(folder, 'journal.db'), key, kiosk: 'foyer-week00', receivers: ['webhook'] }));

/** What a kiosk stands in; it outlives its runs. */
export interface Surroundings {
  readonly folder: string;
  readonly time: Time;
  readonly bookings: FakeBookings;
  readonly receiver: Receiver;
  readonly random: Random;
  /** How often each event was logged, of all runs. */
  readonly logged: Map<EventName, number>;
}

/** One run of a kiosk: its real parts on a data folder, as the app composes them, in driven time. */
export interface Kiosk {
  readonly journal: WholeJournal;
  readonly connection: Connection;
  screen(): LobbyScreen;
  /** Somebody does something; time goes on until the screen no longer works on it. */
  wish(intent: Intent): Promise<LobbyScreen>;
  /** The server's name is in the DNS, or not. */
  setResolved(isResolved: boolean): void;
  /** Reads the roster and compares; whether it came whole. */
  refresh(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts a kiosk on its folder. */
export function startKiosk({ folder, time, bookings, receiver, random, logged }: Surroundings): Kiosk {
  const { clock } = time;
  const log: Log = { log: (event) => logged.set(event, (logged.get(event) ?? 0) + 1), close: () => {} };
  const chance = random.next;
  const journal = openWeekJournal(folder);
  theValue(journal.settle(clock.wall()));
  const roster = openRoster({ folder, key, clock, log, retentionHours: 24 });
  const line = openLine(bookings, time, (call) => connection.heard(call));
  // Hosts and places are remembered, by the driven clock.
  const recalled = recalling(line.background, { clock: clock.now });
  const connection = watchConnection({ probe: line.probe, clock, log, chance, tell: () => {} });
  const webhook = createWebhook({ url: new URL(receiver.url), secret: receiver.secret, now: time.wall });
  const handOver = startHandOver({
    outbox: journal,
    handOver: { ...webhook, hand: (letter) => time.during(webhook.hand(letter)) },
    clock,
    log,
    chance,
    tell: () => {},
  });
  // What the review writes wakes nobody.
  const look = () => {
    handOver.now();
    cancelLook = clock.after(60_000, look);
  };
  let cancelLook = clock.after(60_000, look);
  const review = startReview({ review: journal, clock, log, retentionHours: 24, tell: () => {} });
  const lobby = runLobby({
    bookings: {
      systemInformation: async () => failure('bookings.unreachable'),
      findVisit: (code) => findVisit(line.call, code, new Date(time.wall()), false),
      doorCode: async () => success(undefined),
      services: async () => success([]),
      hostsNamed: async () => success([]),
      dayCounts: async () => failure('bookings.unreachable'),
      close: line.close,
    },
    journal,
    printer: printerWithLittlePaper(),
    roster: { find: (code) => time.during(roster.find(code)), status: roster.status },
    connection,
    clock,
    log,
    building: '1',
    slip: false,
    withinMs: 120_000,
  });
  lobby.onSnapshot(({ screen }) => {
    if (screen.kind === 'checkedIn' || screen.kind === 'checkedOut') handOver.now();
  });
  const screen = () => lobby.snapshot().screen as LobbyScreen;

  return {
    journal,
    connection,
    screen,
    async wish(intent) {
      lobby.send({ type: 'intent', intent });
      await time.quiet();
      // A visitor waits for the network for 2 s at most.
      for (let tenths = 0; tenths < 30 && ['lookingUp', 'recording'].includes(screen().kind); tenths += 1) await time.move(100);
      return screen();
    },
    setResolved: line.setResolved,
    refresh: () => time.during(readRoster({ call: recalled, roster, review, time })),
    async stop() {
      await lobby.stop();
      review.stop();
      cancelLook();
      connection.stop();
      await handOver.stop();
      roster.close();
      await line.close();
      journal.close();
    },
  };
}

/** Of five badges one comes out, and is confirmed; then there is no paper until somebody comes. */
function printerWithLittlePaper(): Printer {
  let badges = 0;
  return {
    print: async (_, beforeFirstByte) => {
      badges += 1;
      if (badges % 5 !== 0) return { state: 'failed', failure: { code: 'printer.paperOut' } };
      const ready = beforeFirstByte();
      return ready.ok ? { state: 'confirmed' } : { state: 'failed', failure: ready.failure };
    },
    report: async () => [],
    close: async () => {},
  };
}
