import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { siteIso } from '../fakes/bookings.ts';
import { root } from '../fakes/foyer.ts';
import { basis, key, theValue, visitOf } from '../journal/visit-of.ts';
import { journalIn } from './journal.ts';
import { begin, type Life } from './life.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import { checkIn } from './visitor.ts';

const day = 24 * 60 * 60_000;

/** The journal that the first Foyer wrote, and its key. */
export function takeOldJournal({ data }: Site): void {
  const journal = join(data, 'journal.db');
  copyFileSync(join(root, 'test/journal/released/version-1.db'), journal);
  chmodSync(journal, 0o600);
  const check = createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 8);
  writeFileSync(join(data, 'key'), `foyer-key-1:${key}:${check}\n`, { mode: 0o600 });
}

/** A page in the middle of the journal holds other bytes than were written. */
export function damageJournal(site: Site): void {
  record(site, (journal) => theValue(journal.checkIn({ visitId: 'lost', visit: visitOf('LOSTUS'), at: ago(0), basis })));
  const file = join(site.data, 'journal.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x5a, bytes.length >> 1));
  site.isDamaged = true;
}

/** Somebody came in the days before, so many days ago, and whether they left. */
function recordVisit(site: Site, days: number, further: (journal: WholeJournal, visitId: string) => void): void {
  const visitId = 'long-ago';
  const visit = visitOf('AGOAGO', { period: { from: ago(days, 1), to: ago(days) } });
  record(site, (journal) => {
    theValue(journal.checkIn({ visitId, visit, at: ago(days), basis }));
    further(journal, visitId);
  });
}

/** Somebody came and left five days ago. */
export function leaveLongAgo(site: Site): void {
  recordVisit(site, 5, (journal, visitId) => {
    theValue(journal.checkOut({ visitId, visit: visitOf('AGOAGO'), at: ago(5), basis }));
  });
}

/** Somebody is in, and nobody knows whether the badge came out. */
export function loseBadge(site: Site): void {
  const [visitId, printId] = ['without-badge', 'lost-badge'];
  const visit = visitOf('NOBADG', { period: { from: ago(0, 1), to: ago(0, -1) } });
  record(site, (journal) => {
    theValue(journal.checkIn({ visitId, visit, at: ago(0), basis, printId }));
    theValue(journal.print({ printId, state: 'sending', at: ago(0) }));
    theValue(journal.print({ printId, state: 'unknown', at: ago(0), kept: Buffer.alloc(9_000, 7) }));
  });
}

/**
 * Somebody came two days ago, and nobody saw them leave. The server is away: clocks that go too fast are not believed where it says
 * otherwise.
 */
export async function forgetToLeave(site: Site): Promise<void> {
  recordVisit(site, 2, () => {});
  await site.cutOff();
}

/** The same, and the kiosk has closed the visit since. */
export function closeForgotten(site: Site): void {
  recordVisit(site, 2, (journal, visitId) => {
    theValue(journal.closeAutomatically({ visitIds: [visitId], at: ago(1) }));
  });
}

/** Writes to the journal before any process has it. */
function record({ data }: Site, write: (journal: WholeJournal) => void): void {
  const journal = journalIn(data);
  write(journal);
  journal.close();
}

/** A visitor is let in, and the server has it that the visitor left in the meantime. */
export async function leaveThere(site: Site): Promise<void> {
  const code = site.next();
  await liveOnce(site, async (life, page) => {
    await checkIn(site, life, page, code);
  });
  Object.assign(site.badge(code), { state: 2, checkInDate: siteIso(Date.now() - 60_000), checkOutDate: siteIso(Date.now()) });
}

/** The mail server takes nothing, until all is well again. */
export function refuseMail({ mail }: Site): void {
  mail.behave = () => ({ rcpt: 451 });
}

/** A visitor is let in, and the receiver of events will not hear of it. */
export async function refuseEvent(site: Site): Promise<void> {
  site.receiver.mood = 'refuses';
  await liveOnce(site, async (life, page) => {
    await checkIn(site, life, page, site.next());
    for (let looks = 0; looks < 100 && site.receiver.refused() === 0; looks += 1) await pause(50);
    await pause(200);
  });
  site.receiver.mood = 'well';
}

async function liveOnce(site: Site, live: (life: Life, page: Page) => Promise<void>): Promise<void> {
  const life = begin(site);
  const page = await life.page;
  if (page) await live(life, page);
  life.end('SIGTERM');
  await life.ended;
}

/** So many days ago, and hours, on the wall clock. */
const ago = (days: number, hours = 0): string => isoWithOffset(new Date(Date.now() - days * day - hours * 3_600_000));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
