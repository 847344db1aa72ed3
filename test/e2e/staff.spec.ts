import { pinsIn } from '../../electron/staff/door.ts';
import { setPin } from '../../electron/staff/pins.ts';
import { startFakeBookings } from '../fakes/bookings.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading, turnTo } from './visitor.ts';

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
  expect(await setPin(pinsIn(data), { name: 'Clara Mendes', isAdmin: false }, '482913')).toBeUndefined();
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
