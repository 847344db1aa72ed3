import type { Result } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import type { Journal } from '../core/ports.ts';
import type { PrintKind, Service, Visit } from '../core/visit.ts';
import { failpoint } from '../failpoint.ts';
import type { Connection } from './database.ts';
import { transaction } from './database.ts';
import type { Events } from './events.ts';

type Entry = Parameters<Journal['checkIn']>[0];
type Kind = 'checkedIn' | 'checkedOut';
interface Happened {
  readonly kind: Kind;
  readonly at: string;
  readonly visit_id: string;
}

const newest = (where: string): string =>
  `SELECT events.kind, events.at, events.visit_id FROM visits JOIN events USING (visit_id)
   WHERE ${where} AND events.kind IN ('checkedIn', 'checkedOut') ORDER BY visits.number DESC, events.sequence DESC LIMIT 1`;

/**
 * Check-ins and check-outs. What may be recorded, so that nothing is ever there twice:
 * - a visit goes in once and out once; recording the same again under the same visit id succeeds and changes nothing (its print
 *   included), so a call whose answer was lost may be repeated;
 * - a visit that is out does not go in again, and a badge that is in is not recorded under another visit id on the same day (a
 *   badge is valid on one day): both are `bug`, because the core asks `standing` first.
 */
export function visitsOf(
  database: Connection,
  events: Events,
): Pick<Journal, 'standing' | 'visit' | 'checkIn' | 'checkOut' | 'wishes'> {
  const newestOfCode = database.prepare(newest('visits.code = ? AND visits.purged = 0'));
  const newestOfBadge = database.prepare(newest('visits.badge_id = ? AND visits.purged = 0'));
  const newestOfVisit = database.prepare(newest('visits.visit_id = ?'));
  const visitById = database.prepare('SELECT visit FROM visits WHERE visit_id = ? AND purged = 0');
  const isThere = database.prepare('SELECT 1 FROM visits WHERE visit_id = ?');
  const addVisit = database.prepare('INSERT INTO visits (visit_id, badge_id, code, visit) VALUES (?, ?, ?, ?)');
  const allWishes = database.prepare(
    `SELECT visit_id, at, detail, visit ->> '$.visitor.name' AS visitor FROM events JOIN visits USING (visit_id)
     WHERE kind = 'wished' AND detail IS NOT NULL ORDER BY sequence`,
  );
  const addPrint = database.prepare(`INSERT INTO prints (print_id, visit_id, kind, state, at) VALUES (?, ?, ?, 'queued', ?)`);

  const isInElsewhere = ({ visitId, visit, at }: Entry): boolean => {
    const known = newestOfBadge.get(visit.badgeId) as Happened | undefined;
    return known?.kind === 'checkedIn' && known.visit_id !== visitId && localDay(known.at) === localDay(at);
  };

  const append = ({ visitId, visit, at, basis, printId }: Entry, kind: Kind, prints: PrintKind): void => {
    if (!isThere.get(visitId)) addVisit.run(visitId, visit.badgeId, visit.code, JSON.stringify(visit));
    events.append({ visitId, kind, at, actor: 'visitor', basis });
    if (printId !== undefined) addPrint.run(printId, visitId, prints, at);
  };

  return {
    standing: (code) => {
      const happened = newestOfCode.get(code) as Happened | undefined;
      if (!happened) return success({ kind: 'none' });
      return success({ kind: happened.kind === 'checkedIn' ? 'in' : 'out', visitId: happened.visit_id, at: happened.at });
    },

    visit: (visitId) => {
      const row = visitById.get(visitId) as { visit: string } | undefined;
      // Written by this file from a Visit, and whole because it is encrypted with the database: not parsed by a schema again.
      return success(row && (JSON.parse(row.visit) as Visit));
    },

    wishes: (since) => {
      const rows = allWishes.all() as { visit_id: string; at: string; detail: string; visitor: string }[];
      return success(
        rows
          .filter(({ at }) => Date.parse(at) >= Date.parse(since))
          .map(({ visit_id, at, detail, visitor }) => ({ visitId: visit_id, visitor, service: JSON.parse(detail) as Service, at })),
      );
    },

    checkIn: (entry) => {
      const result = transaction(database, (): Result<void> => {
        const known = newestOfVisit.get(entry.visitId) as Happened | undefined;
        if (known?.kind === 'checkedOut' || isInElsewhere(entry)) return failure('bug', { operation: 'journal.checkIn' });
        if (!known) {
          append(entry, 'checkedIn', 'badge');
          for (const service of entry.wanted ?? []) {
            events.append({ visitId: entry.visitId, kind: 'wished', at: entry.at, actor: 'visitor', detail: service });
          }
        }
        failpoint('checkin.before-commit');
        return success(undefined);
      });
      failpoint('checkin.after-commit');
      return result;
    },

    checkOut: (entry) => {
      const result = transaction(database, (): Result<void> => {
        const known = newestOfVisit.get(entry.visitId) as Happened | undefined;
        if (isInElsewhere(entry)) return failure('bug', { operation: 'journal.checkOut' });
        if (known?.kind !== 'checkedOut') append(entry, 'checkedOut', 'slip');
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
