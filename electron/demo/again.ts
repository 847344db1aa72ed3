import type { Journal } from '../core/ports.ts';
import type { BadgeIds } from './day.ts';

/**
 * Lets the demo be played again on the same data folder: whoever had left before this start is expected anew, with another badge. Who is
 * still in keeps the badge that the journal knows, so that a restart shows it. Asked for once for each code, for the day of the start.
 */
export function badgesAgain(journal: Pick<Journal, 'standing' | 'visit'>, started: Date): BadgeIds {
  const ids = new Map<string, number | undefined>();
  return (code, day) => {
    if (day.toDateString() !== started.toDateString()) return undefined;
    if (!ids.has(code)) ids.set(code, idNow(code, journal, started, ids.size));
    return ids.get(code);
  };
}

function idNow(code: string, journal: Pick<Journal, 'standing' | 'visit'>, started: Date, place: number): number | undefined {
  const standing = journal.standing(code);
  if (!standing.ok || standing.value.kind === 'none') return undefined;
  // Another number at every start and for every code.
  if (standing.value.kind === 'out') return started.getTime() * 1000 + place;
  const visit = journal.visit(standing.value.visitId);
  const isToday = visit.ok && new Date(visit.value?.period.from ?? 0).toDateString() === started.toDateString();
  return isToday && visit.value ? Number(visit.value.badgeId) : undefined;
}
