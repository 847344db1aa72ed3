/** A text in several languages: BCP 47 tag (or '' where the server named none) and the text, in the server's order. */
export type Localized = readonly { readonly language: string; readonly text: string }[];

/** What the server says of a badge. */
export type BadgeState = 'initial' | 'visiting' | 'visited' | 'noShow';

/**
 * One visit: one visitor, one badge, one day. Texts are already cleaned (see `cleanText`); times are ISO 8601 with the site's
 * offset. Host and place are absent when the server does not say.
 */
export interface Visit {
  /** The server's own id of the badge, as text. */
  readonly badgeId: string;
  /** The registration code, normalised. */
  readonly code: string;
  readonly visitor: { readonly name: string; readonly givenName?: string; readonly familyName?: string; readonly company?: string };
  readonly blocked: boolean;
  readonly period: { readonly from: string; readonly to: string };
  readonly state: BadgeState;
  readonly checkedInAt?: string;
  readonly checkedOutAt?: string;
  readonly host?: string;
  readonly hostMail?: string;
  readonly place: {
    readonly buildingId?: string;
    readonly building?: Localized;
    readonly floor?: Localized;
    readonly room?: Localized;
    /** The server's id of the room. */
    readonly roomId?: string;
  };
}

/** Something that a site offers its visitors; `id` is the server's. */
export interface Service {
  readonly id: string;
  readonly name: Localized;
}

/** What the idle screen plays, each for so many seconds; `name` of a picture is the one that it is served under. */
export type IdleContent = readonly (
  | { readonly kind: 'picture'; readonly name: string; readonly seconds: number }
  | { readonly kind: 'text'; readonly text: Localized; readonly seconds: number }
)[];

/** What this kiosk's journal knows of a visit. `visitId` is the journal's own id. Times: ISO 8601 with offset. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'in'; readonly visitId: string; readonly at: string }
  | { readonly kind: 'out'; readonly visitId: string; readonly at: string };

/** The states of a print in the journal: see design, "the truth about each badge". */
export type PrintState = 'queued' | 'sending' | 'confirmed' | 'sent' | 'failed' | 'unknown';

/** What is printed: a badge at check-in, a slip at check-out. */
export type PrintKind = 'badge' | 'slip';

/** The texts of a print, cleaned, already in the language it is printed in; `code` is what its QR code holds. */
export interface PrintContent {
  readonly kind: PrintKind;
  readonly visitor: string;
  readonly company?: string;
  readonly host?: string;
  readonly date: string;
  readonly time: string;
  readonly place?: string;
  readonly doorCode?: string;
  readonly site?: string;
  readonly code: string;
}
