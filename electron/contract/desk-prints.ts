import * as z from 'zod';
import { failureCodeSchema } from './failure.ts';

const count = z.int().nonnegative();
/** ISO 8601 with offset. */
const moment = z.string();

/** The states of a print, as the journal has them. */
export const printState = z.enum(['queued', 'sending', 'confirmed', 'sent', 'failed', 'unknown']);

/** A badge or a slip, with what is known of it. `at`: since when it is in its state. */
const printSchema = z.strictObject({
  id: z.string(),
  visitId: z.string(),
  name: z.string(),
  kind: z.enum(['badge', 'slip']),
  state: printState,
  at: moment,
  failure: failureCodeSchema.optional(),
  /** The printer that it came out of, or would have. */
  printer: z.string().optional(),
  /** Staff asked for it in the place of another. */
  isReprint: z.boolean(),
  /** Another was asked for in its place: this one is void. */
  isReplaced: z.boolean(),
  handedOverAt: moment.optional(),
  hasPicture: z.boolean(),
  /** Another may be asked for: it is the last badge of somebody who is in. */
  mayRepeat: z.boolean(),
});
export type PrintListed = z.infer<typeof printSchema>;

/** What was printed, while somebody looks at it: a PNG data URL, or that there is none. */
const pictureSchema = z.strictObject({ print: z.string(), source: z.string().optional() });

/** How one printer is, and how many labels came out of it since its roll was changed. No failure: it can print. */
const printerSchema = z.strictObject({
  name: z.string(),
  failure: failureCodeSchema.optional(),
  warnings: z.array(z.enum(['paperLow', 'headWorn', 'headHot'])),
  /** What is loaded, in the printer's own words. */
  media: z.string().optional(),
  labels: count,
  since: moment.optional(),
});
export type PrinterShown = z.infer<typeof printerSchema>;

/** What the desk says of badges and printers on every page. `badges`: those that need a person, the oldest first, with those among them that are being printed again. */
export const printsOnDesk = {
  badges: z.array(printSchema),
  printers: z.array(printerSchema),
};

/** The last prints, the newest first, and what one of them looked like. */
export const printsPageSchema = z.strictObject({
  kind: z.literal('prints'),
  prints: z.array(printSchema),
  picture: pictureSchema.optional(),
});
export type PrintsPage = z.infer<typeof printsPageSchema>;

const id = z.string().max(64);

/** What a person at the desk wants of badges. `picture` without a print puts the one that is shown away. */
export const printIntents = [
  z.strictObject({ kind: z.literal('printAgain'), print: id }),
  z.strictObject({ kind: z.literal('handedOver'), print: id }),
  z.strictObject({ kind: z.literal('picture'), print: id.optional() }),
  z.strictObject({ kind: z.literal('rollChanged'), printer: z.string().max(300) }),
] as const;
