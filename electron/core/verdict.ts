import type { Refusal } from '../contract/lobby.ts';
import { relationToDays } from './day.ts';
import { openingOf } from './opening.ts';
import type { Standing, Visit } from './visit.ts';

/** A way a visit cannot go on that follows from the visit itself. */
export type VisitRefusal =
  | Exclude<
      Refusal,
      { reason: 'unknownCode' | 'tooManyTries' | 'noAnswer' | 'notRecorded' | 'notLetIn' | 'nobodyAnswered' | 'otherBuilding' }
    >
  | { readonly reason: 'otherBuilding' };

/**
 * Where and when a verdict is asked for: the kiosk's building, where it is set, and the wall clock (ISO 8601 with offset); and for how many minutes
 * before a visit its visitor may check in, where that is set.
 */
export interface Occasion {
  readonly building: string | undefined;
  readonly now: string;
  readonly earlyMinutes?: number | undefined;
}

/**
 * Why this visit may not be checked in here and now, or undefined when it may. The kiosk's own journal wins over the server,
 * which has no call that writes a check-in (api-notes, 3): what was recorded here is true even where the server still says
 * "initial". A no-show mark does not turn away a visitor who stands here on the right day.
 */
export function refuseCheckIn(visit: Visit, standing: Standing, occasion: Occasion): VisitRefusal | undefined {
  if (visit.blocked) return { reason: 'blocked' };
  return refuseByStanding(visit, standing) ?? refuseByPlaceAndDay(visit, occasion);
}

/** Why this visit may not be checked out here and now, or undefined when it may. Whoever is inside may leave, blocked or late. */
export function refuseCheckOut(visit: Visit, standing: Standing, occasion: Occasion): VisitRefusal | undefined {
  const refusal = refuseByStanding(visit, standing);
  if (refusal?.reason === 'alreadyCheckedIn') return undefined;
  return refusal ?? refuseCheckIn(visit, standing, occasion) ?? { reason: 'notCheckedIn' };
}

function refuseByStanding(visit: Visit, standing: Standing): VisitRefusal | undefined {
  if (standing.kind === 'in') return { reason: 'alreadyCheckedIn', at: standing.at };
  if (standing.kind === 'out') return { reason: 'alreadyCheckedOut', at: standing.at };
  if (visit.state === 'visiting') return { reason: 'alreadyCheckedIn', ...(visit.checkedInAt && { at: visit.checkedInAt }) };
  if (visit.state === 'visited') return { reason: 'alreadyCheckedOut', ...(visit.checkedOutAt && { at: visit.checkedOutAt }) };
  return undefined;
}

function refuseByPlaceAndDay(visit: Visit, { building, now, earlyMinutes }: Occasion): VisitRefusal | undefined {
  const { buildingId } = visit.place;
  if (building && buildingId && building !== buildingId) return { reason: 'otherBuilding' };
  const relation = relationToDays(visit.period, now);
  if (relation === 'before') return { reason: 'tooEarly', from: visit.period.from };
  const opens = openingOf(visit.period, earlyMinutes, now);
  if (opens && Date.parse(now) < Date.parse(opens)) {
    return { reason: 'tooEarly', from: visit.period.from, ...(earlyMinutes && { opens }) };
  }
  if (relation === 'after') return { reason: 'expired', to: visit.period.to };
  return undefined;
}
