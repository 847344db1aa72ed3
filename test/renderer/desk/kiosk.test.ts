import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../../electron/contract/desk-kiosk.ts';
import { languages } from '../../../electron/contract/language.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { catalogue } from '../../../electron/settings/catalogue.ts';
import { settingNames } from '../../../electron/settings/sources.ts';
import { causeIn } from '../../../renderer/words/causes/words.ts';
import { deskWordsIn } from '../../../renderer/words/desk/words.ts';
import { intentsOf as allOf, hasChromium, push, sharedPage, violationsOf } from '../built-page.ts';
import { kioskAdmin, kioskBadge, kioskNoBadge, kioskPage, kioskWrong } from '../gallery/desk-kiosk.mjs';
import { deskScreens } from '../gallery/desk-screens.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

const { 'desk-calm': calm } = deskScreens;
if (!calm) throw new Error('the gallery has no such desk');

const snapshotOf = (page: KioskPage, more: Partial<Snapshot> = {}) => built.snapshotOf({ ...calm, page }, more);
/** Without the signs that somebody is there, which come as time passes. */
const intentsOf = async (page: Page) => (await allOf(page)).filter(({ kind }) => kind !== 'stay');
const pc = { viewport: { width: 1280, height: 800 } };
const open = (page: KioskPage, context = {}) => built.open(snapshotOf(page), { context: { ...pc, ...context } });

it('every setting has its words in every language', () => {
  const mail = settingNames.filter((name) => name.startsWith('FOYER_MAIL'));
  for (const language of languages) {
    const { setting } = deskWordsIn[language].kiosk;
    for (const name of [...catalogue.map((each) => each.name), ...mail]) {
      expect([language, name, Boolean(setting[name]?.name && setting[name]?.more)]).toEqual([language, name, true]);
    }
    for (const { name, control } of catalogue) {
      if (control.kind === 'choice')
        expect(Object.keys(setting[name]?.values ?? {}).toSorted()).toEqual([...control.values].toSorted());
    }
  }
});

describe.runIf(hasChromium)('the page of the kiosk in Chromium', () => {
  it('by keys alone: the switch, and the PIN, which is nowhere in the page after it was sent', async () => {
    const { page, faults, close } = await open(kioskPage);
    await page.getByRole('button', { name: 'Put out of order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('PIN of an administrator').focus();
    await page.keyboard.type('73x9158');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([
      { kind: 'outOfOrder', isOut: true },
      { kind: 'adminPin', pin: '739158' },
    ]);
    expect(await page.getByLabel('PIN of an administrator').inputValue()).toBe('');
    await push(page, snapshotOf({ ...kioskPage, administration: { state: 'closed', exists: true, pin: 'wrong', wait: 5 } }));
    await page.getByText('No administrator has this PIN. Please try again in').waitFor();
    await page.keyboard.type('739158');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toHaveLength(2);
    expect([faults, await violationsOf(page)]).toEqual([[], []]);
    await close();
  });

  it('says how one becomes an administrator where nobody is, and what is wrong with the settings', async () => {
    const { page, close } = await open(kioskWrong);
    await page.getByText('npm start -- --set-pin NAME --admin').waitFor();
    await page.getByText('The file of settings was damaged: the one before it is used.').waitFor();
    expect(await page.getByLabel('PIN of an administrator').count()).toBe(0);
    await page.getByRole('button', { name: 'Back into service' }).click();
    expect(await intentsOf(page)).toEqual([{ kind: 'outOfOrder', isOut: false }]);
    await close();
  });

  it('by touch alone: changes of several settings are one wish; a fault is said beside its setting, and nothing typed is lost', async () => {
    const { page, close } = await open(kioskAdmin, { hasTouch: true });
    // It says another thing while main has not answered.
    const save = page.locator('.kiosk-save .main');
    // What is not to be pressed now is pressed all the same.
    await save.tap({ force: true });
    await page.getByLabel('Printers', { exact: true }).fill('show:');
    await page.getByLabel('How the token is sent').selectOption('bearer');
    await page.locator('[data-setting=FOYER_TOKEN]').getByRole('button', { name: 'Replace' }).tap();
    await page.getByLabel('Token', { exact: true }).fill('a new one');
    await page.getByLabel('Name of this kiosk').fill('');
    await save.tap();
    await save.tap({ force: true });
    const changes = { FOYER_TOKEN: 'a new one', FOYER_AUTH: 'bearer', FOYER_PRINTER: 'show:', FOYER_KIOSK: null };
    expect(await intentsOf(page)).toEqual([{ kind: 'changeSettings', changes }]);
    const fault = { name: 'FOYER_PRINTER', message: 'must be an address' };
    await push(page, snapshotOf({ ...kioskAdmin, told: { of: 'settings', number: 1, fault } }));
    await page.locator('[data-setting=FOYER_PRINTER]').getByText('This cannot be used. must be an address').waitFor();
    await page.getByText('Nothing was saved: please check “Printers”.').waitFor();
    expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe('a new one');
    await save.tap();
    expect(await intentsOf(page)).toHaveLength(2);
    await push(page, snapshotOf({ ...kioskAdmin, told: { of: 'settings', number: 2 } }));
    await page.getByText('Saved for the next start.').waitFor();
    expect(await page.getByLabel('Token', { exact: true }).count()).toBe(0);
    await close();
  });

  it('what is given cannot be changed, and what waits for a restart is said', async () => {
    const { page, close } = await open(kioskAdmin);
    const building = page.locator('[data-setting=FOYER_BUILDING]');
    await building.getByText('7 Given where Foyer is started').waitFor();
    expect(await building.locator('input, select, button').count()).toBe(0);
    await page.getByText('1 setting waits for a restart.').waitFor();
    await page.getByRole('button', { name: 'Restart now' }).click();
    await push(page, snapshotOf({ ...kioskAdmin, told: { of: 'restart', number: 1, isRestarting: false } }));
    await page.getByText('end it and start it again').waitFor();
    await close();
  });

  it('shows the badge that is looked at, and says why there is none', async () => {
    const { page, faults, close } = await open(kioskAdmin);
    const tests = page.getByRole('region', { name: 'Try it' });
    await tests.getByRole('button', { name: 'Look at the badge' }).focus();
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'previewBadge' }]);
    await push(page, snapshotOf(kioskBadge));
    const picture = tests.getByRole('img', { name: 'The test badge as it would be printed' });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(576);
    await push(page, snapshotOf(kioskNoBadge));
    await tests.getByText('It cannot be drawn.').waitFor();
    await tests.getByText(causeIn('en', 'printer.badge').said).waitFor();
    expect(await tests.getByRole('img').count()).toBe(0);
    expect([faults, await violationsOf(page)]).toEqual([[], []]);
    await close();
  });

  it('shows the colour beside its text, and the one that is drawn in its place until another is typed', async () => {
    const { page, faults, close } = await open(kioskAdmin);
    const accent = page.locator('[data-setting=FOYER_ACCENT]');
    const corrected = accent.getByText('a light screen shows #a40057');
    const seen = () => accent.locator('.kiosk-swatch rect').evaluateAll((all) => all.map((each) => getComputedStyle(each).fill));
    await corrected.waitFor();
    expect(await seen()).toEqual(['rgb(227, 0, 123)', 'rgb(164, 0, 87)']);
    const field = page.getByLabel('Colour of the lobby');
    await field.fill('#1f5b4');
    expect(await seen()).toEqual([]);
    await field.fill('#1f5b4e');
    expect([await seen(), await corrected.count()]).toEqual([['rgb(31, 91, 78)'], 0]);
    await page.getByRole('button', { name: 'Discard' }).click();
    expect([await seen(), await field.inputValue()]).toEqual([['rgb(227, 0, 123)', 'rgb(164, 0, 87)'], '#e3007b']);
    expect([faults, await violationsOf(page)]).toEqual([[], []]);
    await close();
  });

  it('gives a PIN to somebody, and says why not', async () => {
    const { page, close } = await open(kioskAdmin);
    const people = page.getByRole('region', { name: 'People and PINs' });
    await people
      .getByRole('row', { name: /林怡君/ })
      .getByRole('button', { name: 'New PIN' })
      .click();
    await page.keyboard.type('918273');
    await page.keyboard.press('Enter');
    await people
      .getByRole('row', { name: /Clara Mendes/ })
      .getByRole('button', { name: 'Remove' })
      .click();
    expect(await intentsOf(page)).toEqual([
      { kind: 'setPin', name: '林怡君', pin: '918273', isAdmin: false },
      { kind: 'removePin', name: 'Clara Mendes' },
    ]);
    await push(page, snapshotOf({ ...kioskAdmin, told: { of: 'pinRemoved', number: 1, name: 'Clara Mendes', why: 'lastAdmin' } }));
    await people.getByText('This is the last administrator').waitFor();
    await close();
  });

  it('is sound for assistive technology in every language', async () => {
    const { page, faults, close } = await built.open(snapshotOf(kioskAdmin), { context: pc });
    for (const language of languages) {
      await push(page, snapshotOf(kioskAdmin, { language }));
      await page.locator(`html[lang="${language}"]`).waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations, language).toEqual([]);
    }
    expect(faults).toEqual([]);
    await close();
  });
});
