import type { DeskScreen, Person } from '../contract/desk.ts';
import { mostRows } from '../contract/desk-limits.ts';
import type { Recorded } from './review.ts';

/** Who is in the building, as far as the journal knows: how many, and the newest of them. */
export type Muster = Pick<DeskScreen, 'unconfirmed'> & {
  readonly inside: Person[];
  readonly counts: Pick<DeskScreen['counts'], 'inside' | 'left' | 'unconfirmed'>;
};

/** Of what is recorded, newest first: who is in, who has left, and whose visit the kiosk closed and nobody has confirmed. */
export function musterOf(recorded: readonly Recorded[]): Muster {
  const counts = { inside: 0, left: 0, unconfirmed: 0 };
  const inside: Person[] = [];
  const unconfirmed: Person[] = [];
  for (const visit of recorded) {
    if (visit.checkedOutAt) counts.left += 1;
    else if (visit.closedAt) counts.unconfirmed = take(visit, unconfirmed, counts.unconfirmed);
    else counts.inside = take(visit, inside, counts.inside);
  }
  return { counts, inside, unconfirmed };
}

function take(recorded: Recorded, list: Person[], count: number): number {
  if (list.length < mostRows) list.push(shown(recorded));
  return count + 1;
}

/** What of it crosses to the page: no code and no badge's id. */
function shown({ visitId, visitor, company, host, checkedInAt, closedAt }: Recorded): Person {
  return {
    ...{ visitId, name: visitor, checkedInAt },
    ...(company !== undefined && { company }),
    ...(host !== undefined && { host }),
    ...(closedAt !== undefined && { closedAt }),
  };
}
