import { startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading, turnTo } from './visitor.ts';

test('IPC-5 the desk beside the lobby shows at once who comes and goes, and the lobby nothing of it', async ({ start }) => {
  const bookings = await startFakeBookings();
  bookings.add('GOODAB', { visitor: { id: 7, name: 'Ottilie Beispiel' } });
  const kiosk = await start({
    environment: { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_DESK: '1' },
  });
  const desk = await kiosk.desk();
  const lobby = kiosk.page;
  await turnTo(desk, 'In the building');
  await expect(desk.getByRole('region', { name: 'In the building 0' })).toBeVisible();
  await checkInByTyping(lobby, 'GOODAB');
  // Sooner than the desk looks by itself, every 3 s.
  await expect(desk.locator('.inside').getByText('Ottilie Beispiel')).toBeVisible({ timeout: 1_500 });
  await expect(desk.getByRole('region', { name: 'In the building 1' })).toBeVisible();
  await press(lobby, 'Done');
  await press(lobby, 'Check out');
  await scanByWedge(lobby, 'GOODAB');
  await seeHeading(lobby, 'You are checked out');
  await expect(desk.getByRole('region', { name: 'In the building 0' })).toBeVisible({ timeout: 1_500 });
  expect(await lobby.content()).not.toContain('Beispiel');
  expect(await kiosk.stop()).toBe(0);
  await bookings.close();
});
