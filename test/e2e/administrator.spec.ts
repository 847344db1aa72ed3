import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinsIn } from '../../electron/staff/door.ts';
import { setPin } from '../../electron/staff/pins.ts';
import { startFakeBookings } from '../fakes/bookings.ts';
import { expect, test } from './kiosk.ts';

const pin = '739158';

test('an administrator at the desk changes a setting, which a restart takes, and puts the lobby out of order and back', async ({
  start,
  data,
}) => {
  test.setTimeout(180_000);
  const bookings = await startFakeBookings();
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_DESK: '1' };
  const first = await start({ environment });
  const desk = await first.desk();
  await desk.getByRole('button', { name: 'Kiosk' }).click();

  // Seen in the lobby at once, and undone.
  await desk.getByRole('button', { name: 'Put out of order' }).click();
  await expect(first.page.getByText('Please go to reception')).toBeVisible();
  await desk.getByRole('button', { name: 'Today' }).click();
  await expect(desk.getByText('has put the lobby out of order')).toBeVisible();
  await desk.getByRole('button', { name: 'Kiosk' }).click();
  await desk.getByRole('button', { name: 'Back into service' }).click();
  await expect(first.page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();

  // Nobody is an administrator, then one is made at the machine, as when a PIN is forgotten.
  await expect(desk.getByText('--set-pin NAME --admin')).toBeVisible();
  await expect(desk.getByLabel('PIN of an administrator')).toHaveCount(0);
  expect(await setPin(pinsIn(data), { name: 'Clara Mendes', isAdmin: true }, pin)).toBeUndefined();
  await desk.getByRole('button', { name: 'Look again' }).click();
  await desk.getByLabel('PIN of an administrator').fill(pin);
  await desk.keyboard.press('Enter');

  const building = desk.getByLabel('Building', { exact: true });
  await building.fill('no building');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.locator('[data-setting=FOYER_BUILDING]').getByText('must be the id of a building')).toBeVisible();
  await building.fill('12');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByText('Saved for the next start.')).toBeVisible();
  expect(await desk.content()).not.toContain(bookings.token);
  expect(await first.stop()).toBe(0);

  const second = await start({ environment });
  // The desk is closed now, and an administrator's PIN opens the administration with it.
  const again = await second.desk();
  await again.getByLabel('PIN', { exact: true }).fill(pin);
  await again.keyboard.press('Enter');
  await again.getByRole('button', { name: 'Kiosk' }).click();
  await expect(again.getByLabel('Building', { exact: true })).toHaveValue('12');
  await expect(again.locator('.kiosk-next')).toHaveCount(0);
  expect(await second.stop()).toBe(0);

  // A file that is broken leaves a kiosk that works, and says so.
  writeFileSync(join(data, 'settings.json'), '{"FOYER_BUILDING": ');
  const third = await start({ environment });
  await expect(third.page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const last = await third.desk();
  await last.getByLabel('PIN', { exact: true }).fill(pin);
  await last.keyboard.press('Enter');
  await last.getByRole('button', { name: 'Kiosk' }).click();
  await expect(last.getByText('The file of settings was damaged')).toBeVisible();
  expect(await third.stop()).toBe(0);
  await bookings.close();
});
