import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { hangDesk } from './gallery/desk.mjs';
import { installFakeBridge } from './gallery/fake-bridge.mjs';
import { layoutFaults } from './gallery/layout.mjs';
import { screens } from './gallery/screens.mjs';
import { serveRenderer } from './gallery/site.mjs';

// Usage: npx vite build && node test/renderer/gallery.mjs OUTDIR [part of a name]
// Takes a picture of every screen of the built renderer (in dist, or in the folder that RENDERER_DIST names), in portrait and landscape,
// in every language, and in the other ways it may be drawn, then of the desk on screens of its own; checks layout, accessibility and policy. Exit code 1 when a fault was found.
const [outdir, only = ''] = process.argv.slice(2);
if (!outdir) throw new Error('usage: node test/renderer/gallery.mjs OUTDIR [part of a name]');
await mkdir(outdir, { recursive: true });

/** @typedef {import('../../electron/contract/snapshot.ts').Snapshot} Snapshot */
/** @typedef {{name: string, width: number, height: number, language: Snapshot['language'], theme?: string, text?: number, low?: boolean, help?: boolean}} Wall */

const sizes = { portrait: [1080, 1920], landscape: [1920, 1080], panel: [1280, 800], narrow: [768, 1366] };
/** @type {(size: keyof typeof sizes, language: Snapshot['language'], extra?: Partial<Wall>) => Wall} */
const wall = (size, language, extra = {}) => {
  const [width = 0, height = 0] = sizes[size];
  return { name: `${size}-${language}`, width, height, language, ...extra };
};
const languages = /** @type {const} */ (['en', 'zh-Hant', 'zh-Hans']);
const walls = [
  ...languages.flatMap((language) => [wall('portrait', language), wall('landscape', language)]),
  wall('panel', 'en'),
  wall('narrow', 'en'),
  .../** @type {const} */ (['portrait', 'landscape']).flatMap((size) => [
    wall(size, 'en', { name: `${size}-dark`, theme: 'dark' }),
    wall(size, 'en', { name: `${size}-contrast`, theme: 'contrast' }),
    wall(size, 'en', { name: `${size}-text150`, text: 1 }),
    wall(size, 'en', { name: `${size}-text200`, text: 2 }),
    wall(size, 'en', { name: `${size}-low`, low: true }),
    wall(size, 'en', { name: `${size}-help`, help: true }),
    wall(size, 'en', { name: `${size}-help200`, help: true, text: 2 }),
  ]),
];

const site = await serveRenderer(process.env['RENDERER_DIST']);
const browser = await chromium.launch({
  executablePath: process.env['FOYER_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
let faults = 0;
let pictures = 0;
const fault = (/** @type {string} */ text) => {
  faults += 1;
  console.log(`  ${text}`);
};

/** @param {Wall} on @param {string[]} names */
async function hang(on, names) {
  const context = await browser.newContext({ viewport: { width: on.width, height: on.height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => fault(`${on.name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && fault(`${on.name}: ${message.text()}`));
  let number = 1;
  const snapshotOf = (/** @type {string} */ name) =>
    /** @type {Snapshot} */ ({ number: number++, language: on.language, site: 'Happy Ltd. · Harbour Tower', ...screens[name] });
  // Welcome comes first: reaching it from another screen ends a session, which would undo how this wall is drawn.
  const isWelcome = names[0]?.startsWith('welcome');
  await page.addInitScript(installFakeBridge, snapshotOf(isWelcome ? 'welcome' : 'looking-up'));
  await page.goto(site.url);
  await page.locator('.stage').waitFor();
  await page.waitForLoadState('networkidle');
  const comforts = page.locator('.comforts button');
  for (let i = 0; i < (on.theme === 'contrast' ? 1 : on.theme === 'dark' ? 2 : 0); i++) await comforts.nth(0).click();
  for (let i = 0; i < (on.text ?? 0); i++) await comforts.nth(1).click();
  if (on.low) await comforts.nth(2).click();
  if (on.help) await comforts.nth(3).click();
  for (const name of names) {
    await page.evaluate(setCamera, name !== 'scan-no-camera');
    await page.evaluate((snapshot) => Reflect.get(window, 'gallery').push(snapshot), snapshotOf(name));
    if (name === 'type') await page.getByRole('textbox').fill('FJUE');
    if (name === 'scan-no-camera') await page.locator('.viewfinder.none').waitFor();
    else if (name.startsWith('scan')) await page.locator('.viewfinder.working').waitFor();
    if (name.startsWith('welcome-content')) await showContent(page, on, name);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(String(outdir), `${on.name}--${name}.png`) });
    pictures += 1;
    for (const text of await page.evaluate(layoutFaults)) fault(`${on.name} ${name}: ${text}`);
    // What axe looks at (names, roles, contrast) does not turn with the screen.
    if (!on.name.startsWith('portrait')) continue;
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      fault(
        `${on.name} ${name}: axe ${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary?.replace(/\s+/g, ' ')}`).join(' | ')}`,
      );
  }
  const violations = /** @type {string[]} */ (await page.evaluate(() => Reflect.get(window, 'gallery').violations));
  for (const violation of violations) fault(`${on.name}: policy: ${violation}`);
  await context.close();
}

/** The content is seen, wherever there is room for it. @param {import('@playwright/test').Page} page @param {Wall} on @param {string} name */
async function showContent(page, on, name) {
  const plays = !on.low && !(on.text && name.endsWith('demo'));
  if (plays) {
    const shown = page.locator('.layer.shown');
    await shown.waitFor();
    const cut = await shown.evaluate((layer) =>
      [...layer.querySelectorAll('p')].some((text) => text.scrollHeight > text.clientHeight + 12),
    );
    if (cut && !name.endsWith('long')) fault(`${on.name} ${name}: the text does not fit its panel`);
  } else if ((await page.locator('.idle').count()) > 0) fault(`${on.name} ${name}: content where there is no room for it`);
}

/** Runs in the page: gives it a camera, or takes it away. @param {boolean} there */
function setCamera(there) {
  if (there) Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
  else navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
}

/** What is shown while main does not answer. @param {Wall} on */
async function hangMoment(on) {
  const page = await browser.newPage({ viewport: { width: on.width, height: on.height }, reducedMotion: 'reduce' });
  await page.addInitScript(installFakeBridge, null);
  await page.goto(site.url);
  await page.locator('.moment p').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(String(outdir), `${on.name}--moment.png`) });
  pictures += 1;
  for (const text of await page.evaluate(layoutFaults)) fault(`${on.name} moment: ${text}`);
  await page.close();
}

for (const on of walls) {
  if (!on.help && `${on.name}--moment`.includes(only)) await hangMoment(on);
  // Layout only, once per way of drawing: help covers whatever lies below it.
  const names = Object.keys(screens).filter((name) => !on.help || name === 'welcome');
  if (!names.some((name) => `${on.name}--${name}`.includes(only))) continue;
  console.log(on.name);
  const welcomes = names.filter((name) => name.startsWith('welcome'));
  const rest = names.filter((name) => !name.startsWith('welcome'));
  const wanted = (/** @type {string[]} */ list) => list.filter((name) => `${on.name}--${name}`.includes(only));
  for (const name of wanted(welcomes)) await hang(on, [name]);
  if (wanted(rest).length > 0) await hang(on, wanted(rest));
}
pictures += await hangDesk({ browser, url: site.url, outdir, only, fault });
await browser.close();
await site.close();
console.log(`${pictures} pictures, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
