import { existsSync } from 'node:fs';
import type { Failure } from '../../contract/failure.ts';
import { writeDurably } from '../../settings/durable.ts';
import type { Call } from '../call.ts';
import { localIso } from '../schemas/moment.ts';

/** What to export. `timeZone`: a name such as `Asia/Hong_Kong`. */
export interface SheetWish {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
}

/** And where to. `replace`: staff have said that the file may go. */
export interface ExportWish extends SheetWish {
  readonly file: string;
  readonly replace?: boolean;
}

/**
 * What the server gave. `underConstruction`: the server works, and has no export (the vendor's page says that it is under
 * construction); `failed`: the server could not be asked. `failure` is its answer.
 */
export type BookingsSheet = { readonly ok: true; readonly bytes: Uint8Array } | NoSheet;
type NoSheet = { readonly ok: false; readonly outcome: 'underConstruction' | 'failed'; readonly failure: Failure };

/** What came of an export into a file; besides `NoSheet`, why the file was not written. */
export type Exported =
  | { readonly ok: true; readonly bytes: number }
  | NoSheet
  | { readonly ok: false; readonly outcome: 'fileExists' | 'diskFull' | 'unwritable' };

/** How answers look that something else gives than an export: no such path or method, a page, another kind of content, an error of the server. */
const unbuilt: readonly Failure['code'][] = [
  'bookings.notFound',
  'bookings.refused',
  'bookings.portal',
  'bookings.unreadable',
  'bookings.broken',
];

/** Asks the server for its Excel file of the bookings between two moments. Only what is a spreadsheet counts. Never rejects. */
export async function bookingsSheet(call: Call, { from, to, timeZone }: SheetWish): Promise<BookingsSheet> {
  const answer = await call('booking.export', { From: localIso(from), To: localIso(to), TimeZone: timeZone });
  if (!answer.ok) return { ok: false, outcome: await outcomeOf(call, answer.failure), failure: answer.failure };
  const { bytes } = answer.value;
  if (isSpreadsheet(bytes)) return { ok: true, bytes };
  return { ok: false, outcome: 'underConstruction', failure: { code: 'bookings.unreadable', operation: 'booking.export' } };
}

/**
 * Saves the server's Excel file of the bookings between two moments, for this account alone and so that a power cut leaves all of it
 * or nothing. Only what is a spreadsheet is saved, and never over a file that is there already without being asked.
 */
export async function exportBookings(call: Call, { file, replace = false, ...wish }: ExportWish): Promise<Exported> {
  if (!replace && existsSync(file)) return { ok: false, outcome: 'fileExists' };
  const sheet = await bookingsSheet(call, wish);
  if (!sheet.ok) return sheet;
  const { bytes } = sheet;
  // It may have come while the server was asked.
  if (!replace && existsSync(file)) return { ok: false, outcome: 'fileExists' };
  try {
    writeDurably(file, Buffer.from(bytes));
    return { ok: true, bytes: bytes.length };
  } catch (error) {
    return { ok: false, outcome: isFull(error) ? 'diskFull' : 'unwritable' };
  }
}

/** Is it a zip archive, as every .xlsx is (https://ecma-international.org/publications-and-standards/standards/ecma-376/)? */
export const isSpreadsheet = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));

/** A server that does not work at all fails everywhere; one that works and fails here has no export. */
async function outcomeOf(call: Call, { code }: Failure): Promise<'underConstruction' | 'failed'> {
  if (!unbuilt.includes(code)) return 'failed';
  const works = await call('system.information', {});
  return works.ok && works.age === undefined ? 'underConstruction' : 'failed';
}

/** Throws on what is no error of the file system. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return error.code === 'ENOSPC' || error.code === 'EDQUOT';
}
