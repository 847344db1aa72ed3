import { startFakeBookings } from '../fakes/bookings.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { press, seeHeading, typeCode } from './visitor.ts';

const canary = 'Quillaja';
const company = 'Canary & Sons';

test('WIN-10 DAT-5 IPC-5 WIN-3 after a visit, nothing of the visitor is left in the page, and nothing was stored or blocked', async ({
  start,
}) => {
  const bookings = await startFakeBookings();
  bookings.add('CANARY', { visitor: { id: 77, name: `${canary} Featherstone`, company } });
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_BUILDING: '1' };
  const { page } = await start({ environment });
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    addEventListener('securitypolicyviolation', (event) => seen.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));

  await typeCode(page, 'Check in', 'CANARY');
  await expect(page.getByText(canary)).toBeVisible();
  await press(page, "Yes, that's me");
  await seeHeading(page, 'You are checked in');
  await press(page, 'Done');
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();

  const left = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
    return {
      page: document.documentElement.outerHTML + fields.join(),
      store: JSON.stringify(
        Object.keys(globalThis).map((key) => String((globalThis as Record<string, unknown>)[key]).slice(0, 200)),
      ),
      local: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
      violations: (globalThis as unknown as { violations: string[] }).violations,
    };
  });
  for (const text of [canary, 'Featherstone', company, 'CANARY', bookings.token]) {
    expect(left.page).not.toContain(text);
    expect(left.store).not.toContain(text);
  }
  expect({ ...left, page: '', store: '' }).toEqual({
    page: '',
    store: '',
    local: 0,
    databases: 0,
    caches: 0,
    cookies: '',
    violations: [],
  });
  for (const secret of [bookings.token, 'Featherstone', 'CANARY']) expect(frames.join()).not.toContain(secret);

  await press(page, 'Check in');
  await press(page, 'Type the code');
  await expect(page.getByRole('textbox', { name: 'Registration code' })).toHaveValue('');
  await bookings.close();
});

test('WIN-10 a half-typed code is gone when the next visitor comes', async ({ start }) => {
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  await press(page, 'Check in');
  await press(page, 'Type the code');
  await page.getByRole('textbox', { name: 'Registration code' }).fill('HALF');
  await press(page, 'Back');
  await press(page, 'Check in');
  await press(page, 'Type the code');
  await expect(page.getByRole('textbox', { name: 'Registration code' })).toHaveValue('');
});

test('WIN-6 WIN-7 the page goes nowhere and opens nothing', async ({ start }) => {
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const url = page.url();
  expect(await page.locator('input[type=file], a[href], iframe, object, embed').count()).toBe(0);
  for (const keys of ['Alt+ArrowLeft', 'Backspace', 'F1', 'Alt+ArrowRight']) await page.keyboard.press(keys);
  await page.mouse.click(500, 500, { button: 'middle' });
  await page.mouse.click(500, 500, { button: 'right' });
  expect(page.url()).toBe(url);
  expect(page.context().pages()).toHaveLength(1);
  await scanByWedge(page, 'https://evil.example/');
  await seeHeading(page, 'This is not a visit code');
  expect(page.url()).toBe(url);
});
