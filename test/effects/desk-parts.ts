import { expectedList } from '../../electron/effects/expected.ts';
import type { Exporting } from '../../electron/effects/exporting.ts';
import { createRequests } from '../../electron/effects/requests.ts';
import { noOffice } from './office.ts';
import { scriptedBookings, scriptedPrinter } from './parts.ts';

/** Takes nothing out: no folder can be written to, and the server has no sheet. */
export const noExporting: Exporting = {
  home: '/home/nobody',
  exports: { write: () => ({ ok: false, why: 'unwritable' }) },
  bookingsSheet: async () => ({ ok: false, outcome: 'failed', failure: { code: 'bookings.notFound' } }),
};

/** What a desk needs besides a journal, a clock and a log, all of it quiet. */
export const quietParts = () => ({
  bookings: scriptedBookings().bookings,
  printer: scriptedPrinter().printer,
  expected: expectedList(() => {}),
  requests: createRequests(),
  dashboard: { watch: () => () => {}, current: () => undefined },
  exporting: noExporting,
  office: noOffice(),
  retentionHours: 24,
  receivers: [],
  roster: { status: () => ({ badges: 0 }) },
  withinMs: 120_000,
  recorded: () => {},
});
