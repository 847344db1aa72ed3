import type { Failure } from '../../contract/failure.ts';
import type { Call } from '../call.ts';
import { localIso } from '../schemas/moment.ts';

/** What to export. `timeZone`: a name such as `Asia/Hong_Kong`. */
export interface SheetWish {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
}

/**
 * What the server gave. `underConstruction`: the server works, and has no export (the vendor's page says that it is under
 * construction); `failed`: the server could not be asked. `failure` is its answer.
 */
export type BookingsSheet =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly outcome: 'underConstruction' | 'failed'; readonly failure: Failure };

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

/** Is it a zip archive, as every .xlsx is (https://ecma-international.org/publications-and-standards/standards/ecma-376/)? */
export const isSpreadsheet = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));

/** A server that does not work at all fails everywhere; one that works and fails here has no export. */
async function outcomeOf(call: Call, { code }: Failure): Promise<'underConstruction' | 'failed'> {
  if (!unbuilt.includes(code)) return 'failed';
  const works = await call('system.information', {});
  return works.ok && works.age === undefined ? 'underConstruction' : 'failed';
}
