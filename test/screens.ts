import { expect, vi } from 'vitest';
import { success } from '../electron/contract/failure.ts';
import type { Intent } from '../electron/contract/intent.ts';
import { type Snapshot, snapshotSchema } from '../electron/contract/snapshot.ts';
import type { Receiver } from '../electron/core/outbox.ts';
import type { Visit } from '../electron/core/visit.ts';
import { watchDashboard } from '../electron/effects/dashboard.ts';
import { expectedList } from '../electron/effects/expected.ts';
import { type RunningScreen, runScreens } from '../electron/screen.ts';
import { readSettings } from '../electron/settings/read.ts';
import { openDoor, pinsIn } from '../electron/staff/door.ts';
import { setPin } from '../electron/staff/pins.ts';
import { noExporting } from './effects/desk-parts.ts';
import { noOffice } from './effects/office.ts';
import { realJournal, scriptedBookings, scriptedConnection, scriptedPrinter } from './effects/parts.ts';
import { passingClock } from './effects/passing-clock.ts';
import { temporaryFolder } from './journal/visit-of.ts';

export const clara = { name: 'Clara Mendes', pin: '482913' };

/** The screens of a Foyer on a real journal and a real door, served as the hosts do it: somebody is told of each change. */
export function openScreens(
  environment: Readonly<Record<string, string>>,
  {
    receivers = [],
    data = temporaryFolder(),
    now = '2026-11-23T12:00:00+08:00',
  }: { receivers?: readonly Receiver[]; data?: string; now?: string } = {},
) {
  const read = readSettings([], environment, {
    ...{ platform: 'linux', home: '/home/kiosk', folder: '/', host: 'browser' },
    checkPaths: () => ({ ok: true, value: {} }),
  });
  if (!read.ok) throw new Error(read.fault.message);
  const journal = realJournal(receivers);
  const { clock, pass } = passingClock(now);
  const expected = expectedList(() => {});
  const logged: object[] = [];
  let handedOn = 0;
  const screens = runScreens({
    ...{ settings: read.value, journal, clock, receivers, expected },
    bookings: scriptedBookings().bookings,
    exporting: noExporting,
    dashboard: watchDashboard({ bookings: scriptedBookings().bookings, clock }),
    printer: scriptedPrinter().printer,
    connection: scriptedConnection().connection,
    roster: {
      find: async () => ({ ok: true, value: [] }),
      status: () => ({ badges: 0 }),
      draft: () => ({ ok: false, failure: { code: 'bug' } }),
      close: () => {},
    },
    log: { log: (event, fields) => logged.push({ event, ...fields }), close: () => {} },
    // The page of the kiosk is turned to for its switch.
    office: { ...noOffice(), health: { ...noOffice().health, look: () => new Promise<never>(() => {}) } },
    door: openDoor(data, clock),
    handOn: () => {
      handedOn += 1;
    },
  });
  const shown: Snapshot[] = [];
  screens.first.onSnapshot(() => {});
  screens.desk?.onSnapshot((snapshot) => shown.push(snapshot));
  return {
    ...{ screens, journal, data, clock, pass, logged, shown, handedOn: () => handedOn },
    /** What the server expects today. */
    expect: (visits: readonly Visit[]) => {
      expected.sink.begin(clock.wall());
      expected.sink.take(visits);
      expected.sink.end(success(undefined));
      pass(1_000);
    },
  };
}

export const wish = (screen: RunningScreen, intent: Intent) => screen.send({ type: 'intent', intent });

/** What is shown, as it would cross. */
export function screenOf(screen: RunningScreen): Snapshot['screen'] {
  const snapshot = screen.snapshot();
  expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined();
  return snapshot.screen;
}

/** Somebody has a PIN from now on. */
export const givePin = async (data: string, { name, pin } = clara, isAdmin = false): Promise<void> =>
  expect(await setPin(pinsIn(data), { name, isAdmin }, pin)).toBeUndefined();

/** Gives a PIN where one is asked for, and waits until it was looked at. */
export async function knock(screen: RunningScreen, { pin } = clara): Promise<Snapshot['screen']> {
  wish(screen, { kind: 'pin', pin });
  await vi.waitFor(() => expect(screenOf(screen)).not.toMatchObject({ state: 'looking' }), { timeout: 20_000 });
  return screenOf(screen);
}
