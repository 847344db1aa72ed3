import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { startFakeBookings } from '../fakes/bookings.ts';
import { chromiumPath, exitOf, foyerEnvironment, screenFlags, spawnFoyer } from '../fakes/foyer.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { type Figure, quantile, timing } from './statistics.ts';

const visits = 60;

/** Start, look-up, print and size, of the browser host in Chromium against a Bookings ONE and a printer on loopback. */
export async function measureLobby(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const bookings = await startFakeBookings();
  const printer = await startFakePrinter();
  const environment = foyerEnvironment(join(data, 'data'), {
    FOYER_SERVER: bookings.url,
    FOYER_TOKEN: bookings.token,
    FOYER_KEY: 'file',
    FOYER_BUILDING: '1',
    FOYER_PRINTER: `escpos+tcp://127.0.0.1:${printer.port}?width=576`,
  });
  const started = performance.now();
  const foyer = await spawnFoyer(environment);
  if (!foyer.link) throw new Error(foyer.output());
  const ready = performance.now() - started;
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: screenFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
    const page = await context.newPage();
    const weight = await pageWeight(page, foyer.link);
    const { ratio, welcome } = await startRatio(context, new URL('/', foyer.link).href);
    const { lookUps, prints } = await visitTimes(page, bookings, printer);
    return [
      { name: 'process to "foyer ready"', value: `${ready.toFixed(0)} ms` },
      { name: 'page to welcome screen, median of 15', value: `${welcome.toFixed(0)} ms` },
      { name: 'ratio to a blank page in the same browser', value: ratio.toFixed(2) },
      timing('code to confirm screen', lookUps, 150),
      timing("confirm to the printer's first byte", prints, 150),
      {
        name: 'first load, gzip, without wasm and font files',
        value: `${(weight / 1000).toFixed(1)} kB`,
        target: '≤ 250 kB',
        met: weight <= 250_000,
      },
    ];
  } finally {
    await browser.close();
    foyer.process.kill('SIGTERM');
    await exitOf(foyer.process);
    await Promise.all([bookings.close(), printer.close()]);
    rmSync(data, { recursive: true, force: true });
  }
}

/** Bytes that the first load costs over the wire if it were gzip, wasm and font files left out: all that comes until the network is quiet. */
async function pageWeight(page: Page, link: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.status() !== 200 || /\.(wasm|woff2|ttf)$/.test(new URL(response.url()).pathname)) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'Check in', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  return (await Promise.all(sizes)).reduce((whole, size) => whole + size, 0);
}

/** Opening our page until its welcome screen, against a page with nothing on it, in turn, in one browser. */
async function startRatio(context: BrowserContext, url: string): Promise<{ ratio: number; welcome: number }> {
  const timed = async (open: (page: Page) => Promise<unknown>) => {
    const page = await context.newPage();
    const begin = performance.now();
    await open(page);
    const took = performance.now() - begin;
    await page.close();
    return took;
  };
  const blanks: number[] = [];
  const welcomes: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    blanks.push(
      await timed((page) =>
        page.goto('data:text/html,<title>blank</title><button>Check in</button>').then(() => page.getByRole('button').waitFor()),
      ),
    );
    welcomes.push(
      await timed((page) => page.goto(url).then(() => page.getByRole('button', { name: 'Check in', exact: true }).waitFor())),
    );
  }
  const welcome = quantile(welcomes, 0.5);
  return { welcome, ratio: welcome / quantile(blanks, 0.5) };
}

/** Each visit as a USB scanner and a finger make it; both times are taken inside the page, the printer's on this machine's clock. */
async function visitTimes(
  page: Page,
  bookings: Awaited<ReturnType<typeof startFakeBookings>>,
  printer: Awaited<ReturnType<typeof startFakePrinter>>,
): Promise<{ lookUps: number[]; prints: number[] }> {
  // A page in the background gets no frames.
  await page.bringToFront();
  const lookUps: number[] = [];
  const prints: number[] = [];
  let firstByte = (_at: number) => {};
  printer.onFirstByte(() => firstByte(Date.now()));
  for (let visit = 0; visit < visits; visit += 1) {
    const code = `B${String(10_000 + visit)}`;
    bookings.add(code);
    const seen = await page.evaluateHandle(watchForConfirm);
    await scanByWedge(page, code);
    lookUps.push(await seen.evaluate(({ confirmed }) => confirmed));
    const printed = new Promise<number>((resolve) => {
      firstByte = resolve;
    });
    const clicked = await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.includes("that's me"));
      const at = Date.now();
      button?.click();
      return at;
    });
    prints.push((await printed) - clicked);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Check in', exact: true }).waitFor();
  }
  return { lookUps, prints };
}

/** Runs in the page: milliseconds from the scanner's last letter (its Enter reaches nobody but the app) to the frame that shows the confirm button. */
function watchForConfirm(): { confirmed: Promise<number> } {
  const confirmed = new Promise<number>((resolve) => {
    let entered = 0;
    const enter = () => {
      entered = performance.now();
    };
    addEventListener('keydown', enter, { capture: true });
    const observer = new MutationObserver(() => {
      if (!entered || !document.body.textContent?.includes("that's me")) return;
      observer.disconnect();
      removeEventListener('keydown', enter, { capture: true });
      requestAnimationFrame(() => resolve(performance.now() - entered));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return { confirmed };
}
