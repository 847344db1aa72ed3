import * as z from 'zod';
import { identifierSchema } from './identifier.ts';
import { firstOf, flagSchema, namedIn, tolerantRow } from './row.ts';
import { localizedSchema } from './text.ts';

/** When a service is meant for; their integers are their places in the operation's own filter (inferred). */
export const serviceTypes = ['betweenBooking', 'afterBooking'] as const;

/** Something that a site offers: a drink, a projector. */
export const serviceItemSchema = tolerantRow(
  (row) => ({ ...row, id: firstOf(row, 'id', 'serviceItemId'), name: firstOf(row, 'name', 'displayName', 'title') }),
  z.object({
    id: identifierSchema,
    name: localizedSchema,
    description: localizedSchema,
    type: namedIn(serviceTypes),
    isDeleted: flagSchema,
  }),
);

/** A service item as read. */
export type ServiceItem = z.output<typeof serviceItemSchema>;
