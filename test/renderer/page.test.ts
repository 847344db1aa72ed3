import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { hasChromium, intentsOf, type OpenPage, push, sharedPage, violationsOf } from './built-page.ts';
import { screens } from './gallery/screens.mjs';

const built = sharedPage();

const { snapshotOf } = built;
const open = (screen: LobbyScreen, { clock = false } = {}): Promise<OpenPage> => built.open(snapshotOf(screen), { clock });
const show = (page: Page, screen: LobbyScreen, more: Partial<Snapshot> = {}) => push(page, snapshotOf(screen, more));
const codesOf = async (page: Page) => (await intentsOf(page)).filter(({ kind }) => kind === 'code');
/** Keys as a scanner presses them: without waiting for each other. */
const scan = (page: Page, text: string) => Promise.all(Array.from(text, (key) => page.keyboard.press(key)));

const welcome: LobbyScreen = { kind: 'welcome' };
const typing: LobbyScreen = { kind: 'type', purpose: 'checkIn' };
const scanning: LobbyScreen = { kind: 'scan', purpose: 'checkIn' };
const confirm: LobbyScreen = {
  kind: 'confirm',
  visit: { name: 'Canary K.', company: 'Canary Ltd.', from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' },
};

describe('what is loaded first', () => {
  it('is at most 250 kB of html, script and style, compressed, without fonts inlined', () => {
    const { folder } = built;
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const linked = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, path]) =>
      readFileSync(join(folder, path ?? '')),
    );
    expect(linked.length).toBeGreaterThanOrEqual(2);
    const bytes = [Buffer.from(html), ...linked].reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThan(250_000);
    const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    for (const name of styles) expect(readFileSync(join(folder, 'assets', name), 'utf8')).not.toContain('url(data:');
  });

  it('leaves zod and the decoder for later', () => {
    const { folder } = built;
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const [, script = ''] = /src="\.\/([^"]+\.js)"/.exec(html) ?? [];
    const text = readFileSync(join(folder, script), 'utf8');
    expect(text).not.toContain('ZodError');
    expect(text).not.toContain('Html5Qrcode ');
  });
});

describe.runIf(hasChromium)('the page in Chromium', () => {
  it('WIN-3 shows every screen without one violation of the policy, and asks no other origin', async () => {
    const { page, faults, close } = await open(welcome);
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(built.url) && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    for (const { screen } of Object.values(screens)) {
      await show(page, screen);
      await page.locator('h1').waitFor();
      if (screen.kind === 'scan') await page.locator('.viewfinder.working, .viewfinder.seen').waitFor();
    }
    expect(await violationsOf(page)).toEqual([]);
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('WIN-10 nothing of the visitor is left in the document, the inputs and the stores of the browser', async () => {
    const { page, close } = await open(welcome);
    await show(page, typing);
    await page.getByRole('textbox', { name: 'Registration code' }).fill('CANARY');
    await show(page, confirm);
    await page.getByText('Canary Ltd.').waitFor();
    await show(page, welcome);
    await page.getByRole('button', { name: 'Check in' }).waitFor();
    expect(await page.content()).not.toMatch(/canary/i);
    const kept = await page.evaluate(async () => ({
      inputs: Array.from(document.querySelectorAll('input'), ({ value }) => value),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      title: document.title,
      address: location.href,
    }));
    expect(kept).toEqual({
      inputs: [],
      local: [],
      session: [],
      cookies: '',
      databases: 0,
      caches: 0,
      title: 'Foyer',
      address: built.url,
    });
    await close();
  });

  it('WIN-8 takes no key that is a browser’s, and does not zoom', async () => {
    const { page, close } = await open(welcome);
    const refused = await page.evaluate(() => {
      const isRefused = (event: Event) => !document.body.dispatchEvent(event);
      const press = (key: string, more: KeyboardEventInit = {}) =>
        isRefused(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
      return {
        commands: [press('F5'), press('r', { ctrlKey: true }), press('+', { metaKey: true }), press('ArrowLeft', { altKey: true })],
        letters: [press('a'), press('Enter'), press('@', { ctrlKey: true, altKey: true })],
        wheel: [true, false].map((ctrlKey) => isRefused(new WheelEvent('wheel', { ctrlKey, bubbles: true, cancelable: true }))),
        menu: isRefused(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
      };
    });
    expect(refused).toEqual({
      commands: [true, true, true, true],
      letters: [false, false, false],
      wheel: [true, false],
      menu: true,
    });
    await close();
  });

  it('WIN-7 offers no file input and no link out', async () => {
    const { page, close } = await open(welcome);
    for (const { screen } of Object.values(screens)) {
      await show(page, screen);
      expect(await page.locator('input[type=file], a[href]').count()).toBe(0);
    }
    await close();
  });

  it('reads a code with the camera, once, and switches the camera off with the screen', async () => {
    const { page, faults, close } = await open(scanning);
    await expect.poll(() => codesOf(page), { timeout: 15_000 }).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'camera' }]);
    expect(await intentsOf(page)).toContainEqual({ kind: 'camera', state: 'working' });
    const track = await page.evaluateHandle(() => {
      const stream = document.querySelector('video')?.srcObject;
      return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
    });
    await page.waitForTimeout(500);
    expect(await codesOf(page)).toHaveLength(1);
    await show(page, { kind: 'lookingUp', purpose: 'checkIn' });
    await expect.poll(() => track.evaluate((live) => live?.readyState)).toBe('ended');
    expect(await page.locator('video').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('survives scan screens that come and go faster than a camera starts', async () => {
    const { page, faults, close } = await open(welcome);
    await page.evaluate(() => {
      const live: MediaStreamTrack[] = [];
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await ask(constraints);
        live.push(...stream.getTracks());
        return stream;
      };
      Object.assign(window, { live });
    });
    for (let round = 0; round < 8; round++) {
      await show(page, scanning);
      await page.waitForTimeout(round * 40);
      await show(page, welcome);
    }
    const live = () =>
      page.evaluate(() => (Reflect.get(window, 'live') as MediaStreamTrack[]).filter((t) => t.readyState === 'live').length);
    await expect.poll(live, { timeout: 10_000 }).toBe(0);
    await show(page, scanning);
    await page.locator('.viewfinder.working, .viewfinder.seen').waitFor();
    expect(await live()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['welcome', welcome],
    ['confirm', confirm],
    ['done', { kind: 'checkedOut' }],
  ] satisfies [string, LobbyScreen][])('hears a USB scanner on %s, with a button in focus', async (_, screen) => {
    const { page, close } = await open(screen);
    await page.locator('main button').first().focus();
    await scan(page, 'fjueiw');
    await page.keyboard.press('Enter');
    await expect.poll(() => intentsOf(page)).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'scanner' }]);
    await close();
  });

  it('lets the late Enter of a scanner press no button', async () => {
    const { page, close } = await open(confirm);
    await page.getByRole('button', { name: "Yes, that's me" }).focus();
    await scan(page, 'FJUEIW');
    await expect.poll(() => codesOf(page)).toHaveLength(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // The second one is a person's.
    expect(await intentsOf(page)).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'scanner' }, { kind: 'confirm' }]);
    await close();
  });

  it('hears one that sends no Enter, and one that sends what cannot be a code', async () => {
    const { page, close } = await open(welcome);
    await scan(page, 'FJUEIW');
    await expect.poll(() => codesOf(page)).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'scanner' }]);
    await scan(page, '4006381333931');
    await expect.poll(() => codesOf(page)).toHaveLength(2);
    expect((await codesOf(page)).at(-1)).toEqual({ kind: 'code', code: '', by: 'scanner' });
    await close();
  });

  it('does not write a scan into the text field as well', async () => {
    const { page, close } = await open(typing);
    const field = page.getByRole('textbox', { name: 'Registration code' });
    await field.pressSequentially('AB', { delay: 200 });
    await page.waitForTimeout(300);
    await scan(page, 'FJUEIW');
    await page.keyboard.press('Enter');
    await expect.poll(() => codesOf(page)).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'scanner' }]);
    expect(await field.inputValue()).toBe('AB');
    await close();
  });

  it('takes typing on the screen and on a real keyboard into the same field', async () => {
    const { page, close } = await open(typing);
    for (const key of ['F', 'J', 'U']) await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('button', { name: 'Continue' }).focus();
    await page.keyboard.type('eiwx', { delay: 120 });
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await codesOf(page)).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'typed' }]);
    await close();
  });

  it('plays pictures and texts one after the other, and leaves out what cannot be shown', async () => {
    const { page, faults, close } = await open({ kind: 'checkedOut' }, { clock: true });
    const content = [
      { kind: 'picture', source: '/content/absent.png', seconds: 10 },
      { kind: 'picture', source: '/content/harbour.png', seconds: 10 },
      { kind: 'text', text: 'Breakfast is from 7 to 11.', seconds: 10 },
    ] as const;
    const before = await page.evaluate(() => document.querySelectorAll('.idle').length);
    await show(page, { kind: 'welcome', content: [...content] });
    const seen = page.locator('.layer.shown');
    await seen.locator('img').waitFor();
    expect(before).toBe(0);
    expect(await seen.locator('img').getAttribute('src')).toBe('/content/harbour.png');
    expect(await seen.locator('img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1600);
    // The same list again, as each snapshot brings it, changes nothing.
    await show(page, { kind: 'welcome', content: [...content] });
    await page.clock.fastForward(11_000);
    await seen.getByText('Breakfast is from 7 to 11.').waitFor();
    await page.clock.fastForward(11_000);
    await seen.locator('img').waitFor();
    await show(page, confirm);
    expect(await page.locator('.idle').count()).toBe(0);
    // The picture that is not there is the only thing that was complained of.
    expect(faults).toEqual([expect.stringContaining('404')]);
    await close();
  });

  it('stops what plays at a touch anywhere on it, says nothing of it by itself, and goes on at another touch', async () => {
    const text = (words: string) => ({ kind: 'text' as const, text: words, seconds: 10 });
    const { page, close } = await open({ kind: 'welcome', content: [text('One'), text('Two')] }, { clock: true });
    const seen = page.locator('.layer.shown');
    await seen.getByText('One').waitFor();
    expect(await page.locator('.idle').getAttribute('aria-live')).toBe('off');
    await page.locator('.idle').click({ position: { x: 40, y: 40 } });
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.clock.fastForward(30_000);
    expect(await seen.textContent()).toBe('One');
    await page.locator('.idle').click({ position: { x: 40, y: 40 } });
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.clock.fastForward(11_000);
    await seen.getByText('Two').waitFor();
    // A pause is of the person who asked for it: it ends with them.
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.clock.fastForward(61_000);
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it('shows the arches where every picture fails, and no button to stop them', async () => {
    const { page, close } = await open({
      kind: 'welcome',
      content: [{ kind: 'picture', source: '/content/absent.png', seconds: 5 }],
    });
    await page.locator('.layer').waitFor({ state: 'detached' });
    expect(await page.locator('.idle .arches').isVisible()).toBe(true);
    expect(await page.locator('.idle button').count()).toBe(0);
    await close();
  });

  it('asks main for what a visitor would like, and shows what main says of it', async () => {
    const asked = (wanted: boolean): LobbyScreen => ({ ...confirm, services: [{ id: '7', name: 'Coffee', wanted }] });
    const { page, close } = await open(asked(false));
    const coffee = page.getByRole('button', { name: 'Coffee' });
    await coffee.click();
    expect(await coffee.getAttribute('aria-pressed')).toBe('false');
    await show(page, asked(true));
    await expect.poll(() => coffee.getAttribute('aria-pressed')).toBe('true');
    await coffee.click();
    expect(await intentsOf(page)).toEqual([
      { kind: 'service', id: '7', wanted: true },
      { kind: 'service', id: '7', wanted: false },
    ]);
    await close();
  });

  it('shows the code of the door and what was noted, and nothing of them on the next screen', async () => {
    const { page, close } = await open(welcome);
    const screen = { kind: 'checkedIn', place: {}, badge: { state: 'take' } } as const;
    await show(page, { ...screen, doorCode: '482913', wanted: ['Coffee', 'Water'] });
    await page.getByText('482 913').waitFor();
    expect(await page.locator('.facts').innerText()).toMatch(/Noted for reception\s+\u2068?Coffee\u2069? and \u2068?Water/);
    await show(page, welcome);
    await page.getByRole('button', { name: 'Check in' }).waitFor();
    expect(await page.content()).not.toMatch(/482|Coffee/);
    await close();
  });

  it('shows that printing goes on once it takes longer than a second', async () => {
    const { page, close } = await open(welcome);
    await show(page, { kind: 'checkedIn', place: {}, badge: { state: 'printing' } });
    const style = () =>
      page.locator('.print .waiting').evaluate((dots) => {
        const { opacity, animationDelay } = getComputedStyle(dots);
        return { opacity, animationDelay };
      });
    await page.getByText('Your badge is being printed.').waitFor();
    await expect.poll(style, { timeout: 10_000 }).toEqual({ opacity: '1', animationDelay: '1s' });
    await close();
  });

  it('WIN-10 a badge that is to be collected leaves a pass: who, whom to see, where, since when; gone with its screen', async () => {
    const { page, close } = await open(welcome);
    const place = { host: 'Chen Yi-Ting', building: 'Harbour Tower', room: 'Room Camellia' };
    const pass = { name: 'Canary K.', at: `${new Date().toISOString().slice(0, 10)}T09:34:00+00:00` };
    await show(page, { kind: 'checkedIn', place, badge: { state: 'collect' }, pass });
    await page.getByText('Please collect your badge at reception.').waitFor();
    expect(await page.locator('.pass').innerText()).toMatch(
      /^Canary K\.\s+Where\s+Room Camellia\s*Harbour Tower\s+Your host\s+Chen Yi-Ting\s+Checked in\s+09:34$/,
    );
    expect(await page.locator('.facts').count()).toBe(1);
    await show(page, welcome);
    await page.getByRole('button', { name: 'Check in' }).waitFor();
    expect(await page.content()).not.toMatch(/Canary|Camellia/);
    await close();
  });

  it('asks whether the visitor is still there, and takes any touch for yes', async () => {
    const { page, close } = await open(confirm);
    await show(page, confirm, { warning: { seconds: 20 } });
    await page.getByText('Are you still there?').waitFor();
    await page.locator('h1').click();
    expect(await intentsOf(page)).toEqual([{ kind: 'stay' }]);
    await close();
  });

  it('says the language of its words, and keeps names apart from them', async () => {
    const { page, close } = await open(welcome);
    await show(page, { ...confirm, visit: { ...confirm.visit, host: '田中さくら' } }, { language: 'zh-Hant' });
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    expect(await page.locator('bdi', { hasText: '田中さくら' }).getAttribute('lang')).toBe('ja');
    await close();
  });
});
