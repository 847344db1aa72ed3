import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { periodOf, periodSchema } from './moment.ts';
import { firstOf, flagSchema, namedIn, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

/** States of a booking that are not over; their integers are their places in the operation's own filter (inferred). */
export const bookingStates = ['booked', 'using', 'waitingCheckIn'] as const;

/** What is on in a room. The page shows nothing of its shape; the fields follow the operation's own parameters (inferred). */
export const bookingSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id', 'bookingId'),
    subject: firstOf(row, 'subject', 'title', 'name'),
    period: periodOf(row),
    organizer: firstOf(row, 'organizer', 'organizerUser', 'organizerUserId'),
    resource: firstOf(row, 'bookableResource', 'bookableResourceId', 'room'),
    state: firstOf(row, 'bookingState', 'state'),
    isCancelled: firstOf(row, 'isCancelled', 'isCanceled', 'isDeleted'),
  }),
  z.object({
    id: optionalIdentifierSchema,
    subject: textSchema,
    period: periodSchema.optional(),
    organizer: referenceSchema,
    resource: referenceSchema,
    state: namedIn(bookingStates),
    isCancelled: flagSchema,
  }),
);

/** A booking as read. */
export type Booking = z.output<typeof bookingSchema>;
