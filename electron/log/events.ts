import * as z from 'zod';
import { type CallName, calls } from '../contract/calls.ts';
import { exportKind } from '../contract/desk-figures.ts';
import { failureCodeSchema, failures } from '../contract/failure.ts';
import { cameraStates } from '../contract/intent.ts';
import { purposeSchema } from '../contract/lobby.ts';
import { snapshotSchema } from '../contract/snapshot.ts';
import { eventKinds } from '../core/event.ts';
import { receivers } from '../core/outbox.ts';
import { storableNames } from '../settings/catalogue.ts';

const count = z.int().nonnegative();
const milliseconds = z.number().nonnegative();
const failure = failureCodeSchema.optional();
const callNames = Object.keys(calls) as [CallName, ...CallName[]];

/**
 * The name of an operation or of a field in an answer ("visitorManagement.search", "data[0].period"), as a `Failure` carries it. What
 * does not look like one, be it a name, a code or a number from a visitor, becomes "?".
 */
const name = z
  .string()
  .regex(/^(?=.{1,80}$)(?:[a-z[]|\d{1,5}[.\]])[\w.[\]-]*$/)
  .catch('?')
  .optional();

const settingNames = z.array(z.enum(storableNames));

/**
 * Everything that the log can say, and with which fields (rule LOG-1): numbers, booleans, codes and words from closed lists. No
 * field takes a text that a visitor, a server or an exception could have written.
 */
export const events = {
  started: z.strictObject({ host: z.enum(['electron', 'browser']), demo: z.boolean(), key: z.enum(['keyring', 'file']) }),
  stopped: z.strictObject({}),
  screen: z.strictObject({ kind: z.enum(snapshotSchema.shape.screen.options.map((option) => option.shape.kind.value)) }),
  lookedUp: z.strictObject({
    outcome: z.enum(['found', 'unknown', 'failed']),
    /** Where what was found comes from. */
    from: z.enum(['server', 'roster', 'journal']).optional(),
    milliseconds,
    failure,
    operation: name,
    field: name,
  }),
  recorded: z.strictObject({ what: purposeSchema, outcome: z.enum(['done', 'failed']), failure }),
  printed: z.strictObject({ state: z.enum(['confirmed', 'sent', 'failed', 'unknown']), failure, operation: name, field: name }),
  knocked: z.strictObject({ outcome: z.enum(['open', 'wrong', 'wait']) }),
  desk: z.strictObject({ state: z.enum(['opened', 'left', 'timedOut']) }),
  /** The lobby was switched off, or on again. */
  outOfOrder: z.strictObject({ isOut: z.boolean() }),
  page: z.strictObject({ trouble: z.enum(['gone', 'unresponsive', 'resting']) }),
  /** `printer`: its number, in the order in which they were first heard; `head`: its head is worn or too hot. */
  printer: z.strictObject({ printer: count, ok: z.boolean(), failure, paperLow: z.boolean(), head: z.boolean() }),
  camera: z.strictObject({ state: z.enum(cameraStates) }),
  /** Names alone, never a value. */
  settingsChanged: z.strictObject({ how: z.enum(['desk', 'import']), names: settingNames }),
  /** What of the kept settings could not be used. */
  settingsRead: z.strictObject({ previousUsed: z.boolean(), lost: z.boolean(), leftOut: settingNames, unknown: count }),
  /** Visits, or the server's own bookings, were taken out into a file. Who did it stays out. */
  exported: z.strictObject({
    what: exportKind,
    outcome: z.enum(['done', 'nothing', 'notRead', 'full', 'unwritable', 'underConstruction', 'failed']),
    rows: count.optional(),
    failure,
    operation: name,
    field: name,
  }),
  journalSettled: z.strictObject({ unknown: count, failed: count }),
  notKept: z.strictObject({ failure: failureCodeSchema, operation: name }),
  journalReplaced: z.strictObject({}),
  chainChecked: z.strictObject({ ok: z.boolean(), events: count, brokenAt: count.optional() }),
  connection: z.strictObject({ state: z.enum(['online', 'offline']), failure, operation: name, field: name }),
  roster: z.strictObject({ ok: z.boolean(), badges: count.optional(), milliseconds, failure, operation: name, field: name }),
  handOver: z.strictObject({
    receiver: z.enum(receivers),
    kind: z.enum(eventKinds).optional(),
    outcome: z.enum(['sent', 'dead', 'later', 'expired', 'unsure']),
    status: count.optional(),
    failure,
  }),
  differed: z.strictObject({ kind: z.enum(['leftThere', 'goneThere', 'earlierThere']) }),
  closedAutomatically: z.strictObject({ visits: count }),
  purged: z.strictObject({ visits: count }),
  /** The wall clock moved against the monotonic one by so many seconds; or the machine slept. */
  clockMoved: z.strictObject({ seconds: z.number(), slept: z.boolean() }),
  serverChecked: z.strictObject({ ok: z.boolean(), failure, operation: name, field: name }),
  openApi: z.strictObject({ ok: z.boolean(), matched: count, unmatched: count }),
  doorCode: z.strictObject({ failure, operation: name, field: name }),
  device: z.strictObject({
    what: z.enum(['found', 'made', 'updated', 'notUpdated']),
    failure,
    operation: name,
    field: name,
  }),
  heartbeat: z.strictObject({ ok: z.boolean(), failure, operation: name, field: name }),
  callback: z.strictObject({ state: z.enum(['listening', 'portInUse', 'addressNotHere', 'notAllowed', 'notPossible']) }),
  subscribed: z.strictObject({
    kind: z.enum(['bookings', 'content', 'accessKeys']),
    ok: z.boolean(),
    failure,
    operation: name,
    field: name,
  }),
  idleContent: z.strictObject({
    ok: z.boolean(),
    pictures: count.optional(),
    texts: count.optional(),
    skipped: count.optional(),
    failure,
    operation: name,
    field: name,
  }),
  bug: z.strictObject({
    effect: z
      .enum([
        'lookUp',
        'findDoorCode',
        'record',
        'print',
        'knock',
        'askDesk',
        'withdraw',
        'callStaff',
        'tellBlocked',
        'openDesk',
        'roster',
        'handOver',
        'review',
        'desk',
        'printers',
        'export',
      ])
      .optional(),
    call: z.enum(callNames).optional(),
  }),
} as const;

export type EventName = keyof typeof events;
export type Fields<E extends EventName> = z.infer<(typeof events)[E]>;

/** How loud an event is: a bug is an error, a failure as loud as the closed list says, the rest is information. */
export function levelOf(event: EventName, fields: Readonly<Record<string, unknown>>): 'info' | 'warn' | 'error' {
  if (event === 'bug') return 'error';
  if (event === 'callback') return fields['state'] === 'listening' ? 'info' : 'warn';
  const code = failureCodeSchema.safeParse(fields['failure']);
  return code.success ? failures[code.data].log : 'info';
}
