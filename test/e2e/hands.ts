import type { Locator, Page } from '@playwright/test';
import { expect } from './kiosk.ts';

/** How a person works at the desk: by the keyboard alone, or by touch alone. */
export interface Hands {
  readonly name: 'keyboard' | 'touch';
  /** Finds somebody in the day's list, and opens the visit. */
  open(desk: Page, name: string): Promise<void>;
  /** Presses a button. */
  press(desk: Page, button: Locator): Promise<void>;
  /** Presses one of several that stand together, of which Tab reaches one and the arrows the others. */
  next(desk: Page, button: Locator): Promise<void>;
  /** Writes into a field. */
  write(desk: Page, field: Locator, text: string): Promise<void>;
  checkIn(desk: Page, name: string): Promise<void>;
  checkOut(desk: Page, name: string): Promise<void>;
}

const visitOf = (desk: Page, name: string): Locator => desk.getByRole('region', { name, exact: true });
const searchOf = (desk: Page): Locator => desk.getByRole('searchbox', { name: 'Search' });

/** Tab, until it is there: what cannot be reached in so many presses cannot be reached. */
async function tabTo(desk: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${String(target)}`);
}

/** Waits until the keys that follow one another quickly are none of a scanner's. */
const asAPerson = { delay: 60 };

export const keyboard: Hands = {
  name: 'keyboard',
  async open(desk, name) {
    await desk.keyboard.press('Escape');
    await desk.locator('body').press('/');
    await expect(searchOf(desk)).toBeFocused();
    await desk.keyboard.press('ControlOrMeta+a');
    await desk.keyboard.type(name, asAPerson);
    await expect(desk.getByRole('option').first()).toContainText(name);
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await expect(visitOf(desk, name)).toBeVisible();
  },
  async press(desk, button) {
    await tabTo(desk, button);
    await desk.keyboard.press('Enter');
  },
  async next(desk, button) {
    const handle = await button.elementHandle();
    const stop = desk.locator('button.muster-tick[tabindex="0"]');
    if ((await desk.locator('button.muster-tick:focus').count()) === 0) await tabTo(desk, stop);
    for (let presses = 0; presses < 50; presses += 1) {
      if (await handle?.evaluate((element) => element === document.activeElement)) return desk.keyboard.press(' ');
      await desk.keyboard.press('ArrowDown');
    }
    throw new Error('no arrow leads there');
  },
  async write(desk, field, text) {
    await tabTo(desk, field);
    await desk.keyboard.type(text, asAPerson);
  },
  async checkIn(desk, name) {
    await keyboard.open(desk, name);
    await desk.keyboard.press('i');
  },
  async checkOut(desk, name) {
    await keyboard.open(desk, name);
    await desk.keyboard.press('o');
  },
};

/** A finger on the middle of something: a touch as the screen's driver tells of it, for Electron's windows take none of Playwright's. */
async function tap(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await target.scrollIntoViewIfNeeded();
  // What has just come up under a finger takes no press at first.
  await expect.poll(() => target.evaluate((element) => getComputedStyle(element).pointerEvents)).not.toBe('none');
  const session = await target.page().context().newCDPSession(target.page());
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to touch: ${String(target)}`);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** A finger; letters come from the keyboard that the system shows on the screen. */
export const touch: Hands = {
  name: 'touch',
  async open(desk, name) {
    await searchOf(desk).fill(name);
    const row = desk.getByRole('option').filter({ hasText: name }).first();
    await expect(row).toBeVisible();
    await tap(row);
    await expect(visitOf(desk, name)).toBeVisible();
  },
  press: (_, button) => tap(button),
  next: (_, button) => tap(button),
  write: (_, field, text) => field.fill(text),
  async checkIn(desk, name) {
    await touch.open(desk, name);
    await tap(visitOf(desk, name).getByRole('button', { name: 'Check in', exact: true }));
  },
  async checkOut(desk, name) {
    await touch.open(desk, name);
    await tap(visitOf(desk, name).getByRole('button', { name: 'Check out', exact: true }));
  },
};
