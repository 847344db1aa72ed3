import { mkdirSync } from 'node:fs';
import { pinsIn } from '../../electron/staff/door.ts';
import { setPin } from '../../electron/staff/pins.ts';
import { startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading, turnTo } from './visitor.ts';

const clara = { name: 'Clara Mendes', isAdmin: false };

test('WIN-12 staff go from the lobby to the desk by their PIN, by keys alone, and leave nothing behind', async ({
  start,
  data,
}) => {
  const bookings = await startFakeBookings();
  bookings.add('GOODAB', { visitor: { id: 7, name: 'Ottilie Beispiel' } });
  const kiosk = await start({
    environment: { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file' },
  });
  const { page } = kiosk;
  const staff = page.getByRole('button', { name: 'Staff', exact: true });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  await expect(staff).toHaveCount(0);

  // A PIN that is set while Foyer runs is one, from the next screen on.
  expect(await setPin(pinsIn(data), clara, '482913')).toBeUndefined();
  await checkInByTyping(page, 'GOODAB');
  await expect(staff).toHaveCount(0);
  await press(page, 'Done');
  await staff.focus();
  await page.keyboard.press('Enter');
  await seeHeading(page, 'For staff');
  // As a person types: quicker is a USB scanner, and a visitor.
  await page.keyboard.type('111222', { delay: 120 });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody here has this PIN.')).toBeVisible();
  await page.keyboard.type('482913', { delay: 120 });
  await page.keyboard.press('Enter');
  await turnTo(page, 'In the building');
  await expect(page.locator('.inside').getByText('Ottilie Beispiel')).toBeVisible();
  const leave = page.getByRole('button', { name: 'Leave (Clara Mendes)' });
  await leave.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  expect(await page.content()).not.toMatch(/Beispiel|Mendes|482913/);
  expect(await kiosk.stop()).toBe(0);
  await bookings.close();
});

test('WIN-12 the desk beside the lobby stands closed until a PIN is typed, says that somebody waits, and is closed again by hand', async ({
  start,
  data,
}) => {
  const bookings = await startFakeBookings();
  bookings.add('GOODAB', { visitor: { id: 7, name: 'Ottilie Beispiel' } });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  expect(await setPin(pinsIn(data), clara, '482913')).toBeUndefined();
  const kiosk = await start({
    environment: { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_DESK: '1' },
  });
  const desk = await kiosk.desk();
  const lobby = kiosk.page;
  await seeHeading(desk, 'Who is at the desk?');
  await checkInByTyping(lobby, 'GOODAB');
  await press(lobby, 'Done');
  await press(lobby, 'Help');
  await press(lobby, 'Ask somebody to come');
  await expect(desk.getByText('1 person waits in the lobby')).toBeVisible();
  await expect(desk.getByText('Beispiel')).toHaveCount(0);

  // A code that a USB scanner types is nobody's try.
  await scanByWedge(desk, 'GOODAB12');
  await expect(desk.getByText('Please give your PIN.')).toBeVisible();
  await expect(desk.getByLabel('PIN', { exact: true })).toHaveValue('');
  for (const digit of '111222') await desk.getByRole('button', { name: digit, exact: true }).click();
  await press(desk, 'Open the desk');
  await expect(desk.getByText('Nobody here has this PIN.')).toBeVisible();
  await desk.keyboard.type('482913', { delay: 120 });
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('banner').getByText('Clara Mendes')).toBeVisible();
  await desk.getByRole('button', { name: 'Seen to' }).click();
  await turnTo(desk, 'In the building');
  await expect(desk.locator('.inside').getByText('Ottilie Beispiel')).toBeVisible();
  await press(desk, 'Close the desk (Clara Mendes)');
  await seeHeading(desk, 'Who is at the desk?');
  if (kiosk.app) {
    // Whoever puts the window away has left as well.
    await desk.keyboard.type('482913', { delay: 120 });
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('banner').getByText('Clara Mendes')).toBeVisible();
    await kiosk.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (!window.isKiosk()) window.close();
    });
    await expect(desk.getByRole('heading', { name: 'Who is at the desk?' })).toBeAttached();
  }
  expect(await desk.content()).not.toMatch(/Beispiel|Mendes|482913/);
  expect(await kiosk.stop()).toBe(0);
  await bookings.close();
});
