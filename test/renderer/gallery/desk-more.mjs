import { badgePicture } from './badge-picture.mjs';
import { kioskAdmin, kioskPage } from './desk-kiosk.mjs';
import { calm, prints, printsPage } from './desk-screens.mjs';
import { ago, dayRows, todayOf, visitInFull, visitOpen } from './desk-today.mjs';
import { figuresScreens } from './figures-screens.mjs';
import { musterScreens } from './muster-screens.mjs';

/** @typedef {import('../../../electron/contract/desk.ts').DeskScreen} DeskScreen */
/** @typedef {import('../../../electron/contract/desk-kiosk.ts').KioskPage} KioskPage */
/** @typedef {import('@playwright/test').Page} Page */

const [marguerite, , , aisha] = dayRows;
if (!marguerite || !aisha) throw new Error('the day has too few');

/** @type {DeskScreen['requests']} */
const requests = [
  { id: 'q1', kind: 'help', at: ago(4) },
  {
    ...{ id: 'q2', kind: 'walkIn', at: ago(3), name: 'Robin Example', company: 'Walk & Co', host: 'Chen Yi-Ting' },
    purpose: 'Interview',
  },
  { id: 'q3', kind: 'blocked', at: ago(2), name: '田中さくら', company: '株式会社さくら技研', host: 'Hsu Mei-Ling' },
  { id: 'q4', kind: 'wish', at: ago(1), name: '林怡君', host: 'Chen Yi-Ting', purpose: 'Coffee, A parking permit' },
];

/** @type {(page: Partial<KioskPage>) => DeskScreen} */
const kiosk = (page) => ({ ...calm, page: { ...kioskAdmin, ...page } });
const checked = [
  'Foyer 0.1.0 on linux x64',
  'ok    GET /api/v1/version       10.4.2112.33',
  'fails GET /api/v1/badges        403',
].join('\n');
const aishaOpen = visitOpen(aisha, { building: 'Harbour Tower', floor: '12F', room: 'Board room' });

/** What is seen of the desk only after something was done, or said. Invented people only. @type {Record<string, DeskScreen>} */
export const moreScreens = {
  'desk-requests': { ...calm, requests },
  'desk-out-of-order': { ...calm, notices: ['outOfOrder'], page: { ...kioskPage, isOutOfOrder: true } },
  'desk-nobody': { ...calm, page: todayOf([]) },
  'desk-recorded-nobody': { ...calm, page: todayOf([], { list: { state: 'recordedOnly' } }) },
  'desk-expected': { ...calm, page: todayOf(dayRows, { open: aishaOpen }) },
  'desk-left': {
    ...calm,
    page: todayOf(dayRows, {
      open: visitOpen(marguerite, {
        history: [
          { id: 'l1', kind: 'checkedIn', at: ago(190), actor: 'visitor' },
          { id: 'l2', kind: 'checkedOut', at: ago(41), actor: 'staff' },
        ],
        corrections: ['notOut', 'leftAt'],
      }),
    }),
  },
  'desk-done': { ...calm, page: todayOf(dayRows, { open: aishaOpen }) },
  'desk-correcting': { ...calm, page: todayOf(dayRows, { open: visitInFull }) },
  'desk-new-visitor': { ...calm, page: todayOf(dayRows, { hosts: [{ id: 'w1', name: 'Chen Yi-Ting' }] }) },
  'desk-keys': { ...calm, page: todayOf(dayRows) },
  'desk-no-prints': { ...calm, page: printsPage([]) },
  'desk-no-picture': { ...calm, page: printsPage(prints, { print: 'p-v1' }) },
  'muster-ending': musterScreens['muster-running'] ?? calm,
  'muster-nobody-fits': musterScreens['muster-inside'] ?? calm,
  'figures-numbers': figuresScreens['figures-busy'] ?? calm,
  'kiosk-looking': { ...calm, page: { kind: 'kiosk', administration: kioskPage.administration, busy: [] } },
  'kiosk-pin-wait': { ...calm, page: { ...kioskPage, administration: { state: 'closed', exists: true, pin: 'wait', wait: 160 } } },
  'kiosk-report': {
    ...calm,
    page: { ...kioskPage, told: { of: 'report', number: 1, path: '~/Documents/foyer-report-2026-11-28.zip' } },
  },
  'kiosk-fault': kiosk({
    told: { of: 'settings', number: 1, fault: { name: 'FOYER_SERVER', message: 'It must begin with https://.' } },
  }),
  'kiosk-pin-fault': kiosk({ told: { of: 'pinSet', number: 1, name: '林怡君', why: 'plain' } }),
  'kiosk-test-badge': kiosk({
    told: { of: 'testBadge', number: 1, state: 'sent', printer: '10.0.0.20:9100', picture: badgePicture() },
  }),
  'kiosk-test-failed': kiosk({
    busy: ['checkConnection', 'setPin'],
    told: { of: 'testBadge', number: 1, state: 'failed', printer: '10.0.0.20:9100', failure: 'printer.media' },
  }),
  'kiosk-check': kiosk({ told: { of: 'check', number: 1, works: false, text: checked } }),
};

/** What is done there before the picture is taken. @type {Record<string, (page: Page) => Promise<void>>} */
export const doneBefore = {
  'desk-done': async (page) => {
    await page.locator('.visit > .acts .main').click();
    const isIn = { ...aisha, state: /** @type {const} */ ('inside'), visit: 'v-aisha', at: ago(0), isLate: false };
    const rows = dayRows.map((row) => (row === aisha ? isIn : row));
    const screen = { ...calm, page: todayOf(rows, { open: visitOpen(isIn, { corrections: ['notIn', 'cameAt'] }) }) };
    await page.evaluate(pushScreen, screen);
    await page.locator('.just-done button').waitFor();
  },
  'desk-correcting': (page) => page.locator('.correct .acts button').nth(1).click(),
  'desk-new-visitor': async (page) => {
    await page.locator('.search button').last().click();
    const fields = page.locator('.new-visitor input');
    await fields.nth(0).fill('Robin Example');
    await fields.nth(2).fill('Chen');
  },
  'desk-keys': async (page) => {
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
  },
  'muster-ending': (page) => page.locator('.muster-acts button').first().click(),
  'muster-nobody-fits': (page) => page.locator('.search input').fill('Nemo'),
  'figures-numbers': async (page) => {
    for (const summary of await page.locator('summary').all()) await summary.click();
  },
};

/** Runs in the page: shows another state of the desk. @param {DeskScreen} screen */
function pushScreen(screen) {
  const { gallery, foyer } = /** @type {any} */ (window);
  return foyer
    .snapshot()
    .then((/** @type {any} */ first) => gallery.push({ ...first.value, number: first.value.number + 1, screen }));
}
