import { expect, it } from 'vitest';
import type { Intent } from '../electron/contract/screen.ts';
import { watchDashboard } from '../electron/effects/dashboard.ts';
import { expectedList } from '../electron/effects/expected.ts';
import { type RunningScreen, runScreens } from '../electron/screen.ts';
import { readSettings } from '../electron/settings/read.ts';
import { exampleVisit } from './core/example.ts';
import { noExporting } from './effects/desk-parts.ts';
import { noOffice } from './effects/office.ts';
import { realJournal, scriptedBookings, scriptedConnection, scriptedPrinter, settled } from './effects/parts.ts';
import { passingClock } from './effects/passing-clock.ts';

const at = '2026-11-22T10:00:00.000+08:00';

/** A lobby with the desk beside it and a door to another, on a real journal with one visitor whose visit was closed. */
function openScreens() {
  const read = readSettings(
    [],
    { FOYER_DESK: '1' },
    { platform: 'linux', home: '/home/kiosk', folder: '/', host: 'browser', checkPaths: () => ({ ok: true, value: {} }) },
  );
  if (!read.ok) throw new Error(read.fault.message);
  const journal = realJournal();
  expect(journal.checkIn({ visitId: 'v1', visit: exampleVisit, at, basis: { from: 'server' } }).ok).toBe(true);
  expect(journal.closeAutomatically({ visitIds: ['v1'], at }).ok).toBe(true);
  const { clock, pass } = passingClock('2026-11-23T12:00:00+08:00');
  let handedOn = 0;
  const screens = runScreens({
    ...{ settings: read.value, journal, clock, receivers: [] },
    bookings: scriptedBookings().bookings,
    expected: expectedList(() => {}),
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
    log: { log: () => {}, close: () => {} },
    office: noOffice(),
    door: {
      exists: () => true,
      isMissing: () => true,
      knock: async () => ({ kind: 'open', name: 'Clara Mendes', isAdmin: false }),
    },
    handOn: () => {
      handedOn += 1;
    },
  });
  return { screens, pass, handedOn: () => handedOn };
}

const wish = (screen: RunningScreen, intent: Intent) => screen.send({ type: 'intent', intent });
const unconfirmedAt = (screen: RunningScreen) => {
  const shown = screen.snapshot().screen;
  return shown.kind === 'desk' ? shown.unconfirmed.length : shown.kind;
};

it('what is done at one desk is handed on, and shown soon at the other', async () => {
  const { screens, pass, handedOn } = openScreens();
  const { first, desk } = screens;
  if (!desk) throw new Error('no desk');
  desk.onSnapshot(() => {});
  wish(first, { kind: 'staff' });
  wish(first, { kind: 'pin', pin: '482913' });
  await settled();
  expect([unconfirmedAt(first), unconfirmedAt(desk)]).toEqual([1, 1]);
  wish(desk, { kind: 'confirmLeft', visit: 'v1' });
  expect(handedOn()).toBe(1);
  expect([unconfirmedAt(first), unconfirmedAt(desk)]).toEqual([1, 0]);
  pass(50);
  expect(unconfirmedAt(first)).toBe(0);
  wish(first, { kind: 'leave' });
  expect(unconfirmedAt(first)).toBe('welcome');
  await screens.stop();
});
