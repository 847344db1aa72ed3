import * as z from 'zod';
import { identifierSchema } from './identifier.ts';
import { readableRowsSchema } from './page.ts';
import { firstOf, flagSchema, measureSchema, optionalFlagSchema, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

/** A tag is one sign; nothing of its shape is on the vendor's page but what its status update sends. */
const tagSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'ePaperTagId', 'tagId', 'id'),
    name: firstOf(row, 'name', 'displayName'),
    batteryLevel: firstOf(row, 'batteryLevel', 'battery'),
    screenSize: firstOf(row, 'screenSize'),
    isOnline: firstOf(row, 'isOnline', 'online'),
  }),
  z.object({
    id: identifierSchema,
    name: textSchema,
    batteryLevel: measureSchema,
    screenSize: measureSchema,
    isOnline: optionalFlagSchema,
  }),
);

/** A controller of e-paper signs with its tags; a tag that cannot be read is left out. */
export const controllerSchema = tolerantRow(
  (row) => ({ ...row, name: firstOf(row, 'name', 'displayName'), tags: firstOf(row, 'tags', 'ePaperTags') ?? [] }),
  z.object({
    id: identifierSchema,
    name: textSchema,
    displayLanguage: textSchema,
    tags: readableRowsSchema(tagSchema),
    isDeleted: flagSchema,
  }),
);

/** A controller as read. */
export type Controller = z.output<typeof controllerSchema>;

/** A tag's status as it is sent. `batteryLevel` in percent, `screenSize` in inches (inferred from the page's example: 99, 4). */
export const tagStatusSchema = z.strictObject({
  batteryLevel: z.number().nullable(),
  screenSize: z.number().nullable(),
  isOnline: z.boolean(),
  ePaperTagId: z.string(),
});

/** Whether the server took it. */
export const tagAnswerSchema = z.object({ isSuccess: optionalFlagSchema.pipe(z.boolean()) });
