import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Offline } from '../../electron/contract/snapshot.ts';
import { hasChromium, push, sharedPage } from './built-page.ts';

const built = sharedPage({ site: 'Happy Ltd.' });

const snapshotOf = (screen: LobbyScreen, offline?: Offline) => built.snapshotOf(screen, offline && { offline });
const welcome: LobbyScreen = { kind: 'welcome' };
const scanning: LobbyScreen = { kind: 'scan', purpose: 'checkIn' };
const typing: LobbyScreen = { kind: 'type', purpose: 'checkIn' };
const still = 'Working without the server. You can still check in.';
const ask = 'Working without the server. Reception will gladly check you in.';

const note = (page: Page) => page.locator('.offline');
/** Where everything is that can be touched. */
const targets = (page: Page) =>
  page.locator('button, input').evaluateAll((all) =>
    all.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.textContent, x, y, width, height].join(' ');
    }),
  );

describe.runIf(hasChromium)('the lobby without the server', () => {
  it('says so on welcome, scan and type, and while a visitor is served not', async () => {
    const { page, faults, close } = await built.open(snapshotOf(welcome, 'canCheckIn'));
    for (const screen of [welcome, scanning, typing]) {
      await push(page, snapshotOf(screen, 'canCheckIn'));
      await expect.poll(() => note(page).innerText()).toBe(still);
      await push(page, snapshotOf(screen, 'askReception'));
      await expect.poll(() => note(page).innerText()).toBe(ask);
      await push(page, snapshotOf(screen));
      await expect.poll(() => note(page).count()).toBe(0);
    }
    await push(page, snapshotOf({ kind: 'lookingUp', purpose: 'checkIn' }, 'canCheckIn'));
    await page.locator('.stage-waiting').waitFor();
    expect(await note(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('does not send who is leaving to reception to be checked in', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'type', purpose: 'checkOut' }, 'askReception'));
    expect(await note(page).innerText()).toBe('Working without the server.');
    await close();
  });

  it('announces it politely, and leaves the focus and a half-typed code where they are', async () => {
    const { page, close } = await built.open(snapshotOf(typing));
    const field = page.getByRole('textbox', { name: 'Registration code' });
    await field.pressSequentially('FJU', { delay: 160 });
    await push(page, snapshotOf(typing, 'canCheckIn'));
    await note(page).waitFor();
    expect(await page.locator('[aria-live="polite"]', { has: note(page) }).count()).toBe(1);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('FJU');
    await close();
  });

  // The gallery draws each of them at each size.
  it.each([
    { name: 'as usual', text: 0, low: 0, width: 1080, height: 1920 },
    { name: 'as usual', text: 0, low: 0, width: 1920, height: 1080 },
    { name: 'largest text', text: 2, low: 0, width: 768, height: 1366 },
    { name: 'low controls', text: 0, low: 1, width: 1920, height: 1080 },
  ])('moves nothing that can be touched when it comes or goes, in English or 40 % longer: $name, $width × $height', async (on) => {
    const { width, height } = on;
    const { page, close } = await built.open(snapshotOf(scanning), { context: { viewport: { width, height } } });
    for (let i = 0; i < on.text; i++) await page.locator('.comforts button').nth(1).click();
    for (let i = 0; i < on.low; i++) await page.locator('.comforts button').nth(2).click();
    for (const screen of [scanning, typing, welcome]) {
      await push(page, snapshotOf(screen));
      // Welcome would undo how the screen is drawn.
      if (screen === welcome) {
        for (let i = 0; i < on.text; i++) await page.locator('.comforts button').nth(1).click();
        for (let i = 0; i < on.low; i++) await page.locator('.comforts button').nth(2).click();
      }
      await page.locator(`.stage-${screen.kind}`).waitFor();
      const before = await targets(page);
      for (const more of [0, 1.4]) {
        await push(page, snapshotOf(screen, 'askReception'));
        await note(page).waitFor();
        if (more > 0)
          await note(page)
            .locator('span')
            .evaluate((span, length) => {
              span.textContent = 'Reception '.repeat(20).slice(0, length);
            }, ask.length * more);
        expect(await targets(page)).toEqual(before);
        const box = await note(page).boundingBox();
        const sentence = await page.locator('h1').boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((sentence?.y ?? 0) + 1);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        await push(page, snapshotOf(screen));
        await note(page).waitFor({ state: 'detached' });
        expect(await targets(page)).toEqual(before);
      }
    }
    await close();
  });
});
