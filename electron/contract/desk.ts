import * as z from 'zod';
import { figuresIntents, figuresPageSchema } from './desk-figures.ts';
import { kioskIntents, kioskPageSchema } from './desk-kiosk.ts';
import { deskPages } from './desk-limits.ts';
import { insidePageSchema, musterIntents } from './desk-muster.ts';
import { printIntents, printsOnDesk, printsPageSchema } from './desk-prints.ts';
import { todayIntents, todayPageSchema } from './desk-today.ts';
import { failureCodeSchema } from './failure.ts';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();

const receiver = z.enum(['webhook', 'bookings', 'hosts']);

/** Somebody in the journal, for a person at the desk. */
const personSchema = z.strictObject({
  visitId: z.string(),
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  checkedInAt: moment,
  checkedOutAt: moment.optional(),
  /** The kiosk closed the visit after its day, and nobody has confirmed that the visitor has left. */
  closedAt: moment.optional(),
});
export type Person = z.infer<typeof personSchema>;

/** What the server says of a badge: that it has none any more, or its state and dates. */
const thereSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gone') }),
  z.strictObject({
    kind: z.literal('badge'),
    state: z.enum(['initial', 'visiting', 'visited', 'noShow']),
    checkedInAt: moment.optional(),
    checkedOutAt: moment.optional(),
  }),
]);

/** The server and this kiosk say different things of a visitor; a person decides. */
const differenceSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['leftThere', 'goneThere', 'earlierThere']),
  at: moment,
  name: z.string(),
  company: z.string().optional(),
  here: z.strictObject({ checkedInAt: moment, checkedOutAt: moment.optional() }),
  there: thereSchema,
});
export type DifferenceShown = z.infer<typeof differenceSchema>;

/** How old the roster is: up to 5 minutes, up to 30, older; or there is none for today. */
const freshnessSchema = z.enum(['fresh', 'amber', 'red', 'none']);
export type Freshness = z.infer<typeof freshnessSchema>;

/** What somebody in the lobby waits for: a person; an answer to whether they are let in; or they may not come in, and stand there; or what was wished for (`purpose`) at the check-in. */
const requestSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['help', 'walkIn', 'blocked', 'wish']),
  at: moment,
  name: z.string().optional(),
  company: z.string().optional(),
  host: z.string().optional(),
  purpose: z.string().optional(),
});
export type DeskRequest = z.infer<typeof requestSchema>;

/**
 * The desk: how the kiosk stands with the server, who is in, what waits for a person. Lists hold `mostRows` at most, the
 * newest first; differences and dead letters the oldest first. `page`: what is looked at besides; nothing of the other pages crosses.
 */
export const deskScreenSchema = z.strictObject({
  kind: z.literal('desk'),
  /** Whose PIN opened it; absent: it stands open, and what is done has no name. */
  staff: z.string().optional(),
  /** Where whoever leaves it leaves to: the lobby that it lies over, or it is closed; absent: nobody has a PIN, and nobody leaves. */
  leave: z.enum(['toLobby', 'closes']).optional(),
  /** Why it is away, and since when, by the closed list. */
  server: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('online') }),
    z.strictObject({ state: z.literal('offline'), since: moment, cause: failureCodeSchema }),
  ]),
  roster: z.strictObject({
    freshness: freshnessSchema,
    badges: count,
    at: moment.optional(),
    /** Badges read so far by a download that runs for longer than a moment. */
    downloading: count.optional(),
    /** Why the last download failed. */
    failure: failureCodeSchema.optional(),
  }),
  handOver: z.strictObject({
    to: z.array(receiver),
    waiting: count,
    dead: count,
    sent: count,
    /** Told to nobody, because the visit was over; told, perhaps. Absent: none. */
    expired: count.optional(),
    unsure: count.optional(),
    /** Why the last try failed, while letters wait for the next one. */
    failure: failureCodeSchema.optional(),
  }),
  counts: z.strictObject({ inside: count, left: count, unconfirmed: count, differences: count, badges: count }),
  /** Who waits in the lobby, the longest first. */
  requests: z.array(requestSchema),
  unconfirmed: z.array(personSchema),
  differences: z.array(differenceSchema),
  dead: z.array(
    z.strictObject({
      id: z.string(),
      receiver,
      kind: z.string(),
      at: moment,
      name: z.string().optional(),
      failure: failureCodeSchema,
      status: z.int().optional(),
    }),
  ),
  ...printsOnDesk,
  /** What a person should know of the kiosk itself. */
  notices: z.array(z.enum(['journalReplaced', 'chainBroken', 'keyInFile', 'notKept', 'outOfOrder', 'noPin', 'noName'])),
  page: z.discriminatedUnion('kind', [todayPageSchema, insidePageSchema, printsPageSchema, figuresPageSchema, kioskPageSchema]),
});
export type DeskScreen = z.infer<typeof deskScreenSchema>;

const id = z.string().max(64);

/** What a person at the desk wants. `sendAgain` without a letter means every dead one. */
export const deskIntents = [
  z.strictObject({
    kind: z.literal('decide'),
    difference: id,
    decision: z.enum(['ours', 'theirs', 'note']),
    note: z.string().max(200).optional(),
  }),
  z.strictObject({ kind: z.literal('confirmLeft'), visit: id }),
  z.strictObject({ kind: z.literal('sendAgain'), letter: z.strictObject({ id, receiver }).optional() }),
  /** Somebody who waits in the lobby is let in, or not; of what is only told, that it was seen to. */
  z.strictObject({ kind: z.literal('answer'), request: id, letIn: z.boolean() }),
  z.strictObject({ kind: z.literal('page'), page: z.enum(deskPages) }),
  ...todayIntents,
  ...printIntents,
  ...musterIntents,
  ...figuresIntents,
  ...kioskIntents,
] as const;
