import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { mailSchema } from './mail.ts';
import { periodOf, periodSchema } from './moment.ts';
import { firstOf, flagSchema, type Row, rowOf, tolerantRow } from './row.ts';

/** An appointment of more visitors or rooms than this is none that a kiosk could make use of. */
const most = 1_000;

/** One of several things: an array, a single one, or ids with commas between them. */
function listOf(value: unknown): unknown[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    return value
      .split(',', most)
      .map((item) => item.trim())
      .filter(Boolean);
  }
  return Array.isArray(value) ? value.slice(0, most) : [value];
}

const visitorsOf = (row: Row) => listOf(firstOf(row, 'visitors', 'visitorIds', 'visitorId', 'visitor'));
const resourcesOf = (row: Row) =>
  listOf(firstOf(row, 'bookableResource', 'bookableResources', 'bookableResourceId', 'bookableResourceIds', 'room'));

/**
 * A visiting appointment: whom a visitor meets, where and when. The page shows nothing of its shape; the fields follow the
 * operation's own parameters (inferred). `visitors` is undefined when the row does not say who comes.
 */
export const appointmentSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    period: periodOf(row),
    host: firstOf(row, 'invitingUser', 'inviter', 'invitingUserId', 'host', 'organizer', 'organizerUserId'),
    hostMail: firstOf(rowOf(row, 'invitingUser', 'inviter', 'host', 'organizer'), 'emailAddress', 'email', 'mail'),
    resource: resourcesOf(row)?.[0],
    building: firstOf(row, 'building', 'buildingId'),
    visitors: visitorsOf(row),
    isCancelled: firstOf(row, 'isCancelled', 'isCanceled'),
    isDeleted: firstOf(row, 'isDeleted'),
  }),
  z
    .object({
      id: optionalIdentifierSchema,
      period: periodSchema.optional(),
      host: referenceSchema,
      hostMail: mailSchema,
      resource: referenceSchema,
      building: referenceSchema,
      visitors: z.array(referenceSchema).optional(),
      isCancelled: flagSchema,
      isDeleted: flagSchema,
    })
    .transform(({ isCancelled, isDeleted, ...appointment }) => ({ ...appointment, withdrawn: isCancelled || isDeleted })),
);

/** An appointment as read. */
export type Appointment = z.output<typeof appointmentSchema>;
