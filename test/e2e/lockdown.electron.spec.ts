import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fakes/foyer.ts';
import { expect, test } from './kiosk.ts';

const addresses = [
  'https://evil.example/',
  'file:///etc/passwd',
  'foyer://evil/',
  'javascript:alert(1)',
  'data:text/html,<b>x',
  'about:blank',
  'mailto:a@b.example',
];

test('WIN-1 the window has the switches it should', async ({ start }) => {
  const { app } = await start({ environment: { FOYER_DEMO: '1' } });
  const preferences = await app?.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('IPC-4 the page finds exactly the contract, and no Node', async ({ start }) => {
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  const found = await page.evaluate(() => ({
    bridge: Object.keys((globalThis as unknown as { foyer: object }).foyer).sort(),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    protocol: location.protocol,
  }));
  expect(found).toEqual({ bridge: ['intent', 'onSnapshot', 'snapshot'], node: [], protocol: 'foyer:' });
});

test('IPC-1 a page in another window, and a frame inside ours, are answered nothing', async ({ start }) => {
  const { app, page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const answer = await app?.evaluate(
    async ({ BrowserWindow }, preload) => {
      const kiosk = BrowserWindow.getAllWindows()[0];
      if (!kiosk) throw new Error('no window');
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, session: kiosk.webContents.session },
      });
      await stranger.loadURL('foyer://app/');
      const result = await stranger.webContents.executeJavaScript('foyer.snapshot()');
      stranger.destroy();
      return result;
    },
    join(root, 'dist/main/preload.cjs'),
  );
  expect(answer).toEqual({ ok: false, code: 'call.forbidden' });
});

test('WIN-4 WIN-6 the page fetches nothing, goes nowhere, and opens no window', async ({ start }) => {
  const { app, page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  const url = page.url();
  for (const address of addresses) {
    await page
      .evaluate(async (target) => {
        await fetch(target).catch(() => undefined);
        open(target);
        const link = document.createElement('a');
        link.href = target;
        link.target = '_blank';
        link.click();
        link.removeAttribute('target');
        link.click();
        if (!target.startsWith('javascript:')) location.assign(target);
      }, address)
      .catch(() => undefined);
    // No throttle of Chromium's stands before about:blank: there the page comes back at once instead.
    await page.waitForTimeout(100);
    await expect.poll(() => page.url()).toBe(url);
    expect(await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  }
  const fetched = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    ),
  );
  expect(fetched).toBe(false);
  // Playwright goes on waiting for the navigations that were refused, so the window itself is asked.
  const words = () =>
    app?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(words).toContain('Check in');
});

test('WIN-8 keys of a browser reach neither the page nor the window', async ({ start }) => {
  const { app, page } = await start({ environment: { FOYER_DEMO: '1' } });
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('keydown', ({ key }) => heard.push(key), { capture: true });
  });
  // As the keyboard of the machine sends them: past Playwright, which speaks to the page behind the window.
  await app?.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const press = (keyCode: string, modifiers: ('control' | 'shift' | 'alt')[] = []) => {
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    };
    for (const key of ['F5', 'F11', 'F12']) press(key);
    for (const key of ['R', 'W', 'N', 'P', '0', '=']) press(key, ['control']);
    press('I', ['control', 'shift']);
    press('F4', ['alt']);
    press('B');
  });
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(['b']);
  const window = () =>
    app?.evaluate(({ BrowserWindow }) => {
      const [kiosk, ...others] = BrowserWindow.getAllWindows();
      return { others: others.length, zoom: kiosk?.webContents.getZoomFactor(), tools: kiosk?.webContents.isDevToolsOpened() };
    });
  expect(await window()).toEqual({ others: 0, zoom: 1, tools: false });
});

test('WIN-11 a page that dies in the midst of a visit comes back at the start', async ({ start }) => {
  const { app, page } = await start({ environment: { FOYER_DEMO: '1' } });
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Check in', exact: true })).toBeHidden();
  // Playwright's own page is lost with it, so the window is asked.
  const shown = () =>
    app?.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // A page that is gone never answers.
      const late = new Promise((resolve) => setTimeout(resolve, 500, ''));
      const words = await Promise.race([contents?.executeJavaScript('document.body.innerText').catch(() => ''), late]);
      return `${contents?.getOSProcessId()} ${words}`;
    });
  const before = (await shown())?.split(' ')[0] ?? '';
  await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(shown, { timeout: 20_000 }).toMatch(new RegExp(`^(?!${before} )\\d+ [\\s\\S]*Check in`));
});

test('DAT-6 a page that dies leaves no dump of its memory', async ({ start }) => {
  const { app } = await start({ environment: { FOYER_DEMO: '1' } });
  const folder = await app?.evaluate(async ({ app: electron, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve));
    // As a fault of its own would end it: one that is only told to end leaves no dump in any case.
    process.kill(contents?.getOSProcessId() ?? 0, 'SIGSEGV');
    await gone;
    return electron.getPath('crashDumps');
  });
  const files = folder !== undefined && existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  // The dump is there before the process is gone: its handler holds it until then.
  expect(files.filter((file) => file !== 'client_id')).toEqual([]);
});

test('DAT-5 the session is in memory only', async ({ start }) => {
  const { app } = await start({ environment: { FOYER_DEMO: '1' } });
  const persistent = await app?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.session.isPersistent(),
  );
  expect(persistent).toBe(false);
});
