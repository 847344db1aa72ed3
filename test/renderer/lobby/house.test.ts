import { describe, expect, it } from 'vitest';
import type { LobbyScreen } from '../../../electron/contract/lobby.ts';
import { accentOf } from '../../../electron/settings/accent.ts';
import { hasChromium, intentsOf, push, sharedPage, violationsOf } from '../built-page.ts';

const built = sharedPage();

const { snapshotOf } = built;
const welcome: LobbyScreen = { kind: 'welcome' };

describe.runIf(hasChromium)('the languages of the lobby', () => {
  it('stand in the order of the site, each by its own name', async () => {
    const { page, close } = await built.open(snapshotOf(welcome, { language: 'zh-Hant', languages: ['zh-Hant', 'en'] }));
    const buttons = page.locator('.languages button');
    expect(await buttons.allTextContents()).toEqual(['繁體中文', 'English']);
    await buttons.nth(1).click();
    expect(await intentsOf(page)).toEqual([{ kind: 'language', language: 'en' }]);
    await push(page, snapshotOf(welcome));
    await expect.poll(() => buttons.allTextContents()).toEqual(['English', '繁體中文', '简体中文']);
    await close();
  });

  it('one is no choice: there are no buttons, and the others stand where they stood', async () => {
    const { page, close } = await built.open(snapshotOf(welcome));
    const help = page.getByRole('button', { name: 'Help' });
    const before = await help.boundingBox();
    await push(page, snapshotOf(welcome, { languages: ['en'] }));
    await page.locator('.languages').waitFor({ state: 'detached' });
    expect(await help.boundingBox()).toEqual(before);
    await close();
  });
});

describe.runIf(hasChromium)('what the screens tell of a visit', () => {
  it('a name alone is asked for, and a place that is not told is not looked for', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'confirm', visit: { name: 'Marguerite D.' } }));
    expect(await page.locator('h1').textContent()).toBe('Are you Marguerite D.?');
    expect(await page.locator('.matter').count()).toBe(0);
    await push(page, snapshotOf({ kind: 'checkedIn', place: { host: 'Chen Yi-Ting' }, badge: { state: 'take' } }));
    await page.getByText('Chen Yi-Ting').waitFor();
    expect(await page.locator('.fact').count()).toBe(1);
    expect(await page.locator('.more').textContent()).toContain('Please take a seat.');
    await close();
  });
});

describe.runIf(hasChromium)('the site’s own words', () => {
  it('stand in the place of the greeting, and after a check-in beside what a pass is for', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'welcome', greeting: 'Welcome to Harbour Tower' }));
    expect(await page.locator('h1').textContent()).toBe('Welcome to Harbour Tower');
    const line = 'Please take the lift on the left.';
    const place = { room: 'Room Camellia' };
    await push(page, snapshotOf({ kind: 'checkedIn', place, badge: { state: 'take' }, line }));
    await expect.poll(() => page.locator('.more').textContent()).toBe(line);
    const pass = { name: 'Marguerite D.', at: '2026-11-22T09:34:00+08:00' };
    await push(page, snapshotOf({ kind: 'checkedIn', place, badge: { state: 'collect' }, pass, line }));
    await expect.poll(() => page.locator('.more').textContent()).toMatch(/^Until you have your badge.* Please take the lift/);
    await close();
  });
});

describe.runIf(hasChromium)('the site’s own colour', () => {
  it('draws both themes within the policy, leaves high contrast alone, and goes where there is none', async () => {
    const accent = accentOf('#c8102e');
    const { page, close } = await built.open(snapshotOf(welcome, { accent }));
    const button = page.getByRole('button', { name: 'Check in' });
    const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
    const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
    expect(await colour()).toBe(rgb(accent.light.accent));
    await page.getByRole('button', { name: 'High contrast' }).click();
    expect(await colour()).toBe(rgb('#ffe14d'));
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await colour()).toBe(rgb(accent.dark.accent));
    await page.getByRole('button', { name: 'Light' }).click();
    await push(page, snapshotOf(welcome));
    await expect.poll(colour).toBe(rgb('#1f5b4e'));
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });
});

describe.runIf(hasChromium)('the site’s logo', () => {
  it('takes the place of the arches, and a finger that stays on it leads staff to the desk', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'welcome', logo: '/content/harbour.png', staff: true }));
    const logo = page.locator('.site-logo');
    await expect.poll(() => logo.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(0);
    expect(await page.locator('.arches').count()).toBe(0);
    await logo.hover();
    await page.mouse.down();
    await expect.poll(() => intentsOf(page), { timeout: 5_000 }).toEqual([{ kind: 'staff' }]);
    await page.mouse.up();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });
});
