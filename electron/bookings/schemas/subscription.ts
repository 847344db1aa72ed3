import * as z from 'zod';

/** The longest that a subscription can be asked for, in minutes (stated). */
export const longestSubscription = 1_440;

/** What a subscription is asked for with: ids with commas between them, the address that is called, minutes until it ends. */
export const subscriptionSchema = z.strictObject({
  ids: z.string().min(1),
  callbackUrl: z.string().min(1),
  expireTime: z.int().min(1).max(longestSubscription),
});

/** A JSON string whose meaning the vendor's page does not tell. */
export const subscriptionAnswerSchema = z.string().nullish();
