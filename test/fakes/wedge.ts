import type { Page } from '@playwright/test';

/** Between two keys of a scanner, in seconds: devices leave some 1 to 30 ms. */
const keyGap = 0.008;

/**
 * What a USB scanner does: the keys of the code, faster than hands, then Enter, or Tab, whatever has the focus. Each key carries the time at
 * which a scanner would have pressed it, as the system's own key events do: a busy machine delivers them late, and does not turn a
 * scanner into a person who types (https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchKeyEvent).
 */
export async function scanByWedge(page: Page, text: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now() / 1_000;
  const strokes = [...text].map((key) => ({ key, text: key })).concat({ key: end, text: end === 'Enter' ? '\r' : '\t' });
  await Promise.all(
    strokes.flatMap(({ key, text: typed }, index) => {
      const windowsVirtualKeyCode = key === end ? (end === 'Enter' ? 13 : 9) : key.toUpperCase().charCodeAt(0);
      const timestamp = begun + index * keyGap;
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, windowsVirtualKeyCode, timestamp }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode, timestamp }),
      ];
    }),
  );
  await session.detach();
}
