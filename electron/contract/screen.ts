import * as z from 'zod';
import { accentSchema } from './accent.ts';
import { closedDeskSchema, pinShown } from './closed-desk.ts';
import { codeLimit } from './code.ts';
import { deskIntents, deskScreenSchema } from './desk.ts';
import { languageSchema } from './language.ts';
import { walkInDetails } from './walk-in.ts';

/** What a visitor came for. */
export const purposeSchema = z.enum(['checkIn', 'checkOut']);
export type Purpose = z.infer<typeof purposeSchema>;

/** What the screen says of a visit: given name and initial only, and what the site lets it tell besides; times as ISO 8601 with the site's offset, texts in the screen's language. */
const visitShownSchema = z.strictObject({
  name: z.string(),
  company: z.string().optional(),
  host: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  building: z.string().optional(),
  floor: z.string().optional(),
  room: z.string().optional(),
});
export type VisitShown = z.infer<typeof visitShownSchema>;

/** Something that a visitor may ask reception for; `name` in the screen's language, `wanted`: this visitor has asked. */
const serviceShownSchema = z.strictObject({ id: z.string(), name: z.string(), wanted: z.boolean() });
export type ServiceShown = z.infer<typeof serviceShownSchema>;

/** Where the page finds a picture of the idle screen, by its name. */
export const pictureFolder = '/content/';

/**
 * What the screen plays while nobody is there, each for so many seconds: a picture of the page's own origin, or a text in the
 * screen's language.
 */
const contentShownSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picture'), source: z.string(), seconds: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), seconds: z.number() }),
]);
export type ContentShown = z.infer<typeof contentShownSchema>;

/** Where to go, for the screen that follows a check-in. */
const placeShownSchema = visitShownSchema.pick({ host: true, building: true, floor: true, room: true });

/**
 * Whose visit it is, on the screen in the place of a badge that did not surely come out: given name and initial, and when the visitor checked in
 * (ISO 8601 with the site's offset). No code: a screen is seen by others.
 */
const passShownSchema = z.strictObject({ name: z.string(), at: z.string() });
export type PassShown = z.infer<typeof passShownSchema>;

/**
 * What a print is doing. `take`: the printer said that it is out. `sent`: the printer cannot say, so the screen does not
 * either. `collect`: no badge came out, or nobody knows. `shown`: the showing printer; `picture` is a PNG data URL.
 */
const printShownSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('printing') }),
  z.strictObject({ state: z.literal('take') }),
  z.strictObject({ state: z.literal('sent') }),
  z.strictObject({ state: z.literal('collect') }),
  z.strictObject({ state: z.literal('shown'), picture: z.string() }),
]);
export type PrintShown = z.infer<typeof printShownSchema>;

/**
 * Every way a visit cannot go on now. `tooEarly` names the first moment of the visit, and, where that is sooner and of the same day, the one from
 * which it may be checked in; `alreadyCheckedIn` and `alreadyCheckedOut` the
 * moment that it happened, where known. All times are ISO 8601 with the site's offset.
 */
const refusalSchema = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('unknownCode') }),
  z.strictObject({ reason: z.literal('notACode') }),
  z.strictObject({ reason: z.literal('tooEarly'), from: z.string(), opens: z.string().optional() }),
  z.strictObject({ reason: z.literal('expired'), to: z.string() }),
  z.strictObject({ reason: z.literal('otherBuilding'), building: z.string().optional() }),
  z.strictObject({ reason: z.literal('alreadyCheckedIn'), at: z.string().optional() }),
  z.strictObject({ reason: z.literal('alreadyCheckedOut'), at: z.string().optional() }),
  z.strictObject({ reason: z.literal('notCheckedIn') }),
  z.strictObject({ reason: z.literal('blocked') }),
  z.strictObject({ reason: z.literal('tooManyTries') }),
  z.strictObject({ reason: z.literal('noAnswer') }),
  z.strictObject({ reason: z.literal('notLetIn') }),
  z.strictObject({ reason: z.literal('nobodyAnswered') }),
  z.strictObject({ reason: z.literal('notRecorded') }),
]);
export type Refusal = z.infer<typeof refusalSchema>;

/** The lobby as one union: a screen is a state. */
const lobbyScreenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'),
    /** The site's own greeting, in the screen's language. */
    greeting: z.string().optional(),
    /** The site's logo, a picture of the page's own origin. */
    logo: z.string().optional(),
    content: z.array(contentShownSchema).optional(),
    /** Staff have a way from here to the desk. */
    staff: z.literal(true).optional(),
  }),
  /** Staff open the desk with a PIN. */
  z.strictObject({ kind: z.literal('staff'), ...pinShown }),
  /** `noCode`: whoever has none may ask reception from here. */
  z.strictObject({ kind: z.literal('scan'), purpose: purposeSchema, noCode: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('type'), purpose: purposeSchema }),
  /** A visitor without a code says who they are, and then waits for a person at the desk. */
  z.strictObject({ kind: z.literal('details') }),
  z.strictObject({ kind: z.literal('waiting') }),
  /** Staff have switched the lobby off. */
  z.strictObject({ kind: z.literal('outOfOrder'), staff: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('lookingUp'), purpose: purposeSchema }),
  z.strictObject({ kind: z.literal('confirm'), visit: visitShownSchema, services: z.array(serviceShownSchema).optional() }),
  z.strictObject({ kind: z.literal('recording'), purpose: purposeSchema }),
  z.strictObject({
    kind: z.literal('checkedIn'),
    place: placeShownSchema,
    badge: printShownSchema,
    /** The site's own line for whoever has checked in, in the screen's language. */
    line: z.string().optional(),
    /** Where the badge is to be collected. */
    pass: passShownSchema.optional(),
    /** The code of the room's door, where the site shows it. */
    doorCode: z.string().optional(),
    /** What was noted for reception. */
    wanted: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('checkedOut'), slip: printShownSchema.optional() }),
  z.strictObject({ kind: z.literal('refused'), purpose: purposeSchema, refusal: refusalSchema }),
]);
export type LobbyScreen = z.infer<typeof lobbyScreenSchema>;

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
