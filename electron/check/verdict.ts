import type { OperationKey } from '../bookings/operations.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { adviceOf, outcomeWords } from './words.ts';

/** What a visit cannot do without. */
const needed: readonly OperationKey[] = ['system.information', 'visitorManagement.search', 'visitingAppointment.search'];

/** Why Foyer would not work with this server as it is set; undefined: it does. One sentence. */
export function faultOf({ set, used, schemes, rows }: Report): string | undefined {
  const asSet = schemes.find(({ auth }) => auth === set);
  const working = schemes.find(({ outcome }) => outcome.kind === 'fits');
  if (working && asSet?.outcome.kind !== 'fits') {
    return `the token is not taken as ${set}, and is taken as ${working.auth}: set FOYER_AUTH=${working.auth}`;
  }
  const wrong = rows.find((row) => needed.includes(row.operation) && row.outcome.kind !== 'fits');
  return wrong && sentenceOf(wrong, used === undefined);
}

function sentenceOf(row: Row, isCutOff: boolean): string {
  const advice = adviceOf(row);
  const what = `${row.operation}: ${outcomeWords(row)}`;
  // Where nothing works, what to do is the one thing to read.
  return isCutOff && advice ? `${what}. ${advice}` : what;
}
