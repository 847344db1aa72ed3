import * as z from 'zod';
import { accentSchema } from './accent.ts';
import { closedDeskSchema } from './closed-desk.ts';
import { deskScreenSchema } from './desk.ts';
import { languageSchema } from './language.ts';
import { lobbyScreenSchema } from './lobby.ts';

/**
 * What a kiosk can do while it works without the server: check in whom it knows from its roster, or, without one for today, only let
 * people leave.
 */
const offlineSchema = z.enum(['canCheckIn', 'askReception']);
export type Offline = z.infer<typeof offlineSchema>;

/**
 * What the installer set for scanning: a part of the camera's name; what the USB scanner puts before and after a code, and whether its keys are to be read by the
 * system's layout (`system`), as on a US keyboard (`us`), or by what fits (`auto`).
 */
const scanningSchema = z.strictObject({
  camera: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  layout: z.enum(['auto', 'us', 'system']).optional(),
});
export type Scanning = z.infer<typeof scanningSchema>;

/**
 * What a renderer shows. `number` grows with every snapshot of a run; an older one is ignored. `warning`: seconds until the screen
 * goes back to welcome by itself, present only while the visitor is being warned. `accent`: the site's own colour, where it has one. `languages`: those that a visitor chooses from, in this
 * order; absent: every one. `demo`: codes to try, only in demo mode. `offline`: the
 * kiosk works without the server. `scanning`: only where something is set. `reception`: a person at the desk can be called from here, or was. A desk's screen, open or closed, stands alone.
 */
export const snapshotSchema = z.strictObject({
  number: z.int().nonnegative(),
  language: languageSchema,
  languages: z.array(languageSchema).min(1).optional(),
  site: z.string().optional(),
  accent: accentSchema.optional(),
  demo: z.array(z.strictObject({ code: z.string(), shows: z.string() })).optional(),
  warning: z.strictObject({ seconds: z.number() }).optional(),
  offline: offlineSchema.optional(),
  scanning: scanningSchema.optional(),
  reception: z.enum(['reachable', 'called']).optional(),
  screen: z.discriminatedUnion('kind', [...lobbyScreenSchema.options, deskScreenSchema, closedDeskSchema]),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
