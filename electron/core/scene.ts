import type { Intent } from '../contract/intent.ts';
import type { Language } from '../contract/language.ts';
import type { PrintShown, Purpose, Refusal } from '../contract/lobby.ts';
import type { Offline } from '../contract/snapshot.ts';
import type { WalkInDetails } from '../contract/walk-in.ts';
import type { Basis } from './event.ts';
import type { House } from './house.ts';
import type { Knock, PrintOutcome } from './ports.ts';
import type { VisitRefusal } from './verdict.ts';
import type { IdleContent, PrintContent, Service, Standing, Visit } from './visit.ts';

/** How a code is being given: the screen that "try again" goes back to. */
export type Entry = 'scan' | 'type';

/**
 * What the lobby is at, with all that main knows of it; the screen that a renderer gets is a projection.
 *
 *     welcome ─begin─▶ scan ⇄ type ─code─▶ lookingUp ─▶ confirm ─yes─▶ recording ─▶ checkedIn
 *        ▲                                  │   └─(check-out)────────▶ recording ─▶ checkedOut
 *        └──── done, back, not me, time ────┴─▶ refused ─try again─▶ scan, type or lookingUp
 *     scan, type ─no code─▶ details ─▶ waiting ─the desk's yes─▶ recording
 *     welcome ─staff─▶ staff ─a PIN that is somebody's─▶ welcome, and the desk lies over it
 */
export type Scene =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'details' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'staff'; readonly state: 'asking' | 'looking' | 'wrong' | 'wait'; readonly waitMs?: number }
  | { readonly kind: Entry; readonly purpose: Purpose }
  | {
      readonly kind: 'lookingUp';
      readonly purpose: Purpose;
      readonly code: string;
      readonly entry: Entry;
      readonly typed?: boolean;
    }
  | { readonly kind: 'confirm'; readonly visit: Visit; readonly basis: Basis; readonly extras: Extras }
  | {
      readonly kind: 'recording';
      readonly purpose: Purpose;
      readonly visit: Visit;
      readonly basis: Basis;
      readonly entry: Entry;
      readonly extras: Extras;
    }
  | { readonly kind: 'checkedIn'; readonly visit: Visit; readonly at: string; readonly badge: PrintShown; readonly extras: Extras }
  | { readonly kind: 'checkedOut'; readonly slip?: PrintShown }
  | {
      readonly kind: 'refused';
      readonly purpose: Purpose;
      readonly entry: Entry;
      readonly refusal: CoreRefusal;
      readonly code: string | undefined;
      /** Whether the code was given by hand, on whatever screen: a USB scanner works on the one where others type. */
      readonly typed?: boolean;
      readonly known?: KnownVisit;
    };

/** A visit, and where what is known of it comes from. */
export interface KnownVisit {
  readonly visit: Visit;
  readonly basis: Basis;
}

/**
 * What goes with a check-in besides the visit, and is gone with its screens: the services that were offered, the ids of those that the
 * visitor asked for, the code of the room's door once it is known.
 */
export interface Extras {
  readonly offered: readonly Service[];
  readonly wanted: readonly string[];
  readonly doorCode?: string;
}

/** No extras. */
export const noExtras: Extras = { offered: [], wanted: [] };

export type CoreRefusal =
  | VisitRefusal
  | Extract<
      Refusal,
      { reason: 'unknownCode' | 'notACode' | 'tooManyTries' | 'noAnswer' | 'notRecorded' | 'notLetIn' | 'nobodyAnswered' }
    >;

/** All times are monotonic milliseconds. `session` grows with every visitor, so that a late answer finds nobody. */
export interface LobbyState {
  readonly language: Language;
  readonly session: number;
  readonly scene: Scene;
  readonly tries: readonly number[];
  /** Reception was called. */
  readonly isCalled?: true;
  /** The last code acted on, to take a code that stays in front of a scanner as one scan. */
  readonly lastCode?: { readonly code: string; readonly at: number };
  /** When the scene ends by itself, or `warning`: when the visitor who was warned is gone. */
  readonly ends?: { readonly at: number; readonly warning: boolean };
}

export type LookUpAnswer =
  | { readonly kind: 'found'; readonly visit: Visit; readonly basis: Basis; readonly standing: Standing }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed' };

export type LobbyEvent =
  | { readonly type: 'intent'; readonly intent: Intent }
  | { readonly type: 'lookedUp'; readonly session: number; readonly answer: LookUpAnswer }
  | {
      readonly type: 'recorded';
      readonly session: number;
      readonly at: string;
      readonly checkedInAt?: string;
      readonly printId?: string;
    }
  | { readonly type: 'notRecorded'; readonly session: number }
  | { readonly type: 'printed'; readonly session: number; readonly outcome: PrintOutcome }
  | { readonly type: 'doorCodeFound'; readonly session: number; readonly doorCode: string }
  | { readonly type: 'answered'; readonly session: number; readonly visit?: Visit; readonly by?: string }
  | { readonly type: 'knocked'; readonly session: number; readonly knock: Knock }
  | { readonly type: 'time' }
  /** Whoever stood there has seen their screen go; when it is back somebody else may stand there. */
  | { readonly type: 'pageLost' };

/** What is to be done outside; each answers with an event that carries its session. */
export type Effect =
  | { readonly type: 'lookUp'; readonly session: number; readonly purpose: Purpose; readonly code: string; readonly typed: boolean }
  | { readonly type: 'findDoorCode'; readonly session: number; readonly roomId: string; readonly period: Visit['period'] }
  | {
      readonly type: 'record';
      readonly session: number;
      readonly purpose: Purpose;
      readonly visit: Visit;
      readonly basis: Basis;
      readonly wanted: readonly Service[];
      /** Somebody of staff let the visitor in. */
      readonly staff?: { readonly by?: string };
    }
  | { readonly type: 'askDesk'; readonly session: number; readonly details: WalkInDetails }
  | { readonly type: 'withdraw' | 'callStaff'; readonly session: number }
  | { readonly type: 'tellBlocked'; readonly session: number; readonly visit: Visit }
  | { readonly type: 'knock'; readonly session: number; readonly pin: string }
  | { readonly type: 'openDesk'; readonly session: number; readonly name: string; readonly isAdmin: boolean }
  | { readonly type: 'print'; readonly session: number; readonly printId: string; readonly content: PrintContent };

/** What the core is told of the world at each step: `now` monotonic milliseconds, `wall` ISO 8601 with offset. */
export interface Circumstances {
  readonly now: number;
  readonly wall: string;
  readonly building?: string | undefined;
  readonly site?: string | undefined;
  readonly house?: House | undefined;
  /** The name under which the site's logo is served. */
  readonly logo?: string | undefined;
  /** What the site offers now, what its idle screen plays, and where it tells door codes. */
  readonly services?: readonly Service[] | undefined;
  readonly content?: IdleContent | undefined;
  readonly doorCode?: 'screen' | 'badge' | 'both' | undefined;
  /** What can be done without the server, while it is away. */
  readonly offline?: Offline | undefined;
  /** Whether staff have a way to the desk from here. */
  readonly staffDoor?: boolean | undefined;
  /** A desk is open beside the lobby; visitors without a code may ask it; staff have switched the lobby off. */
  readonly hasDesk?: boolean | undefined;
  readonly walkIns?: boolean | undefined;
  readonly outOfOrder?: boolean | undefined;
}
