import type { DifferenceShown } from '../../../electron/contract/desk.ts';

type Kind = DifferenceShown['kind'];
type BadgeState = Extract<DifferenceShown['there'], { kind: 'badge' }>['state'];

/** What a person does with a difference. */
export type Decision = 'ours' | 'theirs' | 'note';

/** What is said where Bookings ONE and this kiosk do not agree, in one language. Times come already written. */
export interface DifferenceWords {
  readonly title: string;
  readonly more: string;
  readonly visitor: string;
  readonly here: string;
  readonly there: string;
  readonly right: string;
  readonly kind: Record<Kind, string>;
  readonly checkedIn: (when: string) => string;
  readonly checkedOut: (when: string) => string;
  readonly stillIn: string;
  readonly gone: string;
  readonly state: Record<BadgeState, string>;
  readonly decision: Record<Decision, string>;
  /** A decision as a sentence. */
  readonly chosen: (decision: string) => string;
  readonly follows: { readonly ours: string; readonly theirs: Record<Kind, string>; readonly note: string };
  readonly note: string;
  readonly noteOrNothing: string;
  readonly record: string;
  readonly cancel: string;
}
