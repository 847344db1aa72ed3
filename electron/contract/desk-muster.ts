import * as z from 'zod';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();

/** As many of those in the building cross at most; `counts` and `hidden` tell of the rest. */
export const mostMustered = 2_000;

/** Somebody in the building, or who was in it while a muster was taken. */
const musterRowSchema = z.strictObject({
  visit: z.string(),
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  /** Absent: of a muster that is over, whose visit is not in the journal with its times any more. */
  since: moment.optional(),
  /** The kiosk closed the visit after its day, and nobody has confirmed that the visitor has left. */
  closedAt: moment.optional(),
  /** Found at the muster; checked out while it was taken. */
  foundAt: moment.optional(),
  leftAt: moment.optional(),
});
export type MusterRow = z.infer<typeof musterRowSchema>;

/** `found`: also who left afterwards. `left`: who checked out without having been found. */
const musterCountsSchema = z.strictObject({ found: count, missing: count, left: count });

/** A muster: when it was begun and by whom, and, when it is over, when it was ended and by whom. */
const musterShownSchema = z.strictObject({
  id: z.string(),
  begunAt: moment,
  by: z.string().optional(),
  endedAt: moment.optional(),
  endedBy: z.string().optional(),
  counts: musterCountsSchema,
});
export type MusterShown = z.infer<typeof musterShownSchema>;

/** Whom only Bookings ONE says to be in: checked in at another kiosk, or by hand. */
const elsewhereSchema = z.strictObject({
  badge: z.string(),
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  since: moment.optional(),
});
export type Elsewhere = z.infer<typeof elsewhereSchema>;

/**
 * Who is in the building by this kiosk's journal, by name; while a muster is `running`, whoever was in since it was begun; or, while somebody looks at it (`isReport`), whoever was in at the `last` one.
 * `list`: how much is known of what Bookings ONE says: its whole list, as it was at that time; a part, while it comes; or nothing.
 */
export const insidePageSchema = z.strictObject({
  kind: z.literal('inside'),
  rows: z.array(musterRowSchema),
  /** So many more are in than cross. */
  hidden: count,
  elsewhere: z.array(elsewhereSchema),
  elsewhereHidden: count,
  list: z.strictObject({ state: z.enum(['whole', 'coming', 'none']), at: moment.optional() }),
  running: musterShownSchema.optional(),
  last: musterShownSchema.optional(),
  isReport: z.boolean(),
});
export type InsidePage = z.infer<typeof insidePageSchema>;

/** What a person at the desk wants of the muster. `musterReport` shows the last one that was ended, or the list again. */
export const musterIntents = [
  z.strictObject({ kind: z.literal('musterBegin') }),
  z.strictObject({ kind: z.literal('musterTick'), visit: z.string().max(64), found: z.boolean() }),
  z.strictObject({ kind: z.literal('musterEnd') }),
  z.strictObject({ kind: z.literal('musterReport'), isOpen: z.boolean() }),
] as const;
