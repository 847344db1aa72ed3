import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { firstOf, tolerantRow } from './row.ts';
import { localizedSchema, textSchema } from './text.ts';

const seconds = z.coerce.number().positive().max(3_600).optional().catch(undefined);

/**
 * One thing that a resource's screen plays. Nothing of its shape is on the vendor's page (inferred): a picture by its address, a text,
 * or something that Foyer does not know and skips. `kind` is the server's own word for it, lower case.
 */
export const playerContentSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    resource: firstOf(row, 'bookableResource', 'bookableResourceId', 'resourceId'),
    kind: firstOf(row, 'type', 'contentType', 'kind', 'mediaType'),
    address: firstOf(row, 'url', 'imageUrl', 'mediaUrl', 'fileUrl', 'src'),
    text: firstOf(row, 'text', 'content', 'message', 'title', 'name'),
    seconds: firstOf(row, 'duration', 'durationSeconds', 'seconds'),
  }),
  z.object({
    id: optionalIdentifierSchema,
    resource: referenceSchema,
    kind: textSchema.transform((kind) => kind?.toLowerCase()),
    address: z.string().max(2_048).optional().catch(undefined),
    text: localizedSchema.catch(undefined),
    seconds,
  }),
);

/** Player content as read. */
export type PlayerContent = z.output<typeof playerContentSchema>;
