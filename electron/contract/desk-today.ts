import * as z from 'zod';
import { dayStates, longestNote, longestSearch } from './desk-limits.ts';
import { printState } from './desk-prints.ts';
import { walkInDetails } from './walk-in.ts';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();

const dayState = z.enum(dayStates);
export type DayState = z.infer<typeof dayState>;

/** One person of the day's list. `at`: since when they are in, or when they left. */
const dayRowSchema = z.strictObject({
  badge: z.string(),
  /** The journal's own id, where anything is recorded. */
  visit: z.string().optional(),
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  from: moment,
  state: dayState,
  at: moment.optional(),
  /** Was expected by now. */
  isLate: z.boolean(),
  /** Is not to be let in: a person decides. */
  isBlocked: z.boolean(),
  /** Came without a visit in Bookings ONE. */
  isWalkIn: z.boolean(),
});
export type DayRow = z.infer<typeof dayRowSchema>;

export const dayCountsSchema = z.strictObject({ expected: count, inside: count, left: count, noShow: count });
export type DayCounts = z.infer<typeof dayCountsSchema>;

/** What may have happened to a visit, for a person to read. `by`: who of staff did it, where that is known. */
const happenedSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  at: moment,
  actor: z.enum(['visitor', 'staff', 'kiosk']),
  by: z.string().optional(),
  /** What was written with it: a note, or why it was corrected. */
  text: z.string().optional(),
  correction: z.enum(['notIn', 'notOut', 'cameAt', 'leftAt']).optional(),
  /** The time that it was corrected to. */
  time: moment.optional(),
  difference: z.enum(['leftThere', 'goneThere', 'earlierThere']).optional(),
  decision: z.enum(['ours', 'theirs', 'note']).optional(),
  /** How surely it was printed. */
  print: printState.optional(),
  /** At a muster: found; or that was taken back. */
  isFound: z.boolean().optional(),
});
export type Happened = z.infer<typeof happenedSchema>;

/** One visit, while somebody looks at it. Texts are in the screen's language. */
const visitOpenSchema = z.strictObject({
  row: dayRowSchema,
  code: z.string(),
  to: moment,
  building: z.string().optional(),
  floor: z.string().optional(),
  room: z.string().optional(),
  purpose: z.string().optional(),
  history: z.array(happenedSchema),
  /** The last badge of it, and what it looked like (PNG data URL), where that is kept. */
  badge: z
    .strictObject({ print: z.string(), state: printState, picture: z.string().optional(), mayRepeat: z.boolean() })
    .optional(),
  /** The others of the same appointment, and how many of all of them can be checked in at once. */
  group: z.strictObject({ others: z.array(dayRowSchema), mayCheckIn: count }).optional(),
  mayCheckIn: z.boolean(),
  mayCheckOut: z.boolean(),
  corrections: z.array(z.enum(['notIn', 'notOut', 'cameAt', 'leftAt'])),
});
export type VisitOpen = z.infer<typeof visitOpenSchema>;

/**
 * Who is expected today, here, gone. `rows` begin with the row `from` of the `found` ones. `list`: how much of it is known: the server's whole list, as it was at that
 * time; a part, while it comes; or nothing of the server's, so that only those that this kiosk has recorded are here.
 */
export const todayPageSchema = z.strictObject({
  kind: z.literal('today'),
  list: z.strictObject({ state: z.enum(['whole', 'coming', 'recordedOnly']), at: moment.optional() }),
  counts: dayCountsSchema,
  /** The same by the dashboard of Bookings ONE, where it answers. */
  dashboard: dayCountsSchema.optional(),
  search: z.string(),
  filter: z.enum(['all', ...dayStates]),
  found: count,
  from: count,
  rows: z.array(dayRowSchema),
  open: visitOpenSchema.optional(),
  /** Those whose name was looked for, while somebody enters a visitor. */
  hosts: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
});
export type TodayPage = z.infer<typeof todayPageSchema>;
export type DayFilter = TodayPage['filter'];

const id = z.string().max(64);
const reason = z.string().min(1).max(longestNote);

/** What a person at the desk wants of the day's list, and of one visit. `visit` without a badge closes the one that is open. */
export const todayIntents = [
  z.strictObject({
    kind: z.literal('list'),
    search: z.string().max(longestSearch),
    filter: z.enum(['all', ...dayStates]),
    from: count,
  }),
  z.strictObject({ kind: z.literal('visit'), badge: id.optional() }),
  z.strictObject({ kind: z.literal('visitIn'), badge: id }),
  z.strictObject({ kind: z.literal('visitOut'), badge: id }),
  z.strictObject({ kind: z.literal('groupIn'), badge: id }),
  z.strictObject({
    kind: z.literal('correct'),
    visit: id,
    what: z.enum(['notIn', 'notOut', 'cameAt', 'leftAt']),
    time: z.string().max(40).optional(),
    reason,
  }),
  z.strictObject({ kind: z.literal('note'), visit: id, text: reason }),
  z.strictObject({ kind: z.literal('findHost'), text: z.string().max(longestSearch) }),
  /** Somebody whom Bookings ONE does not know is let in. `host`: the host's id where one was chosen, and the name as it was written. */
  z.strictObject({ kind: z.literal('walkIn'), ...walkInDetails, hostId: id.optional() }),
] as const;
