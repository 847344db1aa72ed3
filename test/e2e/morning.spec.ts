import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startFakeBookings } from '../fakes/bookings.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { type Hands, keyboard, touch } from './hands.ts';
import { expect, test } from './kiosk.ts';
import { seeHeading } from './visitor.ts';

const names = ['Ada', 'Bruno', 'Carla', 'Dario', 'Edda', 'Fabio', 'Greta', 'Hilde', 'Igor', 'Jutta'];
const families = ['Beispiel', 'Muster', 'Probe', 'Vorlage'];
const people = families.flatMap((family) => names.map((name) => `${name} ${family}`));
const codeOf = (index: number): string => `M${String(index).padStart(5, '0')}`;
const groupOf = 'Vorlage';

const rowOf = (desk: Page, name: string) => desk.getByRole('option').filter({ hasText: name });
const pageOf = (desk: Page, name: string) => desk.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name });
const button = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true });

for (const hands of [keyboard, touch]) {
  test(`a whole morning at the desk, by ${hands.name} alone`, async ({ start, data }) => {
    test.setTimeout(300_000);
    const bookings = await startFakeBookings();
    const printer = await startFakePrinter();
    const badges = people.map((name, index) =>
      bookings.add(codeOf(index), {
        visitor: { id: 100 + index, name, company: 'Invented Ltd.', ...(name === 'Igor Probe' && { isBlacklisted: true }) },
        ...(name.endsWith(groupOf) && names.indexOf(name.split(' ')[0] ?? '') < 4 && { appointment: 9_000 }),
      }),
    );
    const kiosk = await start({
      environment: {
        ...{ FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_DESK: '1', FOYER_BUILDING: '1' },
        // Without downloads of its own, what this account takes out goes into the data folder.
        HOME: join(data, '..'),
        FOYER_PRINTER: `escpos+tcp://127.0.0.1:${printer.port}?width=576`,
      },
    });
    const desk = await kiosk.desk();
    const lobby = kiosk.page;
    await expect(button(desk, 'All 40')).toBeVisible({ timeout: 20_000 });
    const jobs = () => printer.jobs().length;

    // Three arrive at the desk, one leaves again.
    for (const name of ['Ada Beispiel', 'Bruno Beispiel', 'Carla Beispiel']) {
      await hands.checkIn(desk, name);
      await expect(rowOf(desk, name)).toContainText('Here');
    }
    await expect.poll(jobs).toBe(3);
    await hands.checkOut(desk, 'Bruno Beispiel');
    await expect(rowOf(desk, 'Bruno Beispiel')).toContainText('Left');

    // A wrong press is taken back: the check-out, with its reason in the history.
    await hands.press(desk, button(desk, 'Undo'));
    await expect(rowOf(desk, 'Bruno Beispiel')).toContainText('Here');
    await expect(desk.getByRole('region', { name: 'Bruno Beispiel' })).toContainText('Undone at the desk');

    await group(desk, hands, jobs);
    await walkIn(desk, hands, 'Rosa Laufend', 'Hana Muster');

    // Somebody who is not to be let in stands at the kiosk: the desk knows it at once.
    await scanByWedge(lobby, codeOf(people.indexOf('Igor Probe')));
    await seeHeading(lobby, 'Please see reception');
    const waiting = desk.getByText('Igor Probe is at the kiosk and is not to be let in.');
    await expect(waiting).toBeVisible();
    await hands.press(desk, button(desk, 'Seen to'));
    await expect(waiting).toHaveCount(0);

    // A badge was lost.
    const before = jobs();
    await hands.open(desk, 'Ada Beispiel');
    if (hands.name === 'keyboard') await desk.keyboard.press('p');
    else await hands.press(desk, button(desk, 'Print another badge'));
    await expect.poll(jobs).toBe(before + 1);
    await expect(desk.getByRole('region', { name: 'Ada Beispiel' })).toContainText('Badge made void');

    // The server says something else of one who is in; whoever comes back to the list has it anew.
    const gone = badges[people.indexOf('Carla Beispiel')];
    const left = { state: 2, checkInDate: gone?.period.from ?? '', checkOutDate: new Date(Date.now() + 1_000).toISOString() };
    if (gone) Object.assign(gone, left);
    await hands.press(desk, pageOf(desk, 'Badges'));
    await expect(desk.getByRole('heading', { name: 'Last prints' })).toBeVisible();
    await hands.press(desk, pageOf(desk, 'Today'));
    await expect(desk.getByText('Has left there')).toBeVisible({ timeout: 20_000 });
    await hands.press(desk, button(desk, 'Ours is right'));
    await hands.press(desk, button(desk, 'Record'));
    await expect(desk.getByText('Has left there')).toHaveCount(0);

    // The server goes, and the day goes on.
    await bookings.down();
    await walkIn(desk, hands, 'Silas Laufend', 'Hugo');

    await drill(desk, hands);
    await takeOut(desk, hands, data);
    await hands.press(desk, pageOf(desk, 'Today'));

    expect((await new AxeBuilder({ page: desk }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(await lobby.content()).not.toMatch(/Beispiel|Vorlage|Laufend/);
    expect(await kiosk.stop()).toBe(0);
    await printer.close();
  });
}

/** Four of one appointment are checked in with one press, and their badges come one after the other. */
async function group(desk: Page, hands: Hands, jobs: () => number): Promise<void> {
  const before = jobs();
  await hands.open(desk, `Ada ${groupOf}`);
  await expect(desk.getByRole('heading', { name: 'Group of 4' })).toBeVisible();
  await hands.press(desk, button(desk, 'Check in all 4 who are expected'));
  await expect.poll(jobs, { timeout: 20_000 }).toBe(before + 4);
  await hands.open(desk, `Dario ${groupOf}`);
  await expect(rowOf(desk, `Dario ${groupOf}`)).toContainText('Here');
}

/** A fire drill: nine are in, four are found, and the report says who is missing. */
async function drill(desk: Page, hands: Hands): Promise<void> {
  await hands.press(desk, pageOf(desk, 'In the building'));
  await hands.press(desk, button(desk, 'Take the muster'));
  await expect(desk.getByText('Found 0 of 9')).toBeVisible();
  for (let found = 1; found <= 4; found += 1) {
    await hands.next(desk, desk.locator('button.muster-tick[aria-pressed="false"]').first());
    await expect(desk.getByText(`Found ${found} of 9`)).toBeVisible();
  }
  await hands.press(desk, button(desk, 'End the muster'));
  await hands.press(desk, button(desk, 'End it now'));
  await expect(desk.getByRole('heading', { name: 'Last muster' })).toBeVisible();
  await expect(desk.getByRole('main')).toContainText('missing 5');
}

/** The morning is taken out as a workbook; it lies where the page says. */
async function takeOut(desk: Page, hands: Hands, data: string): Promise<void> {
  await hands.press(desk, pageOf(desk, 'The day'));
  await hands.press(desk, button(desk, 'Excel'));
  const saved = desk.getByText(/^Saved as /);
  await expect(saved).toBeVisible({ timeout: 20_000 });
  const [file = ''] = readdirSync(join(data, 'exports'));
  expect(await saved.innerText()).toContain(file);
  expect(statSync(join(data, 'exports', file)).mode & 0o777).toBe(0o600);
  expect(
    readFileSync(join(data, 'exports', file))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
}

/** Somebody without a code. */
async function walkIn(desk: Page, hands: Hands, name: string, host: string): Promise<void> {
  await hands.press(desk, button(desk, 'New visitor'));
  const form = desk.getByRole('region', { name: 'New visitor' });
  await expect(form).toBeVisible();
  await hands.write(desk, form.getByRole('textbox', { name: 'Name' }), name);
  await hands.write(desk, form.getByRole('combobox', { name: 'Host' }), host);
  await hands.press(desk, button(desk, 'Check in and print a badge'));
  const visit = desk.getByRole('region', { name });
  await expect(visit).toBeVisible();
  await expect(visit).toContainText('Checked in');
}
