import { onClockOf } from '../contract/moment.ts';
import type { Correction } from './correction.ts';
import type { Actor, Basis } from './event.ts';

/** The kinds of events that say where a visit stands. */
export const stayKinds = ['checkedIn', 'checkedOut', 'closedAutomatically', 'leftConfirmed', 'corrected'] as const;
type StayKind = (typeof stayKinds)[number];

/** What a `corrected` event says: a person's correction, or the time that the server has, after a decision for it. */
type Corrected = Correction | { readonly checkedInAt: string };

/** An event of a visit, of these kinds. `detail`: as it was appended; absent: none, or it was purged. */
export interface Happened {
  readonly kind: StayKind;
  readonly at: string;
  readonly actor: Actor;
  readonly basis?: Basis;
  readonly detail?: object;
}

/**
 * Where a visit stands by all that happened to it, and the times that are shown of it: as people corrected them, ISO 8601 with offset. `void`: its
 * check-in was a mistake, and the visitor never was in.
 */
export interface Stay {
  readonly state: 'in' | 'out' | 'void';
  /** When the kiosk recorded it, whatever was corrected since. */
  readonly recordedAt: string;
  /** When the visitor came; absent: only that the visitor left was seen here, and nobody knows more. */
  readonly cameAt?: string;
  readonly leftAt?: string;
  /** When the kiosk closed it by itself, also if more is known by now. */
  readonly closedAt?: string;
  /** When it was recorded that the visit is over, for retention: a corrected time makes nothing older. */
  readonly endedAt?: string;
  /** What was known when it was recorded; absent in journals before schema version 3. */
  readonly basis?: Basis;
  readonly checkedInBy: 'visitor' | 'staff';
  /** A check-out was taken back, and none has followed. */
  readonly isBack: boolean;
}

/**
 * Where a visit stands. `happened`: its events in their order; undefined: none of them says. `cameThere`: when the server had checked the visitor in by
 * then, for one who was not checked in here. Times of the server are told on this kiosk's clock: it may answer in UTC.
 */
export function stayOf(happened: readonly Happened[], cameThere?: string): Stay | undefined {
  const [first] = happened;
  if (!first) return undefined;
  const begun: Stay = {
    state: 'in',
    recordedAt: first.at,
    ...(cameThere && { cameAt: onClockOf(cameThere, first.at) }),
    ...(first.basis && { basis: first.basis }),
    checkedInBy: 'visitor',
    isBack: false,
  };
  return happened.reduce(after, begun);
}

function after(stay: Stay, { kind, at, actor, detail }: Happened): Stay {
  switch (kind) {
    case 'checkedIn':
      return { ...stay, cameAt: at, checkedInBy: actor === 'staff' ? 'staff' : 'visitor' };
    case 'checkedOut':
    case 'leftConfirmed':
      return { ...stay, state: 'out', leftAt: at, endedAt: at, isBack: false };
    case 'closedAutomatically':
      return { ...stay, closedAt: at };
    case 'corrected':
      return detail ? corrected(stay, detail as Corrected, at) : stay;
  }
}

function corrected(stay: Stay, correction: Corrected, at: string): Stay {
  if (!('what' in correction)) return { ...stay, cameAt: onClockOf(correction.checkedInAt, stay.recordedAt) };
  switch (correction.what) {
    case 'notIn':
      return { ...stay, state: 'void', endedAt: at };
    case 'notOut': {
      const { leftAt: _, endedAt: __, ...back } = stay;
      return { ...back, state: 'in', isBack: true };
    }
    case 'cameAt':
      return { ...stay, cameAt: correction.time };
    case 'leftAt':
      return { ...stay, leftAt: correction.time };
  }
}

/** What lists show of a visit that counts: `closedAt` only while nobody knows that the visitor has left. */
export function timesOf({ state, recordedAt, cameAt, leftAt, closedAt }: Stay): {
  readonly checkedInAt: string;
  readonly checkedOutAt?: string;
  readonly closedAt?: string;
} {
  return {
    checkedInAt: cameAt ?? leftAt ?? recordedAt,
    ...(leftAt !== undefined && { checkedOutAt: leftAt }),
    ...(state === 'in' && closedAt !== undefined && { closedAt }),
  };
}
