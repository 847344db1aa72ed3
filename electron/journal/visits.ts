import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import { timesOf } from '../core/stay.ts';
import type { PrintKind, Service, Visit } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import { onlyBy } from './by.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';
import type { Stays } from './stays.ts';

type Entry = Parameters<Journal['checkIn']>[0];

/**
 * Check-ins and check-outs. What may be recorded, so that nothing is ever there twice:
 * - a visit goes in once, and out once (once more after a person has said that a check-out was a mistake); recording the same again under the
 *   same visit id succeeds and changes nothing (its print included), so a call whose answer was lost may be repeated;
 * - a visit that is out or void does not go in again, and a badge that is in is not recorded under another visit id on the same day (a
 *   badge is valid on one day): both are `bug`, because the core asks `standing` first.
 */
export function visitsOf(
  database: Connection,
  events: Events,
  stays: Stays,
): Pick<Journal, 'standing' | 'visit' | 'checkIn' | 'checkOut' | 'wishes'> {
  const visitById = database.prepare('SELECT visit FROM visits WHERE visit_id = ? AND purged = 0');
  const isThere = database.prepare('SELECT 1 FROM visits WHERE visit_id = ?');
  const addVisit = database.prepare('INSERT INTO visits (visit_id, badge_id, code, visit) VALUES (?, ?, ?, ?)');
  const allWishes = database.prepare(
    `SELECT visit_id, at, detail, visit ->> '$.visitor.name' AS visitor FROM events JOIN visits USING (visit_id)
     WHERE kind = 'wished' AND detail IS NOT NULL ORDER BY sequence`,
  );
  const addPrint = database.prepare(
    `INSERT INTO prints (print_id, visit_id, kind, state, at, asked_by) VALUES (?, ?, ?, 'queued', ?, ?)`,
  );

  const isVoid = (visitId: string): boolean => {
    const known = stays.of(visitId);
    return known?.kind === 'kept' && known.stay.state === 'void';
  };

  const isInElsewhere = ({ visitId, visit, at }: Entry): boolean => {
    const known = stays.newest('badge', visit.badgeId);
    return known?.stay.state === 'in' && known.visitId !== visitId && localDay(known.stay.recordedAt) === localDay(at);
  };

  const append = (entry: Entry, kind: 'checkedIn' | 'checkedOut', prints: PrintKind): void => {
    const { visitId, visit, at, basis, printId, actor = 'visitor', by } = entry;
    if (!isThere.get(visitId)) addVisit.run(visitId, visit.badgeId, visit.code, JSON.stringify(visit));
    events.append({ visitId, kind, at, actor, basis, ...onlyBy(by) });
    if (printId !== undefined) addPrint.run(printId, visitId, prints, at, actor);
  };

  return {
    standing: (code) => {
      const known = stays.newest('code', code);
      if (!known) return success({ kind: 'none' });
      const { visitId, stay } = known;
      const { checkedInAt, checkedOutAt } = timesOf(stay);
      if (stay.state === 'in') return success({ kind: 'in', visitId, at: checkedInAt });
      return success({ kind: 'out', visitId, at: checkedOutAt ?? checkedInAt });
    },

    visit: (visitId) => {
      const row = isVoid(visitId) ? undefined : (visitById.get(visitId) as { visit: string } | undefined);
      // Written by this file from a Visit, and whole because it is encrypted with the database: not parsed by a schema again.
      return success(row && (JSON.parse(row.visit) as Visit));
    },

    wishes: (since) => {
      const rows = allWishes.all() as { visit_id: string; at: string; detail: string; visitor: string }[];
      return success(
        rows
          .filter(({ visit_id, at }) => Date.parse(at) >= Date.parse(since) && !isVoid(visit_id))
          .map(({ visit_id, at, detail, visitor }) => ({ visitId: visit_id, visitor, service: JSON.parse(detail) as Service, at })),
      );
    },

    checkIn: (entry) => {
      const result = transaction(database, (): Result<void> => {
        const known = stays.of(entry.visitId);
        const isOver = known && (known.kind === 'purged' || known.stay.state !== 'in');
        if (isOver || isInElsewhere(entry)) return failure('bug', { operation: 'journal.checkIn' });
        if (!known) {
          append(entry, 'checkedIn', 'badge');
          const { visitId, at, actor = 'visitor' } = entry;
          for (const service of entry.wanted ?? []) events.append({ visitId, kind: 'wished', at, actor, detail: service });
        }
        failpoint('checkin.before-commit');
        return success(undefined);
      });
      failpoint('checkin.after-commit');
      return result;
    },

    checkOut: (entry) => {
      const result = transaction(database, (): Result<void> => {
        if (isInElsewhere(entry) || isVoid(entry.visitId)) return failure('bug', { operation: 'journal.checkOut' });
        const known = stays.of(entry.visitId);
        if (!known || (known.kind === 'kept' && known.stay.state === 'in')) append(entry, 'checkedOut', 'slip');
        failpoint('checkout.before-commit');
        return success(undefined);
      });
      failpoint('checkout.after-commit');
      return result;
    },
  };
}

/** The site's calendar day of a time: its text begins with it, in the site's offset. */
const localDay = (at: string): string => at.slice(0, 10);
