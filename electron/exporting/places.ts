import { homedir } from 'node:os';
import type { Call } from '../bookings/call.ts';
import { bookingsSheet } from '../bookings/staff/export-bookings.ts';
import type { Exporting } from '../effects/exporting.ts';
import type { Exports } from '../settings/exports.ts';

/** What is taken out goes where all files for people go. `call`: to the server whose bookings are taken out. */
export function exportingFrom({ exports, call }: { readonly exports: Exports; readonly call: Call }): Exporting {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    home: homedir(),
    exports,
    bookingsSheet: (period) => bookingsSheet(call, { ...period, timeZone }),
  };
}
