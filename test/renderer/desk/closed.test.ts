import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { scanByWedge } from '../../fakes/wedge.ts';
import { hasChromium, intentsOf, push, sharedPage } from '../built-page.ts';
import { closedScreens } from '../gallery/closed-screens.mjs';
import { deskScreens } from '../gallery/desk-screens.mjs';

const built = sharedPage({ site: 'Happy Ltd.' });

const snapshotOf = (screen: Snapshot['screen'] | undefined): Snapshot => {
  if (!screen) throw new Error('the gallery has no such screen');
  return built.snapshotOf(screen);
};
const pc = { viewport: { width: 1280, height: 800 } };
const open = (screen: Snapshot['screen'] | undefined, clock = false) => built.open(snapshotOf(screen), { context: pc, clock });
const asking = closedScreens['closed-asking'];
/** As a person types: quicker is a scanner. */
const typing = { delay: 60 };

describe.runIf(hasChromium)('WIN-12 a closed desk in Chromium', () => {
  it('takes a PIN by keys wherever the focus is, or by touch, once, and keeps none of it', async () => {
    const { page, close } = await open(asking);
    const field = page.getByLabel('PIN', { exact: true });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'English' }).focus();
    await page.keyboard.type('4829', typing);
    for (const digit of '13') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.keyboard.press('Enter');
    await push(page, snapshotOf(closedScreens['closed-looking']));
    await page.getByText('One moment, please.').waitFor();
    await page.keyboard.type('111222', typing);
    await page.keyboard.press('Enter');
    await push(page, snapshotOf(asking));
    await page.getByText('Please give your PIN.').waitFor();
    expect(await intentsOf(page)).toEqual([{ kind: 'pin', pin: '482913' }]);
    await close();
  });

  it('hears no code that a USB scanner types, and tries no PIN while nobody is heard', async () => {
    const { page, close } = await open(asking);
    const field = page.getByLabel('PIN', { exact: true });
    for (const end of ['Enter', 'Tab'] as const) {
      await scanByWedge(page, 'FJ12UE', end);
      expect(await field.inputValue(), end).toBe('');
      expect(await field.evaluate((element) => element === document.activeElement), end).toBe(true);
    }
    await push(page, snapshotOf(closedScreens['closed-wrong']));
    await page.getByText(/^Nobody here has this PIN\. Please try again in 1(60|59) seconds\.$/).waitFor();
    // What changes each second is said to nobody who listens.
    const silent = page.getByRole('status').locator('[role=timer][aria-live=off]');
    expect(await silent.innerText()).toMatch(/^Please try again in 1\d\d seconds\.$/);
    await page.keyboard.type('482913', typing);
    await page.keyboard.press('Enter');
    expect(await intentsOf(page)).toEqual([]);
    await close();
  });

  it('tells as soon as somebody waits in the lobby, to whoever listens too', async () => {
    const { page, close } = await open(asking);
    const told = page.getByRole('status').first();
    expect(await told.innerText()).toBe('');
    await push(page, snapshotOf(closedScreens['closed-waiting']));
    await page.getByText('1 person waits in the lobby').waitFor();
    expect((await told.innerText()).split(/\n+/)).toEqual(['1 person waits in the lobby', '2 visitors asked for something']);
    await close();
  });

  it('says how many wait in the title of the window, open or closed, and nothing once nobody does', async () => {
    const { page, close } = await open(asking);
    expect(await page.title()).toBe('Foyer');
    await push(page, snapshotOf(closedScreens['closed-waiting']));
    await expect.poll(() => page.title()).toBe('(1) Foyer');
    const calm = deskScreens['desk-calm'] as DeskScreen;
    const at = calm.roster.at ?? '';
    const requests: DeskScreen['requests'] = [
      { id: 'a', kind: 'help', at },
      { id: 'b', kind: 'walkIn', at, name: 'Wanda Walker' },
      { id: 'c', kind: 'wish', at, name: 'Otto Example', purpose: 'Tea' },
    ];
    await push(page, snapshotOf({ ...calm, requests }));
    await expect.poll(() => page.title()).toBe('(2) Foyer');
    await push(page, snapshotOf(calm));
    await expect.poll(() => page.title()).toBe('Foyer');
    await close();
  });
});

describe.runIf(hasChromium)('an open desk in Chromium', () => {
  const inside = deskScreens['desk-calm-inside'] as DeskScreen;
  const named = { ...inside, staff: 'Clara Mendes', leave: 'closes' } as const;

  it.each([
    ['of its own window', named, 'Close the desk (Clara Mendes)', 'Clara Mendes', 1],
    ['of its own window from before there was a PIN', { ...inside, leave: 'closes' }, 'Close the desk', 'Nobody has signed in', 1],
    ['over the lobby', { ...named, leave: 'toLobby' }, 'Leave (Clara Mendes)', 'Clara Mendes', 0],
  ] as const)('%s says whose it is and how to leave it, and prints where it may', async (_name, screen, leave, head, prints) => {
    const { page, close } = await open(screen);
    await page.getByRole('banner').getByText(head).waitFor();
    expect(await page.getByRole('button', { name: 'Print the list' }).count()).toBe(prints);
    await page.getByRole('button', { name: leave, exact: true }).click();
    expect(await intentsOf(page)).toEqual([{ kind: 'leave' }]);
    await close();
  });

  it('tells that somebody is at it where it would be closed otherwise, and nowhere else', async () => {
    const { page, close } = await open(inside, true);
    let at = 300;
    const move = async () => {
      await page.clock.fastForward(21_000);
      await page.mouse.move(at++, 300);
    };
    await page.getByText('Nobody has signed in').waitFor();
    await move();
    expect(await page.getByRole('button', { name: /^Close|^Leave/ }).count()).toBe(0);
    expect(await intentsOf(page)).toEqual([]);
    await push(page, snapshotOf(named));
    await page.getByRole('banner').getByText('Clara Mendes').waitFor();
    await move();
    await expect.poll(() => intentsOf(page)).toEqual([{ kind: 'stay' }]);
    await close();
  });
});
