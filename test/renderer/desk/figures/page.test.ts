import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../../../electron/contract/desk.ts';
import type { ExportShown, FiguresPage } from '../../../../electron/contract/desk-figures.ts';
import { languages } from '../../../../electron/contract/language.ts';
import { snapshotSchema } from '../../../../electron/contract/snapshot.ts';
import { hasChromium, intentsOf, push, sharedPage, violationsOf } from '../../built-page.ts';
import { deskFaults } from '../../gallery/desk-layout.mjs';
import { figuresScreens } from '../../gallery/figures-screens.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

const { 'figures-busy': busy, 'figures-empty': empty, 'figures-alone': alone } = figuresScreens;
if (!busy || !empty || !alone || busy.page.kind !== 'figures') throw new Error('the gallery has no such page');
const figures: FiguresPage = busy.page;
const { day } = figures;

const { snapshotOf } = built;
const pc = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 1024, height: 1366 }, hasTouch: true, isMobile: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const open = (screen: DeskScreen = busy, context: BrowserContextOptions = pc) => built.open(snapshotOf(screen), { context });
const exporting = (exported?: ExportShown): DeskScreen => {
  const { export: _, ...page } = figures;
  return { ...busy, page: { ...page, ...(exported && { export: exported }) } };
};
const tabTo = async (page: Page, name: string) => {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`no way to ${name} by the keyboard`);
};

describe.each(Object.entries(figuresScreens))('the gallery’s %s', (_, screen) => {
  it('is what may cross', () => expect(snapshotSchema.safeParse(snapshotOf(screen)).error).toBeUndefined());
});

describe.runIf(hasChromium)('the page of the day’s figures in Chromium', () => {
  it('is reached by the row of pages, after the badges', async () => {
    const { page, close } = await open({ ...busy, page: { kind: 'prints', prints: [] } });
    const names = await page.getByRole('navigation', { name: 'Pages' }).getByRole('button').allInnerTexts();
    expect(names.slice(names.indexOf('Badges'))).toEqual(['Badges', 'The day', 'Kiosk']);
    await tabTo(page, 'The day');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'page', page: 'figures' }]);
    await close();
  });

  it('says in words and large figures what is measured', async () => {
    const { page, faults, close } = await open();
    const text = await page.locator('.measures').innerText();
    expect(text).toContain('5 late · the first was due at 09:15');
    expect(text).toContain('At most 36 at once, from 11:00');
    expect(text).toMatch(/1 hr 12 mins\s+Median of 43 visits that ended today · nine of ten: 2 hrs 41 mins or less/);
    expect(text).toMatch(/5 secs\s+Median of 61 badges · nine of ten: 11 secs or less/);
    expect(faults).toEqual([]);
    await close();
  });

  it('has each picture’s numbers as a table, which the keyboard opens, and says its sense to a screen reader', async () => {
    const { page, close } = await open();
    await page.getByRole('img', { name: 'Arrivals: 67 came, 113 expected today.' }).waitFor();
    await page.getByRole('img', { name: 'People in the building: 24 now, at most 36 at once today.' }).waitFor();
    await tabTo(page, 'Show the numbers');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Arrivals' });
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows).toHaveLength(1 + figures.periods.length);
    expect(rows.slice(0, 3).map((row) => row.split(/\s+/))).toEqual([
      ['From', 'Expected', 'Came'],
      ['08:00', '2', '1'],
      ['08:30', '3', '2'],
    ]);
    // Of what is still to come nothing is known.
    expect(rows.at(-1)?.split(/\s+/)).toEqual(['17:00', '1', '–']);
    await close();
  });

  it('draws what was expected as outlines and who came as bars, to one scale', async () => {
    const { page, close } = await open();
    const heights = (mark: string) =>
      page.locator(`.drawing .${mark}`).evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
    const due = await heights('due');
    const came = await heights('came');
    const drawing = (await page.locator('.drawing').first().boundingBox())?.height ?? 0;
    const counts = (of: 'expected' | 'arrived') => figures.periods.map((period) => period[of]).filter((count) => count > 0);
    expect(due.length).toBe(counts('expected').length);
    expect(came.length).toBe(counts('arrived').length);
    for (const [index, count] of counts('arrived').entries()) expect(came[index]).toBeCloseTo((drawing * count) / 15, 0);
    // A box of an outline has half of its stroke on each side.
    for (const [index, count] of counts('expected').entries())
      expect(Math.abs((due[index] ?? 0) - (drawing * count) / 15)).toBeLessThan(3);
    await close();
  });

  it('takes the chosen days out by the keyboard, once while it runs, and says where the file lies', async () => {
    const { page, close } = await open(exporting());
    await page.getByLabel('From').fill('2026-11-20');
    await tabTo(page, 'Excel');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'export', what: 'xlsx', from: '2026-11-20', to: day }]);
    await push(page, snapshotOf(exporting({ state: 'running', what: 'vendor', since: `${day}T13:05:00+08:00` })));
    await page.getByRole('status').getByText('Bookings ONE is making its workbook …').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'CSV' }).click({ force: true });
    expect(await intentsOf(page)).toHaveLength(1);
    await page.getByText('1 s', { exact: true }).waitFor();
    await push(page, snapshotOf(busy));
    await page.getByRole('status').getByText(`Saved as Downloads/foyer-visits-${day}.xlsx`).waitFor();
    await close();
  });

  it('does nothing while a day is missing', async () => {
    const { page, close } = await open(exporting());
    await page.getByLabel('To', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Excel' }).click({ force: true });
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it.each([
    ['nothing', undefined, 'No visit that is still kept began on these days.'],
    ['full', undefined, 'There is no room left on the disk.'],
    ['unwritable', undefined, 'No folder of this account could be written to.'],
    ['notRead', undefined, 'The journal could not be read.'],
    ['underConstruction', undefined, 'This Bookings ONE has no export yet.'],
    ['failed', 'bookings.unreachable', 'The server cannot be reached.'],
  ] as const)('says in words why nothing was saved: %s', async (why, cause, said) => {
    const at = `${day}T13:05:00+08:00`;
    const { page, close } = await open(exporting({ state: 'failed', what: 'vendor', at, why, ...(cause && { cause }) }));
    await page.getByRole('status').getByText(said).waitFor();
    await close();
  });

  it('is used with a finger on a tablet', async () => {
    const { page, close } = await open(exporting(), tablet);
    await page.getByText('Show the numbers').last().tap();
    await page.getByRole('table', { name: 'People in the building' }).waitFor();
    await page.getByRole('button', { name: 'CSV' }).tap();
    expect(await intentsOf(page)).toEqual([{ kind: 'export', what: 'csv', from: day, to: day }]);
    await close();
  });

  it('says on an empty day that nobody was expected, and of counts that are not told that they are not', async () => {
    const { page, close } = await open(empty);
    await page.getByText('Nobody was expected today, and nobody has come.').waitFor();
    expect(await page.locator('.chart').count()).toBe(0);
    await push(page, snapshotOf(alone));
    await page.getByText('these figures are from this kiosk’s record alone').waitFor();
    await page.getByText('Bookings ONE does not give its own counts right now.').waitFor();
    await close();
  });

  it.each([
    ['on a PC', pc],
    ['on a tablet', tablet],
    ['on a phone', phone],
  ])('WCAG fits, is named and has contrast %s, in every language', async (_, context) => {
    for (const screen of [busy, alone]) {
      const { page, close } = await open(screen, context);
      for (const language of languages) {
        await push(page, snapshotOf(screen, { language }));
        await page.evaluate(() => document.fonts.ready);
        expect(await page.evaluate(deskFaults), language).toEqual([]);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect((await violationsOf(page)).filter((policy) => policy.startsWith('style'))).toEqual([]);
      await close();
    }
  });

  it.each([1, 2])('WCAG has contrast in the other themes: %d', async (presses) => {
    const { page, close } = await open();
    for (let press = 0; press < presses; press += 1) await page.locator('.comforts button').nth(1).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await close();
  });

  it('WCAG 1.4.4 grows to twice the size and fits', async () => {
    const { page, close } = await open();
    for (let press = 0; press < 2; press += 1) await page.locator('.comforts button').nth(2).click();
    expect(await page.evaluate(deskFaults)).toEqual([]);
    expect(
      await page
        .locator('.hours text')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize),
    ).toBe('28px');
    await close();
  });
});
