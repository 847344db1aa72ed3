import * as z from 'zod';
import { dayCountsSchema } from './desk-today.ts';
import { failureCodeSchema } from './failure.ts';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();
/** A calendar day of the site ("2026-11-28"). */
const day = z.iso.date();

/** The most periods that a day is told in: half hours of a day that is an hour longer than others. */
const mostPeriods = 50;

/** A part of the day: how many were expected to begin in it, how many came, and the most who were in at once. */
const dayPeriodSchema = z.strictObject({ from: moment, expected: count, arrived: count, inside: count });
export type DayPeriod = z.infer<typeof dayPeriodSchema>;

/** Of so many lengths of time (seconds), the middle one, and the one that nine of ten do not exceed; neither of none. */
const spreadSchema = z.strictObject({ count, median: count.optional(), nineOfTen: count.optional() });
export type Spread = z.infer<typeof spreadSchema>;

/** What is taken out: the visits of a period as CSV or Excel, or the workbook that Bookings ONE makes of its own bookings. */
export const exportKind = z.enum(['csv', 'xlsx', 'vendor']);
export type ExportKind = z.infer<typeof exportKind>;

/**
 * How the last export stands. `place`: where the file lies, without the path of the home folder. `why`: no visit lies in the period (`nothing`); the
 * journal could not be read; the disk is full, or no folder could be written to; Bookings ONE has no export; it could not be asked, because of `cause`.
 */
const exportShownSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('running'), what: exportKind, since: moment }),
  z.strictObject({ state: z.literal('done'), what: exportKind, at: moment, place: z.string(), rows: count.optional() }),
  z.strictObject({
    state: z.literal('failed'),
    what: exportKind,
    at: moment,
    why: z.enum(['nothing', 'notRead', 'full', 'unwritable', 'underConstruction', 'failed']),
    cause: failureCodeSchema.optional(),
  }),
]);
export type ExportShown = z.infer<typeof exportShownSchema>;

/**
 * The day in numbers; no name of anybody. `periods`: each of `minutes`, from the first of the day that anything is known of to now, or to the last that
 * somebody is expected in; `most`: the most people who were in at once so far. `badge`: from check-in until the badge was out, or sent where the printer cannot say more. `waiting`:
 * who is expected and not here, and who of them should be by now. `list`: as on the page of today.
 */
export const figuresPageSchema = z.strictObject({
  kind: z.literal('figures'),
  day,
  list: z.enum(['whole', 'coming', 'recordedOnly']),
  minutes: z.union([z.literal(30), z.literal(60)]),
  periods: z.array(dayPeriodSchema).max(mostPeriods),
  /** So many of the periods have begun. */
  begun: count,
  most: z.strictObject({ count, from: moment }).optional(),
  inside: count,
  waiting: z.strictObject({ expected: count, late: count, oldest: moment.optional() }),
  stay: spreadSchema,
  badge: spreadSchema,
  counts: dayCountsSchema,
  /** The same by the dashboard of Bookings ONE, where it answers. */
  dashboard: dayCountsSchema.optional(),
  /** Names are forgotten so many hours after a visit has ended; the first day of which any are kept. */
  kept: z.strictObject({ hours: count, since: day }),
  export: exportShownSchema.optional(),
});
export type FiguresPage = z.infer<typeof figuresPageSchema>;

/** Takes the visits out that began on these days, both included. */
export const figuresIntents = [z.strictObject({ kind: z.literal('export'), what: exportKind, from: day, to: day })] as const;
