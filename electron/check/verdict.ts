import type { OperationKey } from '../bookings/operations.ts';
import type { Report } from './report.ts';
import { siteWords } from './site.ts';
import { adviceOf, outcomeWords, turnedAway } from './words.ts';

/** What a visit cannot do without. */
const needed: readonly OperationKey[] = ['system.information', 'visitorManagement.search', 'visitingAppointment.search'];

/** Why Foyer would not work with this server as it is set, on one line of a terminal; undefined: it does. */
export function faultOf({ set, schemes, rows, site }: Report): string | undefined {
  const asSet = schemes.find(({ auth }) => auth === set);
  const working = schemes.find(({ outcome }) => outcome.kind === 'fits');
  if (working && asSet?.outcome.kind !== 'fits') {
    return `the token is not taken as ${set}, and is taken as ${working.auth}: set FOYER_AUTH=${working.auth}`;
  }
  const wrong = rows.find((row) => needed.includes(row.operation) && row.outcome.kind !== 'fits');
  if (!wrong) return faultOfBadges(rows) ?? faultOfSite(site);
  const isTurnedAway = wrong.outcome.kind === 'failed' && wrong.outcome.code === 'bookings.unauthorized';
  return `${wrong.operation}: ${isTurnedAway ? turnedAway : outcomeWords(wrong)}`;
}

/** A badge is found by its code: rows without one are passed over, and every visitor would be unknown. */
function faultOfBadges(rows: Report['rows']): string | undefined {
  const search = rows.find(({ operation }) => operation === 'visitorManagement.search');
  const isCodeless = search?.outcome.kind === 'fits' && search.outcome.lacks?.includes('registrationCode');
  return isCodeless ? 'visitorManagement.search: its rows have no registrationCode, so that no visitor can be found' : undefined;
}

function faultOfSite(site: Report['site']): string | undefined {
  const unknown = site.filter(({ outcome }) => outcome === 'notFound');
  const names = unknown.map((row) => (row.found ? `${row.name} (${siteWords(row)})` : row.name));
  return names.length > 0 ? `not found on this server: ${names.join(', ')}` : undefined;
}

/** What staff can do about what is not well, each once. */
export const adviceOn = ({ rows }: Report): readonly string[] => [...new Set(rows.flatMap((row) => adviceOf(row) ?? []))];
