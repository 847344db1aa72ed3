import type { Page } from '@playwright/test';
import { expect } from './kiosk.ts';

/** Presses a button by the name that a visitor reads. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Waits for the heading of a screen. */
export const seeHeading = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeVisible();

/** From welcome: types a code on the screen that asks for it. */
export async function typeCode(page: Page, button: 'Check in' | 'Check out', code: string): Promise<void> {
  await press(page, button);
  await press(page, 'Type the code');
  await page.getByRole('textbox', { name: 'Registration code' }).fill(code);
  await press(page, 'Continue');
}

/** From welcome: the whole of a check-in by typed code, up to the screen that says so. */
export async function checkInByTyping(page: Page, code: string): Promise<void> {
  await typeCode(page, 'Check in', code);
  await press(page, "Yes, that's me");
  await seeHeading(page, 'You are checked in');
}

/** At the desk: turns to another page, by the keyboard. */
export const turnTo = (desk: Page, name: string) =>
  desk.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).press('Enter');
