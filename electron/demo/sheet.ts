import type { DemoBooking } from './bookings.ts';
import { users } from './people.ts';

/** The media type of a workbook (https://learn.microsoft.com/en-us/deployoffice/compat/office-file-format-reference). */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const heads = ['Resource', 'Subject', 'Organizer', 'From', 'To'];

/** The bookings as an Excel workbook, by resource and then by time, with the clock of an IANA time zone. */
export async function sheetOf(bookings: readonly DemoBooking[], timeZone: string): Promise<Uint8Array> {
  // Loaded when it is first needed: hardly any start needs it, and each would wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const rows = bookings
    .toSorted(
      (one, other) =>
        one.resource.id - other.resource.id || one.period.from.getTime() - other.period.from.getTime() || one.id - other.id,
    )
    .map(({ resource, subject, userId, period }) => [
      resource.name[0]?.text ?? '',
      // What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets) would make the workbook unreadable.
      subject.replace(/[\p{Cc}\p{Cs}]/gu, ' '),
      users.find(({ id }) => id === userId)?.displayName ?? '',
      moment(period.from, timeZone),
      moment(period.to, timeZone),
    ]);
  const head = heads.map((value) => ({ value, fontWeight: 'bold' as const }));
  const columns = [24, 40, 24, 18, 18].map((width) => ({ width }));
  return writeExcelFile([head, ...rows], { sheet: 'Bookings', columns, stickyRowsCount: 1 }).toBuffer();
}

/** Is it a time zone that this machine knows? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A cell with the wall clock of a zone: a workbook's times have none, and the library writes a date's UTC fields. */
const moment = (date: Date, timeZone: string) => ({ value: wallClock(date, timeZone), type: Date, format: 'yyyy-mm-dd hh:mm' });

function wallClock(date: Date, timeZone: string): Date {
  // Sweden writes dates as ISO 8601 does.
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(date);
  return new Date(`${text.replace(' ', 'T')}Z`);
}
