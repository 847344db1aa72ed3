import * as z from 'zod';
import { identifierSchema, referenceSchema } from './identifier.ts';
import { firstOf, flagSchema, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

/** A device of the site, such as a sensor, or this kiosk. */
export const deviceSchema = tolerantRow(
  (row) => ({
    ...row,
    id: firstOf(row, 'id', 'deviceId'),
    name: firstOf(row, 'name', 'displayName'),
    bookableResource: firstOf(row, 'bookableResource', 'bookableResourceId'),
  }),
  z.object({
    id: identifierSchema,
    accessId: textSchema,
    name: textSchema,
    bookableResource: referenceSchema,
    isDeleted: flagSchema,
  }),
);

/** A device as it is sent: the server chooses the id of a new one (0). `bookableResource` by its id alone (inferred). */
export const deviceSentSchema = z.strictObject({
  id: z.int(),
  accessId: z.string(),
  name: z.string(),
  bookableResource: z.strictObject({ id: z.union([z.int(), z.string()]) }).optional(),
  isDeleted: z.boolean(),
});

/** A device as read. */
export type Device = z.output<typeof deviceSchema>;
