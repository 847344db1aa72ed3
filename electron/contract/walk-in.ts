import * as z from 'zod';

const line = z.string().max(120);

/** What is written down of a visitor without a code, by the visitor or for one. */
export const walkInDetails = {
  name: line.regex(/\S/u),
  company: line.optional(),
  host: line.optional(),
  purpose: line.optional(),
  /** The rules of the house were accepted. */
  hasAccepted: z.boolean(),
};
export type WalkInDetails = z.infer<z.ZodObject<typeof walkInDetails>>;
