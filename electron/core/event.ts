import type { BadgeState } from './visit.ts';

/**
 * What may be in the journal, each appended once and never changed. A visitor's own: `checkedIn`, `checkedOut`, `wished`. The kiosk's own:
 * `badgePrinted`, `closedAutomatically` (the badge's day ended without a check-out), `differed` (the server says something else),
 * `journalReplaced` (a damaged journal was moved aside). A person's: `decided`, `leftConfirmed`, `corrected`, `noted`,
 * `badgeVoided` (another was asked for in its place), `badgeHandedOver`; `musterBegun`, `musterTicked`, `musterEnded`; `operated` (something that is of no visit). Staff may also check visitors
 * in and out.
 */
export const eventKinds = [
  'checkedIn',
  'checkedOut',
  'wished',
  'badgePrinted',
  'badgeVoided',
  'badgeHandedOver',
  'closedAutomatically',
  'leftConfirmed',
  'differed',
  'decided',
  'corrected',
  'noted',
  'musterBegun',
  'musterTicked',
  'musterEnded',
  'operated',
  'journalReplaced',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Who did it. */
export type Actor = 'visitor' | 'staff' | 'kiosk';

/**
 * What was known when something was decided: the server's own word; the roster's, so many milliseconds old; or this kiosk's own record
 * alone.
 */
export type Basis =
  | { readonly from: 'server' }
  | { readonly from: 'roster'; readonly ageMs: number }
  | { readonly from: 'journal' };

/** What the server says of a badge at a refresh of the roster; `gone`: it no longer has the badge. Times: ISO 8601 with offset. */
export type ServerView =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'badge';
      readonly state: BadgeState;
      readonly checkedInAt?: string;
      readonly checkedOutAt?: string;
    };

/** How the server's word differs from the journal: it says the visitor has left, it has no such badge, it had checked the visitor in before. */
export type DifferenceKind = 'leftThere' | 'goneThere' | 'earlierThere';

/** What a person decides of a difference: the journal is right, the server is, or neither is changed and a note says why. */
export type Decision = 'ours' | 'theirs' | 'note';

/** A difference that nobody has decided yet. `id` is that of its event; times: ISO 8601 with offset. */
export interface Difference {
  readonly id: string;
  readonly visitId: string;
  readonly kind: DifferenceKind;
  readonly at: string;
  readonly visitor: string;
  readonly company?: string;
  readonly here: { readonly checkedInAt: string; readonly checkedOutAt?: string };
  readonly there: ServerView;
}
