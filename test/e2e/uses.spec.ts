import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeBookings } from '../fakes/bookings.ts';
import { expect, test } from './kiosk.ts';
import { press, seeHeading, typeCode } from './visitor.ts';

test('LOG-1 the site’s offers: its screen plays, a wish is noted, the door’s code is told and gone with the visitor', async ({
  start,
}) => {
  const { page, data } = await start({ environment: { FOYER_DEMO: '1' } });
  const picture = page.locator('.layer.shown img:not(.backdrop)');
  await expect(picture).toBeVisible({ timeout: 30_000 });
  expect(await picture.evaluate((image: HTMLImageElement) => [new URL(image.src).pathname, image.naturalWidth > 0])).toEqual([
    expect.stringMatching(/^\/content\/[\da-f]{64}\.(png|jpg|webp)$/),
    true,
  ]);

  await typeCode(page, 'Check in', 'FJUEIW');
  const coffee = page.getByRole('button', { name: 'Coffee' });
  await expect(coffee).toHaveAttribute('aria-pressed', 'false');
  await coffee.click();
  await expect(coffee).toHaveAttribute('aria-pressed', 'true');
  await press(page, "Yes, that's me");
  await seeHeading(page, 'You are checked in');
  await expect(page.getByText(/Coffee/)).toBeVisible();
  const term = page.locator('.fact', { hasText: 'Door code' });
  await expect(term).toBeVisible();
  const code = ((await term.locator('dd').textContent()) ?? '').replace(/\s/g, '');
  expect(code).toMatch(/^\d{4,8}$/);

  await press(page, 'Done');
  await seeHeading(page, 'Welcome');
  expect(await page.content()).not.toContain(code);
  const log = readFileSync(join(data, 'foyer.log'), 'utf8');
  expect(log).not.toContain(code);
  expect(log).toContain('"event":"heartbeat","ok":true');
});

test('a site that offers nothing shows nothing of it, and a file that is no OpenAPI leaves the defaults', async ({ start }) => {
  const bookings = await startFakeBookings();
  bookings.add('PLAIND');
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_OPENAPI: 'package.json' };
  const { page, data } = await start({ environment });
  await typeCode(page, 'Check in', 'PLAIND');
  await expect(page.getByRole('button', { name: "Yes, that's me" })).toBeVisible();
  await expect(page.locator('[aria-pressed]').filter({ hasText: /coffee/i })).toHaveCount(0);
  await press(page, "Yes, that's me");
  await seeHeading(page, 'You are checked in');
  await expect(page.getByText('Door code')).toHaveCount(0);
  expect(bookings.requests.some((request) => /accesskey|iot|player|serviceitem/i.test(request))).toBe(false);
  expect(readFileSync(join(data, 'foyer.log'), 'utf8')).toContain('"event":"openApi","ok":false');
  await bookings.close();
});
