import { type FakeBookings, startFakeBookings } from '../fakes/bookings.ts';
import { type FakePrinter, type FakePrinterState, startFakePrinter } from '../fakes/printer.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { readQr } from '../printer/qr-reader.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, seeHeading } from './visitor.ts';

const settings = (bookings: FakeBookings, port: number) => ({
  FOYER_SERVER: bookings.url,
  FOYER_TOKEN: bookings.token,
  FOYER_KEY: 'file',
  FOYER_BUILDING: '1',
  FOYER_PRINTER: `escpos+tcp://127.0.0.1:${port}?width=576`,
});

async function codeOn(printer: FakePrinter, job: number): Promise<string | undefined> {
  const bytes = printer.jobs()[job];
  if (!bytes) return undefined;
  const found = await readQr(printer.picture(bytes));
  return found.map(({ text }) => text).join();
}

test('a server and a printer outside of Foyer: the badge on paper carries the code, and so does the slip', async ({ start }) => {
  const bookings = await startFakeBookings();
  const printer = await startFakePrinter();
  bookings.add('FJUEIW', { visitor: { id: 1, name: '陳大文 Łukasz', company: 'Invented & Sons' } });
  const { page } = await start({ environment: { ...settings(bookings, printer.port), FOYER_SLIP: '1' } });
  await checkInByTyping(page, 'FJUEIW');
  await expect(page.getByText(/take your badge/i)).toBeVisible();
  expect(printer.jobs()).toHaveLength(1);
  expect(await codeOn(printer, 0)).toBe('FJUEIW');
  await press(page, 'Done');
  await press(page, 'Check out');
  await scanByWedge(page, 'FJUEIW');
  await seeHeading(page, 'You are checked out');
  await expect(page.getByText(/slip/i)).toBeVisible();
  await expect.poll(() => printer.jobs().length).toBe(2);
  await expect.poll(() => codeOn(printer, 1)).toBe('FJUEIW');
  await Promise.all([printer.close(), bookings.close()]);
});

test('PRN-7 the printer is off: the check-in stands, the badge waits at reception', async ({ start }) => {
  const bookings = await startFakeBookings();
  const printer = await startFakePrinter();
  await printer.close();
  bookings.add('GOODAB');
  const { page } = await start({ environment: settings(bookings, printer.port) });
  await checkInByTyping(page, 'GOODAB');
  await expect(page.getByText(/collect your badge at reception/i)).toBeVisible();
  await press(page, 'Done');
  await press(page, 'Check out');
  await scanByWedge(page, 'GOODAB');
  await seeHeading(page, 'You are checked out');
  await bookings.close();
});

test('PRN-7 the printer is off and a spare is set: the badge comes out there', async ({ start }) => {
  const bookings = await startFakeBookings();
  const [off, spare] = [await startFakePrinter(), await startFakePrinter()];
  await off.close();
  bookings.add('GOODAB');
  const addresses = [off, spare].map(({ port }) => `escpos+tcp://127.0.0.1:${port}`).join(' ');
  const { page } = await start({ environment: { ...settings(bookings, off.port), FOYER_PRINTER: addresses } });
  await checkInByTyping(page, 'GOODAB');
  await expect(page.getByText(/take your badge/i)).toBeVisible();
  expect(await codeOn(spare, 0)).toBe('GOODAB');
  await Promise.all([spare.close(), bookings.close()]);
});

const troubles: readonly [name: string, state: Partial<FakePrinterState>, says: RegExp, jobs: number][] = [
  ['paper out', { paperOut: true }, /collect your badge at reception/i, 0],
  ['cover open', { coverOpen: true }, /collect your badge at reception/i, 0],
  ['cut off in the middle', { cutAfterBytes: 200 }, /collect your badge at reception/i, 1],
  ['paper out after the job', { paperOutAfterJob: true }, /collect your badge at reception/i, 1],
  ['cannot confirm', { noConfirmation: true }, /was sent to the printer/i, 1],
];

/** What comes of waiting for the printer's word is the same in both hosts, and takes long: in the browser host alone. */
const hosts = ({ paperOutAfterJob, noConfirmation }: Partial<FakePrinterState>) =>
  paperOutAfterJob || noConfirmation ? { tag: '@browser' } : {};

for (const [name, state, says, jobs] of troubles) {
  test(`PRN-7 PRN-9 ${name}: the screen says what is known of the badge and no more`, hosts(state), async ({ start }) => {
    test.slow();
    const bookings = await startFakeBookings();
    const printer = await startFakePrinter(state);
    bookings.add('GOODAB');
    const { page } = await start({ environment: settings(bookings, printer.port) });
    await checkInByTyping(page, 'GOODAB');
    await expect(page.getByText(says)).toBeVisible({ timeout: 25_000 });
    await expect(page.getByText(/take your badge/i)).toHaveCount(0);
    expect(printer.jobs()).toHaveLength(jobs);
    await Promise.all([printer.close(), bookings.close()]);
  });
}
