import * as z from 'zod';
import { pinShown } from './closed-desk.ts';

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
export const lobbyScreenSchema = z.discriminatedUnion('kind', [
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
