import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type FakeBadge, type FakeBookings, siteIso, startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading, turnTo, typeCode } from './visitor.ts';

const note = 'Working without the server. You can still check in.';

/** What the kiosk has logged under a name so far. */
function logged(data: string, event: string): Record<string, unknown>[] {
  const file = join(data, 'foyer.log');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['event'] === event);
}

const hasRoster = (data: string) => expect.poll(() => logged(data, 'roster').some(({ ok }) => ok === true), { timeout: 15_000 });

async function confirmAndLeaveScreen(page: Page): Promise<void> {
  await press(page, "Yes, that's me");
  await seeHeading(page, 'You are checked in');
  await press(page, 'Done');
}

function environmentOf(bookings: FakeBookings): Record<string, string> {
  return { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file' };
}

test('visitors go on while the server is away, and the numbers of the desk are right when it is back', async ({ start, data }) => {
  test.slow();
  const bookings = await startFakeBookings();
  const [, left] = ['FIRSTA', 'SECOND', 'THIRDA'].map((code) => bookings.add(code)) as [FakeBadge, FakeBadge, FakeBadge];
  const kiosk = await start({ environment: environmentOf(bookings) });
  const { page } = kiosk;
  await hasRoster(data).toBe(true);
  await checkInByTyping(page, 'FIRSTA');
  await press(page, 'Done');

  await bookings.down();
  await test.step('who is expected is checked in, within two seconds of network and no more', async () => {
    await scanByWedge(page, 'SECOND');
    await expect(page.getByRole('button', { name: "Yes, that's me" })).toBeVisible({ timeout: 4_000 });
    await confirmAndLeaveScreen(page);
    await scanByWedge(page, 'THIRDA');
    await confirmAndLeaveScreen(page);
  });
  await expect(page.getByText(note)).toBeVisible({ timeout: 30_000 });
  await test.step('who was checked in can leave', async () => {
    await typeCode(page, 'Check out', 'FIRSTA');
    await seeHeading(page, 'You are checked out');
    await press(page, 'Done');
  });
  await test.step('what nobody can know is not called unknown', async () => {
    await scanByWedge(page, 'NOBODY');
    await seeHeading(page, "We can't look up visits right now");
    await press(page, 'Done');
  });

  // Meanwhile somebody let the second visitor out at the gate.
  left.state = 2;
  left.checkInDate = siteIso(Date.now());
  left.checkOutDate = siteIso(Date.now() + 1000);
  await bookings.up();
  await expect(page.getByText(note)).toBeHidden({ timeout: 60_000 });
  await expect.poll(() => logged(data, 'differed').length, { timeout: 90_000 }).toBe(1);
  expect(await kiosk.stop()).toBe(0);

  const desk = (await start({ environment: { ...environmentOf(bookings), FOYER_MODE: 'desk' } })).page;
  const building = async (inside: number) => {
    await turnTo(desk, 'In the building');
    await expect(desk.getByRole('region', { name: `Who is in the building ${inside}` })).toBeVisible();
    await turnTo(desk, 'Today');
  };
  await building(2);
  await expect(desk.getByRole('region', { name: 'Differences 1' })).toBeVisible();
  await desk.getByRole('button', { name: 'Theirs is right' }).click();
  await desk.getByRole('button', { name: 'Record' }).click();
  await expect(desk.getByRole('region', { name: /^Differences/ })).toBeHidden();
  await building(1);
  await bookings.close();
});
