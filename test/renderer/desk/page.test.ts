import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { DeskPageKind } from '../../../electron/contract/desk-limits.ts';
import { languages } from '../../../electron/contract/language.ts';
import { hasChromium, intentsOf, push, sharedPage, violationsOf } from '../built-page.ts';
import { deskFaults } from '../gallery/desk-layout.mjs';
import { deskScreens } from '../gallery/desk-screens.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

type Shown<K extends DeskPageKind> = DeskScreen & { readonly page: Extract<DeskScreen['page'], { readonly kind: K }> };
/** A desk of the gallery on one of its pages. */
function deskOf<K extends DeskPageKind>(name: string, kind: K): Shown<K> {
  const screen = deskScreens[name];
  if (screen?.page.kind !== kind) throw new Error(`the gallery has no ${name} on ${kind}`);
  return screen as Shown<K>;
}
const calm = deskOf('desk-calm', 'today');
const wrong = deskOf('desk-wrong', 'today');
const prints = { wrong: deskOf('desk-wrong-prints', 'prints'), full: deskOf('desk-full-prints', 'prints') };
const longPrints = deskOf('desk-long-prints', 'prints');
const long = deskOf('desk-long', 'today');

const { snapshotOf } = built;
const pc = { viewport: { width: 1280, height: 800 } };
const open = (screen: DeskScreen) => built.open(snapshotOf(screen), { context: pc });
const show = (page: Page, screen: DeskScreen) => push(page, snapshotOf(screen));
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element instanceof HTMLElement ? (element.dataset['row'] ?? element.textContent ?? '') : '';
  });
/** The note of the difference that is being decided. */
const noteOf = (page: Page) => page.locator('.differences').getByRole('textbox');

describe.runIf(hasChromium)('the desk in Chromium', () => {
  it('says as the lobby does that nobody can check in, where the roster has nobody or is older than a day', async () => {
    const { page, close } = await open({ ...wrong, roster: { freshness: 'fresh', badges: 0 } });
    const server = page.getByRole('region', { name: 'Server', exact: true });
    await server.getByText('visitors are asked to come to you').waitFor();
    await show(page, wrong);
    await server.getByText('Visitors go on checking in').waitFor();
    await show(page, { ...wrong, roster: { freshness: 'none', badges: 12 } });
    await server.getByText('visitors are asked to come to you').waitFor();
    await close();
  });

  it('says on a calm day that nothing is to be done', async () => {
    const { page, close } = await open(calm);
    const needs = page.getByRole('region', { name: 'For you to do' });
    expect(await needs.innerText()).toMatch(/^For you to do\s+Nothing needs you right now\.$/);
    expect(await needs.getByRole('button').count()).toBe(0);
    await close();
  });

  it('puts both sides of a difference next to each other, and sends a decision with its note once', async () => {
    const { page, close } = await open(wrong);
    const row = page.getByRole('row', { name: /Marguerite Dubois/ }).first();
    expect(await row.getByRole('cell').nth(0).innerText()).toMatch(/Checked in .*\s+Not checked out/);
    expect(await row.getByRole('cell').nth(1).innerText()).toMatch(/Checked in .*\s+Checked out/);
    await row.getByRole('button', { name: 'Theirs is right' }).click();
    await page.getByText('The visitor is recorded here as checked out.').waitFor();
    expect(await intentsOf(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Note (optional)' }).fill('  Seen at the gate  ');
    await page.getByRole('button', { name: 'Record' }).dblclick();
    expect(await intentsOf(page)).toEqual([{ kind: 'decide', difference: 'd1', decision: 'theirs', note: 'Seen at the gate' }]);
    await page.getByRole('button', { name: 'One moment' }).waitFor();
    await close();
  });

  it('sends a decision without a note, and a note alone only with words', async () => {
    const { page, close } = await open(wrong);
    const row = page.getByRole('row', { name: /林怡君/ }).first();
    const field = noteOf(page);
    await row.getByRole('button', { name: 'Only a note' }).click();
    await field.fill('   ');
    await page.getByRole('button', { name: 'Record' }).click();
    expect(await intentsOf(page)).toEqual([]);
    await row.getByRole('button', { name: 'Ours is right' }).click();
    await page.getByRole('textbox', { name: 'Note (optional)' }).fill('x'.repeat(250));
    expect(await field.inputValue()).toHaveLength(200);
    await field.fill('');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([{ kind: 'decide', difference: 'd2', decision: 'ours' }]);
    await close();
  });

  it('PRN-10 asks for another badge, or hears that the visitor has one, once each', async () => {
    const { page, close } = await open(wrong);
    const needs = page.getByRole('region', { name: 'Badges that need you 3' });
    await needs.getByText('Look whether the badge came out whole before you print another.').waitFor();
    const aisha = needs.getByRole('row', { name: /Aisha Karim/ });
    await aisha.getByText('The line to the printer broke while it printed.').waitFor();
    await aisha.getByRole('button', { name: 'Print again' }).dblclick();
    await needs
      .getByRole('row', { name: /田中さくら/ })
      .getByRole('button', { name: 'Handed over' })
      .dblclick();
    await needs.getByRole('row', { name: /محمد/ }).getByText('it may have come out').waitFor();
    expect(await intentsOf(page)).toEqual([
      { kind: 'printAgain', print: 'p-v4' },
      { kind: 'handedOver', print: 'p-v5' },
    ]);
    await close();
  });

  it('PRN-10 says in its place that a badge is printed again, offers nothing meanwhile, and keeps the focus there', async () => {
    const { page, close } = await open(wrong);
    const row = page.getByRole('row', { name: /Aisha Karim/ }).first();
    await row.getByRole('button', { name: 'Print again' }).focus();
    await page.keyboard.press('Enter');
    const printing = { state: 'sending', isReprint: true, mayRepeat: false } as const;
    const badges = wrong.badges.map((badge, index) => (index === 0 ? { ...badge, id: 'p-new', ...printing } : badge));
    await show(page, { ...wrong, badges, counts: { ...wrong.counts, badges: 2 } });
    await row.getByRole('status').getByText('It is being printed again.').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('badge-v4');
    await show(page, { ...wrong, badges: badges.slice(1) });
    await expect.poll(() => focused(page)).toBe('badge-v5');
    expect(await intentsOf(page)).toHaveLength(1);
    await close();
  });

  it('keeps the focus in the row of a print that is printed again, and has it on the title for whoever came in by PIN', async () => {
    const staff = 'Robin Example';
    const { wrong } = prints;
    const [first] = wrong.page.prints;
    if (!first) throw new Error('the gallery has no print');
    const listed = (mayRepeat: boolean) => ({ kind: 'prints' as const, prints: [{ ...first, mayRepeat }] });
    const { page, close } = await open({ ...wrong, staff, page: listed(true) });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.locator('section.prints').getByRole('button', { name: 'Print again' }).focus();
    await page.keyboard.press('Enter');
    await show(page, { ...wrong, staff, page: listed(false) });
    await expect.poll(() => focused(page)).toBe(`print-${first.id}`);
    await close();
  });

  it('one that fails again may be asked for once more', async () => {
    const { page, close } = await open(wrong);
    const row = page.getByRole('row', { name: /Aisha Karim/ }).first();
    await row.getByRole('button', { name: 'Print again' }).click();
    await show(page, { ...wrong, badges: wrong.badges.map((badge) => ({ ...badge, id: `${badge.id}-again` })) });
    await row.getByRole('button', { name: 'Print again' }).click();
    expect(await intentsOf(page)).toEqual([
      { kind: 'printAgain', print: 'p-v4' },
      { kind: 'printAgain', print: 'p-v4-again' },
    ]);
    await close();
  });

  it('tells how each printer is, how much of its roll is used, and hears of a new one', async () => {
    const { page, close } = await open(wrong);
    const out = page.getByRole('region', { name: 'Printer \u206810.0.0.20:9100\u2069' });
    expect(await out.innerText()).toMatch(/Cannot print\s+398 labels from this roll\s+New roll\s+The printer is out of paper\./);
    const low = page.getByRole('region', { name: 'Printer \u2068/dev/usb/lp0\u2069' });
    expect(await low.innerText()).toMatch(
      /Needs care soon\s+The roll is near its end.*\s+The print head is hot.*\s+Loaded: .29 × 90 mm.\s+1 label from/,
    );
    await low.getByRole('button', { name: 'New roll' }).dblclick();
    expect(await intentsOf(page)).toEqual([{ kind: 'rollChanged', printer: '/dev/usb/lp0' }]);
    await show(page, { ...wrong, printers: wrong.printers.map((each) => ({ ...each, labels: 0 })) });
    await low.getByText('0 labels from this roll').waitFor();
    await low.getByRole('button', { name: 'New roll' }).waitFor();
    await close();
  });

  it('shows the very picture of a print below it while it is asked for, one at a time', async () => {
    const { wrong } = prints;
    const { picture, ...without } = wrong.page;
    const { page, faults, close } = await open({ ...wrong, page: without });
    const region = page.getByRole('region', { name: 'Last prints' });
    expect(await region.getByRole('img').count()).toBe(0);
    await region.getByRole('button', { name: 'Picture' }).first().click();
    await show(page, wrong);
    await region.getByRole('img', { name: 'What was printed for Marguerite Dubois' }).waitFor();
    expect(await region.getByRole('img').getAttribute('src')).toBe(picture?.source);
    await region.getByRole('button', { name: 'Picture' }).nth(1).click();
    await region.getByRole('button', { name: 'Picture' }).first().click();
    expect(await intentsOf(page)).toEqual([
      { kind: 'picture', print: 'p-v1' },
      { kind: 'picture', print: 'p-v2' },
      { kind: 'picture' },
    ]);
    await show(page, { ...wrong, page: { ...without, picture: { print: 'p-v2' } } });
    await region.getByText('No picture of it is kept.').waitFor();
    expect(await region.getByRole('img').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('says of the last prints what is known, the newest first, and more of them when asked', async () => {
    const { page, close } = await open(prints.full);
    const region = page.getByRole('region', { name: 'Last prints' });
    expect(await region.getByRole('row').count()).toBe(7);
    await region.getByRole('button', { name: 'Show all 30' }).click();
    expect(await region.getByRole('row').count()).toBe(31);
    await show(page, prints.wrong);
    expect(await region.locator('tbody td:nth-child(3)').allInnerTexts()).toEqual([
      'Badge printed',
      'Badge sent, and the printer cannot say more · asked for by staff',
      'Badge may have come out · void: another took its place',
      'Slip printed',
      'Badge may have come out',
      'Badge not printed',
      'Badge is being printed · asked for by staff',
      'Badge may have come out',
      expect.stringMatching(/^Badge not printed · handed over \d\d:\d\d$/),
    ]);
    await show(page, { ...prints.wrong, page: { kind: 'prints', prints: [] } });
    await region.getByText('Nothing was printed yet.').waitFor();
    await close();
  });

  it('confirms that a visitor has left, and sends letters again, one or all', async () => {
    const { page, close } = await open(wrong);
    await page
      .getByRole('row', { name: /Ingrid Solheim/ })
      .getByRole('button', { name: 'Confirm: has left' })
      .click();
    await page
      .getByRole('row', { name: /Priya Raman Bookings ONE/ })
      .getByRole('button', { name: 'Send again' })
      .click();
    await page.getByRole('button', { name: 'Send all again' }).click();
    expect(await intentsOf(page)).toEqual([
      { kind: 'confirmLeft', visit: 'u1' },
      { kind: 'sendAgain', letter: { id: 'e2', receiver: 'bookings' } },
      { kind: 'sendAgain' },
    ]);
    await close();
  });

  it('says when something was asked for and has not come, and lets it be asked for again', async () => {
    const { page, close } = await built.open(snapshotOf(wrong), { clock: true, context: pc });
    const row = page.getByRole('row', { name: /Ingrid Solheim/ });
    await row.getByRole('button', { name: 'Confirm: has left' }).click();
    await page.clock.fastForward(9_000);
    await row.getByText('Not done yet. Please try again.').waitFor();
    await row.getByRole('button', { name: 'Confirm: has left' }).click();
    expect(await intentsOf(page)).toHaveLength(2);
    await close();
  });

  it('keeps the focus, a half-written note and every element while the rest changes', async () => {
    const { page, close } = await open(wrong);
    await page.locator('.differences').getByRole('row', { name: /محمد/ }).getByRole('button', { name: 'Theirs is right' }).click();
    const field = noteOf(page);
    await field.fill('Half a n');
    await page.evaluate(() => Object.assign(window, { marked: [...document.querySelectorAll('.desk *')] }));
    const isSame = () => page.evaluate(() => (Reflect.get(window, 'marked') as Element[]).every((element) => element.isConnected));
    await show(page, { ...wrong, handOver: { ...wrong.handOver, waiting: 47 } });
    await page.getByText('47', { exact: true }).waitFor();
    expect(await isSame()).toBe(true);
    await show(page, { ...wrong, differences: wrong.differences.slice(1), unconfirmed: [] });
    await page.getByText('Ingrid Solheim').waitFor({ state: 'detached' });
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('Half a n');
    await close();
  });

  it('hands the focus to the row that comes up, where the same key does nothing, and at the end to the heading', async () => {
    const { page, close } = await open(wrong);
    await page
      .getByRole('row', { name: /Ingrid Solheim/ })
      .getByRole('button')
      .focus();
    await page.keyboard.press('Enter');
    await show(page, { ...wrong, unconfirmed: wrong.unconfirmed.slice(1) });
    await expect.poll(() => focused(page)).toBe('visit-u2');
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toHaveLength(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await intentsOf(page)).at(-1)).toEqual({ kind: 'confirmLeft', visit: 'u2' });
    await show(page, calm);
    await expect.poll(() => focused(page)).toMatch(/^For you to do/);
    await close();
  });

  it('takes the focus from nobody who is elsewhere when a row goes', async () => {
    const { page, close } = await open(wrong);
    await page
      .getByRole('row', { name: /Ingrid Solheim/ })
      .getByRole('button')
      .focus();
    await page.getByRole('button', { name: 'Exact times' }).focus();
    await show(page, { ...wrong, unconfirmed: [] });
    await page.getByText('Ingrid Solheim').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Exact times');
    await close();
  });

  it('lets nothing be pressed for a moment where another row has come up', async () => {
    const { page, close } = await open(wrong);
    const settling = () =>
      page
        .locator('.unconfirmed .acts')
        .last()
        .evaluate((cell) => getComputedStyle(cell).animationName);
    expect(await settling()).toBe('settle');
    await show(page, { ...wrong, unconfirmed: wrong.unconfirmed.slice(1) });
    // Another animation of the same kind: it begins anew.
    await expect.poll(settling).toBe('settle-again');
    await show(page, { ...wrong, unconfirmed: wrong.unconfirmed.slice(1), notices: [] });
    await page.getByText('The journal was damaged').waitFor({ state: 'detached' });
    expect(await settling()).toBe('settle-again');
    await close();
  });

  it('is reached by the keyboard alone, in the order of the page', async () => {
    const { page, close } = await open(wrong);
    const order: string[] = [];
    for (let i = 0; i < 53; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    const decisions = ['Ours is right', 'Theirs is right', 'Only a note'];
    const again = ['Print again', 'Handed over'];
    expect(order).toEqual([
      ...['Today15', 'In the building', 'Badges', 'The day', 'Kiosk'],
      ...['New roll', 'New roll'],
      ...again,
      ...again,
      ...again,
      ...decisions,
      ...decisions,
      ...decisions,
      ...Array.from({ length: 2 }, () => 'Confirm: has left'),
      'Send all again',
      ...Array.from({ length: 4 }, () => 'Send again'),
      // The search, who is shown, the list as one, and what can be done with the visit.
      ...['', 'New visitor', 'All 9', 'Expected 4', 'Here 3', 'Left 1', 'Did not come 1'],
      expect.stringContaining('Marguerite Dubois'),
      ...['Close', 'Check out', 'Print another badge'],
      ...['Check in the one who is expected', 'Aisha KarimExpected', '林怡君Here'],
      ...['', 'Keep the note', 'Was not here', 'Came at another time'],
      ...['English', '繁體中文', '简体中文', 'Exact times', 'High contrast', 'Larger text'],
    ]);
    await close();
  });

  it('gives the note up with Escape, back to the button that opened it', async () => {
    const { page, close } = await open(wrong);
    await page.getByRole('button', { name: 'Theirs is right' }).first().click();
    await noteOf(page).press('Escape');
    await noteOf(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Theirs is right');
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it('shows the exact time in the place of the other, by the pointer or for all, and moves nothing for it', async () => {
    const { page, close } = await open(prints.wrong);
    const cell = page.locator('section.prints tbody tr').nth(3);
    const isExact = () => cell.locator('.exact').evaluate((element) => getComputedStyle(element).visibility === 'visible');
    const placeOf = () =>
      cell.evaluate((row) => {
        const { x, y, width, height } = row.getBoundingClientRect();
        return { x, y: y + scrollY, width, height };
      });
    const place = await placeOf();
    expect(await isExact()).toBe(false);
    await cell.hover();
    expect(await isExact()).toBe(true);
    await page.getByRole('button', { name: 'Exact times' }).click();
    expect(await isExact()).toBe(true);
    expect(await placeOf()).toEqual(place);
    await close();
  });

  it('takes no fast typing for a scanner', async () => {
    const { page, close } = await open(wrong);
    await page.getByRole('button', { name: 'Theirs is right' }).first().click();
    await noteOf(page).pressSequentially('Seen at the gate');
    await page.waitForTimeout(1_000);
    expect(await noteOf(page).inputValue()).toBe('Seen at the gate');
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it('has nothing that axe complains of, with a decision open, in every language', async () => {
    const { page, close } = await open(wrong);
    await page.locator('.differences button').first().click();
    for (const language of languages) {
      await push(page, snapshotOf(wrong, { language }));
      await page.locator(`html[lang="${language}"]`).waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations, language).toEqual([]);
    }
    await close();
  });

  it.each([
    ['a PC', 1280, 800, false],
    ['a touch screen', 1024, 1366, true],
    ['a narrow one', 390, 844, true],
  ] as const)('keeps names of any kind inside their cells, as text and nothing else: %s', async (_, width, height, touch) => {
    const context = { viewport: { width, height }, hasTouch: touch, isMobile: touch };
    const { page, faults, close } = await built.open(snapshotOf(longPrints), { context });
    const strange: string[] = [];
    page.on('dialog', (dialog) => strange.push(dialog.message()));
    page.on('request', (request) => request.url().startsWith(`${built.url}assets/`) || strange.push(request.url()));
    await page.locator('section.prints').getByText('<img src=x onerror="alert(1)">').first().waitFor();
    expect(await page.evaluate(deskFaults)).toEqual([]);
    expect(await page.locator('.desk img').count()).toBe(0);
    const reach = await page.locator('section.prints .text').evaluateAll((texts) =>
      texts.map((text) => {
        const cell = text.closest('th, td')?.getBoundingClientRect();
        const box = text.getBoundingClientRect();
        return cell !== undefined && box.left >= cell.left - 1 && box.right <= cell.right + 1 && box.height < 40;
      }),
    );
    expect(reach.every(Boolean)).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    expect(strange).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['a PC', 1280, 800, false],
    ['a touch screen', 1024, 1366, true],
    ['a narrow one', 390, 844, true],
  ] as const)('so does every other page: %s', async (_, width, height, touch) => {
    const context = { viewport: { width, height }, hasTouch: touch, isMobile: touch };
    for (const screen of [long, deskOf('desk-long-prints', 'prints'), deskOf('desk-wrong-kiosk', 'kiosk')]) {
      const { page, faults, close } = await built.open(snapshotOf(screen), { context });
      await page.getByRole('heading', { name: 'Reception desk' }).waitFor();
      expect(await page.evaluate(deskFaults)).toEqual([]);
      expect(await page.locator('.desk img').count()).toBe(0);
      expect([await violationsOf(page), faults]).toEqual([[], []]);
      await close();
    }
  });

  it('keeps a name that turns its direction to itself', async () => {
    const { page, close } = await open(longPrints);
    const text = page.locator('section.prints tbody tr').last().locator('.text').first();
    expect(await text.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate|plaintext/);
    await close();
  });

  it('comes after the lobby and goes back to it', async () => {
    const { page, close } = await built.open(snapshotOf({ kind: 'welcome' }), { context: { ...pc, reducedMotion: 'reduce' } });
    const before = await page.locator('h1').boundingBox();
    await show(page, calm);
    await page.getByRole('heading', { name: 'Reception desk' }).waitFor();
    await push(page, snapshotOf({ kind: 'welcome' }));
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    expect(await page.locator('h1').boundingBox()).toEqual(before);
    await close();
  });
});
