import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { DayRow, TodayPage } from '../../../electron/contract/desk-today.ts';
import type { Intent } from '../../../electron/contract/intent.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { scanByWedge } from '../../fakes/wedge.ts';
import { hasChromium, intentsOf, push, sharedPage, violationsOf } from '../built-page.ts';
import { deskScreens } from '../gallery/desk-screens.mjs';
import { dayRows, manyOf, todayOf, visitBlocked, visitInFull, visitOpen } from '../gallery/desk-today.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

const calm = deskScreens['desk-calm'];
const [first, , , aisha] = dayRows;
if (!calm || !first || !aisha) throw new Error('the gallery has no calm day');

const snapshotOf = (today: TodayPage, more: Partial<Snapshot> = {}) => built.snapshotOf({ ...calm, page: today }, more);
const pc = { viewport: { width: 1280, height: 800 } };
const open = (today: TodayPage) => built.open(snapshotOf(today), { context: pc });
const show = (page: Page, today: TodayPage) => push(page, snapshotOf(today));
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Today' });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.className ?? '');
const current = (page: Page) => page.locator('.day-row.current .who').innerText();
/** A key, and the while in which it might be the first of a scanner's. */
const single = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  await page.waitForTimeout(300);
};
const expectedOpen = visitOpen(aisha);
const rowIn: DayRow = { ...aisha, state: 'inside', visit: 'v9', at: aisha.from, isLate: false };
const withRow = (row: DayRow) => dayRows.map((one) => (one.badge === row.badge ? row : one));

/** From now on main holds each wish back until it is let go. */
const holdBack = (page: Page) =>
  page.evaluate(() => {
    const foyer = Reflect.get(window, 'foyer') as { intent: (wish: unknown) => Promise<unknown> };
    const answered = foyer.intent;
    foyer.intent = (wish) =>
      answered(wish).then((answer) => new Promise((resolve) => Reflect.set(window, 'letGo', () => resolve(answer))));
  });
const letGo = (page: Page) => page.evaluate(() => (Reflect.get(window, 'letGo') as () => void)());

describe.runIf(hasChromium)('the day’s list in Chromium', () => {
  it('a search sends what was typed last, and the filter with it; nothing between that main had no time for', async () => {
    const { page, faults, close } = await open(todayOf(dayRows));
    await holdBack(page);
    await search(page).pressSequentially('aisha');
    await page.getByRole('button', { name: 'Here 3' }).click();
    expect(await intentsOf(page)).toEqual([{ kind: 'list', search: 'a', filter: 'all', from: 0 }]);
    await letGo(page);
    await expect.poll(() => intentsOf(page)).toHaveLength(2);
    expect((await intentsOf(page))[1]).toEqual({ kind: 'list', search: 'aisha', filter: 'inside', from: 0 });
    await show(page, todayOf(dayRows, { search: 'a', found: 7 }));
    expect(await search(page).inputValue()).toBe('aisha');
    await show(page, todayOf([aisha], { search: 'aisha', filter: 'inside' }));
    await page.getByRole('status').getByText('1 person').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('is gone through by the arrows, shown by Enter, searched by /, and explained by ?', async () => {
    const { page, close } = await open(todayOf(dayRows));
    await single(page, '/');
    expect(await focused(page)).toBe('');
    await expect.poll(() => search(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await search(page).inputValue()).toBe('');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('listbox');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowDown');
    expect(await current(page)).toContain('Aisha Karim');
    expect(await list(page).getAttribute('aria-activedescendant')).toBe('day-b4');
    expect(await intentsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    expect(await current(page)).toContain('Oluwaseun Adeyemi');
    await page.keyboard.press('Home');
    expect(await current(page)).toContain('Marguerite Dubois');
    expect(await intentsOf(page)).toEqual([{ kind: 'visit', badge: 'b4' }]);
    await single(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await close();
  });

  it('i, o and p do what they say of the visit that is open, where it may be done, and Escape closes it', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: expectedOpen }));
    await list(page).focus();
    for (const key of ['o', 'p', 'i']) await single(page, key);
    await show(page, todayOf(dayRows, { open: visitInFull }));
    for (const key of ['i', 'O', 'P']) await single(page, key);
    await show(page, todayOf(dayRows, { open: visitBlocked }));
    await page.getByText('This visitor is not to be let in.').waitFor();
    for (const key of ['i', 'o', 'Escape']) await single(page, key);
    await show(page, todayOf(dayRows, { search: 'x' }));
    for (const key of ['i', 'o', 'p', 'Escape']) await single(page, key);
    expect(await intentsOf(page)).toEqual([
      { kind: 'visitIn', badge: 'b4' },
      { kind: 'visitOut', badge: 'b3' },
      { kind: 'printAgain', print: 'p-v3' },
      { kind: 'visit' },
      { kind: 'list', search: '', filter: 'all', from: 0 },
    ] satisfies Intent[]);
    await close();
  });

  it('a letter that is typed into a field is a letter', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: visitInFull }));
    await page.getByRole('textbox', { name: 'Note' }).focus();
    for (const key of ['i', 'o', 'p', '?', '/']) await single(page, key);
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('iop?/');
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it.each(['the list', 'a button', 'the search', 'nothing'])(
    'a scanner that types while a visit is open is searched for, and does nothing else: %s has the focus',
    async (where) => {
      const { page, close } = await open(todayOf(dayRows, { open: visitInFull }));
      if (where === 'the list') await list(page).focus();
      if (where === 'a button') await page.getByRole('button', { name: 'Check out' }).focus();
      if (where === 'the search') await search(page).focus();
      for (const code of ['POIOPI', 'IOPIOP']) {
        await scanByWedge(page, code);
        await expect
          .poll(async () => (await intentsOf(page)).at(-1))
          .toEqual({ kind: 'list', search: code, filter: 'all', from: 0 });
        expect(await search(page).inputValue()).toBe(code);
      }
      await page.waitForTimeout(400);
      expect(new Set((await intentsOf(page)).map(({ kind }) => kind))).toEqual(new Set(['list']));
      await close();
    },
  );

  it('WCAG 2.1.4 single keys can be switched off', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: visitInFull }));
    await list(page).focus();
    await single(page, '?');
    await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await list(page).focus();
    for (const key of ['o', 'p', 'i', '/', '?']) await single(page, key);
    expect(await intentsOf(page)).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await intentsOf(page)).toEqual([{ kind: 'visit' }]);
    await close();
  });

  it('a check-in is said, and can be taken back, only once main says that it is so; the focus stays with the visit', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: expectedOpen }));
    await page.getByRole('button', { name: 'Check in', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'visitIn', badge: 'b4' }]);
    const undo = page.getByRole('button', { name: 'Undo' });
    expect(await undo.count()).toBe(0);
    await show(page, todayOf(withRow(rowIn), { open: visitOpen(rowIn) }));
    await page.getByText('Aisha Karim is checked in.').waitFor();
    await expect.poll(() => focused(page)).toBe('visit');
    // The same key once more does nothing: another button is in that place.
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toHaveLength(1);
    await undo.focus();
    await page.keyboard.press('Enter');
    expect((await intentsOf(page)).at(-1)).toEqual({ kind: 'correct', visit: 'v9', what: 'notIn', reason: 'Undone at the desk' });
    await show(page, todayOf(dayRows, { open: expectedOpen }));
    await undo.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('status');
    await close();
  });

  it('a list of ten thousand asks for the rows that are missing as somebody scrolls to them, and shows them', async () => {
    const { page, close } = await open(manyOf());
    expect(await page.locator('.day-row').count()).toBeLessThan(60);
    expect(await page.getByRole('option').first().getAttribute('aria-setsize')).toBe('10000');
    for (const place of [0.37, 0.99, 0]) {
      const before = (await intentsOf(page)).length;
      await list(page).evaluate((element, share) => element.scrollTo(0, element.scrollHeight * share), place);
      await expect.poll(async () => (await intentsOf(page)).length).toBeGreaterThan(before);
      const asked = (await intentsOf(page)).at(-1);
      const from = asked?.kind === 'list' ? asked.from : -1;
      await show(page, manyOf(from));
      await expect.poll(() => page.locator('.day-row.empty').count()).toBe(0);
      const positions = await page.getByRole('option').evaluateAll((rows) => rows.map((row) => Number(row.ariaPosInSet) - 1));
      expect(positions.length).toBeGreaterThan(5);
      const names = await page.getByRole('option').locator('.who').allInnerTexts();
      expect(names.map((name) => Number(/\d+$/.exec(name.replace(/[\u2066-\u2069]/g, ''))?.[0]))).toEqual(positions);
    }
    await close();
  });

  it('the focus and the one that was chosen stay while the list changes', async () => {
    const { page, close } = await open(todayOf(dayRows));
    await list(page).focus();
    await page.keyboard.press('ArrowDown');
    await show(page, todayOf(withRow(rowIn)));
    expect([await focused(page), (await current(page)).includes('林怡君')]).toEqual(['listbox', true]);
    await show(page, todayOf([first], { search: 'm' }));
    await expect.poll(() => current(page)).toContain('Marguerite Dubois');
    await show(page, todayOf([], { search: 'mm' }));
    await page.getByText('Nobody matches.').waitFor();
    expect(await focused(page)).toBe('listbox');
    await close();
  });

  it('a visit that is closed by its button gives the focus to the list', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: visitInFull }));
    await page.locator('.visit').getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await show(page, todayOf(dayRows));
    await expect.poll(() => focused(page)).toBe('listbox');
    await close();
  });

  it('what happened is told with what came of it: a badge that nobody saw, a muster, a difference and its decision', async () => {
    const { page, faults, close } = await open(todayOf(dayRows, { open: visitInFull }));
    const told = await page.locator('.history li > span').allInnerTexts();
    expect(told.map((line) => line.split(/ (?:at the desk|by )/)[0])).toEqual([
      'Checked in',
      'Badge printed: sent, and the printer cannot say more',
      expect.stringMatching(/^Corrected: Came at another time \(.+\)$/),
      'At a muster: found',
      'At a muster: not found after all',
      'Difference noted: Was there earlier',
      'Difference decided: Ours is right',
      'Note',
    ]);
    expect(faults).toEqual([]);
    await close();
  });

  it('a time is corrected on its own day and clock, with a reason, once', async () => {
    const { page, close } = await open(todayOf(dayRows, { open: visitInFull }));
    await page.getByRole('button', { name: 'Came at another time' }).click();
    await page.getByLabel('Time').fill('07:05');
    await page.getByRole('button', { name: 'Record' }).click();
    expect(await intentsOf(page)).toEqual([]);
    await page.getByLabel('Reason').fill(' by the gate ');
    await page.getByRole('button', { name: 'Record' }).dblclick();
    const { visit = '', at = '' } = visitInFull.row;
    const time = `${at.slice(0, 10)}T07:05:00+08:00`;
    expect(await intentsOf(page)).toEqual([{ kind: 'correct', visit, what: 'cameAt', time, reason: 'by the gate' }]);
    await close();
  });

  it.each([
    ['en', pc],
    ['zh-Hant', { viewport: { width: 1024, height: 1366 }, hasTouch: true, isMobile: true }],
    ['zh-Hans', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ] as const)('axe complains of nothing, with a visit, its corrections and the keys: %s %o', async (language, context) => {
    const { page, faults, close } = await built.open(snapshotOf(manyOf(), { language }), { context });
    const violations = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect(await violations()).toEqual([]);
    await push(page, snapshotOf(todayOf(dayRows, { open: visitInFull }), { language }));
    await page.locator('.correct button').last().click();
    expect(await violations()).toEqual([]);
    await page.locator('.day-list').focus();
    await single(page, '?');
    expect(await violations()).toEqual([]);
    expect([faults, await violationsOf(page)]).toEqual([[], []]);
    await close();
  });
});
