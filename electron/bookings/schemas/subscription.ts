import * as z from 'zod';
import { firstOf, type Row } from './row.ts';
import { textSchema } from './text.ts';

/** The longest that a subscription can be asked for, in minutes (stated). */
const longestSubscription = 1_440;

/** What a subscription is asked for with: ids with commas between them, the address that is called, minutes until it ends. */
export const subscriptionSchema = z.strictObject({
  ids: z.string().min(1),
  callbackUrl: z.string().min(1),
  expireTime: z.int().min(1).max(longestSubscription),
});

/** A JSON string whose meaning the vendor's page does not tell, or what a server would send in its place; `false` and lists are none. */
export const subscriptionAnswerSchema = z.preprocess((value) => {
  if (value === true) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const row = value as Row;
  return row['isSuccess'] === false ? false : firstOf(row, 'id', 'subscriptionId', 'value', 'result', 'message');
}, textSchema);
