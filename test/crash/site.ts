import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeBadge, type FakeBookings, startFakeBookings } from '../fakes/bookings.ts';
import { foyerEnvironment } from '../fakes/foyer.ts';
import { startMailServer } from '../fakes/mail.ts';
import { type FakePrinter, startFakePrinter } from '../fakes/printer.ts';
import { emptyNotes, type Notes } from './notes.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** How many visitors are expected when a site opens: each costs a kiosk that reads its roster a few milliseconds at every start. */
const expected = 80;

/** One kiosk's surroundings: its data folder, and the real servers that it speaks to. They outlive its process. */
export interface Site {
  readonly data: string;
  readonly bookings: FakeBookings;
  readonly printer: FakePrinter;
  readonly receiver: Receiver;
  /** By which hosts are told. */
  readonly mail: Awaited<ReturnType<typeof startMailServer>>;
  readonly notes: Notes;
  /** The code of somebody who is expected today and has not come yet; once all have come, of somebody more. */
  next(): string;
  /** The server's badge of a code. */
  badge(code: string): FakeBadge;
  /** Whose badge (`CODE badge`) or slip (`CODE slip`) comes out now. */
  printing: string | undefined;
  /** Somebody has damaged the journal, and no process has moved it aside yet. */
  isDamaged: boolean;
  /** What a Foyer of this site is started with. */
  environment(extra?: Readonly<Record<string, string>>): Record<string, string>;
  /** The server cannot be reached any more. */
  cutOff(): Promise<void>;
  /** Server, printer, receiver and mail server are well again. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a site with an empty data folder. */
export async function openSite(): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'foyer-crash-'));
  const [bookings, printer, receiver, mail] = await Promise.all([
    ...([startFakeBookings(), startFakePrinter(), startReceiver()] as const),
    startMailServer({ hideSTARTTLS: true }),
  ]);
  const badges: FakeBadge[] = [];
  const invite = () => {
    const number = badges.length;
    const visitor = { id: 1000 + number, name: `Guest${number} Erfunden`, company: 'Invented Ltd.' };
    badges.push(bookings.add(`CR${String(number).padStart(4, '0')}`, { visitor }));
  };
  for (let number = 0; number < expected; number += 1) invite();
  const notes = emptyNotes();
  let came = 0;
  let reachable = true;
  const site: Site = {
    data,
    bookings,
    printer,
    receiver,
    mail,
    notes,
    next: () => {
      if (came === badges.length) invite();
      const badge = badges[came];
      if (!badge) throw new Error('nobody is expected');
      came += 1;
      return badge.registrationCode;
    },
    badge: (code) => {
      const badge = badges.find(({ registrationCode }) => registrationCode === code);
      if (!badge) throw new Error('nobody has this code');
      return badge;
    },
    printing: undefined,
    isDamaged: false,
    environment: (extra = {}) =>
      foyerEnvironment(data, {
        FOYER_SERVER: bookings.url,
        FOYER_TOKEN: bookings.token,
        FOYER_KEY: 'file',
        FOYER_BUILDING: '1',
        FOYER_SLIP: '1',
        FOYER_PRINTER: `escpos+tcp://127.0.0.1:${printer.port}?width=576`,
        FOYER_WEBHOOK: receiver.url,
        FOYER_WEBHOOK_SECRET: receiver.secret,
        FOYER_MAIL: `smtp://127.0.0.1:${mail.port}`,
        FOYER_MAIL_FROM: 'reception@example.org',
        ...extra,
      }),
    cutOff: async () => {
      if (reachable) await bookings.down();
      reachable = false;
    },
    recover: async () => {
      if (!reachable) await bookings.up();
      reachable = true;
      bookings.mood = 'well';
      receiver.mood = 'well';
      mail.behave = () => ({});
      printer.setState({ paperOut: false, noConfirmation: false, silent: false });
    },
    close: async () => {
      await Promise.all([bookings.close(), printer.close(), receiver.close(), mail.down()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
  printer.onFirstByte(() => {
    const owner = site.printing ?? 'nobody';
    const number = printer.jobs().length - 1;
    // The job grows while it comes in: it is looked up when it is judged.
    notes.prints.set(owner, [...(notes.prints.get(owner) ?? []), number]);
  });
  return site;
}
