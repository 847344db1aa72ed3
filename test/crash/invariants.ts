import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal } from '../../electron/core/ports.ts';
import { pragma } from '../../electron/journal/database.ts';
import type { FakePrinter } from '../fakes/printer.ts';
import { readQr } from '../printer/qr-reader.ts';
import { brokenDeeds } from './deeds.ts';
import { brokenLetters } from './handed-on.ts';
import { databaseIn, journalIn } from './journal.ts';
import type { Notes, Word } from './notes.ts';
import type { Site } from './site.ts';
import { brokenMails } from './told-hosts.ts';

const files = ['journal.db', 'journal.db-wal', 'key'];

/**
 * What must hold of a site whose process is dead, however it died; each thing that does not, in words. A copy of the journal is looked at,
 * so that the next start finds the journal as the dead process left it. `isOver`: all events have been handed on.
 */
export async function brokenInvariants(site: Site, isOver = false): Promise<readonly string[]> {
  const { data, notes, printer } = site;
  const broken = [...notes.contradictions.splice(0), ...(await brokenPrints(notes, printer))];
  const copy = mkdtempSync(join(tmpdir(), 'foyer-look-'));
  try {
    for (const file of files) if (existsSync(join(data, file))) copyFileSync(join(data, file), join(copy, file));
    return [...broken, ...brokenJournal(copy, site, isOver)];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Said on the screen ⊆ journal; the chain is whole; the file is sound; the events went out as they should. */
function brokenJournal(folder: string, { notes, receiver, mail, isDamaged }: Site, isOver: boolean): readonly string[] {
  if (isDamaged && isUnreadable(folder)) return [];
  const journal = journalIn(folder);
  const missing = [...notes.said].flatMap(([code, words]) => [...words].flatMap((word) => missingOf(journal, code, word)));
  const back = [...notes.neverIn].filter((code) => {
    const standing = journal.standing(code);
    return !standing.ok || standing.value.kind !== 'none';
  });
  const chain = journal.verify();
  journal.close();
  const database = databaseIn(folder);
  const integrity = pragma(database, 'integrity_check');
  const foreign = pragma(database, 'foreign_key_check');
  const letters = brokenLetters(database, receiver, isOver);
  const mails = brokenMails(database, mail.kept, isOver);
  const undone = brokenDeeds(database, notes.deeds);
  database.close();
  return [
    ...missing,
    ...(chain.ok && chain.value.brokenAt === undefined ? [] : [`the chain is broken: ${JSON.stringify(chain)}`]),
    ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
    ...(foreign === undefined ? [] : [`foreign_key_check: ${foreign}`]),
    ...letters,
    ...mails,
    ...undone,
    ...back.map((code) => `${code}: the check-in was taken back, and somebody is in`),
  ];
}

function isUnreadable(folder: string): boolean {
  try {
    journalIn(folder).close();
    return false;
  } catch {
    return true;
  }
}

/** What was said of a code and is not in the journal. */
function missingOf(journal: Journal, code: string, word: Word): readonly string[] {
  const standing = journal.standing(code);
  if (!standing.ok) return [`${code}: ${standing.failure.code}`];
  if (standing.value.kind === 'none') return [`${code}: ${word} was said, and nothing is recorded`];
  if (word === 'checkedOut') return standing.value.kind === 'out' ? [] : [`${code}: checkedOut was said, and it is recorded as in`];
  if (word === 'checkedIn') return [];
  const prints = journal.prints(standing.value.visitId);
  const state = prints.ok ? prints.value.find(({ kind }) => kind === 'badge')?.state : prints.failure.code;
  return state === (word === 'take' ? 'confirmed' : 'sent') ? [] : [`${code}: ${word} was said of a badge that is ${state}`];
}

/** Each visit's badge and slip begin to come out once at most, and a whole one is the right visitor's. */
async function brokenPrints(notes: Notes, printer: FakePrinter): Promise<readonly string[]> {
  const broken: string[] = [];
  const jobs = printer.jobs();
  for (const [owner, numbers] of notes.prints) {
    if (numbers.length > 1) broken.push(`${owner}: ${numbers.length} automatic prints`);
    const [whose = ''] = owner.split(' ');
    const expected = notes.codes.has(whose) ? notes.codes.get(whose) : whose;
    // The desk has not shown it yet.
    if (expected === undefined) continue;
    for (const number of numbers) {
      if (notes.read.has(number)) continue;
      notes.read.add(number);
      const code = await codeOf(printer, jobs[number] ?? Buffer.alloc(0));
      if (code !== undefined && code !== expected) broken.push(`${owner}: the print is that of ${code}`);
    }
  }
  return broken;
}

/** The code in a print's QR; undefined where the print is not whole. */
async function codeOf(printer: FakePrinter, job: Buffer): Promise<string | undefined> {
  const picture = wholeOf(() => printer.picture(job));
  return picture && (await readQr(picture))[0]?.text;
}

function wholeOf<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
