import type { Page } from '@playwright/test';

/** What a USB scanner does: the keys of the code, faster than hands, then Enter, whatever has the focus. It waits for no screen. */
export async function scanByWedge(page: Page, text: string): Promise<void> {
  await Promise.all([...text, 'Enter'].map((key) => page.keyboard.press(key === ' ' ? 'Space' : key)));
}
