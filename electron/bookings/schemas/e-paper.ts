import * as z from 'zod';
import { identifierSchema, optionalIdentifierSchema } from './identifier.ts';
import { firstOf, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

const measure = z.number().nullish();

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
    id: optionalIdentifierSchema,
    name: textSchema,
    batteryLevel: measure,
    screenSize: measure,
    isOnline: z.boolean().optional(),
  }),
);

/** A controller of e-paper signs with its tags. */
export const controllerSchema = tolerantRow(
  (row) => ({ ...row, tags: firstOf(row, 'tags') ?? [] }),
  z.object({ id: identifierSchema, name: textSchema, displayLanguage: textSchema, tags: z.array(tagSchema) }),
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
export const tagAnswerSchema = z.object({ isSuccess: z.boolean() });
