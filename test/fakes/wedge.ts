import type { Page } from '@playwright/test';

/**
 * What a USB scanner does: the keys of the code, faster than hands, then Enter, whatever has the focus. All keys are sent in one go, as
 * a scanner sends them: a busy machine must not turn it into a person who types.
 */
export async function scanByWedge(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const strokes = [...text].map((key) => ({ key, text: key })).concat({ key: 'Enter', text: '\r' });
  await Promise.all(
    strokes.flatMap(({ key, text: typed }) => {
      const windowsVirtualKeyCode = key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0);
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, windowsVirtualKeyCode }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode }),
      ];
    }),
  );
  await session.detach();
}
