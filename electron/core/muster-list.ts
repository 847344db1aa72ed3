import type { Elsewhere, MusterRow, MusterShown } from '../contract/desk-muster.ts';
import type { Language } from '../contract/language.ts';
import { onClockOf } from '../contract/moment.ts';
import type { DrillReport } from './drill.ts';
import type { Recorded } from './review.ts';
import type { Visit } from './visit.ts';

interface Named {
  readonly name: string;
}

const orders = new Map<Language, Intl.Collator>();

/** By name, as the language orders names: by strokes or by sound in Chinese. */
export function byName<T extends Named>(list: readonly T[], language: Language): T[] {
  let order = orders.get(language);
  if (!order) {
    order = new Intl.Collator(language, { numeric: true });
    orders.set(language, order);
  }
  const { compare } = order;
  return list.toSorted((one, other) => compare(one.name, other.name));
}

/** Whoever is in by the journal, those too whose visit was closed and nobody has confirmed. */
export function insideRows(recorded: readonly Recorded[]): MusterRow[] {
  return recorded.filter(({ checkedOutAt }) => checkedOutAt === undefined).map(rowOf);
}

/** Whoever was in at a muster, with what the journal knows of their visits. */
export function musterRows({ listed, endedAt }: DrillReport, recorded: readonly Recorded[]): MusterRow[] {
  const known = new Map(recorded.map((visit) => [visit.visitId, visit]));
  return listed.map(({ visitId, visitor, company, host, foundAt, leftAt }) => {
    const visit = known.get(visitId);
    return {
      ...{ visit: visitId, name: visitor },
      ...(company !== undefined && { company }),
      ...(host !== undefined && { host }),
      ...(visit && { since: visit.checkedInAt }),
      ...(leftAt === undefined &&
        visit?.closedAt !== undefined &&
        !isAfter(visit.closedAt, endedAt) && { closedAt: visit.closedAt }),
      ...(foundAt !== undefined && { foundAt }),
      ...(leftAt !== undefined && { leftAt }),
    };
  });
}

const isAfter = (one: string, other: string | undefined): boolean => other !== undefined && Date.parse(one) > Date.parse(other);

/** So many at most: those missing before those found, and those before whoever left. */
export function mostNeeded(rows: readonly MusterRow[], most: number): readonly MusterRow[] {
  if (rows.length <= most) return rows;
  const rank = ({ foundAt, leftAt }: MusterRow) => (foundAt !== undefined ? 1 : leftAt !== undefined ? 2 : 0);
  return rows.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}

/** What of a muster is said above its list. */
export function musterShownOf({ musterId, begunAt, by, endedAt, endedBy, listed, counts }: DrillReport): MusterShown {
  const left = listed.filter(({ foundAt, leftAt }) => foundAt === undefined && leftAt !== undefined).length;
  return {
    ...{ id: musterId, begunAt, counts: { ...counts, left } },
    ...(by !== undefined && { by }),
    ...(endedAt !== undefined && { endedAt }),
    ...(endedBy !== undefined && { endedBy }),
  };
}

/**
 * Whom only the server says to be in. This kiosk's own record of a badge wins; but who left here and was checked in again since, elsewhere, is in.
 * `recorded`: the newest first; `now`: on this kiosk's clock, on which times are told.
 */
export function elsewhereOf(expected: readonly Visit[], recorded: readonly Recorded[], now: string): Elsewhere[] {
  const newest = new Map<string, Recorded>();
  for (const record of recorded) if (!newest.has(record.badgeId)) newest.set(record.badgeId, record);
  return expected.flatMap((visit) => {
    const { badgeId, visitor, host, state, checkedInAt } = visit;
    if (state !== 'visiting' || isKnownHere(newest.get(badgeId), checkedInAt)) return [];
    return [
      {
        ...{ badge: badgeId, name: visitor.name },
        ...(visitor.company && { company: visitor.company }),
        ...(host && { host }),
        ...(checkedInAt && { since: onClockOf(checkedInAt, now) }),
      },
    ];
  });
}

function isKnownHere(record: Recorded | undefined, cameThere: string | undefined): boolean {
  if (!record) return false;
  const { checkedOutAt } = record;
  return checkedOutAt === undefined || cameThere === undefined || Date.parse(cameThere) <= Date.parse(checkedOutAt);
}

function rowOf({ visitId, visitor, company, host, checkedInAt, closedAt }: Recorded): MusterRow {
  return {
    ...{ visit: visitId, name: visitor, since: checkedInAt },
    ...(company !== undefined && { company }),
    ...(host !== undefined && { host }),
    ...(closedAt !== undefined && { closedAt }),
  };
}
