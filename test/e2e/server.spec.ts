import { type Mood, startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading, typeCode } from './visitor.ts';

// The refused token comes last: it rests for up to 30 seconds before it is tried again (TOK-2), which is tested without a screen.
const moods: Mood[] = ['garbage', 'misshapen', 'portal', 'broken', 'hanging', 'unauthorized'];

// Whom the roster knows is checked in from it (offline.spec.ts); these visits are too new to be in it.
// What the page makes of it is the same in both hosts, and it takes long: in the browser host alone.
const inBrowser = { tag: '@browser' };

test('a server that does not answer, or answers nonsense, is a calm screen with a way on', inBrowser, async ({ start }) => {
  test.slow();
  const bookings = await startFakeBookings();
  for (const index of moods.keys()) bookings.add(`MOODS${index}`, { unlisted: true });
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_BUILDING: '1' };
  const { page } = await start({ environment });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();

  for (const [index, mood] of moods.entries()) {
    await test.step(mood, async () => {
      bookings.mood = mood;
      await scanByWedge(page, `MOODS${index}`);
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 12_000 });
      expect(await page.locator('main').innerText()).not.toMatch(/server|network|error|invalid|\d{3}/i);
      if (mood === 'unauthorized') return;
      bookings.mood = 'well';
      const again = page.getByRole('button', { name: 'Try again' });
      // The circuit may rest for a moment after a call that hung.
      await expect(async () => {
        if (await again.isVisible()) await again.click();
        await expect(page.getByRole('button', { name: 'Not me' })).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
      await press(page, 'Not me');
    });
  }
  await bookings.close();
});

test('whoever was checked in can leave while the server is down', async ({ start }) => {
  const bookings = await startFakeBookings();
  bookings.add('GOODAB');
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file' };
  const { page } = await start({ environment });
  await checkInByTyping(page, 'GOODAB');
  await press(page, 'Done');
  await bookings.down();
  await typeCode(page, 'Check out', 'GOODAB');
  await seeHeading(page, 'You are checked out');
  await press(page, 'Done');
  await scanByWedge(page, 'NOBODY');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await bookings.up();
  await press(page, 'Try again');
  await seeHeading(page, "We don't know this code");
  await bookings.close();
});
