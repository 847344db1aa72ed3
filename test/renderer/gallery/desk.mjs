import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { closedScreens } from './closed-screens.mjs';
import { deskFaults } from './desk-layout.mjs';
import { doneBefore, moreScreens } from './desk-more.mjs';
import { deskScreens } from './desk-screens.mjs';
import { installFakeBridge } from './fake-bridge.mjs';
import { figuresScreens } from './figures-screens.mjs';
import { musterScreens } from './muster-screens.mjs';

/** @typedef {import('../../../electron/contract/snapshot.ts').Snapshot['language']} Language */
/** @typedef {{name: string, width: number, height: number, language: Language, theme?: number, text?: number, touch?: boolean, only?: string[]}} Wall */

/** @type {Wall} */
const pc = { name: 'pc', width: 1280, height: 800, language: 'en' };
/** @type {Wall[]} */
const walls = [
  pc,
  { ...pc, name: 'pc-zh-Hant', language: 'zh-Hant' },
  { ...pc, name: 'pc-zh-Hans', language: 'zh-Hans' },
  { ...pc, name: 'wide', width: 1920, height: 1080 },
  { ...pc, name: 'tablet', width: 1024, height: 1366, touch: true },
  { ...pc, name: 'phone', width: 390, height: 844, touch: true },
  { ...pc, name: 'pc-contrast', theme: 1 },
  { ...pc, name: 'pc-dark', theme: 2 },
  { ...pc, name: 'pc-text200', text: 2 },
  { ...pc, name: 'phone-text200', width: 390, height: 844, touch: true, text: 2 },
];

/** @type {Record<string, import('../../../electron/contract/snapshot.ts').Snapshot['screen']>} */
const screens = { ...deskScreens, ...moreScreens, ...musterScreens, ...figuresScreens, ...closedScreens };

/**
 * Takes a picture of the whole page of every desk on every wall, with a decision half made where there is one, and checks it.
 * @param {{browser: import('@playwright/test').Browser, url: string, outdir: string, only: string, fault: (text: string) => void}} on
 * @returns {Promise<number>} how many pictures
 */
export async function hangDesk({ browser, url, outdir, only, fault }) {
  let pictures = 0;
  for (const wall of walls) {
    const names = Object.keys(screens).filter((name) => `${wall.name}--${name}`.includes(only));
    for (const name of names) {
      const { width, height, touch = false } = wall;
      const context = await browser.newContext({
        viewport: { width, height },
        hasTouch: touch,
        isMobile: touch,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => fault(`${wall.name} ${name}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && fault(`${wall.name} ${name}: ${message.text()}`));
      const snapshot = { number: 1, language: wall.language, site: 'Happy Ltd. · Harbour Tower', screen: screens[name] };
      await page.addInitScript(installFakeBridge, /** @type {any} */ (snapshot));
      await page.goto(url);
      await page.locator('.desk').waitFor();
      await page.waitForLoadState('networkidle');
      const drawing = page.locator('.comforts button');
      const first = name.startsWith('closed') ? 0 : 1;
      for (let i = 0; i < (wall.theme ?? 0); i++) await drawing.nth(first).click();
      for (let i = 0; i < (wall.text ?? 0); i++) await drawing.nth(first + 1).click();
      const theirs = page.locator('.differences button').nth(1);
      if ((await theirs.count()) > 0) await theirs.click();
      await doneBefore[name]?.(page);
      // As high as the page, so that the row at the bottom edge is seen there.
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, whole) });
      await page.mouse.move(width - 2, 2);
      await page.evaluate(() => scrollTo(0, 0));
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(outdir, `${wall.name}--${name}.png`) });
      pictures += 1;
      for (const text of await page.evaluate(deskFaults)) fault(`${wall.name} ${name}: ${text}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        fault(
          `${wall.name} ${name}: axe ${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
        );
      for (const text of await page.evaluate(() => Reflect.get(window, 'gallery').violations))
        fault(`${wall.name} ${name}: policy: ${text}`);
      await context.close();
    }
  }
  return pictures;
}
