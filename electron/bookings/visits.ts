import { type Result, success } from '../contract/failure.ts';
import type { Visit } from '../core/visit.ts';
import { findBadge } from './badges.ts';
import type { Call } from './call.ts';
import type { DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { stateOf } from './schemas/badge.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';

/**
 * The visit behind a registration code (normalised), composed of badge, appointment, host and place; undefined: nobody has this code.
 * Times keep the server's offset.
 */
export async function findVisit(
  call: Call,
  code: string,
  now: Date,
  mustKnowBuilding: boolean,
  note?: Note,
): Promise<Result<Visit | undefined>> {
  const badge = await findBadge(call, code, now, note);
  if (!badge.ok) return badge;
  if (!badge.value) return success(undefined);
  const surroundings = await findSurroundings(call, badge.value, mustKnowBuilding, note);
  return surroundings.ok ? success(visitOf(badge.value, code, surroundings.value)) : surroundings;
}

/** The visit of a badge under its code (normalised). */
export function visitOf(badge: DatedBadge, code: string, surroundings: Surroundings): Visit {
  const { visitor, period, checkInDate, checkOutDate } = badge;
  const { givenName, familyName, company } = visitor ?? {};
  return {
    badgeId: badge.key,
    code,
    visitor: {
      name: visitor?.name ?? '',
      ...(givenName && { givenName }),
      ...(familyName && { familyName }),
      ...(company && { company }),
    },
    blocked: badge.blocked || visitor?.blocked === true,
    period: { from: period.from, to: period.to },
    state: stateOf(badge),
    ...(checkInDate && { checkedInAt: checkInDate }),
    ...(checkOutDate && { checkedOutAt: checkOutDate }),
    ...surroundings,
  };
}
