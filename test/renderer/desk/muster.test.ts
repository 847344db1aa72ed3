import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { InsidePage } from '../../../electron/contract/desk-muster.ts';
import { hasPoppler } from '../../printer/ipp/documents.ts';
import { hasChromium, intentsOf, push, sharedPage, violationsOf } from '../built-page.ts';
import { deskFaults } from '../gallery/desk-layout.mjs';
import { musterOfMany, musterScreens } from '../gallery/muster-screens.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

const screenOf = (name: string, screen = musterScreens[name]): DeskScreen & { page: InsidePage } => {
  if (screen?.page.kind !== 'inside') throw new Error(`the gallery has no ${name}`);
  return { ...screen, page: screen.page };
};
const inside = screenOf('muster-inside');
const running = screenOf('muster-running');
const away = screenOf('muster-away');
const report = screenOf('muster-report');
const many = screenOf('muster-many', musterOfMany);

const pc = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 1024, height: 1366 }, hasTouch: true, isMobile: true };
const { snapshotOf } = built;
const open = (screen: DeskScreen, context: BrowserContextOptions = pc, clock = false) =>
  built.open(snapshotOf(screen), { context, clock });
const show = (page: Page, screen: DeskScreen) => push(page, snapshotOf(screen));
const ticked = (visits: readonly string[], screen = running): DeskScreen => {
  const { page } = screen;
  const rows = page.rows.map((row) => (visits.includes(row.visit) ? { ...row, foundAt: '2026-11-22T10:00:00+08:00' } : row));
  const counts = { found: 0, missing: 0, left: 0 };
  for (const { foundAt, leftAt } of rows) counts[foundAt ? 'found' : leftAt ? 'left' : 'missing'] += 1;
  return { ...screen, page: { ...page, rows, ...(page.running && { running: { ...page.running, counts } }) } };
};
const namesIn = (page: Page, group: string) => page.locator(`.muster-group.${group} .who`).allInnerTexts();
/** The text of each page of a PDF. */
const pagesOf = (pdf: Buffer): string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\f')
    .slice(0, -1);
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.split('\n')[0]);

describe.runIf(hasChromium)('who is in the building, in Chromium', () => {
  it('lists everybody with what is known, and apart whom only Bookings ONE names', async () => {
    const { page, faults, close } = await open(inside);
    const list = page.getByRole('region', { name: 'Who is in the building 9' });
    await list.getByRole('row', { name: /Ingrid Solheim closed automatically at midnight, not confirmed/ }).waitFor();
    const elsewhere = list.getByRole('region', { name: 'Checked in elsewhere, says Bookings ONE 2' });
    expect(await elsewhere.getByRole('row').count()).toBe(3);
    await page.getByRole('searchbox').fill('lindq');
    await page.getByRole('status').getByText('1 person').waitFor();
    expect(await page.locator('.muster > .people tbody th').allInnerTexts()).toEqual(['Marguerite Dubois']);
    await page.getByRole('searchbox').press('Escape');
    expect(await page.locator('.muster > .people tbody tr').count()).toBe(9);
    await page.getByRole('searchbox').fill('nobody of that name');
    await page.getByText('Nobody in this list matches').waitFor();
    expect(await elsewhere.count()).toBe(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    expect(await elsewhere.getByRole('row').count()).toBe(3);
    expect(faults).toEqual([]);
    await close();
  });

  it('says on top what cannot be known', async () => {
    const { page, close } = await open(away);
    const unknown = page.locator('.muster-unknown');
    await unknown.getByText('Whoever checked in at another kiosk since then may be missing').waitFor();
    await unknown.getByText('Bookings ONE does not give its list right now').waitFor();
    await unknown.getByText('1 visit was closed automatically at midnight').waitFor();
    await unknown.getByText('The journal was damaged.').waitFor();
    await show(page, { ...inside, page: { ...inside.page, list: { state: 'coming' } } });
    await unknown.getByText('still being loaded').waitFor();
    expect(await unknown.getByRole('listitem').count()).toBe(2);
    await close();
  });

  it('is taken by keyboard alone: every step, without a row moving under it', async () => {
    const { page, close } = await open(inside, pc, true);
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const tabTo = async (name: string) => {
      for (let times = 0; times < 20; times += 1) {
        await press('Tab');
        const label = await page.evaluate(() => {
          const element = document.activeElement;
          return element instanceof HTMLInputElement ? element.placeholder : element?.textContent;
        });
        if (label?.startsWith(name)) return;
      }
      throw new Error(`Tab does not come to ${name}`);
    };
    await tabTo('Take the muster');
    await press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'musterBegin' }]);
    await show(page, running);
    await page.getByRole('status').getByText('Found 3 of 8 · missing 5').waitFor();
    await tabTo('Name, company or host');
    await press('ArrowDown');
    expect(await focused(page)).toBe('Ingrid Solheim');
    await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Space');
    await show(page, ticked(['v9']));
    await page.getByRole('status').getByText('Found 4 of 8 · missing 4').waitFor();
    const row = page.getByRole('button', { name: /Oluwaseun Adeyemi/ });
    expect(await row.getAttribute('aria-pressed')).toBe('true');
    await page.clock.runFor(5_000);
    expect(await namesIn(page, 'missing')).toContain('Oluwaseun Adeyemi');
    expect(await focused(page)).toBe('Oluwaseun Adeyemi');
    await press('Space');
    expect((await intentsOf(page)).slice(1)).toEqual([
      { kind: 'musterTick', visit: 'v9', found: true },
      { kind: 'musterTick', visit: 'v9', found: false },
    ]);
    await press('ArrowDown');
    await page.clock.runFor(5_000);
    expect(await namesIn(page, 'missing')).not.toContain('Oluwaseun Adeyemi');
    await press('End');
    expect(await focused(page)).toBe('Tobias Wohlgemuth');
    await press('Home', 'Shift+Tab');
    await page.locator('.muster-acts button').first().focus();
    await press('Enter');
    await page.getByText('4 people are missing. Once it is ended, nobody can be ticked any more.').waitFor();
    expect(await focused(page)).toBe('Go on');
    await press('Tab', 'Enter');
    expect((await intentsOf(page)).at(-1)).toEqual({ kind: 'musterEnd' });
    await show(page, report);
    await tabTo('Back to the list').catch(() => page.getByRole('button', { name: 'Back to the list' }).focus());
    await press('Enter');
    expect((await intentsOf(page)).at(-1)).toEqual({ kind: 'musterReport', isOpen: false });
    await close();
  });

  it('is taken by touch alone: a row stays under the finger, a second touch takes it back, and it sinks after a moment', async () => {
    const { page, faults, close } = await open(running, tablet, true);
    const row = page.getByRole('button', { name: /Ingrid Solheim/ });
    const before = await row.boundingBox();
    expect(before?.height).toBeGreaterThanOrEqual(44);
    await row.tap();
    await show(page, ticked(['u1']));
    await page.getByRole('status').getByText('Found 4 of 8 · missing 4').waitFor();
    expect(await row.boundingBox()).toMatchObject({ y: before?.y });
    await row.tap();
    await show(page, running);
    await page.getByRole('button', { name: /김민서/ }).tap();
    await show(page, ticked(['v7']));
    expect(await intentsOf(page)).toEqual([
      { kind: 'musterTick', visit: 'u1', found: true },
      { kind: 'musterTick', visit: 'u1', found: false },
      { kind: 'musterTick', visit: 'v7', found: true },
    ]);
    await page.clock.runFor(2_100);
    await expect.poll(() => namesIn(page, 'found')).toContain('김민서');
    expect(await namesIn(page, 'missing')).not.toContain('김민서');
    expect(faults).toEqual([]);
    await close();
  });

  it('what has moved takes no press at first: the finger was on its way to what was there before', async () => {
    const { page, close } = await open(running, tablet);
    const list = page.locator('.muster-lists');
    const settling = () => list.evaluate((element) => getComputedStyle(element).animationName);
    await list.waitFor();
    expect(await settling()).toBe('none');
    await show(page, ticked(['u1']));
    await page.getByRole('status').getByText('Found 4 of 8 · missing 4').waitFor();
    const before = await list.boundingBox();
    await show(page, { ...ticked(['u1']), server: away.server });
    await page.getByText('may be missing').waitFor();
    expect((await list.boundingBox())?.y).toBeGreaterThan(before?.y ?? Number.POSITIVE_INFINITY);
    const first = await settling();
    expect(first).toMatch(/^settle/);
    await show(page, ticked(['u1']));
    await page.getByText('may be missing').waitFor({ state: 'detached' });
    const second = await settling();
    expect(second).toMatch(/^settle/);
    expect(second).not.toBe(first);
    await expect.poll(() => list.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe('auto');
    await close();
  });

  it('loses no tick of many in one moment, though main takes one at a time', async () => {
    const { page, close } = await open(running);
    await page.evaluate(() => {
      const foyer = Reflect.get(window, 'foyer') as { intent: (wish: unknown) => Promise<unknown> };
      const { intent } = foyer;
      let isBusy = false;
      foyer.intent = async (wish: unknown) => {
        if (isBusy) return { ok: false, code: 'call.busy' };
        isBusy = true;
        await new Promise((resolve) => setTimeout(resolve, 20));
        isBusy = false;
        return intent(wish);
      };
      for (const button of document.querySelectorAll<HTMLElement>('.muster-tick.missing')) button.click();
    });
    await expect.poll(() => intentsOf(page)).toHaveLength(5);
    await close();
  });

  it('shows at once who comes in and who leaves, where nobody is at the list', async () => {
    const { page, close } = await open(running);
    const rows = [
      { visit: 'new', name: 'Aaron New', since: '2026-11-22T10:00:00+08:00' },
      ...running.page.rows.map((row) => (row.visit === 'v9' ? { ...row, leftAt: '2026-11-22T10:00:00+08:00' } : row)),
    ];
    await show(page, { ...running, page: { ...running.page, rows } });
    await expect.poll(() => namesIn(page, 'missing')).toContain('Aaron New');
    await expect.poll(() => namesIn(page, 'left')).toContain('Oluwaseun Adeyemi');
    await page.getByRole('button', { name: /Oluwaseun Adeyemi.*checked out/ }).waitFor();
    await close();
  });

  it('tells of the last one when and by whom it was begun and ended, who was found when, and who was not', async () => {
    const { page, close } = await open(report);
    const last = page.getByRole('region', { name: 'Last muster' });
    expect(await last.locator('.numbers').innerText()).toMatch(
      /Begun\s+.*by \u2068Ruth Example\u2069\s+Ended\s+.*by \u2068Samir Example\u2069/,
    );
    const groups = ['Missing 5', 'Found 3', 'Checked out meanwhile 1'];
    for (const [index, rows] of [6, 4, 2].entries())
      expect(
        await last
          .getByRole('region', { name: groups[index] ?? '' })
          .getByRole('row')
          .count(),
      ).toBe(rows);
    await show(page, { ...report, page: { ...report.page, rows: [] } });
    await last.getByText('The names of 9 people are no longer kept.').waitFor();
    await close();
  });

  it.runIf(hasPoppler)(
    'goes on paper without anything else of the desk: site, day and counts on every page, and each with a box',
    async () => {
      const { page, close } = await open(many);
      await page.evaluate(() => {
        Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
      });
      await page.getByRole('button', { name: 'Print the list' }).click();
      expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);
      expect(await page.locator('.sheet').count()).toBe(0);
      const pages = pagesOf(await page.pdf({ format: 'A4' }));
      await expect.poll(() => page.locator('.sheet').count()).toBe(0);
      expect(pages.length).toBeGreaterThan(60);
      for (const text of pages) {
        expect(text).toMatch(
          /^\s*Who is in the building · Happy Ltd\. · Printed \w+, \d+ \w+ 20\d\d at \d\d:\d\d\s+In the building: 2,240\s+Name/,
        );
        expect(text).not.toMatch(/Reception desk|Take the muster|Larger text|Exact times/);
      }
      const whole = pages.join('\n');
      expect(whole).toContain('Bookings ONE has been away since');
      expect(whole).toContain('240 more people are not shown.');
      const names = many.page.rows.flatMap(({ name }) => (name.includes('-') ? [] : [name]));
      expect(names.filter((name) => !whole.includes(name))).toEqual([]);
      await close();
    },
    90_000,
  );

  it('goes on paper with what came of it: ticked or not, and who left', async () => {
    const { page, close } = await open(report);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const sheet = page.locator('.sheet');
    expect(await sheet.locator('.box').count()).toBe(8);
    expect(await sheet.locator('.box svg').count()).toBe(3);
    expect(
      await page
        .locator('.desk > header, .desk > .row, .muster')
        .evaluateAll((all) => all.filter((each) => each.checkVisibility())),
    ).toEqual([]);
    const [ink, paper] = await sheet.evaluate((element) => {
      const { color } = getComputedStyle(element);
      return [color, getComputedStyle(document.body).backgroundColor];
    });
    expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await close();
  });

  it.runIf(hasPoppler)('WIN-7 nothing of the lobby goes on paper', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'welcome' }));
    expect(
      pagesOf(await page.pdf({ format: 'A4' }))
        .join('')
        .trim(),
    ).toBe('');
    await close();
  });

  it.each([
    ['pc', pc, 'en'],
    ['tablet', tablet, 'zh-Hant'],
    ['phone', { ...tablet, viewport: { width: 390, height: 844 } }, 'zh-Hans'],
  ] as const)(
    'has no fault of layout or accessibility: %s %#',
    async (_, context, language) => {
      const { page, faults, close } = await built.open(snapshotOf(inside, { language }), { context });
      for (const screen of [inside, running, away, report]) {
        await push(page, snapshotOf(screen, { language }));
        expect(await page.evaluate(deskFaults)).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      expect(faults).toEqual([]);
      await close();
    },
    120_000,
  );
});
