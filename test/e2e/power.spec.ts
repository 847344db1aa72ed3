import { startFakeBookings } from '../fakes/bookings.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading } from './visitor.ts';

/**
 * One step of each kind, before a real screen. `npm run crash` ends a process at every step that the source names, and at 200 random moments;
 * a short form of it is among the tests of `test/crash`.
 */
const ofCheckIn = [
  'record.before-journal',
  'checkin.after-commit',
  'print.before-sending',
  'print.half-sent',
  'record.after-screen',
];
const ofStart = ['migration.after-commit', 'settle.before-commit'];
const ofCheckOut = ['checkout.before-commit', 'checkout.after-commit'];

/** The steps are main's own: Electron (`@browser` is not for it) is cut at one of each kind. */
const inElectron = ['checkin.after-commit', 'print.half-sent', 'migration.after-commit', 'checkout.before-commit'];
const hosts = (name: string) => (inElectron.includes(name) ? {} : { tag: '@browser' });

for (const name of ofCheckIn) {
  test(`DUR-3 DUR-2 kill -9 at ${name}: what was said is recorded, and nothing prints twice`, hosts(name), async ({ start }) => {
    const bookings = await startFakeBookings();
    const printer = await startFakePrinter();
    bookings.add('GOODAB');
    const environment = {
      FOYER_SERVER: bookings.url,
      FOYER_TOKEN: bookings.token,
      FOYER_KEY: 'file',
      FOYER_PRINTER: `escpos+tcp://127.0.0.1:${printer.port}?width=576`,
    };
    const kiosk = await start({ environment: { ...environment, FOYER_CRASH_AT: name } });
    let said = false;
    const watch = kiosk.page
      .getByRole('heading', { name: 'You are checked in' })
      .waitFor()
      .then(() => {
        said = true;
      })
      .catch(() => {});
    await expect(kiosk.page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
    await scanByWedge(kiosk.page, 'GOODAB');
    await press(kiosk.page, "Yes, that's me").catch(() => {});
    await kiosk.ended;
    await kiosk.kill();
    await watch;
    const printedBefore = printer.jobs().length;

    const { page } = await start({ environment });
    await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
    await scanByWedge(page, 'GOODAB');
    const recorded = page.getByRole('heading', { name: /already checked in/i });
    const asked = page.getByRole('button', { name: "Yes, that's me" });
    await expect(recorded.or(asked)).toBeVisible();
    if (said) await expect(recorded).toBeVisible();
    if (await recorded.isVisible()) {
      expect(printer.jobs().length).toBe(printedBefore);
      await press(page, 'Check out');
      await seeHeading(page, 'You are checked out');
    } else {
      expect(printedBefore).toBe(0);
      await press(page, "Yes, that's me");
      await seeHeading(page, 'You are checked in');
    }
    await printer.close();
    await bookings.close();
  });
}

for (const name of ofStart) {
  test(`DUR-3 kill -9 at ${name}: the next start goes on from there`, hosts(name), async ({ start }) => {
    await expect(start({ environment: { FOYER_DEMO: '1', FOYER_CRASH_AT: name } })).rejects.toThrow();
    const { page } = await start({ environment: { FOYER_DEMO: '1' } });
    await checkInByTyping(page, 'FJUEIW');
  });
}

for (const name of ofCheckOut) {
  test(`DUR-3 kill -9 at ${name}: the visitor is in or out, not both`, hosts(name), async ({ start }) => {
    const bookings = await startFakeBookings();
    bookings.add('GOODAB', { state: 1 });
    const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file' };
    const kiosk = await start({ environment: { ...environment, FOYER_CRASH_AT: name } });
    await expect(kiosk.page.getByRole('button', { name: 'Check out', exact: true })).toBeVisible();
    await press(kiosk.page, 'Check out');
    // The process may be gone before the scanner has sent its last key.
    await scanByWedge(kiosk.page, 'GOODAB').catch(() => {});
    await kiosk.ended;
    await kiosk.kill();

    const { page } = await start({ environment });
    await press(page, 'Check out');
    await scanByWedge(page, 'GOODAB');
    const left = name.includes('after') ? /already checked out/i : /You are checked out/;
    await expect(page.getByText(left).first()).toBeVisible();
    await bookings.close();
  });
}
