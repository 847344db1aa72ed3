import { failure, type Result, success } from '../contract/failure.ts';
import { chooseByDay } from '../core/choice.ts';
import type { Call } from './call.ts';
import type { DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Badge } from './schemas/badge.ts';
import { localIso } from './schemas/moment.ts';

/** More rows than this are not gone through for one code, where a server ignores the filter. */
const mostRows = 4_000;
/** More badges than this under one code are not asked for one by one: a code is for one visit, at most a few days. */
const mostAsked = 4;

/** The badge that a registration code means now; undefined: nobody has it. */
export async function findBadge(call: Call, code: string, now: Date, note?: Note): Promise<Result<DatedBadge | undefined>> {
  const found = await rowsWithCode(call, code, now, note);
  if (!found.ok) return found;
  const dated: DatedBadge[] = [];
  const rows = found.value;
  const whole = rows.filter(isWhole);
  for (const row of [...whole, ...rows.filter((row) => !isWhole(row)).slice(0, mostAsked)]) {
    const complete = await completed(call, row);
    if (!complete.ok) return complete;
    dated.push(complete.value);
  }
  return success(chooseByDay(dated, localIso(now)));
}

/** The rows that really carry the code; of several, none after one that runs now. */
async function rowsWithCode(call: Call, code: string, now: Date, note?: Note): Promise<Result<Badge[]>> {
  const rows: Badge[] = [];
  const options = { keep: (row: Badge) => row.registrationCode === code, most: mostRows, ...(note && { note }) };
  for await (const row of rowsOf(call, 'visitorManagement.search', { registrationCode: code }, options)) {
    if (!row.ok) return row;
    rows.push(row.value);
    if (runs(row.value, now)) break;
  }
  return success(rows);
}

const runs = ({ period }: Badge, now: Date): boolean =>
  period !== undefined && Date.parse(period.from) <= now.getTime() && now.getTime() <= Date.parse(period.to);

/** Does a row hold what a visit needs? */
export const isWhole = (row: Badge): boolean => Boolean(row.period && row.visitor?.name);

/** A row with what a visit needs; what the search left out is asked for by id. */
export async function completed(call: Call, row: Badge): Promise<Result<DatedBadge>> {
  if (row.period && isWhole(row)) return success({ ...row, period: row.period });
  const asked = await call('visitorManagement.get', { id: row.key });
  if (!asked.ok) return asked;
  const period = row.period ?? asked.value.period;
  const visitor = row.visitor?.name ? row.visitor : asked.value.visitor;
  const operation = 'visitorManagement.get';
  const { registrationCode } = asked.value;
  // Another visitor's badge, from a server that did not look at the id.
  if (registrationCode && registrationCode !== row.registrationCode) {
    return failure('bookings.unreadable', { operation, field: 'registrationCode' });
  }
  if (!period) return failure('bookings.unreadable', { operation, field: 'period' });
  if (!visitor?.name) return failure('bookings.unreadable', { operation, field: 'visitor.name' });
  return success({
    ...asked.value,
    registrationCode: row.registrationCode,
    period,
    visitor,
    blocked: row.blocked || asked.value.blocked,
  });
}
