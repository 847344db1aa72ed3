import { homedir } from 'node:os';
import { env, platform } from 'node:process';
import type { Call } from '../bookings/call.ts';
import { bookingsSheet } from '../bookings/staff/export-bookings.ts';
import type { Exporting } from '../effects/exporting.ts';
import { createExports } from '../settings/exports.ts';

/** What this machine's account takes out goes among its downloads, or into the data folder. `call`: to the server whose bookings are taken out. */
export function exportingFrom({ data, call }: { readonly data: string; readonly call: Call }): Exporting {
  const home = homedir();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    home,
    exports: createExports({ home, data, platform, config: env['XDG_CONFIG_HOME'] }),
    bookingsSheet: (period) => bookingsSheet(call, { ...period, timeZone }),
  };
}
