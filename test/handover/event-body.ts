import * as z from 'zod';
import { eventKinds } from '../../electron/core/event.ts';
import type { Operation } from '../../electron/core/operation.ts';

const described = <T extends z.ZodType>(schema: T, description: string): T => schema.meta({ description });
const time = z.iso.datetime({ offset: true });
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const operations = {
  ...{ outOfOrder: true, backInService: true, restarted: true, rollChanged: true, sentAgain: true, exported: true },
  ...{ settingsChanged: true, settingsImported: true, settingsExported: true, pinSet: true, pinRemoved: true },
} satisfies Record<Operation['what'], true>;

const basis = z.union([
  described(z.object({ from: z.literal('server') }), 'The word of Bookings ONE itself.'),
  described(
    z.object({ from: z.literal('roster'), ageMs: z.number().nonnegative() }),
    'The list of visits that the kiosk had downloaded, and its age in milliseconds.',
  ),
  described(z.object({ from: z.literal('journal') }), 'What the kiosk had recorded itself.'),
  z.null(),
]);

const visit = z.object({
  id: described(z.string().min(1), 'Of this visit, at this kiosk. Order is kept within it.'),
  badgeId: described(z.string(), 'The id of the badge in Bookings ONE; of a walk-in, one of the kiosk, which begins with "W-".'),
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  walkIn: described(z.literal(true), 'Bookings ONE knows nothing of this visit.').optional(),
  purpose: described(z.string(), 'Of a walk-in: what for.').optional(),
  period: z.object({ from: time, to: time }),
  place: described(
    z.object({
      buildingId: z.string().optional(),
      building: z.string().optional(),
      floor: z.string().optional(),
      room: z.string().optional(),
    }),
    'In English, where Bookings ONE has it.',
  ),
});

const there = z.union([
  z.object({ kind: z.literal('gone') }),
  z.object({
    kind: z.literal('badge'),
    state: z.enum(['initial', 'visiting', 'visited', 'noShow']),
    checkedInAt: z.string().optional(),
    checkedOutAt: z.string().optional(),
  }),
]);

const by = described(z.string(), 'The person of staff who did it, by the name at the door of PINs.').optional();
const onlyBy = z.union([z.null(), z.object({ by: z.string() })]);
const text = z.array(z.object({ language: z.string(), text: z.string() }));

/** What each kind of event says besides. */
const details = {
  checkedIn: onlyBy,
  checkedOut: onlyBy,
  wished: z.object({ id: z.string(), name: text }),
  badgePrinted: z.object({
    printId: z.string(),
    kind: z.enum(['badge', 'slip']),
    state: z.enum(['confirmed', 'sent']),
    printer: described(z.string(), 'The name of the printer that it came out of, where known.').optional(),
    reprintOf: described(z.string(), 'The print that it takes the place of: staff asked for it.').optional(),
  }),
  badgeVoided: z.object({
    printId: z.string(),
    state: described(z.enum(['confirmed', 'sent', 'failed', 'unknown']), 'What was known of it.'),
    reprint: described(z.string(), 'The print that takes its place, whatever becomes of that one.'),
    by,
  }),
  badgeHandedOver: z.object({
    printId: z.string(),
    state: described(
      z.enum(['confirmed', 'sent', 'failed', 'unknown']),
      'What was known of it; `failed`: the badge was made by hand.',
    ),
    by,
  }),
  closedAutomatically: z.null(),
  leftConfirmed: onlyBy,
  differed: z.object({ kind: z.enum(['leftThere', 'goneThere', 'earlierThere']), there }),
  decided: z.object({ of: uuid, decision: z.enum(['ours', 'theirs', 'note']), note: z.string().optional(), by }),
  corrected: z.union([
    described(z.object({ checkedInAt: z.string(), by }), 'The time that Bookings ONE has, after a decision for it.'),
    described(
      z.object({ what: z.enum(['notIn', 'notOut']), reason: z.string(), by }),
      '`notIn`: the check-in was a mistake, and the visit counts as if it had never been. `notOut`: the check-out was, and the visitor is in.',
    ),
    described(
      z.object({ what: z.enum(['cameAt', 'leftAt']), time, reason: z.string(), by }),
      'When the visitor really came, or left.',
    ),
  ]),
  noted: z.object({ text: z.string(), by }),
  musterBegun: z.object({ musterId: z.string(), by }),
  musterTicked: z.object({
    musterId: z.string(),
    found: described(z.boolean(), 'False: it was said before, and taken back.'),
    by,
  }),
  musterEnded: z.object({
    musterId: z.string(),
    found: z.int().nonnegative(),
    missing: described(z.int().nonnegative(), 'Neither found nor checked out.'),
    by,
  }),
  operated: z.object({
    what: described(z.enum(Object.keys(operations)), 'What was done.'),
    settings: described(z.array(z.string()), 'The names of the settings that were changed; never a value.').optional(),
    person: described(z.string(), 'Whose PIN it was.').optional(),
    as: described(z.enum(['csv', 'xlsx', 'vendor']), 'What was taken out; `vendor`: the workbook of Bookings ONE.').optional(),
    from: described(z.string(), 'The first day that was taken out.').optional(),
    to: described(z.string(), 'The last one.').optional(),
    printer: described(z.string(), 'The printer that has a new roll.').optional(),
    receivers: described(z.array(z.string()), 'To whom events were sent again.').optional(),
    event: described(z.string(), 'The one event that was; absent: all that had failed.').optional(),
    by,
  }),
  journalReplaced: z.null(),
} satisfies Record<(typeof eventKinds)[number], z.ZodType>;

const about: Readonly<Record<(typeof eventKinds)[number], string>> = {
  checkedIn: 'A visitor was checked in; by staff, where somebody did it at the desk.',
  checkedOut:
    'A visitor was checked out; by staff, where somebody did it at the desk, or decided that the server is right that the visitor has left.',
  wished: 'A visitor asked reception for a service item of Bookings ONE.',
  badgePrinted: 'A badge or a slip was printed; `confirmed`: the printer said so, `sent`: it took all of it and cannot say more.',
  badgeVoided: 'Somebody asked for another badge: the one before is void, if it ever came out.',
  badgeHandedOver: 'Somebody said that the visitor has a badge, whatever the printer knows of it.',
  closedAutomatically: 'The day of a badge ended without a check-out. Nobody has seen the visitor leave.',
  leftConfirmed: 'Somebody confirmed that the visitor of an automatically closed visit has left.',
  differed: 'Bookings ONE says something else of this visit than the kiosk.',
  decided: 'Somebody decided a difference: `of` is the id of the `differed` event.',
  corrected: 'Somebody said that what was recorded was wrong. The events before stay as they are.',
  noted: 'Somebody wrote a note.',
  musterBegun: 'Somebody began a muster: a drill, or an alarm.',
  musterTicked: 'Somebody found this visitor at a muster.',
  musterEnded: 'The muster is over.',
  operated: 'Somebody of staff did something that is of no visit.',
  journalReplaced: 'A damaged journal was moved aside and a new one begun: the sequence starts at 1 again.',
};

const common = z.object({
  version: z.literal(1),
  id: described(uuid, 'Of this event, and the key of every try to hand it on.'),
  kiosk: described(z.string().min(1), 'The id of this installation.'),
  sequence: described(z.int().positive(), 'Grows by one with each event of this kiosk, whatever its clock does.'),
  at: described(time, 'The wall clock of the kiosk when it happened.'),
  actor: described(z.enum(['visitor', 'staff', 'kiosk']), 'Who did it.'),
  basis: described(basis, 'What was known when it was decided.'),
  visit: described(visit.nullable(), 'Null where the event belongs to no visit, or the names of its visit are gone already.'),
  previous: described(hash, 'The `hash` of the event before it; 64 zeros before the first.'),
  digest: described(
    hash,
    "Stands in the hash for what the event says of the visitor; its key is the kiosk's, and is gone once the names are.",
  ),
  hash: described(hash, 'SHA-256 of `previous` and of what docs/hand-over.md lists, in hexadecimal digits.'),
});

const kinds = eventKinds.map((kind) => described(z.object({ kind: z.literal(kind), detail: details[kind] }), about[kind]));

/** The body of an event, version 1, as docs/event.schema.json describes it. */
export const eventBody = z.intersection(common, z.union(kinds)).meta({
  title: 'An event of Foyer, version 1',
  description: 'Fields may be added within a version; none is taken away or changes its meaning.',
});

/** The same as JSON Schema. A format says what a pattern of many lines would. */
export const eventSchema = () =>
  z.toJSONSchema(eventBody, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
