import * as z from 'zod';
import { codeLimit } from './code.ts';
import { deskIntents } from './desk.ts';
import { languageSchema } from './language.ts';
import { purposeSchema } from './lobby.ts';
import { walkInDetails } from './walk-in.ts';

/** How the page's camera is: `black` and `frozen` are pictures of one that is open and shows nothing. */
export const cameraStates = ['working', 'none', 'denied', 'busy', 'lost', 'black', 'frozen'] as const;

/** What a person at the screen wants. A code is sent normalised; one that cannot be a code is sent empty and refused as none. */
export const intentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin'), purpose: purposeSchema }),
  z.strictObject({ kind: z.literal('type') }),
  z.strictObject({ kind: z.literal('scan') }),
  z.strictObject({ kind: z.literal('code'), code: z.string().max(codeLimit), by: z.enum(['camera', 'scanner', 'typed']) }),
  z.strictObject({ kind: z.literal('noCode') }),
  z.strictObject({ kind: z.literal('details'), ...walkInDetails }),
  z.strictObject({ kind: z.literal('callStaff') }),
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('notMe') }),
  z.strictObject({ kind: z.literal('service'), id: z.string().max(64), wanted: z.boolean() }),
  z.strictObject({ kind: z.literal('checkOutInstead') }),
  z.strictObject({ kind: z.literal('checkInInstead') }),
  z.strictObject({ kind: z.literal('tryAgain') }),
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('stay') }),
  z.strictObject({ kind: z.literal('language'), language: languageSchema }),
  /** Staff want to the desk; with their PIN; and leave it: back to the lobby, or it is closed. */
  z.strictObject({ kind: z.literal('staff') }),
  z.strictObject({ kind: z.literal('pin'), pin: z.string().regex(/^\d{1,12}$/) }),
  z.strictObject({ kind: z.literal('leave') }),
  ...deskIntents,
  z.strictObject({ kind: z.literal('camera'), state: z.enum(cameraStates) }),
]);
export type Intent = z.infer<typeof intentSchema>;
