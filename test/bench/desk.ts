import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { failure, success } from '../../electron/contract/failure.ts';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import { snapshotSchema } from '../../electron/contract/snapshot.ts';
import { dayListOf, foundIn } from '../../electron/core/day-list.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { watchDashboard } from '../../electron/effects/dashboard.ts';
import { runDesk } from '../../electron/effects/desk.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { quietParts } from '../effects/desk-parts.ts';
import { startFakeBookings } from '../fakes/bookings.ts';
import { chromiumPath, exitOf, foyerEnvironment, screenFlags, spawnFoyer } from '../fakes/foyer.ts';
import { type Figure, timing } from './statistics.ts';

const visits = 10_000;
const openings = 10;
const searches = ['9', '98', '987', '98', '9', '1', '12', '123', '1234', '5', '56', '567', '4', '43', '432', '4321'];
const log = { log: () => {}, close: () => {} };
/** Everybody has a number of their own in the name, and nowhere else. */
const nameOf = (place: number) => `Invented Visitor ${String(place).padStart(4, '0')}`;
const letters = 'ABCDEFGHJKLMNPQRSTUV';
const codeOf = (place: number) =>
  Array.from({ length: 6 }, (_, at) => letters[Math.floor(place / letters.length ** at) % letters.length]).join('');
const fitting = (search: string) =>
  Array.from({ length: visits }, (_, place) => nameOf(place)).filter((name) => name.includes(search)).length;

/** The desk with ten thousand visits of today: in main alone, then in Chromium over the browser host. */
export async function measureDesk(): Promise<Figure[]> {
  return [...measureList(), ...(await measureMain()), ...(await measurePage())];
}

function visitAt(place: number): Visit {
  const day = isoWithOffset(new Date());
  return {
    ...{ badgeId: String(place), code: codeOf(place), visitor: { name: nameOf(place), company: 'Invented Ltd.' }, blocked: false },
    ...{ period: { from: `${day.slice(0, 10)}T00:30:00Z`, to: `${day.slice(0, 10)}T23:00:00Z` }, state: 'initial', place: {} },
  };
}

function timed<T>(samples: number[], work: () => T): T {
  const began = performance.now();
  const result = work();
  samples.push(performance.now() - began);
  return result;
}

function measureList(): Figure[] {
  const now = isoWithOffset(new Date());
  const all = Array.from({ length: visits }, (_, place) => visitAt(place));
  const [fresh, again, found]: [number[], number[], number[]] = [[], [], []];
  timed(fresh, () => dayListOf(all, [], now));
  for (let round = 0; round < 30; round += 1) {
    const list = timed(again, () => dayListOf(all, [], now));
    for (const search of searches) timed(found, () => foundIn(list, { search, filter: 'all' }));
  }
  return [
    { name: `the day's list of ${visits} visits, read for the first time`, value: `${(fresh[0] ?? 0).toFixed(0)} ms` },
    timing(`the day's list of ${visits} visits, read again`, again, 50),
    timing(`a search in ${visits} visits`, found, 20),
  ];
}

/** From a wish to the snapshot, fit to cross. */
async function measureMain(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-desk-'));
  const opened = openJournal({ file: join(folder, 'journal.db'), key: Buffer.alloc(32, 9), kiosk: 'foyer-bench0' });
  if (!opened.ok) throw new Error(opened.failure.code);
  const journal = opened.value;
  const expected = expectedList(() => {});
  const bookings = {
    hostsNamed: async () => success([]),
    doorCode: async () => success(undefined),
    dayCounts: async () => failure('bookings.unreachable'),
  } as const;
  const desk = runDesk({
    ...{ ...quietParts(), journal, expected, log, bookings, clock: machineClock },
    dashboard: watchDashboard({ bookings, clock: machineClock }),
    roster: { status: () => ({ badges: visits }) },
    printer: { report: async () => [], print: async () => ({ state: 'confirmed' }), close: async () => {} },
  });
  let crossed = '';
  const stop = desk.onSnapshot((snapshot) => {
    crossed = JSON.stringify(snapshotSchema.parse(snapshot));
  });
  expected.sink.begin(machineClock.wall());
  expected.sink.take(Array.from({ length: visits }, (_, place) => visitAt(place)));
  expected.sink.end(success(undefined));
  stop();
  const samples: number[] = [];
  try {
    const again = desk.onSnapshot((snapshot) => {
      crossed = JSON.stringify(snapshotSchema.parse(snapshot));
    });
    expected.sink.begin(machineClock.wall());
    expected.sink.take(Array.from({ length: visits }, (_, place) => visitAt(place)));
    expected.sink.end(success(undefined));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (let round = 0; round < 10; round += 1)
      for (const search of searches) {
        timed(samples, () => desk.send({ type: 'intent', intent: { kind: 'list', search, filter: 'all', from: 0 } }));
        if (!crossed.includes(`"search":"${search}"`)) throw new Error('the search did not cross');
      }
    again();
  } finally {
    await desk.stop();
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    timing(`main, from a key of the search to the snapshot that crosses, ${(crossed.length / 1000).toFixed(0)} kB`, samples, 25),
  ];
}

async function measurePage(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'foyer-bench-desk-'));
  const bookings = await startFakeBookings();
  for (let place = 0; place < visits; place += 1)
    bookings.add(codeOf(place), { visitor: { id: 100 + place, name: nameOf(place), company: 'Invented Ltd.' } });
  const environment = foyerEnvironment(join(data, 'data'), {
    ...{ FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file', FOYER_BUILDING: '1', FOYER_DESK: '1' },
  });
  const foyer = await spawnFoyer(environment);
  const link = /^foyer desk (\S+)$/m.exec(foyer.output())?.[1];
  if (!foyer.link || !link) throw new Error(foyer.output());
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: screenFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(link);
    await page.getByRole('option').first().waitFor({ timeout: 120_000 });
    const cold = performance.now() - began;
    await page.locator(`[role="option"][aria-setsize="${visits}"]`).first().waitFor({ timeout: 120_000 });
    const whole = performance.now() - began;
    await page.waitForTimeout(3_000);
    const opened = "the desk's page to the first rows, the list being there";
    const url = new URL('/', link).href;
    // The first storing of a roster works out a key for each badge; what it costs is another bench's (roster).
    const meanwhile = [
      timing(`${opened}, while a roster is stored for the first time`, await openingTimes(context, url)),
      timing(
        'a check-in in the lobby, from the press to the desk beside it, meanwhile',
        await besideTimes(browser, foyer.link, page),
        300,
      ),
    ];
    await stored(join(data, 'data', 'foyer.log'));
    return [
      { name: `the desk's page to the first rows, through a download of ${visits} badges`, value: `${cold.toFixed(0)} ms` },
      { name: `the same to all ${visits}`, value: `${whole.toFixed(0)} ms` },
      ...meanwhile,
      timing(opened, await openingTimes(context, url), 300),
      timing('from another page to the first rows of the list', await turningTimes(page), 300),
      ...(await searching(page)),
      ...(await scrolling(page)),
    ];
  } finally {
    await browser.close();
    foyer.process.kill('SIGTERM');
    await exitOf(foyer.process);
    await bookings.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Until the log says that the roster is there. */
async function stored(log: string): Promise<void> {
  for (let tries = 0; tries < 240 && !readFileSync(log, 'utf8').includes('"roster"'); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Another window of the same desk, while the first one keeps the list. By the page's own clock, from its navigation to the frame with rows. */
async function openingTimes(context: BrowserContext, url: string): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < openings; round += 1) {
    const page = await context.newPage();
    await page.goto(url);
    samples.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = () =>
              document.querySelector('[role="option"]') ? resolve(performance.now()) : requestAnimationFrame(look);
            look();
          }),
      ),
    );
    await page.close();
  }
  return samples;
}

/** Back to the list from another page of the desk, from the press to the frame with rows. */
async function turningTimes(page: Page): Promise<number[]> {
  const samples: number[] = [];
  const pageButton = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name });
  for (let round = 0; round < openings; round += 1) {
    await pageButton('Badges').click();
    await page.getByRole('heading', { name: 'Last prints' }).waitFor();
    samples.push(
      await pageButton('Today').evaluate(
        (button) =>
          new Promise<number>((resolve) => {
            const pressed = performance.now();
            (button as HTMLButtonElement).click();
            const look = () =>
              document.querySelector('[role="option"]') ? resolve(performance.now() - pressed) : requestAnimationFrame(look);
            requestAnimationFrame(look);
          }),
      ),
    );
  }
  return samples;
}

/** What one window does the other shows: from "Yes, that's me" in the lobby to the frame in which the desk counts one more, by the machine's clock. */
async function besideTimes(browser: Browser, link: string, desk: Page): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const lobby = await context.newPage();
  await lobby.goto(link);
  const samples: number[] = [];
  for (let place = 0; place < openings; place += 1) {
    await lobby.getByRole('button', { name: 'Check in', exact: true }).click();
    await lobby.getByRole('button', { name: 'Type the code' }).click();
    await lobby.getByRole('textbox').fill(codeOf(place));
    await lobby.getByRole('button', { name: 'Continue' }).click();
    const confirm = lobby.getByRole('button', { name: "Yes, that's me" });
    await confirm.waitFor();
    const counted = await desk.evaluateHandle(() => {
      const count = () => document.querySelectorAll('.filters button')[2]?.textContent;
      const before = count();
      return {
        at: new Promise<number>((resolve) => {
          const look = () => (count() === before ? requestAnimationFrame(look) : resolve(Date.now()));
          requestAnimationFrame(look);
        }),
      };
    });
    const pressed = await confirm.evaluate((button) => {
      const now = Date.now();
      (button as HTMLButtonElement).click();
      return now;
    });
    samples.push((await counted.evaluate(({ at }) => at)) - pressed);
    await lobby.getByRole('button', { name: 'Done' }).click();
  }
  await context.close();
  return samples;
}

/** From each key to the frame with the rows of its result, by the page's own clock. */
async function searching(page: Page): Promise<Figure[]> {
  await page.bringToFront();
  const field = page.getByRole('searchbox');
  await field.click();
  const samples: number[] = [];
  for (let round = 0; round < 3; round += 1)
    for (const search of searches) {
      const seen = await page.evaluateHandle(
        (count) => ({
          shown: new Promise<number>((resolve) => {
            let pressed = 0;
            addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
            const look = () => {
              const isSo = document.querySelector('[role="option"]')?.getAttribute('aria-setsize') === count;
              if (pressed > 0 && isSo) resolve(performance.now() - pressed);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        }),
        String(fitting(search)),
      );
      const before = await field.inputValue();
      if (search.startsWith(before)) await page.keyboard.press(search.slice(before.length)[0] ?? '');
      else if (before.startsWith(search)) await page.keyboard.press('Backspace');
      else {
        await field.selectText();
        await page.keyboard.press(search);
      }
      samples.push(await seen.evaluate(({ shown }) => shown));
    }
  await field.fill('');
  await page.locator(`[role="option"][aria-setsize="${visits}"]`).first().waitFor();
  return [timing(`a key of the search to the rows that it finds, of ${visits}`, samples, 50)];
}

/** The wheel from the first row to the last. */
async function scrolling(page: Page): Promise<Figure[]> {
  await page.locator('.day-list').hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    let before = performance.now();
    const look = (now: number) => {
      frames.push(now - before);
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { frames });
  });
  const isAtEnd = () => page.locator('.day-list').evaluate((list) => list.scrollTop + list.clientHeight >= list.scrollHeight - 2);
  let turns = 0;
  for (; turns < 2_000 && !(await isAtEnd()); turns += 1) await page.mouse.wheel(0, 1_200);
  await page.locator(`[aria-posinset="${visits}"]`).waitFor();
  const frames = await page.evaluate(() => (Reflect.get(window, 'frames') as unknown as number[]).slice(1));
  const long = frames.filter((frame) => frame > 50).length;
  return [
    {
      name: `frames over 50 ms of ${frames.length}, the wheel going through ${visits} rows`,
      ...{ value: String(long), target: '0', met: long === 0 },
    },
    { name: 'the longest of them', value: `${Math.max(...frames).toFixed(0)} ms` },
  ];
}
