import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { periodOf, periodSchema } from './moment.ts';
import { firstOf, namedIn, tolerantRow } from './row.ts';

/** Kinds of keys; their integers are their places in the operation's own filter (inferred). */
export const accessKeyTypes = ['oneTime', 'static', 'daily'] as const;

// What a keypad takes and a badge prints: up to 32 visible ASCII characters, with blanks between them.
const printable = /^[\x21-\x7e](?:[\x20-\x7e]{0,30}[\x21-\x7e])?$/;

/** The code of a key. Whatever else stands in its place is nobody's door code, and is not shown. */
const keySchema = z
  .union([z.string(), z.int().nonnegative().transform(String)])
  .transform((text) => text.trim())
  .pipe(z.string().regex(printable))
  .optional()
  .catch(undefined);

/** A code that opens a resource's door. Nothing of its shape is on the vendor's page (inferred). */
export const accessKeySchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    resource: firstOf(row, 'bookableResource', 'bookableResourceId', 'resourceId'),
    bookingId: firstOf(row, 'bookingId', 'booking'),
    type: firstOf(row, 'type', 'keyType'),
    key: firstOf(row, 'accessKey', 'key', 'code', 'passcode', 'pinCode', 'pin', 'password', 'value'),
    period: periodOf(row),
  }),
  z.object({
    id: optionalIdentifierSchema,
    resource: referenceSchema,
    bookingId: z.preprocess(
      (value) => (typeof value === 'object' && value !== null ? firstOf({ ...value }, 'id') : value),
      optionalIdentifierSchema,
    ),
    type: namedIn(accessKeyTypes),
    key: keySchema,
    period: periodSchema.optional(),
  }),
);

/** An access key as read. */
export type AccessKey = z.output<typeof accessKeySchema>;
