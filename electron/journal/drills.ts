import { failure, type Result, success } from '../contract/failure.ts';
import type { Drill, DrillReport, Drills, Mustered } from '../core/drill.ts';
import { failpoint } from '../failpoint.ts';
import { byWhom } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import { type Kept, keptVisits } from './kept.ts';
import type { Stays } from './stays.ts';

interface Row {
  readonly sequence: number;
  readonly at: string;
  readonly detail: string;
}
interface Begun extends Omit<Drill, 'ticks'> {
  readonly sequence: number;
}
interface Ended {
  readonly sequence: number;
  readonly at: string;
  readonly found: number;
  readonly missing: number;
  readonly by?: string;
}

const ofMuster = (kind: string): string =>
  `SELECT sequence, visit_id, at, detail FROM events
   WHERE kind = '${kind}' AND detail IS NOT NULL AND detail ->> '$.musterId' = ? ORDER BY sequence`;

/**
 * Musters, as events: begun and ended belong to the kiosk, and each tick to its visit, so that it goes with the visit's names. Who is on the list is
 * never written down: it follows from who was in between the two.
 */
export function drillsOf(database: Connection, events: Events, stays: Stays): Drills {
  const begunAs = database.prepare(ofMuster('musterBegun'));
  const endedAs = database.prepare(ofMuster('musterEnded'));
  const ticksOf = database.prepare(ofMuster('musterTicked'));
  const newestOf = (kind: string) =>
    database.prepare(
      `SELECT sequence, at, detail FROM events WHERE kind = '${kind}' AND detail IS NOT NULL ORDER BY sequence DESC LIMIT 1`,
    );
  const newest = newestOf('musterBegun');
  const newestEnd = newestOf('musterEnded');
  const kept = keptVisits(database);

  const begunIn = (row: unknown): Begun | undefined => {
    if (!row) return undefined;
    const { sequence, at, detail } = row as Row;
    return { ...(JSON.parse(detail) as { musterId: string; by?: string }), sequence, begunAt: at };
  };
  const ending = (musterId: string): Ended | undefined => {
    const row = endedAs.get(musterId) as Row | undefined;
    return row && { ...(JSON.parse(row.detail) as Pick<Ended, 'found' | 'missing' | 'by'>), sequence: row.sequence, at: row.at };
  };
  const open = (): Begun | undefined => {
    const last = begunIn(newest.get());
    return last && !ending(last.musterId) ? last : undefined;
  };
  const ticks = (musterId: string): Map<string, { isFound: boolean; at: string }> =>
    new Map(
      (ticksOf.all(musterId) as (Row & { visit_id: string })[]).map(({ visit_id, at, detail }) => [
        visit_id,
        { isFound: (JSON.parse(detail) as { found: boolean }).found, at },
      ]),
    );
  const drillIn = ({ sequence: _, ...drill }: Begun): Drill => ({ ...drill, ticks: ticks(drill.musterId) });

  function listed({ musterId, sequence }: Begun, until: number): Mustered[] {
    const found = ticks(musterId);
    return kept().flatMap((visit) => musteredIn(visit, found.get(visit.visitId), sequence, until));
  }

  function report(musterId: string): DrillReport | undefined {
    const begun = begunIn(begunAs.get(musterId));
    if (!begun) return undefined;
    const { sequence: _, ...head } = begun;
    const ended = ending(musterId);
    const list = listed(begun, ended?.sequence ?? Number.POSITIVE_INFINITY);
    const counts = ended ? { found: ended.found, missing: ended.missing } : countsOf(list);
    const end = ended && { endedAt: ended.at, ...(ended.by !== undefined && { endedBy: ended.by }) };
    return { ...head, ...end, listed: list, counts };
  }

  return {
    beginMuster: ({ musterId, by, at }) => {
      const result = transaction(database, (): Result<Drill> => {
        const running = open();
        if (running) return success(drillIn(running));
        if (begunAs.get(musterId)) return failure('bug', { operation: 'journal.beginMuster' });
        events.append({ kind: 'musterBegun', at, actor: 'staff', detail: { musterId, ...byWhom(by) } });
        failpoint('muster.begin.before-commit');
        return success({ musterId, begunAt: at, ...byWhom(by), ticks: new Map() });
      });
      failpoint('muster.begin.after-commit');
      return result;
    },

    tick: ({ musterId, visitId, isFound, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const known = stays.of(visitId);
        const isListed = known?.kind === 'kept' && known.stay.state !== 'void';
        if (!isListed || open()?.musterId !== musterId) return failure('bug', { operation: 'journal.tick' });
        if ((ticks(musterId).get(visitId)?.isFound ?? false) === isFound) return success(undefined);
        events.append({ visitId, kind: 'musterTicked', at, actor: 'staff', detail: { musterId, found: isFound, ...byWhom(by) } });
        failpoint('muster.tick.before-commit');
        return success(undefined);
      });
      failpoint('muster.tick.after-commit');
      return result;
    },

    endMuster: ({ musterId, by, at }) => {
      const result = transaction(database, (): Result<void> => {
        const begun = begunIn(begunAs.get(musterId));
        if (!begun) return failure('bug', { operation: 'journal.endMuster' });
        if (ending(musterId)) return success(undefined);
        const counts = countsOf(listed(begun, Number.POSITIVE_INFINITY));
        events.append({ kind: 'musterEnded', at, actor: 'staff', detail: { musterId, ...counts, ...byWhom(by) } });
        failpoint('muster.end.before-commit');
        return success(undefined);
      });
      failpoint('muster.end.after-commit');
      return result;
    },

    muster: () => {
      const running = open();
      return success(running && drillIn(running));
    },

    musterReport: (musterId) => success(report(musterId)),

    lastMuster: () => {
      const row = newestEnd.get() as Row | undefined;
      return success(row && report((JSON.parse(row.detail) as { musterId: string }).musterId));
    },
  };
}

/** Whoever was in at some moment from the event that began the muster to its last one. */
function musteredIn(visit: Kept, tick: { isFound: boolean; at: string } | undefined, from: number, until: number): Mustered[] {
  const { visitId, visitor, company, host, sequences, stayAt } = visit;
  const moments = [from, ...sequences().filter((sequence) => sequence > from && sequence < until)];
  const last = stayAt(until);
  if (last?.state === 'void' || !moments.some((moment) => stayAt(moment)?.state === 'in')) return [];
  return [
    {
      ...{ visitId, visitor },
      ...(company !== null && { company }),
      ...(host !== null && { host }),
      ...(tick?.isFound && { foundAt: tick.at }),
      ...(last?.leftAt !== undefined && { leftAt: last.leftAt }),
    },
  ];
}

const countsOf = (list: readonly Mustered[]): { found: number; missing: number } => ({
  found: list.filter(({ foundAt }) => foundAt !== undefined).length,
  missing: list.filter(({ foundAt, leftAt }) => foundAt === undefined && leftAt === undefined).length,
});
