import * as z from 'zod';
import { longestName, longestPath, longestSetting, mostSettings, settingGroups } from './desk-limits.ts';
import { failureCodeSchema } from './failure.ts';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();

/** How the kiosk is, when it was looked at last. Nothing in it is of a visitor, and no secret. */
const healthSchema = z.strictObject({
  at: moment,
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.string(),
  isDemo: z.boolean(),
  uptimeSeconds: z.number(),
  server: z.strictObject({
    signedOut: z.boolean(),
    name: z.string().optional(),
    version: z.string().optional(),
    environment: z.string().optional(),
    clientName: z.string().optional(),
    /** How far its clock is ahead (negative: behind). */
    skewMilliseconds: z.number().optional(),
    /** What was odd in its answers, and how often. */
    findings: z.array(z.strictObject({ kind: z.string(), count })),
  }),
  handOver: z.array(z.strictObject({ to: z.enum(['webhook', 'bookings', 'hosts']), sent: count, waiting: count, dead: count })),
  journal: z.strictObject({
    bytes: count,
    chain: z.strictObject({ events: count, brokenAt: count.optional() }).optional(),
  }),
  disk: z.strictObject({ freeBytes: z.number(), bytes: z.number() }).optional(),
  camera: z.string().optional(),
  settingsNotes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('previousUsed') }),
      z.strictObject({ kind: z.literal('lost') }),
      z.strictObject({
        kind: z.literal('leftOut'),
        name: z.string(),
        why: z.enum(['unknown', 'unfit', 'plainSecret', 'unopened']),
      }),
    ]),
  ),
  /** The last events of the log, oldest first, each a line of JSON out of which anything of a person is taken. */
  log: z.array(z.string()),
});
export type HealthShown = z.infer<typeof healthSchema>;

const controlSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('colour') }),
  z.strictObject({ kind: z.literal('number'), least: z.number(), most: z.number() }),
  z.strictObject({ kind: z.literal('choice'), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('yesNo') }),
  z.strictObject({ kind: z.literal('file') }),
]);

/** A setting as `SettingShown` of the core has it: of one that is secret only whether there is one. */
const settingSchema = z.strictObject({
  name: z.string(),
  group: z.enum(settingGroups),
  control: controlSchema,
  usual: z.string().optional(),
  isGiven: z.boolean(),
  isSecret: z.boolean(),
  isSet: z.boolean(),
  value: z.string().optional(),
  drawnAs: z.string().optional(),
  next: z.strictObject({ isSet: z.boolean(), value: z.string().optional() }).optional(),
});
export type SettingOnPage = z.infer<typeof settingSchema>;

const peopleFaultSchema = z.enum(['digits', 'plain', 'taken', 'name', 'full', 'lastAdmin', 'nobody', 'notKept']);
export type PeopleFault = z.infer<typeof peopleFaultSchema>;
const notWrittenSchema = z.enum(['full', 'unwritable']);
const faultSchema = z.strictObject({ name: z.string(), message: z.string() });

/** What came of the last wish. A file: where it lies, or why there is none. `number` grows, so that the same answer twice is told twice. */
const toldSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('outOfOrder'), number: count, isKept: z.boolean() }),
  z.strictObject({
    of: z.enum(['report', 'export']),
    number: count,
    path: z.string().optional(),
    why: notWrittenSchema.optional(),
  }),
  z.strictObject({ of: z.literal('settings'), number: count, fault: faultSchema.optional() }),
  z.strictObject({ of: z.literal('import'), number: count, fault: faultSchema.optional() }),
  z.strictObject({
    of: z.enum(['pinSet', 'pinRemoved']),
    number: count,
    name: z.string(),
    why: peopleFaultSchema.optional(),
  }),
  z.strictObject({ of: z.literal('restart'), number: count, isRestarting: z.boolean() }),
  z.strictObject({
    of: z.literal('testBadge'),
    number: count,
    state: z.enum(['confirmed', 'sent', 'failed', 'unknown']),
    printer: z.string().optional(),
    failure: failureCodeSchema.optional(),
    /** What was printed, as PNG data URL. */
    picture: z.string().optional(),
  }),
  /** What a badge looks like that was not printed, as PNG data URL; or why it cannot be drawn. */
  z.strictObject({
    of: z.literal('previewBadge'),
    number: count,
    failure: failureCodeSchema.optional(),
    picture: z.string().optional(),
  }),
  /** The connection report as text; absent: it could not be made. */
  z.strictObject({ of: z.literal('check'), number: count, works: z.boolean(), text: z.string().optional() }),
]);
export type Told = z.infer<typeof toldSchema>;

/** Wishes that take longer than a moment, and are not carried out yet. */
const busySchema = z.enum(['writeReport', 'setPin', 'testBadge', 'checkConnection']);
export type Busy = z.infer<typeof busySchema>;

/**
 * The administrator's part. `closed`: a PIN opens it; `exists`: somebody has one that does; `wait`: none is looked at for so many seconds.
 * `open`: for whom, and what there is to change.
 */
const administrationSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('closed'),
    exists: z.boolean(),
    pin: z.enum(['asking', 'looking', 'wrong', 'wait']),
    wait: z.int().positive().optional(),
  }),
  z.strictObject({
    state: z.literal('open'),
    name: z.string(),
    settings: z.array(settingSchema),
    people: z.array(z.strictObject({ name: z.string(), isAdmin: z.boolean() })),
  }),
]);
export type AdministrationShown = z.infer<typeof administrationSchema>;

/** How the kiosk itself is, and what an administrator changes of it. `isOutOfOrder`: absent where there is no lobby. `health`: absent until it was looked at. */
export const kioskPageSchema = z.strictObject({
  kind: z.literal('kiosk'),
  isOutOfOrder: z.boolean().optional(),
  health: healthSchema.optional(),
  administration: administrationSchema,
  busy: z.array(busySchema),
  told: toldSchema.optional(),
});
export type KioskPage = z.infer<typeof kioskPageSchema>;

const settingName = z.string().regex(/^FOYER_[A-Z_]{1,40}$/);
const name = z.string().min(1).max(longestName);

/** What anybody of staff may want of the kiosk's page. `adminPin` asks to be an administrator, `adminLeave` ends being one. */
export const kioskIntents = [
  z.strictObject({ kind: z.literal('lookAtKiosk') }),
  z.strictObject({ kind: z.literal('outOfOrder'), isOut: z.boolean() }),
  z.strictObject({ kind: z.literal('writeReport') }),
  z.strictObject({ kind: z.literal('adminPin'), pin: z.string().regex(/^\d{1,12}$/) }),
  z.strictObject({ kind: z.literal('adminLeave') }),
  /** What only an administrator may. Null: nothing any more. */
  z.strictObject({
    kind: z.literal('changeSettings'),
    changes: z
      .record(settingName, z.string().max(longestSetting).nullable())
      .refine((changes) => Object.keys(changes).length <= mostSettings),
  }),
  z.strictObject({ kind: z.literal('exportSettings') }),
  /** The settings of a file of this machine, or of a text. */
  z.strictObject({ kind: z.literal('importSettings'), path: z.string().min(1).max(longestPath) }),
  z.strictObject({ kind: z.literal('importText'), text: z.string().min(1).max(longestSetting) }),
  z.strictObject({ kind: z.literal('restart') }),
  z.strictObject({ kind: z.literal('setPin'), name, pin: z.string().regex(/^\d{1,12}$/), isAdmin: z.boolean() }),
  z.strictObject({ kind: z.literal('removePin'), name }),
  z.strictObject({ kind: z.literal('previewBadge') }),
  z.strictObject({ kind: z.literal('testBadge') }),
  z.strictObject({ kind: z.literal('checkConnection') }),
] as const;
