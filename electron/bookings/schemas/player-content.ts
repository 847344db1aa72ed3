import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { firstOf, measureSchema, type Row, rowOf, tolerantRow } from './row.ts';
import { localizedSchema, textSchema } from './text.ts';

const addressFields = ['url', 'imageUrl', 'mediaUrl', 'fileUrl', 'src', 'uri', 'address'];
const longestAddress = 2_048;
// No SVG: a picture that is a document needs more care than an idle screen is worth.
const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z\d+/]+={0,2}$/i;

// Of the server itself: "/files/a.png", not "//host/a.png".
const ownPath = /^\/(?![/\\])[^\s\\]*$/;

/** An address that a picture may be fetched from: http(s) without user name and password, a path of the server, or a picture in the address itself. */
function addressOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (picture.test(text)) return text;
  if (text.length > longestAddress) return undefined;
  if (ownPath.test(text)) return text;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username || url.password ? undefined : url.href;
}

/** Where the address stands: in the row, in the object under `content` or the like, or as the content itself. */
function addressIn(row: Row): string | undefined {
  const inner = rowOf(row, 'content', 'media', 'file', 'image');
  return addressOf(firstOf(row, ...addressFields) ?? firstOf(inner, ...addressFields) ?? firstOf(row, 'content', 'image', 'media'));
}

/** The text of a row; content that is a picture's place is none. */
function textIn(row: Row): unknown {
  const content = firstOf(row, 'content');
  const isPlace = addressOf(content) !== undefined || firstOf(rowOf(row, 'content'), ...addressFields) !== undefined;
  return firstOf(row, 'text', 'message') ?? (isPlace ? undefined : content) ?? firstOf(row, 'title', 'name');
}

/**
 * One thing that a resource's screen plays. Nothing of its shape is on the vendor's page (inferred): a picture by its address, a text,
 * or something that Foyer does not know and skips. `kind` is the server's own word for it, lower case.
 */
export const playerContentSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    resource: firstOf(row, 'bookableResource', 'bookableResourceId', 'resourceId'),
    kind: firstOf(row, 'type', 'contentType', 'kind', 'mediaType'),
    address: addressIn(row),
    text: textIn(row),
    seconds: firstOf(row, 'duration', 'durationSeconds', 'seconds'),
  }),
  z.object({
    id: optionalIdentifierSchema,
    resource: referenceSchema,
    kind: textSchema.transform((kind) => kind?.toLowerCase()).catch(undefined),
    address: z.string().optional(),
    text: localizedSchema.catch(undefined),
    seconds: measureSchema.pipe(z.number().positive().max(3_600).optional()).catch(undefined),
  }),
);

/** Player content as read. */
export type PlayerContent = z.output<typeof playerContentSchema>;
