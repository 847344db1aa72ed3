import { momentOf, onClockOf } from '../contract/moment.ts';
import { relationToDays } from './day.ts';
import type { DifferenceKind, ServerView } from './event.ts';
import type { Comparable } from './review.ts';

type BadgeView = Extract<ServerView, { kind: 'badge' }>;

/** Two clocks agree when they are no further apart than this (milliseconds); one that is known to go wrong is allowed that on top. */
const toleranceMs = 2 * 60_000;

/**
 * How the server's word differs from the journal, or that both say the `same`; undefined: the server says nothing that contradicts it, or
 * only what was noted before. No documented call writes a check-in to the server, so that it goes on saying "initial", or later
 * "noShow", of whoever came: neither is a difference. `now`: wall clock, ISO 8601 with offset; `skewMs`: how far the server's clock is
 * ahead of the kiosk's.
 */
export function differenceOf(
  comparable: Comparable,
  there: ServerView,
  now: string,
  skewMs = 0,
): DifferenceKind | 'same' | undefined {
  const apart = toleranceMs + Math.abs(skewMs);
  const kinds = there.kind === 'gone' ? goneKinds(comparable, now) : badgeKinds(comparable, there, now, apart);
  if (kinds.length > 0) return kinds.find((kind) => !isGiven(comparable, kind, there));
  return there.kind === 'badge' && agrees(comparable, there, apart) ? 'same' : undefined;
}

/**
 * A badge that is missing on its own day was taken back while its visitor is or was here. Later a server may have cleaned up; then it counts
 * only for whoever was let in by the roster alone, for nobody could ask the server on that day.
 */
function goneKinds({ period, basis }: Comparable, now: string): DifferenceKind[] {
  const relation = relationToDays(period, now);
  return relation === 'within' || (relation === 'after' && basis.from === 'roster') ? ['goneThere'] : [];
}

function badgeKinds(comparable: Comparable, there: BadgeView, now: string, apart: number): DifferenceKind[] {
  if (isEarlierStay(comparable, there, apart)) return [];
  const kinds: DifferenceKind[] = [];
  if (!comparable.checkedOutAt && hasLeft(comparable, there, now, apart)) kinds.push('leftThere');
  if (wasCheckedInHere(comparable) && epochOf(there.checkedInAt) < Date.parse(comparable.checkedInAt) - apart) {
    kinds.push('earlierThere');
  }
  return kinds;
}

/** A stay that was over on the server before ours began: the visitor left and came back, and both are true. */
function isEarlierStay({ checkedInAt }: Comparable, there: BadgeView, apart: number): boolean {
  if (there.state !== 'visited') return false;
  if (there.checkedOutAt) return epochOf(there.checkedOutAt) < Date.parse(checkedInAt) - apart;
  // Marked at the midnight after an earlier day of the same badge.
  const cameIn = there.checkedInAt;
  return cameIn !== undefined && relationToDays({ from: cameIn, to: cameIn }, checkedInAt) === 'after';
}

/**
 * After midnight the product marks whoever is still inside as left, without a date or with that of the day's end: that is nobody's word. A
 * date within the visit's days is, however late it is read. On the server it may be midnight already while the kiosk's clock is behind.
 */
function hasLeft({ period }: Comparable, { state, checkedOutAt }: BadgeView, now: string, apart: number): boolean {
  if (state !== 'visited') return false;
  if (!checkedOutAt) return relationToDays(period, now) !== 'after' && relationToDays(period, later(now, apart)) !== 'after';
  // As everywhere, the days of a server that answers in UTC are those of the kiosk's clock, which stands in the building.
  const there = momentOf(checkedOutAt)?.offsetMinutes === 0 ? onClockOf(checkedOutAt, now) : checkedOutAt;
  return relationToDays(period, there) !== 'after' && !isLastMinute(there);
}

const later = (iso: string, milliseconds: number): string => onClockOf(new Date(Date.parse(iso) + milliseconds).toISOString(), iso);

const isLastMinute = (iso: string): boolean => momentOf(iso)?.clock.toISOString().slice(11, 16) === '23:59';

/** A visitor who was checked in elsewhere and only leaves here is recorded with one moment for both. */
const wasCheckedInHere = ({ checkedInAt, checkedOutAt }: Comparable): boolean => checkedInAt !== checkedOutAt;

/** In both, or out both. The server may be later, for what wrote it there came after the kiosk. */
function agrees(comparable: Comparable, there: BadgeView, apart: number): boolean {
  if (!comparable.checkedOutAt) return there.state === 'visiting' && !comparable.closedAt;
  if (there.state !== 'visited' || isEarlierStay(comparable, there, apart)) return false;
  return !(epochOf(there.checkedOutAt) < Date.parse(comparable.checkedOutAt) - apart);
}

const isGiven = ({ given }: Comparable, kind: DifferenceKind, there: ServerView): boolean =>
  given.some((noted) => noted.kind === kind && saysTheSame(noted.there, there));

function saysTheSame(one: ServerView, other: ServerView): boolean {
  if (one.kind === 'gone' || other.kind === 'gone') return one.kind === other.kind;
  return (
    one.state === other.state &&
    Object.is(epochOf(one.checkedInAt), epochOf(other.checkedInAt)) &&
    Object.is(epochOf(one.checkedOutAt), epochOf(other.checkedOutAt))
  );
}

/** Not a number, and so neither before nor after anything, where there is no date. */
const epochOf = (iso: string | undefined): number => (iso === undefined ? Number.NaN : Date.parse(iso));
