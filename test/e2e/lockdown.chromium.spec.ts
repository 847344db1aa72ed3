import { expect, test } from './kiosk.ts';

test('WIN-3 what the policy forbids does not happen: inline script, eval, other origins', async ({ start }) => {
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const tried = await page.evaluate(async () => {
    const blocked: string[] = [];
    addEventListener('securitypolicyviolation', (event) => blocked.push(event.violatedDirective));
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.head.append(script);
    const image = new Image();
    image.src = 'https://evil.example/pixel.png';
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
    const fetched = await fetch('https://evil.example/').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const element of [script, image, frame]) element.remove();
    return { planted: 'planted' in globalThis, fetched, blocked: [...new Set(blocked)].sort() };
  });
  expect(tried).toEqual({ planted: false, fetched: false, blocked: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'] });
});

test('the launch link works once, and without its cookie there is no page', async ({ start, browserName }) => {
  expect(browserName).toBe('chromium');
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const stranger = await page.context().browser()?.newContext();
  const other = await stranger?.newPage();
  const response = await other?.goto(page.url());
  expect(response?.status()).toBe(403);
  expect(await other?.locator('body').innerText()).toMatch(/link/i);
  await stranger?.close();
});
