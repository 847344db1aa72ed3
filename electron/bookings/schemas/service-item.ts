import * as z from 'zod';
import { identifierSchema } from './identifier.ts';
import { flagSchema, namedIn } from './row.ts';
import { localizedSchema } from './text.ts';

/** When a service is meant for; their integers are their places in the operation's own filter (inferred). */
export const serviceTypes = ['betweenBooking', 'afterBooking'] as const;

/** Something that a site offers: a drink, a projector. */
export const serviceItemSchema = z.object({
  id: identifierSchema,
  name: localizedSchema,
  description: localizedSchema,
  type: namedIn(serviceTypes),
  isDeleted: flagSchema,
});

/** A service item as read. */
export type ServiceItem = z.output<typeof serviceItemSchema>;
