import { type FakeBadge, siteIso, startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { press, seeHeading, typeCode } from './visitor.ts';

const day = 86_400_000;
const shifted = (days: number): Partial<FakeBadge> => ({
  period: { from: siteIso(Date.now() + days * day - 3_600_000), to: siteIso(Date.now() + days * day) },
});

const cases: readonly [name: string, code: string, change: Partial<FakeBadge>, says: RegExp][] = [
  ['too early', 'EARLYA', shifted(2), /early|not today|visit is on/i],
  ['expired', 'PASTAB', shifted(-2), /was for|was on|over|ended|passed|no longer/i],
  ['another building', 'OTHERB', { buildingId: 2 }, /Building 2|another building/i],
  ['already checked in', 'INSIDE', { state: 1, checkInDate: siteIso(Date.now() - 60_000) }, /already checked in/i],
  ['already checked out', 'LEFTAB', { state: 2, checkOutDate: siteIso(Date.now() - 60_000) }, /already checked out/i],
];

// What the page makes of it is the same in both hosts, and it takes long: in the browser host alone.
const inBrowser = { tag: '@browser' };

test('each refusal has its own screen and a way on', inBrowser, async ({ start }) => {
  const bookings = await startFakeBookings();
  for (const [, code, change] of cases) bookings.add(code, change);
  bookings.add('BLOCKD', { visitor: { id: 900, name: 'Mallory Invented', isBlacklisted: true } });
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_BUILDING: '1' };
  const { page } = await start({ environment });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();

  for (const [name, code, , says] of cases) {
    await test.step(name, async () => {
      await scanByWedge(page, code);
      await expect(page.getByRole('heading', { name: says }).or(page.locator('main').getByText(says)).first()).toBeVisible();
      await expect(page.getByText('Test Visitor')).toHaveCount(0);
      await press(page, 'Done');
    });
  }

  await test.step('blocked says only "please see reception"', async () => {
    await scanByWedge(page, 'BLOCKD');
    await seeHeading(page, 'Please see reception');
    expect(await page.locator('body').innerText()).not.toMatch(/block|Mallory|black/i);
    await press(page, 'Done');
  });

  await test.step('unknown; what cannot be a code is told so by its shape and makes no call', async () => {
    await scanByWedge(page, 'NOBODY');
    await seeHeading(page, "We don't know this code");
    await press(page, 'Done');
    const calls = bookings.requests.length;
    await scanByWedge(page, 'WIFI:S:guest;T:WPA;;');
    await seeHeading(page, 'This is not a visit code');
    expect(bookings.requests).toHaveLength(calls);
    await press(page, 'Done');
  });

  await test.step('never checked in: check-out offers the check-in', async () => {
    bookings.add('FRESHA');
    await typeCode(page, 'Check out', 'FRESHA');
    await press(page, 'Check in');
    await press(page, "Yes, that's me");
    await seeHeading(page, 'You are checked in');
    await press(page, 'Done');
  });

  await test.step('checked in already: check-out is one touch away', async () => {
    await press(page, 'Check in');
    await scanByWedge(page, 'FRESHA');
    await press(page, 'Check out');
    await seeHeading(page, 'You are checked out');
    await press(page, 'Done');
  });

  await test.step('too many wrong codes', async () => {
    for (const code of ['WRONGA', 'WRONGB', 'WRONGC', 'WRONGD']) {
      await scanByWedge(page, code);
      await seeHeading(page, "We don't know this code");
      await press(page, 'Done');
    }
    const calls = bookings.requests.length;
    await scanByWedge(page, 'WRONGE');
    await seeHeading(page, 'Please see reception');
    expect(bookings.requests).toHaveLength(calls);
  });
  await bookings.close();
});

test('names of any kind neither break the screen nor leave the confirm screen', async ({ start }) => {
  const bookings = await startFakeBookings();
  const names = [
    'A'.repeat(500),
    '\u202Egnp.exe\u202C \u001b[31m Ben',
    `Z${'\u0316'.repeat(200)}oe`,
    '👩‍💻🎉',
    'ليلى حداد',
    'สมชาย ใจดี',
    '陳大文',
    '<b>Bold</b> & "Co"',
  ];
  for (const [index, name] of names.entries()) bookings.add(`NAMES${index}`, { visitor: { id: 500 + index, name } });
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_BUILDING: '1' };
  const { page } = await start({ environment });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  for (const index of names.keys()) {
    await scanByWedge(page, `NAMES${index}`);
    const yes = page.getByRole('button', { name: "Yes, that's me" });
    await expect(yes).toBeVisible();
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return scrollWidth > clientWidth || scrollHeight > clientHeight;
    });
    expect(overflow).toBe(false);
    const box = await yes.boundingBox();
    const height = await page.evaluate(() => innerHeight);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await press(page, 'Not me');
  }
  await bookings.close();
});
