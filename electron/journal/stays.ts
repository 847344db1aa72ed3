import type { Actor, Basis } from '../core/event.ts';
import { type Happened, type Stay, stayKinds, stayOf } from '../core/stay.ts';
import type { Connection } from './database.ts';

type Text = string | null;

/** A `stayKinds` in SQL. */
export const ofStays = `(${stayKinds.map((kind) => `'${kind}'`).join(', ')})`;

/** An event as the database has it. */
export interface StayRow {
  readonly kind: Happened['kind'];
  readonly at: string;
  readonly actor: Actor;
  readonly basis: Text;
  readonly detail: Text;
}

/** A visit that is there; `purged`: it is over, and no more is known of it. */
export type Known = { readonly kind: 'purged' } | { readonly kind: 'kept'; readonly stay: Stay };

/** The one place that says whether a single visit is in, out or void. */
export interface Stays {
  /** A visit; undefined: there is none. */
  of(visitId: string): Known | undefined;
  /** The newest visit that counts, under a code or of a badge. */
  newest(by: 'code' | 'badge', value: string): { readonly visitId: string; readonly stay: Stay } | undefined;
}

/** The event that a row holds. */
export const happenedIn = ({ kind, at, actor, basis, detail }: StayRow): Happened => ({
  ...{ kind, at, actor },
  // Written by events.ts, and whole because it is encrypted with the database: not parsed by a schema.
  ...(basis !== null && { basis: JSON.parse(basis) as Basis }),
  ...(detail !== null && { detail: JSON.parse(detail) as object }),
});

/** Where the visits of a journal stand, one by one. */
export function staysOf(database: Connection): Stays {
  const visitById = database.prepare(`SELECT purged, visit ->> '$.checkedInAt' AS came_there FROM visits WHERE visit_id = ?`);
  const events = database.prepare(
    `SELECT kind, at, actor, basis, detail FROM events WHERE visit_id = ? AND kind IN ${ofStays} ORDER BY sequence`,
  );
  const under = (column: string) =>
    database.prepare(
      `SELECT visit_id, visit ->> '$.checkedInAt' AS came_there FROM visits WHERE ${column} = ? AND purged = 0 ORDER BY number DESC`,
    );
  const visits = { code: under('code'), badge: under('badge_id') };
  const read = (visitId: string, cameThere: Text): Stay | undefined =>
    stayOf((events.all(visitId) as StayRow[]).map(happenedIn), cameThere ?? undefined);

  return {
    of: (visitId) => {
      const visit = visitById.get(visitId) as { purged: 0 | 1; came_there: Text } | undefined;
      if (visit?.purged) return { kind: 'purged' };
      const stay = visit && read(visitId, visit.came_there);
      return stay && { kind: 'kept', stay };
    },

    newest: (by, value) => {
      for (const { visit_id: visitId, came_there } of visits[by].all(value) as { visit_id: string; came_there: Text }[]) {
        const stay = read(visitId, came_there);
        if (stay && stay.state !== 'void') return { visitId, stay };
      }
      return undefined;
    },
  };
}
